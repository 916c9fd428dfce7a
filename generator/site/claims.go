package site

import (
	"fmt"
	"path"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/model"
	"growthportal/generator/read/document"
)

// claim is who publishes a file, for messages: a source's path, or what we make ourselves.
type claim struct{ who string }

// Generated are the files at the root that are made by the program itself.
func Generated() []string {
	return []string{"404.html", "sitemap.xml", "robots.txt", "_redirects", "_headers", ".manifest", ".journal"}
}

// reserved are folders of the program's own.
var reserved = []string{"assets/", ".tmp-"}

// checkConfig reports collections of types that the theme does not have.
func (g *graph) checkConfig() {
	var names []string
	for name := range g.Types {
		names = append(names, name)
	}
	for _, c := range g.Config.Collections {
		t, ok := g.Types[c.Type]
		if !ok {
			found := diag.UnknownType.At(c.TypePlace, c.Type)
			if near, ok := diag.Nearest(c.Type, names); ok {
				found = found.With(diag.DidYouMean, near)
			}
			g.report(found)
			continue
		}
		if strings.Contains(c.Permalink, ":period") && t.Traits.Series == "" {
			g.report(diag.NoPeriod.At(c.Place, c.Type))
		}
	}
}

// checkClaims reports two claims on one file, now or when what is scheduled appears, and links by address that lead
// nowhere. Listings and what is made anew come first, then items, then files, then aliases: the later one is at fault.
func (g *graph) checkClaims(s *Site) {
	claims := map[string]claim{}
	for _, name := range Generated() {
		claims[name] = claim{"growthportal"}
	}
	for _, f := range s.Feeds {
		for _, name := range f.Formats() {
			claims[(f.Folder + model.URL(name)).File()] = claim{"config.yaml"}
		}
	}
	for _, p := range s.Pages {
		if p.Kind == ListingPage {
			claims[p.URL.File()] = claim{"config.yaml (" + p.Listing.Title + ")"}
		}
	}
	g.claimComingYears(claims)
	for _, it := range g.items {
		if it.URL != "" && it.State != Draft && !it.Doc.Listing && g.urls[it.URL] == it {
			g.claim(claims, it.URL, it.Doc.Path, diag.Whole(it.Doc.Path), it)
		}
	}
	for _, it := range g.fronts {
		claims[it.URL.File()] = claim{"config.yaml"}
	}
	for _, f := range s.Files {
		g.claim(claims, f.URL, f.Source, diag.Whole(f.Source), f.item)
	}
	g.claimAliases(claims)
	g.claimDrafts(claims)
	g.checkAddressed(claims)
}

// claim notes a claim, or reports that somebody else has the file already. Folders and files may not share a name
// either: /a and /a/b cannot both be files.
func (g *graph) claim(claims map[string]claim, u model.URL, who string, place diag.Place, it *Item) bool {
	file := u.File()
	other, taken := claims[file]
	for _, prefix := range reserved {
		if strings.HasPrefix(file, prefix) {
			other, taken = claim{"growthportal"}, true
		}
	}
	if taken {
		if other.who != who {
			g.about(it, diag.URLCollision.At(place, string(u), other.who))
		}
		return false
	}
	claims[file] = claim{who}
	return true
}

// claimComingYears claims the years that scheduled items will open.
func (g *graph) claimComingYears(claims map[string]claim) {
	for _, it := range g.items {
		if it.State != Scheduled || it.Collection == nil || it.URL == "" || it.Order.IsZero() || it.Type.Order != "" {
			continue
		}
		u := it.Collection.URL[it.Lang] + model.URL(fmt.Sprintf("%04d/", it.Order.In(g.Config.Location).Year()))
		if _, ok := claims[u.File()]; !ok {
			claims[u.File()] = claim{"config.yaml (" + it.Collection.Name + ")"}
		}
	}
}

// claimAliases claims the earlier URLs of everything that is or will be published.
func (g *graph) claimAliases(claims map[string]claim) {
	for _, it := range g.items {
		for _, alias := range it.Doc.Aliases {
			switch {
			case it.State == Draft:
			case it.URL == "" && !it.Doc.Broken:
				g.about(it, diag.NoPage.At(alias.Place, it.Doc.Name))
			case it.URL != "":
				g.claimAlias(claims, it, alias)
			}
		}
	}
}

func (g *graph) claimAlias(claims map[string]claim, it *Item, alias document.Alias) {
	file := alias.URL.File()
	other, taken := claims[file]
	for _, prefix := range reserved {
		if strings.HasPrefix(file, prefix) {
			other, taken = claim{"growthportal"}, true
		}
	}
	if !taken {
		for dir := path.Dir(file); dir != "."; dir = path.Dir(dir) {
			if c, ok := claims[dir]; ok {
				other, taken = c, true
			}
		}
	}
	if taken {
		g.about(it, diag.AliasCollision.At(alias.Place, string(alias.URL), other.who))
		return
	}
	claims[file] = claim{it.Doc.Path}
}

// claimDrafts warns of drafts that stand where something else does.
func (g *graph) claimDrafts(claims map[string]claim) {
	for _, it := range g.items {
		if it.State != Draft || it.URL == "" || it.Doc.Listing {
			continue
		}
		if other, taken := claims[it.URL.File()]; taken && g.urls[it.URL] == it {
			g.about(it, diag.URLCollision.At(diag.Whole(it.Doc.Path), string(it.URL), other.who))
		}
	}
}
