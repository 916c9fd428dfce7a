package config

import (
	"growthportal/generator/diag"
	"growthportal/generator/read/yaml"
)

// RuleSetting is what config.yaml says of one rule of check, as it is written: which rules there are, and what can be
// said of each, is for the rules to know.
type RuleSetting struct {
	Rule  string
	Place diag.Place // of its name
	Value *yaml.Node
}

// check takes the settings of rules, in the order of the file.
func (p *parser) check(n *yaml.Node) {
	if !p.AnyMapping(n) {
		return
	}
	for _, pair := range n.Pairs {
		p.c.Check = append(p.c.Check, RuleSetting{Rule: pair.Key, Place: pair.KeyPlace, Value: pair.Value})
	}
}
