package page

import (
	"strconv"

	"growthportal/generator/site"
)

// filters closes the ways to narrow a listing.
func (r *renderer) filters(l *site.Listing) []Filter {
	var list []Filter
	for _, f := range l.Filters {
		view := Filter{Axis: string(f.Axis)}
		for _, c := range f.Choices {
			title := c.Title
			if c.Year != 0 {
				title = strconv.Itoa(c.Year)
			}
			view.Choices = append(view.Choices, Link{Title: title, Href: r.href(c.URL), Current: c.Current})
		}
		if f.All != nil {
			view.All = &Link{Title: f.All.Title, Href: r.href(f.All.URL)}
		}
		list = append(list, view)
	}
	return list
}
