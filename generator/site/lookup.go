package site

import (
	"slices"
	"strings"

	"growthportal/generator/model"
)

// PageAt is the page that is published as a file, such as "nyheter/index.html"; nil where none is.
func (s *Site) PageAt(file string) *Page {
	for _, u := range []model.URL{model.URL("/" + strings.TrimSuffix(file, "index.html")), model.URL("/" + file)} {
		i, found := slices.BinarySearchFunc(s.Pages, u, func(p *Page, u model.URL) int { return strings.Compare(string(p.URL), string(u)) })
		if found && s.Pages[i].URL.File() == file {
			return s.Pages[i]
		}
	}
	return nil
}
