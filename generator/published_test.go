package main_test

import (
	"bytes"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"growthportal/generator/cli"
	"growthportal/themes"
)

// sampleNow is the instant at which the repository's own site is published in tests.
const sampleNow = "2026-11-23T12:00:00+01:00"

// The repository's own site, published at the root of a host and below a path, holds what a reader, a validator, a feed
// reader, a search engine and a crawler expect of it.
func TestPublishedPortal(t *testing.T) {
	source := copySite(t, nil)
	for _, address := range []string{"https://tillvaxt.example.se/", "https://example.se/tillvaxt/"} {
		p := publish(t, source, address)
		if len(p.pages) < 100 {
			t.Fatalf("only %d pages", len(p.pages))
		}
		t.Run(p.base.Host+p.base.Path, func(t *testing.T) {
			t.Run("pages", p.checkPages)
			t.Run("languages", p.checkLanguages)
			t.Run("links", p.checkLinks)
			t.Run("assets", p.checkAssets)
			t.Run("feeds", p.checkFeeds)
			t.Run("json feeds", p.checkJSONFeeds)
			t.Run("sitemaps", p.checkSitemaps)
			t.Run("hosting", p.checkHosting)
			t.Run("validator", p.checkValid)
		})
	}
}

// portal is a published site as its readers meet it.
type portal struct {
	dir   string // where it was published
	base  *url.URL
	files map[string][]byte            // by path below dir, without what is not served
	pages map[string]*goquery.Document // those of the files that are HTML
}

// publish builds the site in a folder for an address and reads what became of it.
func publish(t *testing.T, source, address string) *portal {
	t.Helper()
	base, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	p := &portal{
		dir: filepath.Join(t.TempDir(), "public"), base: base,
		files: map[string][]byte{}, pages: map[string]*goquery.Document{},
	}
	var out bytes.Buffer
	status := cli.Run(cli.Env{
		Args:   []string{"build", "--source", source, "--destination", p.dir, "--url", address, "--now", sampleNow, "--clean"},
		Stdout: &out, Stderr: &out, Getenv: func(string) string { return "" }, Clock: time.Now, Themes: themes.FS(),
	})
	if status != 0 {
		t.Fatalf("the site cannot be built: status %d\n%s", status, out.String())
	}
	p.read(t)
	return p
}

func (p *portal) read(t *testing.T) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(p.dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == ".manifest" || name == "_headers" || name == "_redirects" {
			return err
		}
		content, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		p.files[name] = content
		if path.Ext(name) == ".html" {
			p.pages[name], err = goquery.NewDocumentFromReader(bytes.NewReader(content))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// address is the URL at which a file is met.
func (p *portal) address(name string) *url.URL {
	if path.Base(name) == "index.html" {
		name = strings.TrimSuffix(name, "index.html")
	}
	return p.base.ResolveReference(&url.URL{Path: name})
}

// file is the file behind a URL of the site: found tells whether there is one, and ours whether the URL is on the site's
// host at all.
func (p *portal) file(u *url.URL) (name string, ours, found bool) {
	if u.Host != p.base.Host || u.Scheme != p.base.Scheme {
		return "", false, false
	}
	name, below := strings.CutPrefix(u.Path, p.base.Path)
	if !below {
		return "", true, false
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	_, found = p.files[name]
	return name, true, found
}

// names are the paths of the site's files that match, in order.
func (p *portal) names(match func(name string) bool) []string {
	var list []string
	for name := range p.files {
		if match(name) {
			list = append(list, name)
		}
	}
	slices.Sort(list)
	return list
}

// eachPage calls f with every page, in order of their paths.
func (p *portal) eachPage(f func(name string, page *goquery.Document)) {
	for _, name := range p.names(func(name string) bool { return p.pages[name] != nil }) {
		f(name, p.pages[name])
	}
}

// isRedirect tells whether a page only leads to another one.
func isRedirect(page *goquery.Document) bool {
	return page.Find(`meta[http-equiv="refresh"]`).Length() > 0
}

// isHidden tells whether a page asks search engines not to keep it.
func isHidden(page *goquery.Document) bool {
	content, _ := page.Find(`meta[name="robots"]`).Attr("content")
	return strings.Contains(content, "noindex")
}

// copySite copies the repository's site, without the files that leave names, to a folder of the test's own.
func copySite(t *testing.T, leave func(name string) bool) string {
	t.Helper()
	dir := t.TempDir()
	for _, root := range []string{"config.yaml", "content"} {
		err := fs.WalkDir(os.DirFS(".."), root, func(name string, d fs.DirEntry, err error) error {
			target := filepath.Join(dir, filepath.FromSlash(name))
			switch {
			case err != nil:
				return err
			case d.IsDir():
				return os.MkdirAll(target, 0o755)
			case leave != nil && leave(name):
				return nil
			}
			content, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(name)))
			if err != nil {
				return err
			}
			return os.WriteFile(target, content, 0o644)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// needs skips a test that something is missing for, and fails it where all tests must run.
func needs(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("GROWTHPORTAL_FULL_TESTS") == "1" {
		t.Fatalf("missing: %s", what)
	}
	t.Skipf("missing: %s", what)
}
