// Package hosting makes the files that are for machines which serve or visit the site: robots.txt, _redirects,
// _headers and .well-known/security.txt.
package hosting

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"growthportal/generator/output"
	"growthportal/generator/policy"
	"growthportal/generator/read/config"
	"growthportal/generator/site"
)

// maker names this package and its version in the keys of recipes.
const maker = "hosting/1"

// Recipes lists a recipe for each file. sitemap is the absolute URL of the sitemap's index.
func Recipes(s *site.Site, sitemap string) []output.Recipe {
	list := []output.Recipe{
		text("robots.txt", "User-agent: *\nAllow: /\n\nSitemap: "+sitemap+"\n"),
		text("_redirects", redirects(s)),
		text("_headers", headers(s.Config)),
	}
	if len(s.Config.Security.Contact) > 0 {
		list = append(list, text(".well-known/security.txt", security(s.Config)))
	}
	return list
}

func text(path output.Path, content string) output.Recipe {
	return output.Recipe{
		Path: path, Maker: maker, Inputs: output.DigestOf(content), Claim: "config.yaml",
		Make: func(w io.Writer) error {
			_, err := io.WriteString(w, content)
			return err
		},
	}
}

// redirects lists the earlier URLs in the format of Netlify and Cloudflare Pages:
// https://developers.cloudflare.com/pages/configuration/redirects/.
func redirects(s *site.Site) string {
	var lines []string
	for _, p := range s.Pages {
		if p.Kind == site.AliasPage {
			lines = append(lines, fmt.Sprintf("%s %s 301\n", s.Config.URL.Href(p.URL), s.Config.URL.Href(p.Item.URL)))
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}

// headers are security headers and how long files may be kept, in the same services' format:
// https://developers.cloudflare.com/pages/configuration/headers/. What they protect from is told by
// https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html.
func headers(c *config.Config) string {
	list := []string{
		"Content-Security-Policy: " + policy.Header(c),
		"Referrer-Policy: strict-origin-when-cross-origin",
		"X-Content-Type-Options: nosniff",
		"X-Frame-Options: DENY",
		"Permissions-Policy: " + permissions,
		"Cross-Origin-Opener-Policy: same-origin",
	}
	if c.URL.Scheme == "https" { // browsers heed it over https alone (RFC 6797, section 8.1)
		list = append(list, "Strict-Transport-Security: max-age=31536000")
	}
	base := c.URL.Href("/")
	var b strings.Builder
	fmt.Fprintf(&b, "%s*\n", base)
	for _, header := range list {
		b.WriteString("  " + header + "\n")
	}
	fmt.Fprintf(&b, "%sassets/*\n  Cache-Control: public, max-age=31536000, immutable\n", base)
	for _, t := range types {
		fmt.Fprintf(&b, "%s*%s\n  Content-Type: %s\n", base, t.extension, t.media)
	}
	return b.String()
}

// permissions are what neither the site's pages nor what they frame can ask readers for: devices, sensors, payment
// (https://www.w3.org/TR/permissions-policy/).
const permissions = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), " +
	"midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()"

// security is security.txt by RFC 9116.
func security(c *config.Config) string {
	var b strings.Builder
	for _, contact := range c.Security.Contact {
		fmt.Fprintf(&b, "Contact: %s\n", contact)
	}
	fmt.Fprintf(&b, "Expires: %s\n", c.Security.Expires.End(c.Location).UTC().Format(time.RFC3339))
	if c.Security.Policy != "" {
		fmt.Fprintf(&b, "Policy: %s\n", c.Security.Policy)
	}
	languages := c.Security.Languages
	if len(languages) == 0 {
		for _, l := range c.Languages {
			languages = append(languages, string(l))
		}
	}
	fmt.Fprintf(&b, "Preferred-Languages: %s\n", strings.Join(languages, ", "))
	fmt.Fprintf(&b, "Canonical: %s\n", c.URL.Absolute("/.well-known/security.txt"))
	return b.String()
}

// types are the media types that hosts do not agree on, or tell without saying that the text is in UTF-8: of calendars
// (RFC 5545, 8.1) and cards of contacts (RFC 6350, 10.1).
var types = [...]struct{ extension, media string }{
	{".ics", "text/calendar; charset=utf-8"},
	{".vcf", "text/vcard; charset=utf-8"},
}
