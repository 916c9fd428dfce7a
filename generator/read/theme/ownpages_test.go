package theme

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What a theme declares wrongly of the pages of the whole site is told at its place.
func TestOwnPageFaults(t *testing.T) {
	for _, c := range []struct {
		name, pages string
		want        []string
	}{
		{"all there", "corrections: {layout: page, title: {sv: A, en: B}, url: {sv: a/, en: b/c/}}", nil},
		{"an unknown page", "korrigeringar: {layout: page}", []string{`themes/my/theme.yaml:3:3-16: unknown-key "korrigeringar" (one-of corrections, glossary)`}},
		{"no layout", "glossary: {title: A, url: a/}", []string{`themes/my/theme.yaml:3:3-11: missing-key "layout" (add-key layout: ...)`}},
		{"an unknown layout", "glossary: {layout: pagee, title: A, url: a/}", []string{`themes/my/theme.yaml:3:22-27: unknown-layout "pagee" (did-you-mean page)`}},
		{"an address from the root", "glossary: {layout: page, title: A, url: /Ordlista}", []string{`themes/my/theme.yaml:3:43-52: bad-listing-url "/Ordlista" (write-so ordlista/)`}},
		{"a language without words", "glossary: {layout: page, title: {sv: A}, url: {sv: a/, en: b/}}", []string{`themes/my/theme.yaml:3:3-11: theme-text-missing "glossary" "en"`}},
	} {
		_, faults, err := Load(request(t, "-- themes/my/theme.yaml --\nextends: base\npages:\n  "+c.pages+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(c.want, told(faults)); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

// A theme that stands on another declares anew only what differs.
func TestOwnPagesAreInherited(t *testing.T) {
	thm, faults, err := Load(request(t, `
-- themes/up/theme.yaml --
extends: base
pages: {corrections: {layout: page, title: Upp, url: upp/}, glossary: {layout: page, title: Ord, url: ord/}}
-- themes/my/theme.yaml --
extends: up
pages: {corrections: {layout: page, title: Mitt, url: mitt/}}
`))
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	if thm.Own["corrections"].URL["sv"] != "mitt/" || thm.Own["glossary"].URL["en"] != "ord/" {
		t.Errorf("%+v", thm.Own)
	}
}
