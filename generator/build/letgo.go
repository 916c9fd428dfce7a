package build

import (
	"growthportal/generator/output"
	"growthportal/generator/site"
)

// letGo forgets what the files of a plan were made from, of which a large site has half a gigabyte or more, while files that are made change
// places. What the next process has to know of it is worked out before.
func (p *Plan) letGo() {
	if b := p.builder; b != nil {
		b.share()
		b.graph, b.terms, b.names, b.texts, b.standing = site.Request{}, nil, names{}, nil, nil
		b.Kept.letGo()
	}
	p.Theme, p.Documents, p.Site, p.Recipes, p.Samples, p.Rules = nil, nil, nil, nil, nil, nil
}

// letGo forgets what was made of the sources, and not what they look like.
func (k *Kept) letGo() {
	if k == nil {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.documents = generations[output.Digest, keptDocument]{}
	k.media = generations[mediaKey, looked]{}
	k.places, k.names, k.types, k.theme, k.config, k.site = nil, names{}, nil, keptTheme{}, keptConfig{}, keptSite{}
	k.library.forget()
}

// forget leaves the library without the way back to any text.
func (l *library) forget() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.now = texts{}
}
