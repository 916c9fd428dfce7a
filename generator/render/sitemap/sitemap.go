// Package sitemap makes the sitemap: an index of one file per collection and year, so that news changes one small file
// and the archive none (https://www.sitemaps.org/protocol.html).
package sitemap

import (
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/read/config"
	"growthportal/generator/site"
)

// maker names this package and its version in the keys of recipes, and claim who claims their paths.
const (
	maker = "sitemap/1"
	claim = "sitemap"
)

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

// Index is where the index stands.
const Index model.URL = "/sitemap.xml"

// limit is how many pages a file of a sitemap may list, by the protocol.
const limit = 50_000

type urlSet struct {
	XMLName xml.Name `xml:"urlset"`
	NS      string   `xml:"xmlns,attr"`
	URLs    []entry  `xml:"url"`
}

type index struct {
	XMLName  xml.Name `xml:"sitemapindex"`
	NS       string   `xml:"xmlns,attr"`
	Sitemaps []entry  `xml:"sitemap"`
}

type entry struct {
	Location string `xml:"loc"`
	Modified string `xml:"lastmod,omitempty"`
}

// Recipes lists a recipe for the index and one for each file that it names.
func Recipes(s *site.Site) []output.Recipe {
	groups := map[string][]*site.Page{}
	names := namer{s, map[shelf]string{}}
	for _, p := range s.Pages {
		if listed(p) {
			name := names.group(p)
			groups[name] = append(groups[name], p)
		}
	}
	var recipes []output.Recipe
	list := index{NS: namespace}
	for _, name := range slices.Sorted(maps.Keys(groups)) {
		for part, pages := range slices.Collect(slices.Chunk(groups[name], limit)) {
			u := model.URL("/sitemap-" + name + ".xml")
			if part > 0 {
				u = model.URL(fmt.Sprintf("/sitemap-%s-part%d.xml", name, part+1))
			}
			recipes = append(recipes, output.Recipe{Path: output.Path(u.File()), Maker: maker, Claim: claim, Later: func() output.Recipe {
				entries := make([]entry, len(pages))
				for i, p := range pages {
					entries[i] = entry{s.Config.URL.Absolute(p.URL), modified(s, p)}
				}
				return recipe(u, urlSet{NS: namespace, URLs: entries}, entries)
			}})
			list.Sitemaps = append(list.Sitemaps, entry{Location: s.Config.URL.Absolute(u)})
		}
	}
	return append(recipes, recipe(Index, list, list.Sitemaps))
}

// listed tells whether search engines are to know a page: not aliases, what has come down, or the pages of older items.
func listed(p *site.Page) bool {
	if p.Kind == site.ItemPage {
		return p.Item.State == site.Published
	}
	return p.Kind == site.ListingPage && p.Number == 0
}

// namer names the files that pages are listed in, each once.
type namer struct {
	site  *site.Site
	names map[shelf]string
}

// shelf is what the pages in one file have in common.
type shelf struct {
	collection *config.Collection
	year       int // 0 without a date
}

// group is the file that a page is listed in: its collection's and year's, else that of all other pages.
func (n namer) group(p *site.Page) string {
	if p.Kind != site.ItemPage || p.Item.Collection == nil {
		return "pages"
	}
	on := shelf{collection: p.Item.Collection}
	if !p.Item.Order.IsZero() {
		on.year = p.Item.Order.In(n.site.Config.Location).Year()
	}
	name, ok := n.names[on]
	if !ok {
		if name = on.collection.Name; !p.Item.Order.IsZero() {
			name = fmt.Sprintf("%s-%04d", name, on.year)
		}
		n.names[on] = name
	}
	return name
}

// modified is when an item was last revised. When a listing was is not told: it would change with all news.
func modified(s *site.Site, p *site.Page) string {
	if p.Kind != site.ItemPage {
		return ""
	}
	m := p.Item.Updated
	if m.IsZero() {
		m = s.Doc(p.Item).Date.Moment
	}
	if m.IsZero() {
		return ""
	}
	return m.Time.Format(time.RFC3339)
}

func recipe(u model.URL, document any, entries []entry) output.Recipe {
	return output.Recipe{
		Path: output.Path(u.File()), Maker: maker, Inputs: output.DigestOf(entries), Claim: claim,
		Make: func(w io.Writer) error {
			if _, err := io.WriteString(w, xml.Header); err != nil {
				return err
			}
			e := xml.NewEncoder(w)
			e.Indent("", " ")
			if err := e.Encode(document); err != nil {
				return err
			}
			_, err := io.WriteString(w, "\n")
			return err
		},
	}
}
