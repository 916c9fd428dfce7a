package check

import (
	"flag"
	"os"
	"strings"
	"testing"

	"growthportal/generator/diag"
)

var update = flag.Bool("update", false, "write docs/checks.md anew")

const docsFile = "../../docs/checks.md"

// The manual of the rules is made of the rules.
func TestDocsAreCommitted(t *testing.T) {
	if *update {
		if err := os.WriteFile(docsFile, []byte(Docs()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	committed, err := os.ReadFile(docsFile)
	if err != nil {
		t.Fatal(err)
	}
	if strings.ReplaceAll(string(committed), "\r\n", "\n") != Docs() {
		t.Error("docs/checks.md differs from the rules; run: go test ./generator/check -update")
	}
}

// Every rule has a name of its own and codes of its own, looks in one way at most, and says in both languages what can be set.
func TestRulesAreSound(t *testing.T) {
	names, codes := map[string]bool{}, map[diag.Code]bool{}
	for _, r := range Rules() {
		if names[r.Name()] {
			t.Errorf("two rules are called %s", r.Name())
		}
		names[r.Name()] = true
		for _, c := range r.Codes {
			if codes[c] {
				t.Errorf("%s: two rules tell it", c)
			}
			codes[c] = true
		}
		ways := 0
		for _, there := range []bool{r.Text != nil, r.Site != nil, r.Built != nil} {
			if there {
				ways++
			}
		}
		if ways > 1 {
			t.Errorf("%s looks in %d ways", r.Name(), ways)
		}
		for _, s := range r.Settings {
			if s.About.SV == "" || s.About.EN == "" || s.Name == "severity" || !s.Words && (s.Default < s.Least || s.Default > s.Most) {
				t.Errorf("%s: the setting %q is not sound", r.Name(), s.Name)
			}
		}
	}
}
