// Package policy says what a page may ask of a reader's browser, and holds finished pages to it: what it loads and from
// where, what code it holds itself, how much it weighs.
//
// [Header] and [Meta] are the Content-Security-Policy that browsers enforce. [Scan] finds out what a finished page would ask
// for; that follows from its bytes alone, so that it can be remembered with them. [Rules] hold what was found to config.yaml.
package policy

import (
	"strings"

	"growthportal/generator/read/config"
)

// Header is the Content-Security-Policy (https://www.w3.org/TR/CSP3/) for a host to send: nothing from elsewhere but what
// config.yaml names, no code in the pages themselves, no plugins, no foreign frames around the site.
func Header(c *config.Config) string { return Meta(c) + "; frame-ancestors 'none'" }

// Meta is the same policy for a page's own head, for hosts that send no headers. There, frame-ancestors would be ignored
// with a warning (https://www.w3.org/TR/CSP3/#meta-element).
func Meta(c *config.Config) string {
	parts := []string{"default-src 'self'"}
	for _, d := range []struct {
		name, always string // what stands there besides 'self'
		use          config.Use
	}{
		{"script-src", "", config.Script}, {"style-src", "", config.Style}, {"img-src", " data:", config.Image},
		{"font-src", " data:", config.Font}, {"media-src", "", config.Media}, {"frame-src", "", config.Frame},
		{"connect-src", "", config.Connect},
	} {
		if more := d.always + hosts(c, d.use); more != "" { // without more it is as default-src has it
			parts = append(parts, d.name+" 'self'"+more)
		}
	}
	parts = append(parts, "object-src 'none'", "base-uri 'none'", "form-action 'self'"+hosts(c, config.Form))
	return strings.Join(parts, "; ")
}

// hosts are the other hosts that may be loaded from for a use, by https alone.
func hosts(c *config.Config, use config.Use) string {
	var b strings.Builder
	for _, h := range c.Hosts {
		if c.MayLoad(h.Name, use) {
			if source := " https://" + h.Name; !strings.Contains(b.String()+" ", source+" ") {
				b.WriteString(source)
			}
		}
	}
	return b.String()
}
