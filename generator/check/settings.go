package check

import (
	"slices"
	"strconv"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/read/config"
	"growthportal/generator/read/yaml"
)

// Setting is one thing that config.yaml can say about a rule: a whole number from Least to Most, or words.
type Setting struct {
	Name        string
	Default     int
	Least, Most int
	Words       bool // a list of words, none by default
	About       diag.Text
}

// Settings is what config.yaml says about the rules. The zero value is every rule as it is by default.
type Settings struct{ rules map[string]ruleSetting }

type ruleSetting struct {
	off      bool
	severity *diag.Severity
	values   Values
}

// Values are the settings of one rule.
type Values struct {
	numbers map[string]int
	words   map[string][]string
}

// Number is a setting that is a number. The rule must declare it.
func (v Values) Number(name string) int {
	n, ok := v.numbers[name]
	if !ok {
		panic("check: the setting " + name + " is not declared")
	}
	return n
}

// Words is a setting that is a list of words. The rule must declare it.
func (v Values) Words(name string) []string {
	list, ok := v.words[name]
	if !ok {
		panic("check: the setting " + name + " is not declared")
	}
	return list
}

func defaults(r Rule) Values {
	v := Values{numbers: map[string]int{}, words: map[string][]string{}}
	for _, s := range r.Settings {
		if s.Words {
			v.words[s.Name] = nil
		} else {
			v.numbers[s.Name] = s.Default
		}
	}
	return v
}

func (s Settings) of(r Rule) Values {
	if set, ok := s.rules[r.Name()]; ok {
		return set.values
	}
	return defaults(r)
}

func (s Settings) off(r Rule) bool { return s.rules[r.Name()].off }

func (s Settings) severity(r Rule) (diag.Severity, bool) {
	if p := s.rules[r.Name()].severity; p != nil {
		return *p, true
	}
	return 0, false
}

// Settle reads the settings, and reports rules and settings that there are none of.
//
// A rule is off, error or warning, or a mapping of its own settings, in which severity may be error or warning.
func Settle(written []config.RuleSetting) (Settings, []diag.Diagnostic) {
	s := Settings{rules: map[string]ruleSetting{}}
	var reader yaml.Reader
	rules := rulesByName()
	for _, w := range written {
		r, ok := rules[w.Rule]
		if !ok {
			reader.Report(unknown(diag.UnknownKey.At(w.Place, w.Rule), w.Rule))
			continue
		}
		s.rules[w.Rule] = settleRule(&reader, r, w.Value)
	}
	return s, reader.Diags
}

func settleRule(reader *yaml.Reader, r Rule, n *yaml.Node) ruleSetting {
	set := ruleSetting{values: defaults(r)}
	switch n.Kind {
	case yaml.Mapping:
		var known []string
		for _, s := range r.Settings {
			known = append(known, s.Name)
		}
		if !reader.Mapping(n, append(known, "severity")...) {
			return set
		}
		for _, s := range r.Settings {
			set.take(reader, s, n.Get(s.Name))
		}
		set.word(reader, n.Get("severity"), "error", "warning")
	case yaml.Scalar:
		words := []string{"error", "warning"}
		if !r.Always {
			words = append(words, "off")
		}
		set.word(reader, n, words...)
	default:
		reader.Text(n) // says what is wrong with it
	}
	return set
}

func (set *ruleSetting) take(reader *yaml.Reader, s Setting, n *yaml.Node) {
	if n == nil {
		return
	}
	if s.Words {
		set.values.words[s.Name] = reader.Texts(n)
	} else if number, ok := reader.Int(n, s.Least, s.Most); ok {
		set.values.numbers[s.Name] = number
	}
}

func (set *ruleSetting) word(reader *yaml.Reader, n *yaml.Node, among ...string) {
	word, _ := reader.Choice(n, among...)
	severity := diag.Error
	switch word {
	case "off":
		set.off = true
		return
	case "warning":
		severity = diag.Warning
	case "":
		return
	}
	set.severity = &severity
}

// unknown adds the rule that was probably meant.
func unknown(d diag.Diagnostic, name string) diag.Diagnostic {
	var names []string
	for _, r := range Rules() {
		names = append(names, r.Name())
	}
	slices.Sort(names)
	if near, ok := diag.Nearest(name, names); ok {
		return d.With(diag.DidYouMean, near)
	}
	return d.With(diag.OneOf, strings.Join(names, ", "))
}

func rulesByName() map[string]Rule {
	byName := map[string]Rule{}
	for _, r := range Rules() {
		byName[r.Name()] = r
	}
	return byName
}

// Current tells how a rule is set, as config.yaml would say it: "off", "error", "max: 50, lead: 50".
func (s Settings) Current(r Rule) string {
	if s.off(r) {
		return "off"
	}
	severity, set := s.severity(r)
	if !set {
		severity = r.Severity()
	}
	parts := []string{severity.String()}
	values := s.of(r)
	for _, setting := range r.Settings {
		if setting.Words {
			parts = append(parts, setting.Name+": ["+strings.Join(values.words[setting.Name], ", ")+"]")
		} else {
			parts = append(parts, setting.Name+": "+strconv.Itoa(values.numbers[setting.Name]))
		}
	}
	return strings.Join(parts, ", ")
}

// Severity is how serious the rule's findings are by default.
func (r Rule) Severity() diag.Severity {
	if raised(r, r.Codes[0]) {
		return diag.Error
	}
	return diag.About(r.Codes[0]).Severity
}

// About is what the rule is for, and what to do about what it finds.
func (r Rule) About() diag.Text { return diag.About(r.Codes[0]).Why }
