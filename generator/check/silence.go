package check

import (
	"growthportal/generator/diag"
	"growthportal/generator/read/document"
)

// silences are the rules that items silence, while findings are held against them.
type silences struct {
	order  []*silence
	byFile map[string]map[string]*silence
}

type silence struct {
	document.Silence
	doc      *document.Document
	findings int
}

func newSilences(texts []*Text) *silences {
	s := &silences{byFile: map[string]map[string]*silence{}}
	for _, t := range texts {
		for _, written := range t.Doc.Silence {
			one := &silence{Silence: written, doc: t.Doc}
			s.order = append(s.order, one)
			if s.byFile[t.Doc.Path] == nil {
				s.byFile[t.Doc.Path] = map[string]*silence{}
			}
			s.byFile[t.Doc.Path][written.Rule] = one
		}
	}
	return s
}

// covers tells whether the item silences the rule that found something in it, and counts it. Without a reason it does
// not.
func (s *silences) covers(d diag.Diagnostic, r Rule) bool {
	one := s.byFile[d.File][r.Name()]
	if one == nil || one.Reason == "" || r.Whole {
		return false
	}
	one.findings++
	return true
}

// faults reports what is silenced for nothing. A rule that is switched off has found nothing anywhere.
func (s *silences) faults(settings Settings) []diag.Diagnostic {
	var found []diag.Diagnostic
	rules := rulesByName()
	for _, one := range s.order {
		r, known := rules[one.Rule]
		if !known || r.Whole || one.findings > 0 || settings.off(r) || one.Reason == "" {
			continue
		}
		list := []diag.Diagnostic{diag.NeedlessSilence.At(one.Place, one.Rule).With(diag.Remove, one.Rule)}
		if one.doc.Draft {
			document.Downgrade(list)
		}
		found = append(found, list...)
	}
	return found
}

func (s *silences) list() []Silenced {
	var list []Silenced
	for _, one := range s.order {
		list = append(list, Silenced{File: one.doc.Path, Rule: one.Rule, Reason: one.Reason, Findings: one.findings})
	}
	return list
}

// Silences reports rules that cannot be silenced because there are none of the name, or because they are not about one
// item. A build tells it.
func Silences(docs []*document.Document) []diag.Diagnostic {
	var found []diag.Diagnostic
	rules := rulesByName()
	for _, doc := range docs {
		for _, s := range doc.Silence {
			r, known := rules[s.Rule]
			var list []diag.Diagnostic
			switch {
			case !known:
				list = append(list, unknown(diag.UnknownSilence.At(s.Place, s.Rule), s.Rule))
			case r.Whole:
				list = append(list, diag.FixedSilence.At(s.Place, s.Rule))
			}
			if doc.Draft {
				document.Downgrade(list)
			}
			found = append(found, list...)
		}
	}
	return found
}
