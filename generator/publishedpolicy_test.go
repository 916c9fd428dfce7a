package main_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// Every page has the security policy before all that it loads, for hosts that send no headers; with what only a header can say, it is
// the one in _headers. There stand the other headers too that keep readers safe.
func TestPolicyIsPublished(t *testing.T) {
	dir := newSite(t)
	writeFile(t, dir, "content/om.md", []byte("---\ntitle: Om\naliases: [/om-oss/]\n---\nText.\n"))
	buildQuietly(t, dir)
	headers, err := os.ReadFile(filepath.Join(dir, "public", "_headers"))
	if err != nil {
		t.Fatal(err)
	}
	for _, header := range []string{
		"Strict-Transport-Security: max-age=", "X-Content-Type-Options: nosniff", "Referrer-Policy: strict-origin-when-cross-origin",
		"Permissions-Policy: ", "Cross-Origin-Opener-Policy: same-origin", "X-Frame-Options: DENY", "/assets/*\n  Cache-Control: public, max-age=31536000, immutable",
	} {
		if !strings.Contains(string(headers), header) {
			t.Errorf("_headers does not say %q", header)
		}
	}
	pages := 0
	err = filepath.WalkDir(filepath.Join(dir, "public"), func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".html" {
			return err
		}
		pages++
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		page, err := goquery.NewDocumentFromReader(strings.NewReader(string(content)))
		if err != nil {
			return err
		}
		first := page.Find("head").Children().FilterFunction(func(_ int, s *goquery.Selection) bool { return !s.Is("meta[charset]") }).First()
		policy, _ := first.Attr("content")
		if !first.Is(`meta[http-equiv="Content-Security-Policy"]`) || strings.Contains(policy, "unsafe") || strings.Contains(policy, "frame-ancestors") {
			t.Errorf("%s does not begin with the policy: %q", name, policy)
		}
		if want := "\n  Content-Security-Policy: " + policy + "; frame-ancestors 'none'\n"; !strings.Contains(string(headers), want) {
			t.Errorf("%s: _headers does not say %q", name, want)
		}
		return nil
	})
	if err != nil || pages < 4 {
		t.Errorf("%d pages, %v", pages, err)
	}
}
