package policy

import (
	"strings"
	"testing"

	"growthportal/generator/diag"
	"growthportal/generator/output"
	"growthportal/generator/read/config"
)

func settings(t *testing.T, more string) *config.Config {
	t.Helper()
	c, found := config.Parse("config.yaml", []byte("title: T\nurl: https://example.se/tillvaxt/\n"+more))
	if len(found) > 0 {
		t.Fatal(found)
	}
	return c
}

// The policy allows the site itself, and of others no more than what they are named for; nothing in it is unsafe, and a page
// does not say what only a host can.
func TestPolicy(t *testing.T) {
	c := settings(t, "hosts: [v.example.se, {name: s.example.se, for: [script, connect]}, {name: v.example.se, for: [font, image]}]\n")
	const want = "default-src 'self'; script-src 'self' https://s.example.se; img-src 'self' data: https://v.example.se; " +
		"font-src 'self' data: https://v.example.se; media-src 'self' https://v.example.se; frame-src 'self' https://v.example.se; " +
		"connect-src 'self' https://s.example.se; object-src 'none'; base-uri 'none'; form-action 'self'"
	if got := Meta(c); got != want {
		t.Errorf("in a page:\n%s\nwant\n%s", got, want)
	}
	if got := Header(c); got != want+"; frame-ancestors 'none'" {
		t.Errorf("in a header: %s", got)
	}
	if strings.Contains(Header(c)+Header(settings(t, "")), "unsafe") {
		t.Error("something is unsafe")
	}
}

// A page finds its own style sheets however their addresses are written, and what they load counts.
func TestSheetsAreFound(t *testing.T) {
	r := &Rules{Config: settings(t, "budgets: {page: 1 kB, requests: 3}\n"), Sheets: map[output.Path]Sheet{"assets/a.css": {Size: 2000, Loads: 1}}, Source: func(output.Path) Source { return Source{} }}
	for address, found := range map[string]bool{
		"/tillvaxt/assets/a.css": true, "/tillvaxt/assets/a.css?1": true, "../assets/a.css": true, "/tillvaxt/x/../assets/a.css": true,
		"https://example.se/tillvaxt/assets/a.css": true, "//example.se/tillvaxt/assets/a.css": true,
		"/assets/a.css": false, "a.css": false, "https://other.se/tillvaxt/assets/a.css": false, "%zz": false,
	} {
		got := r.Hold("x/index.html", Facts{Size: 10, Styles: []string{address}})
		over := false
		for _, d := range got {
			over = over || d.Code == diag.OverBudget
		}
		if over != found {
			t.Errorf("%s: %v", address, got)
		}
	}
}
