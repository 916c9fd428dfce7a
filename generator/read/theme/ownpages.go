package theme

import (
	"maps"
	"regexp"
	"slices"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/yaml"
)

// ownPage is a declared page of the whole site, with the place of the name of its layout, and of its declaration.
type ownPage struct {
	model.OwnPage
	layout named
	place  diag.Place
}

// ownURLForm is a path below a front page.
var ownURLForm = regexp.MustCompile(`^([a-z0-9-]+/)+$`)

// decodeOwnPages reads the key "pages" of a theme.yaml.
func decodeOwnPages(r *yaml.Reader, n *yaml.Node) map[model.Own]ownPage {
	var names []string
	for _, name := range model.OwnPages() {
		names = append(names, string(name))
	}
	if n == nil || !r.Mapping(n, names...) {
		return nil
	}
	pages := map[model.Own]ownPage{}
	for _, p := range n.Pairs {
		if !slices.Contains(names, p.Key) || !r.Mapping(p.Value, "layout", "title", "url") || !r.Need(p.Value, p.KeyPlace, "layout", "title", "url") {
			continue
		}
		page := ownPage{place: p.KeyPlace}
		page.layout, _ = text(r, p.Value.Get("layout"))
		page.Layout = page.layout.text
		page.Title = model.Text(r.TextByLang(p.Value.Get("title"), locale.Langs()))
		page.URL = r.TextByLang(p.Value.Get("url"), locale.Langs())
		for _, lang := range slices.Sorted(maps.Keys(page.URL)) {
			if !ownURLForm.MatchString(page.URL[lang]) {
				r.Report(diag.BadListingURL.At(p.Value.Get("url").Place, page.URL[lang]).With(diag.WriteSo, locale.Slug(page.URL[lang])+"/"))
				break
			}
		}
		pages[model.Own(p.Key)] = page
	}
	return pages
}

// ownPages merges what the themes of a chain declare; the nearest of each page wins.
func (l *loader) ownPages(chain []*layer) map[model.Own]model.OwnPage {
	merged := map[model.Own]model.OwnPage{}
	for _, y := range slices.Backward(chain) {
		for name, page := range y.settings.own {
			merged[name] = page.OwnPage
		}
	}
	return merged
}

// checkOwnPages looks up the layouts of declared pages, and their words in every language of the site.
func (l *loader) checkOwnPages(chain []*layer, t *Theme) {
	for _, y := range chain {
		for _, name := range model.OwnPages() {
			page, ok := y.settings.own[name]
			if !ok || page.Layout == "" {
				continue
			}
			if _, ok := t.layouts[page.Layout]; !ok {
				l.report(suggest(diag.UnknownLayout.At(page.layout.place, page.Layout), page.Layout, slices.Sorted(maps.Keys(t.layouts))))
			}
			for _, lang := range l.Languages {
				if page.URL[lang] == "" || page.Title[lang] == "" {
					l.report(diag.ThemeTextMissing.At(page.place, string(name), string(lang)))
				}
			}
		}
	}
}
