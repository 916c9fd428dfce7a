// Package check holds the rules that a newsroom is held to before it publishes: about language, completeness, people,
// accessibility, links and the built site.
//
// A [Rule] is a value: its codes, what can be set about it, and the function that looks. One rule stands in one file, and
// what it finds in testdata/ under its name. Findings are diagnostics like all others; what a build tells by itself
// (broken links, personal numbers) is told once. [Run] asks every rule, and takes out what an item silences with a reason.
package check

import (
	"slices"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/read/config"
	"growthportal/generator/read/document"
	"growthportal/generator/site"
)

// Rule is one thing to look for. Of the functions that look, one is set, or none where a build tells the codes.
type Rule struct {
	Codes    []diag.Code // what it tells; the first is the rule's name
	Raised   []diag.Code // those that a build tells as warnings and that are errors here
	Always   bool        // it cannot be switched off
	Whole    bool        // it is about the site as a whole, so that no item can silence it
	Settings []Setting
	Text     func(*Text, Values) []diag.Diagnostic    // looks at one content file
	Site     func(*Subject, Values) []diag.Diagnostic // looks at all of them together
	Built    func(*Built, Values) []diag.Diagnostic   // looks at the pages as they are published
}

// Name is what the rule is called, in config.yaml and under silence.
func (r Rule) Name() string { return string(r.Codes[0]) }

// Subject is what is looked at.
type Subject struct {
	Config    *config.Config
	Documents []*document.Document // by path
	Read      func(path string) ([]byte, error)
	Terms     []string // words and abbreviations that the site explains
	Now       time.Time
	Built     *Built            // nil where nothing could be built
	Told      []diag.Diagnostic // what a build tells
	Settings  Settings

	texts []*Text
}

// Silenced is a rule that an item silences, with the reason.
type Silenced struct {
	File, Rule, Reason string
	Findings           int // how many findings it silences
}

// Result is what was found, in order, and what was silenced.
type Result struct {
	Findings []diag.Diagnostic
	Silenced []Silenced
}

// Run asks every rule. The error is the machine's: a file could not be read.
func Run(s *Subject) (Result, error) {
	if err := s.open(); err != nil {
		return Result{}, err
	}
	found := slices.Clone(s.Told)
	for _, r := range Rules() {
		if s.Settings.off(r) {
			continue
		}
		found = append(found, s.ask(r)...)
	}
	return s.settle(found), nil
}

// ask is what one rule finds, with its severity.
func (s *Subject) ask(r Rule) []diag.Diagnostic {
	values := s.Settings.of(r)
	var found []diag.Diagnostic
	switch {
	case r.Text != nil:
		for _, t := range s.texts {
			list := r.Text(t, values)
			if t.Doc.Draft {
				document.Downgrade(list)
			}
			found = append(found, list...)
		}
	case r.Site != nil:
		found = r.Site(s, values)
	case r.Built != nil && s.Built != nil:
		found = r.Built(s.Built, values)
	}
	return found
}

// settle gives findings their severity, takes out those that are switched off or silenced, and puts them in order.
func (s *Subject) settle(found []diag.Diagnostic) Result {
	silences := newSilences(s.texts)
	byCode := rulesByCode()
	kept := found[:0:0]
	for _, d := range diag.Sort(found) {
		r, ruled := byCode[d.Code]
		if !ruled {
			kept = append(kept, d)
			continue
		}
		stops := d.Severity == diag.Error
		if raised(r, d.Code) && !d.Unpublished {
			d.Severity = diag.Error
		}
		if severity, set := s.Settings.severity(r); set && !d.Unpublished && !(r.Always && stops) {
			d.Severity = severity
		}
		switch {
		case s.Settings.off(r) && !stops:
		case silences.covers(d, r):
		default:
			kept = append(kept, d)
		}
	}
	kept = append(kept, silences.faults(s.Settings)...)
	return Result{Findings: diag.Sort(kept), Silenced: silences.list()}
}

func rulesByCode() map[diag.Code]Rule {
	byCode := map[diag.Code]Rule{}
	for _, r := range Rules() {
		for _, c := range r.Codes {
			byCode[c] = r
		}
	}
	return byCode
}

// open reads the texts of what is, or will be, published, and of drafts. Nobody reads what has come down.
func (s *Subject) open() error {
	s.texts = nil
	for _, doc := range s.Documents {
		if site.Down(doc, s.Now) || doc.Type == nil {
			continue
		}
		content, err := s.Read(doc.Path)
		if err != nil {
			return err
		}
		s.texts = append(s.texts, &Text{Doc: doc, Subject: s, Source: content, Writing: document.WrittenAs(doc, content)})
	}
	return nil
}

// raised tells whether a build tells a code as a warning that is an error here.
func raised(r Rule, c diag.Code) bool { return slices.Contains(r.Raised, c) }
