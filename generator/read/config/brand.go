package config

import (
	"io/fs"
	"regexp"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/read/yaml"
)

var hexColor = regexp.MustCompile(`^#([0-9a-f]{3}|[0-9a-f]{6})$`)

// brand takes the site's colours and its logo.
func (p *parser) brand(n *yaml.Node) {
	if !p.Mapping(n, "primary", "secondary", "logo") {
		return
	}
	b := &p.c.Brand
	b.Primary, b.PrimaryPlace = p.color(n.Get("primary"))
	b.Secondary, b.SecondaryPlace = p.color(n.Get("secondary"))
	light, dark := n.Get("logo"), (*yaml.Node)(nil)
	if light != nil && light.Kind == yaml.Mapping {
		if !p.Mapping(light, "light", "dark") {
			return
		}
		p.Need(light, light.Place, "light")
		light, dark = light.Get("light"), light.Get("dark")
	}
	b.Logo, b.LogoPlace = p.contentFile(light)
	b.DarkLogo, b.DarkLogoPlace = p.contentFile(dark)
}

// contentFile takes the name of a file below content/.
func (p *parser) contentFile(n *yaml.Node) (string, diag.Place) {
	s, ok := p.Text(n)
	if !ok {
		return "", diag.Place{}
	}
	if s == "." || !fs.ValidPath(s) || strings.HasPrefix(s, "content/") {
		d := diag.BadFileName.At(n.Place, s)
		if mend := strings.TrimPrefix(strings.TrimPrefix(s, "/"), "content/"); mend != s && mend != "." && fs.ValidPath(mend) {
			d = d.With(diag.WriteSo, mend)
		}
		p.Report(d)
		return "", diag.Place{}
	}
	return s, n.Place
}

// color takes a colour in hexadecimal. Without quotes "#" begins a comment, so that nothing is left of it.
func (p *parser) color(n *yaml.Node) (string, diag.Place) {
	if n == nil {
		return "", diag.Place{}
	}
	if n.Kind == yaml.Null {
		p.Report(diag.BadColor.At(n.Place, n.Name).With(diag.QuotedColor))
		return "", diag.Place{}
	}
	s, ok := p.Text(n)
	if !ok {
		return "", diag.Place{}
	}
	lower := strings.ToLower(s)
	switch {
	case hexColor.MatchString(lower):
		return lower, n.Place
	case hexColor.MatchString("#" + lower):
		p.Report(diag.BadColor.At(n.Place, n.Name).With(diag.WriteSo, `"#`+lower+`"`))
	default:
		p.Report(diag.BadColor.At(n.Place, n.Name).With(diag.QuotedColor))
	}
	return "", diag.Place{}
}
