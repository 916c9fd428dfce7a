package page_test

import (
	"bytes"
	"strings"
	"testing"

	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/render/page"
	"growthportal/generator/render/rendertest"
	"growthportal/generator/site"
)

// Compiled layouts write the very pages that html/template writes of them, of all kinds and whatever authors write in them, and
// never need its help.
func TestCompiledLayoutsWriteTheSame(t *testing.T) {
	hostile := rendertest.Corpus()
	for name, text := range hostile.Files {
		if strings.HasPrefix(name, "content/") && strings.HasSuffix(name, ".md") {
			hostile.Files[name] = strings.Replace(text, "---\ntitle: ", "---\ntitle: \"</title><b onclick='x'>&amp; + ` %zz ÅÄÖ\" # ", 1)
		}
	}
	all := rendertest.Corpus()
	all.Show = site.Show{Drafts: true, Future: true, Expired: true}
	for name, w := range map[string]*rendertest.World{"as it is": rendertest.Corpus(), "hostile": hostile, "all": all} {
		t.Run(name, func(t *testing.T) { compareBoth(t, w) })
	}
}

func compareBoth(t *testing.T, w *rendertest.World) {
	count := 0
	both := rendertest.Renderer{Owns: func(string) bool { return true }, Recipes: func(m rendertest.Made) []output.Recipe {
		in := page.Input{Context: t.Context(), Site: m.Site, Theme: m.Theme, Now: m.Now, Program: "growthportal test"}
		page.Both(in, func(u model.URL, quick, plain []byte, err error) {
			count++
			switch {
			case err != nil:
				t.Errorf("%s: %v", u, err)
			case quick == nil:
				t.Errorf("%s: html/template had to help", u)
			case !bytes.Equal(quick, plain):
				t.Errorf("%s: got\n%s\nwant\n%s", u, quick, plain)
			}
		})
		return nil
	}}
	both.Maker(t)(w)
	if count < 20 {
		t.Errorf("only %d pages were compared", count)
	}
}
