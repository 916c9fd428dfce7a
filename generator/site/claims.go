package site

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"path"
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/model"
	"growthportal/generator/output"
)

// claims tells who publishes each file, by its path in public/: a source's path, or what we make ourselves. A path
// cannot be both a file and a folder, and two paths that some file system takes for one (output.FoldName) are one here.
type claims struct {
	paths map[string]claimed
	spelt map[string]string // how a file is written that is written otherwise than its folded path
}

// claimed tells who has a path, as a file or as a folder; "" for nobody.
type claimed struct{ file, folder string }

func newClaims(size int) *claims {
	return &claims{paths: make(map[string]claimed, 2*size), spelt: map[string]string{}}
}

// add claims a file. It tells who has it already, or has what stands in its way; "" where nobody does.
func (c *claims) add(file, who string) (other string) {
	written := file
	file = output.FoldName(file)
	if other := c.takenFolded(file); other != "" {
		return other
	}
	c.paths[file] = claimed{file: who}
	if file != written {
		c.spelt[file] = written
	}
	for dir := range above(file) {
		if c.paths[dir].folder != "" {
			break // and so, those above
		}
		c.paths[dir] = claimed{folder: who}
	}
	return ""
}

// holds tells whether somebody publishes the file under this very name: most servers tell capitals from small letters.
func (c *claims) holds(file string) bool {
	folded := output.FoldName(file)
	written, otherwise := c.spelt[folded]
	if !otherwise {
		written = folded
	}
	return written == file && c.paths[folded].file != ""
}

func (c *claims) taken(file string) string { return c.takenFolded(output.FoldName(file)) }

func (c *claims) takenFolded(file string) string {
	if strings.HasPrefix(file, assets) || strings.HasPrefix(path.Base(file), temporary) {
		return ours
	}
	if by := c.paths[file]; by != (claimed{}) {
		return cmp.Or(by.file, by.folder)
	}
	for dir := range above(file) {
		switch by := c.paths[dir]; {
		case by.folder != "":
			return "" // no file is a folder, or above one
		case by.file != "":
			return by.file
		}
	}
	return ""
}

// above lists the folders that a file lies in, from the inside out, whatever it is called.
func above(file string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := strings.LastIndexByte(file, '/'); i > 0; i = strings.LastIndexByte(file[:i], '/') {
			if !yield(file[:i]) {
				return
			}
		}
	}
}

// ours names the program in messages about files that it makes by itself.
const ours = "growthportal"

// Generated are the files at the root that are made by the program itself.
func Generated() []string {
	return []string{"404.html", "sitemap.xml", "robots.txt", "_redirects", "_headers", ".manifest", ".journal"}
}

// What the program keeps for itself: a folder, and the beginning of names.
const (
	assets    = "assets/"
	temporary = ".tmp-"
)

// checkConfig reports collections of types that the theme does not have.
func (g *graph) checkConfig() {
	names := slices.Sorted(maps.Keys(g.Types))
	for _, c := range g.Config.Collections {
		t, ok := g.Types[c.Type]
		if c.Type == "" {
			continue // which has been reported
		}
		if !ok {
			found := diag.UnknownType.At(c.TypePlace, c.Type)
			if near, ok := diag.Nearest(c.Type, names); ok {
				found = found.With(diag.DidYouMean, near)
			}
			g.report(found)
			continue
		}
		pattern, place := c.Permalink, c.LinkPlace
		if pattern == "" {
			pattern, place = t.Permalink, c.TypePlace
		}
		if strings.Contains(pattern, ":period") && t.Traits.Series == "" {
			g.report(diag.NoPeriod.At(place, c.Type))
		}
	}
}

// checkClaims reports two claims on one file, now or when what is scheduled appears, and links by address that lead
// nowhere. Listings and what is made anew come first, then items, then files, then aliases: the later one is at fault.
func (g *graph) checkClaims(s *Site) {
	c := newClaims(len(s.Pages) + len(s.Files))
	for _, name := range Generated() {
		c.add(name, ours)
	}
	for _, f := range s.Feeds {
		for _, name := range f.Formats() {
			c.add((f.Folder + model.URL(name)).File(), "config.yaml")
		}
	}
	for _, p := range s.Pages {
		if p.Kind == ListingPage {
			c.add(p.URL.File(), "config.yaml ("+p.Listing.Title+")")
		}
	}
	g.claimComingYears(c)
	for _, it := range g.items {
		if it.URL != "" && it.State != Draft && !it.doc.Listing && g.urls[it.URL] == it {
			g.claim(c, it.URL, it.doc.Path, it)
		}
	}
	g.claimCompanions(c)
	for _, it := range g.made {
		c.add(it.URL.File(), ours)
	}
	for _, it := range g.fronts {
		c.add(it.URL.File(), "config.yaml")
	}
	for _, f := range s.Files {
		g.claim(c, f.URL, f.Source, f.item)
	}
	g.claimAliases(c)
	g.claimDrafts(c)
	g.checkAddressed(c)
}

// claim notes a claim of a source, or reports that somebody else has the file already.
func (g *graph) claim(c *claims, u model.URL, who string, it *Item) {
	place := diag.Whole(who)
	if it != nil && it.doc.Path == who {
		place = it.place()
	}
	if other := c.add(u.File(), who); other != "" {
		if other != who {
			g.about(it, diag.URLCollision.At(place, string(u), other))
		}
		return
	}
	g.checkHeld(it, u, place)
}

// checkHeld reports an address whose file not every system can hold.
func (g *graph) checkHeld(it *Item, u model.URL, place diag.Place) {
	file := u.File()
	if output.Path(file).Valid() {
		return
	}
	for part := range strings.SplitSeq(file, "/") {
		if !output.HeldEverywhere(part) {
			g.about(it, diag.NameReserved.At(place, part))
			return
		}
	}
	g.about(it, diag.NameLength.At(place, fmt.Sprint(output.MaxPath)))
}

// claimComingYears claims the years that scheduled items will open.
func (g *graph) claimComingYears(c *claims) {
	for _, it := range g.items {
		if it.State != Scheduled || it.Collection == nil || it.URL == "" || it.Order.IsZero() || it.Type.Order != "" {
			continue
		}
		year := fmt.Sprintf("%04d/", it.Order.In(g.Config.Location).Year())
		c.add((it.Collection.URL[it.Lang] + model.URL(year)).File(), "config.yaml ("+it.Collection.Name+")")
	}
}

// claimAliases claims the earlier URLs of everything that is or will be published.
func (g *graph) claimAliases(c *claims) {
	for _, it := range g.items {
		for _, alias := range it.doc.Aliases {
			switch {
			case it.State == Draft:
			case it.URL == "" && !it.doc.Broken:
				g.about(it, diag.NoPage.At(alias.Place, it.doc.Name))
			case alias.URL == it.URL:
				g.about(it, diag.BadAliasTarget.At(alias.Place, string(alias.URL)))
			case it.URL != "":
				if other := c.add(alias.URL.File(), it.doc.Path); other != "" {
					g.about(it, diag.AliasCollision.At(alias.Place, string(alias.URL), other))
				} else {
					g.checkHeld(it, alias.URL, alias.Place)
				}
			}
		}
	}
}

// claimDrafts warns of drafts that stand where something else does.
func (g *graph) claimDrafts(c *claims) {
	for _, it := range g.items {
		if it.State != Draft || it.URL == "" || it.doc.Listing {
			continue
		}
		if other := c.taken(it.URL.File()); other != "" && g.urls[it.URL] == it {
			g.about(it, diag.URLCollision.At(it.place(), string(it.URL), other))
		}
	}
}
