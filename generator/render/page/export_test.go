package page

import "growthportal/generator/model"

// Both makes every page of a site in both ways that a layout has.
func Both(in Input, each func(u model.URL, quick, plain []byte, err error)) {
	r := newRenderer(in)
	for _, p := range in.Site.Pages {
		layout, _ := r.Theme.Layout(p.Layout)
		quick, plain, err := layout.Both(in.Context, r.of(p).view())
		each(p.URL, quick, plain, err)
	}
}
