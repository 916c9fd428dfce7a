package theme

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"growthportal/generator/color"
	"growthportal/generator/diag"
	"growthportal/themes"
)

// brandPlace is where the tests' config.yaml names a colour.
var brandPlace = diag.Place{File: "config.yaml", Line: 7, Column: 18, EndColumn: 27}

func branded(t *testing.T, site, primary string) Request {
	req := request(t, site)
	req.Brand = []BrandColor{{Name: "primary", Value: primary, Place: brandPlace}}
	return req
}

const coloured = `
-- themes/my/theme.yaml --
extends: base
colors:
  paper: {light: "#ffffff", dark: "#101010"}
  act: {from: primary, otherwise: "#00558c", dark: {lightness: 0.8, chroma: 0.1}}
  act-quiet: {from: primary, otherwise: "#00558c", light: {lightness: 0.3}}
pairs:
  - {text: act, on: paper}
-- themes/my/assets/a.css --
p { color: var(--act) }
`

// The colours that are checked are those that pages have: the style sheet says them in words of its own, below all else.
func TestColorsInStyleSheets(t *testing.T) {
	thm, faults, err := Load(branded(t, coloured, "#8c1c13"))
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	got := ""
	for _, a := range thm.Assets {
		if a.Name == "a.css" {
			got = string(a.Content)
		}
	}
	base, _ := color.Parse("#8c1c13")
	lch := base.LCh()
	dark := color.LCh{L: 0.8, C: min(lch.C, 0.1), H: lch.H}.RGB().String()
	quiet := color.LCh{L: 0.3, C: lch.C, H: lch.H}.RGB().String()
	want := "@layer colors{:root{--act:#8c1c13;--act-quiet:" + quiet + ";--paper:#ffffff}@supports (color:light-dark(#000,#fff)){:root{" +
		"--act:light-dark(#8c1c13," + dark + ");--act-quiet:light-dark(" + quiet + ",#8c1c13);--paper:light-dark(#ffffff,#101010)}}}" +
		":root{--brand-primary:#8c1c13}p{color:var(--act)}"
	if d := cmp.Diff(want, strings.TrimSpace(got)); d != "" {
		t.Error(d)
	}
}

// A site's colour that cannot be read is an error at its place, with the pair, the ratio and a colour that will do; a theme's own
// at the pair.
func TestContrastFaults(t *testing.T) {
	for _, c := range []struct {
		name, site, primary string
		want                []string
	}{
		{"readable", coloured, "#00558c", nil},
		{"too light", coloured, "#e8b64c", []string{`config.yaml:7:18-27: low-contrast "act" "paper" "1.87" "4.5" (write-so "#987000")`}},
		{"what no colour would mend", strings.ReplaceAll(coloured, "text: act", "text: [act, act-quiet]"), "#e8b64c",
			[]string{`themes/my/theme.yaml:7:13-16: low-contrast "act" "paper" "1.87" "4.5"`}},
		{"enough for controls", strings.ReplaceAll(coloured, "text: act", "control: act"), "#9a7200", nil},
		{"the theme's own", strings.ReplaceAll(coloured, `dark: "#101010"`, `dark: "#888888"`), "#00558c",
			[]string{`themes/my/theme.yaml:7:12-15: low-contrast-dark "act" "paper" "1.91" "4.5"`}},
		{"a pair without the site's colours", strings.ReplaceAll(coloured, "- {text: act, on: paper}", "- {large: paper, on: paper}"), "#00558c", []string{
			`themes/my/theme.yaml:7:13-18: low-contrast "paper" "paper" "1.00" "3"`, `themes/my/theme.yaml:7:13-18: low-contrast-dark "paper" "paper" "1.00" "3"`,
		}},
		{"no such colour", strings.ReplaceAll(coloured, "on: paper", "on: papper"), "#00558c", []string{
			`themes/my/theme.yaml:7:21-27: unknown-color "papper" (did-you-mean paper)`,
		}},
	} {
		_, faults, err := Load(branded(t, c.site, c.primary))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(c.want, told(faults)); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
	}
}

// Whatever colour a municipality has, the portal tells of a colour near it that will do, and with that one nothing is wrong.
func TestPortalHasAColorForEverybody(t *testing.T) {
	l := &loader{Request: Request{Builtin: themes.FS(), Name: "portal"}}
	if err := l.openBuiltin(); err != nil {
		t.Fatal(err)
	}
	chain, ok := l.chain()
	if !ok {
		t.Fatal(l.diags)
	}
	p := l.palette(chain)
	if len(p.pairs) < 10 {
		t.Fatalf("%d pairs", len(p.pairs))
	}
	if w := p.weak(nil); len(w) > 0 {
		t.Errorf("the portal's own colours: %v", w)
	}
	rapid.Check(t, func(t *rapid.T) {
		c := color.RGB{R: rapid.Uint8().Draw(t, "r"), G: rapid.Uint8().Draw(t, "g"), B: rapid.Uint8().Draw(t, "b")}
		near, ok := p.nearest("primary", map[string]color.RGB{"primary": c})
		if !ok {
			t.Fatalf("nothing near %s will do", c)
		}
		if w := p.weak(map[string]color.RGB{"primary": near}); len(w) > 0 {
			t.Errorf("%s is told instead of %s: %v", near, c, w)
		}
	})
}
