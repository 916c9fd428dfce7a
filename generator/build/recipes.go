package build

import (
	"cmp"
	"io"
	"slices"

	"growthportal/generator/diag"
	"growthportal/generator/output"
	"growthportal/generator/read/theme"
	"growthportal/generator/render/calendar"
	"growthportal/generator/render/card"
	"growthportal/generator/render/feed"
	"growthportal/generator/render/hosting"
	"growthportal/generator/render/image"
	"growthportal/generator/render/page"
	"growthportal/generator/render/sitemap"
	"growthportal/generator/render/vcard"
	"growthportal/generator/site"
)

// recipes lists what every renderer makes. A new kind of output is one line here.
func (b *builder) recipes(s *site.Site, thm *theme.Theme, files *files) []output.Recipe {
	copies, err := files.copies(s.Files)
	if err != nil {
		files.fail(err)
		return nil
	}
	made := []func() []output.Recipe{
		func() []output.Recipe {
			return page.Recipes(page.Input{Context: b.ctx, Site: s, Theme: thm, Now: b.plan.Now, Program: b.Program})
		},
		func() []output.Recipe { return feed.Recipes(s, b.Program) },
		func() []output.Recipe { return sitemap.Recipes(s) },
		func() []output.Recipe { return calendar.Recipes(s, b.Program) },
		func() []output.Recipe { return vcard.Recipes(s, b.Program) },
		func() []output.Recipe { return hosting.Recipes(s, s.Config.URL.Absolute(sitemap.Index)) },
		func() []output.Recipe { return assets(thm) },
		func() []output.Recipe { return copies },
		func() []output.Recipe { return image.Recipes(s, b.snap.Read) },
		func() []output.Recipe { return card.Recipes(s) },
	}
	lists := make([][]output.Recipe, len(made))
	if err := b.each(len(made), func(i int) error { lists[i] = made[i](); return nil }); err != nil {
		return nil // the context has ended, as is told at the end
	}
	list := slices.Concat(lists...)
	slices.SortStableFunc(list, func(a, b output.Recipe) int { return cmp.Compare(a.Path, b.Path) })
	return b.withoutClashes(list)
}

// assets are the theme's style sheets, scripts and fonts.
func assets(thm *theme.Theme) []output.Recipe {
	var list []output.Recipe
	for _, a := range thm.Assets {
		list = append(list, output.Recipe{
			Path: a.Path, Maker: "asset/1", Inputs: a.Digest, Claim: a.Name,
			Make: func(w io.Writer) error {
				_, err := w.Write(a.Content)
				return err
			},
		})
	}
	return list
}

// withoutClashes reports two recipes for one path, which the site could not see, since it does not know the names of
// the files that renderers make besides its pages; and a file that stands where another needs a folder.
func (b *builder) withoutClashes(list []output.Recipe) []output.Recipe {
	kept := list[:0] // never before what is looked at
	for _, r := range list {
		if n := len(kept); n > 0 && (kept[n-1].Path == r.Path || under(r.Path, kept[n-1].Path)) {
			first, second := kept[n-1], r
			if _, ok := b.snap.Lookup(second.Claim); !ok {
				first, second = second, first
			}
			b.add([]diag.Diagnostic{diag.URLCollision.At(diag.Whole(second.Claim), "/"+string(second.Path), first.Claim)})
			continue
		}
		kept = append(kept, r)
	}
	return kept
}

// under tells whether a path lies below another, as if that were a folder.
func under(p, folder output.Path) bool {
	return len(p) > len(folder) && p[:len(folder)] == folder && p[len(folder)] == '/'
}
