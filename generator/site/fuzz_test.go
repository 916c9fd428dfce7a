package site_test

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"growthportal/generator/diag"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/read/config"
	"growthportal/generator/site"
)

// FuzzURLs makes sites whose folders, slugs, earlier addresses and files have any names, and holds that every URL stays on
// the site and can be written, that browsers come from each address to that very file, by links from anywhere, and that it makes
// no difference how accents are composed.
func FuzzURLs(f *testing.F) {
	f.Add("Om Oss/Hitta hit", "vi", "/gammal", "Bil aga.pdf", "a/B.txt", "x=1&y=å", "/tillvaxt")
	f.Add("å", "", "/p%C3%A5/", "100% å.pdf", "a%20b#1 [2].txt", "", "")
	f.Add("../..", "..", "/../x", "../../x.pdf", "..txt", "#", "/a/b")
	f.Add("a\u0301/CON", "-", "/a\u0301//b/./c?d#e", "a\u0301.pdf", "a\u0301.html", "%2e%2e", "/~x")
	f.Add("x", "", "//example.org/y", "%2e%2e%2fz.pdf", ".well-known/x'();,@&=+$!*", `"<>`, "")
	f.Fuzz(func(t *testing.T, name, slug, alias, file, static, query, base string) {
		if !sourceName(name) || !sourceName(static) || !sourceName(file) || strings.Join(strings.Fields(file), " ") != file {
			return // no source is called so, or nobody could say so in front matter, where lines are one
		}
		w := urlWorld(name, slug, alias, file, static, query)
		m := w.make(t)
		collides := slices.ContainsFunc(m.found, func(d diag.Diagnostic) bool { return d.Code == diag.URLCollision })
		for _, d := range m.found {
			if !collides && (d.Code == diag.BrokenLink || d.Code == diag.MissingFile) {
				t.Fatalf("%q, %q: what is there is not found: %v", file, static, d)
			}
		}
		m.Config.URL = somewhere(base)
		all := map[model.URL]bool{}
		for _, p := range m.Pages {
			all[p.URL] = true
		}
		for _, file := range m.Files {
			all[file.URL] = true
		}
		for u := range all {
			soundURL(t, m.Config.URL, u, diag.HasErrors(m.found))
		}
		for _, p := range m.Pages {
			if p.Kind == site.ItemPage && p.Item != nil && site.DocOf(p.Item).Body != nil {
				linksLead(t, m.Site, p, all, query)
			}
		}
		parted := urlWorld(norm.NFD.String(name), slug, norm.NFD.String(alias), norm.NFD.String(file), norm.NFD.String(static), query)
		if got, want := parted.make(t).urls(), m.urls(); !slices.Equal(got, want) {
			t.Fatalf("%q as they are composed, %q parted", want, got)
		}
	})
}

// sourceName tells whether files of the sources, texts aside, can have a name, as read/source sees it.
func sourceName(name string) bool {
	name = norm.NFC.String(name)
	for part := range strings.SplitSeq(name, "/") {
		if part == "" || strings.EqualFold(path.Ext(part), ".md") || part[0] == '.' || part[0] == '_' || !output.HeldEverywhere(part) || !output.HeldEverywhere(norm.NFD.String(part)) {
			return false
		}
	}
	odd := func(r rune) bool {
		return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
	}
	return utf8.ValidString(name) && !strings.ContainsFunc(name, odd)
}

// urlWorld is a site with a page of that name, which refers to files in each way. Sources are called by composed names.
func urlWorld(name, slug, alias, file, static, query string) world {
	link := func(address string) string {
		return "<" + (&url.URL{Path: address}).EscapedPath() + "?" + url.QueryEscape(query) + ">"
	}
	fields := []string{fmt.Sprintf("aliases: [%q]", alias), fmt.Sprintf("attachments: [{file: %q, title: T}]", file)}
	if slug != "" {
		fields = append(fields, fmt.Sprintf("slug: %q", slug))
	}
	fields = append(fields, "\n[fil]("+link("./"+file)+") [fast]("+link("/"+static)+") [hit]("+link("/nyheter/")+")\n")
	folder := "content/" + norm.NFC.String(name)
	return world{files: map[string]string{
		folder + "/index.md": item(fields...), path.Join(folder, norm.NFC.String(file)): "x", "content/static/" + norm.NFC.String(static): "x",
		"content/news/2026-01-01-x.md": item(),
	}}
}

// somewhere is a site's address with a path, if it can have that one.
func somewhere(base string) config.BaseURL {
	if u, wrong := config.ParseURL("https://example.se" + base); wrong == nil && u.Host == "example.se" {
		return u
	}
	return config.BaseURL{Scheme: "https", Host: "example.se"}
}

// written is the form of an address: a path in ASCII (RFC 3986, 3.3).
var written = regexp.MustCompile(`^/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})*$`)

// soundURL holds one URL. Only that its file can be held everywhere is not to be expected where that has been told of.
func soundURL(t *testing.T, base config.BaseURL, u model.URL, told bool) {
	t.Helper()
	if !strings.HasPrefix(string(u), "/") || strings.ContainsFunc(string(u), unicode.IsControl) || !utf8.ValidString(string(u)) {
		t.Fatalf("%q is no path of the site", u)
	}
	if clean := path.Clean(string(u)); clean != string(u) && clean+"/" != string(u) {
		t.Fatalf("%q leads somewhere else than it says", u)
	}
	if !told && !output.Path(u.File()).Valid() {
		t.Fatalf("%q is told of nowhere, and no file can be called so", u)
	}
	href := base.Href(u)
	if !written.MatchString(href) || !strings.HasPrefix(href, base.Path+"/") {
		t.Fatalf("%q is written %q", u, href)
	}
	from, err := url.Parse(base.Absolute("/nyheter/2026/"))
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{href, base.Absolute(u), model.EncodeAddress(href)} {
		to, err := from.Parse(address)
		if err != nil || to.Host != base.Host || to.Path != base.Path+string(u) || to.RawQuery != "" || to.Fragment != "" {
			t.Fatalf("%q leads to %q (%v), not to %q", address, to, err, u)
		}
	}
}

// linksLead holds that what a text refers to on the site is there, at the address that it gives, query and all.
func linksLead(t *testing.T, s *site.Site, p *site.Page, all map[model.URL]bool, query string) {
	t.Helper()
	for _, to := range s.Targets(p.Item, site.DocOf(p.Item).Body) {
		if to.URL == "" {
			continue // which has been told of
		}
		href := to.Href(s.Config.URL.Href)
		u, err := url.Parse(href)
		if err != nil || u.Host != "" {
			t.Fatalf("%q: %v", href, err)
		}
		inside, below := strings.CutPrefix(u.Path, s.Config.URL.Path)
		if got := u.Query(); !below || !all[model.URL(inside)] || query != "" && !got.Has(query) {
			t.Fatalf("a link leads to %q, which is nothing on the site, or asks %v for %q", href, got, query)
		}
	}
}
