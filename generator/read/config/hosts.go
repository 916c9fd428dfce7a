package config

import (
	"net/url"
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/read/yaml"
)

// Use is what a page loads something for, as config.yaml calls it.
type Use string

// The uses. A host that is named without any may be loaded from for those of [DefaultUses].
const (
	Image   Use = "image"
	Media   Use = "media" // video, sound, and subtitles
	Frame   Use = "frame" // another page inside the page
	Font    Use = "font"
	Style   Use = "style"
	Script  Use = "script"
	Connect Use = "connect" // what scripts ask for, and what browsers are told to fetch or to make ready
	Form    Use = "form"    // where a form is sent
)

// DefaultUses are those that can neither alter a page nor read it.
func DefaultUses() []Use { return []Use{Image, Media, Frame} }

// Uses lists what a host may be named for, as config.yaml calls it.
func Uses() []string {
	var list []string
	for _, use := range []Use{Image, Media, Frame, Font, Style, Script, Connect, Form} {
		list = append(list, string(use))
	}
	return list
}

// Host is another host from which pages may load.
type Host struct {
	Name string // in ASCII (IDNA) and small letters, without a port
	For  []Use
}

// MayLoad tells whether pages may load from another host for that use; host is in ASCII and small letters.
func (c *Config) MayLoad(host string, use Use) bool {
	return slices.ContainsFunc(c.Hosts, func(h Host) bool { return h.Name == host && slices.Contains(h.For, use) })
}

// hosts takes other hosts: names, without scheme, port or path, or mappings that also tell what for.
func (p *parser) hosts(n *yaml.Node) {
	for _, item := range p.List(n) {
		host := Host{For: DefaultUses()}
		name := item
		if item.Kind == yaml.Mapping {
			if !p.Mapping(item, "name", "for") {
				continue
			}
			p.Need(item, item.Place, "name", "for")
			name, host.For = item.Get("name"), p.uses(item.Get("for"))
		}
		var ok bool
		if host.Name, ok = p.host(name); ok {
			p.c.Hosts = append(p.c.Hosts, host)
		}
	}
}

func (p *parser) uses(n *yaml.Node) []Use {
	var uses []Use
	for _, item := range p.List(n) {
		word, ok := p.Choice(item, Uses()...)
		if ok && !slices.Contains(uses, Use(word)) {
			uses = append(uses, Use(word))
		}
	}
	return uses
}

// host takes the name of a host.
func (p *parser) host(n *yaml.Node) (string, bool) {
	s, ok := p.Text(n)
	if !ok {
		return "", false
	}
	if host, sound := asciiHost(s); sound {
		return host, true
	}
	d := diag.BadHost.At(n.Place, s)
	if u, err := url.Parse(s); err == nil && u.Hostname() != "" {
		d = d.With(diag.WriteSo, strings.ToLower(u.Hostname()))
	}
	p.Report(d)
	return "", false
}
