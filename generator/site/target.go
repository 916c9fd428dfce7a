package site

import (
	"growthportal/generator/locale"
	"growthportal/generator/model"
)

// Target is where an open reference of a body leads. A large site holds half a million of them, nearly all of which are an address
// and nothing else.
type Target struct {
	URL      model.URL // on the site
	External string    // off the site: the whole URL
	More     *More     // nil where there is no more to it
}

// More is what few targets have.
type More struct {
	Query    string // as it is written; it and Fragment follow the URL
	Fragment string
	Lang     locale.Lang // of the page on the site, where it is not that of the page with the link
	Picture  *Picture
	Meaning  string // of a term: what the glossary says, at URL and Fragment
	First    bool   // a picture that stands at the top of its page
}

// more is what else there is to a target.
func (t Target) more() More {
	if t.More == nil {
		return More{}
	}
	return *t.More
}

// led is a target while it is looked for.
type led struct {
	URL      model.URL
	External string
	More
}

// target is the target in little memory.
func (l led) target() Target {
	t := Target{URL: l.URL, External: l.External}
	if l.More != (More{}) {
		more := l.More
		t.More = &more
	}
	return t
}

// slab is how many targets memory is made for at a time.
const slab = 1024

// room is memory for n targets.
func (g *graph) room(n int) []Target {
	if n > len(g.targets) {
		g.targets = make([]Target, max(n, slab))
	}
	list := g.targets[:n:n]
	g.targets = g.targets[n:]
	return list
}
