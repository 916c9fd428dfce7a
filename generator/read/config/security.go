package config

import (
	"net/url"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/read/yaml"
)

// security takes what RFC 9116 asks for: contact and expires are required there.
func (p *parser) security(n *yaml.Node) {
	if !p.Mapping(n, "contact", "expires", "policy", "languages") {
		return
	}
	p.Need(n, n.Place, "contact", "expires")
	s := &p.c.Security
	for _, item := range p.List(n.Get("contact")) {
		if address, ok := p.contact(item, "mailto", "tel", "https"); ok {
			s.Contact = append(s.Contact, address)
		}
	}
	if day, ok := p.Date(n.Get("expires")); ok {
		s.Expires = day
	}
	if policy := n.Get("policy"); policy != nil {
		s.Policy, _ = p.contact(policy, "https")
	}
	s.Languages = names(p.c.Languages)
	if langs := n.Get("languages"); langs != nil {
		s.Languages = p.Texts(langs)
	}
}

// contact takes an address with one of the schemes.
func (p *parser) contact(n *yaml.Node, schemes ...string) (string, bool) {
	s, ok := p.Text(n)
	if !ok {
		return "", false
	}
	u, err := url.Parse(s)
	for _, scheme := range schemes {
		if err == nil && u.Scheme == scheme && (u.Opaque != "" || scheme == "https" && u.Hostname() != "") && !strings.ContainsAny(s, " <>") {
			return s, true
		}
	}
	d := diag.BadContact.At(n.Place, s)
	if strings.Count(s, "@") == 1 && !strings.ContainsAny(s, ":/ ") && schemes[0] == "mailto" {
		d = d.With(diag.WriteSo, `"mailto:`+s+`"`)
	} else {
		d = d.With(diag.BeginWith, strings.Join(schemes, ":, ")+":")
	}
	p.Report(d)
	return "", false
}
