package schema

// Rule is a rule of "check", as config.yaml can set it.
type Rule struct {
	Name, About string // About is in the language of the descriptions
	Fixed       bool   // it cannot be switched off
	Settings    []RuleSetting
}

// RuleSetting is one thing that can be set about a rule: a whole number from Least to Most, or words.
type RuleSetting struct {
	Name, About string
	Least, Most int
	Words       bool
}

// check describes what config.yaml says of the rules: a word, or a mapping of a rule's own settings.
func (s Site) check() *Schema {
	out := object()
	for _, r := range s.Rules {
		severity := []string{"error", "warning"}
		own := object()
		own.Properties["severity"] = words(severity...)
		for _, setting := range r.Settings {
			value := whole(setting.Least, setting.Most)
			if setting.Words {
				value = several(written(1))
			}
			value.Description = setting.About
			own.Properties[setting.Name] = value
		}
		if !r.Fixed {
			severity = append(severity, "off")
		}
		out.Properties[r.Name] = &Schema{Description: r.About, AnyOf: []*Schema{words(severity...), own}}
	}
	return out
}
