package external

import (
	"net/url"
	"slices"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/model"
	"growthportal/generator/read/document"
	"growthportal/generator/site"
)

// Links are the addresses on other sites in what is published or scheduled: in texts, and in fields that hold addresses.
func Links(docs []*document.Document, now time.Time) []Link {
	var links []Link
	add := func(target string, place diag.Place) {
		u, err := url.Parse(target)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
			return
		}
		u.Fragment = ""
		links = append(links, Link{URL: u.String(), Places: []diag.Place{place}})
	}
	for _, doc := range docs {
		if doc.Draft || site.Down(doc, now) {
			continue
		}
		bodies := []*model.Body{doc.Body}
		for _, f := range doc.Fields {
			for _, v := range append(slices.Clone(f.Value.List), f.Value) {
				if v.Kind == model.KindURL {
					add(v.Text, v.Spot.In(doc.Path))
				}
				bodies = append(bodies, v.Body())
			}
		}
		for _, body := range bodies {
			if body == nil {
				continue
			}
			for _, ref := range body.Refs {
				if ref.Kind == model.LinkRef {
					add(ref.Target, ref.Spot.In(doc.Path))
				}
			}
		}
	}
	return Sorted(links)
}
