package page

import (
	"cmp"
	"html/template"
	"strings"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/site"
)

// structured is the page's structured data as script elements. Its writer escapes <, > and &, so that nothing in them can end
// the element (https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements).
func (r *renderer) structured(p *site.Page, v *View) template.HTML {
	buffer, ok := r.buffers.Get().(*[]byte)
	if !ok {
		buffer = new([]byte)
	}
	defer r.buffers.Put(buffer)
	b := (*buffer)[:0]
	if p.Kind == site.ItemPage && v.Page.Preview == "" {
		b = appendScript(b, r.schema(p.Item, v))
	}
	if len(p.Crumbs) > 0 {
		b = appendScript(b, r.breadcrumbs(p, v))
	}
	*buffer = b
	return template.HTML(b)
}

// appendScript writes a node as a script element; nothing for none.
func appendScript(b []byte, node object) []byte {
	if node == nil {
		return b
	}
	node.set("@context", "https://schema.org")
	b = node.appendJSON(append(b, `<script type="application/ld+json">`...))
	return append(b, "</script>\n"...)
}

// breadcrumbs is a BreadcrumbList: the way here and the page itself.
// https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
func (r *renderer) breadcrumbs(p *site.Page, v *View) object {
	list := make([]object, 0, len(p.Crumbs)+1)
	for i, c := range p.Crumbs {
		list = append(list, object{
			{name: "@type", text: "ListItem"}, {name: "position", number: i + 1}, {name: "name", text: c.Title}, {name: "item", text: r.absolute(c.URL)},
		})
	}
	list = append(list, object{{name: "@type", text: "ListItem"}, {name: "position", number: len(list) + 1}, {name: "name", text: v.Page.Title}})
	return object{{name: "@type", text: "BreadcrumbList"}, {name: "itemListElement", inner: list}}
}

// schema is the node for an item, of the type that its type declares. The front page is the site itself.
func (r *renderer) schema(it *site.Item, v *View) object {
	if it.URL == r.root(it.Lang) {
		return object{
			{name: "@type", text: "WebSite"}, {name: "name", text: r.title(it.Lang)}, {name: "url", text: r.absolute(it.URL)},
			{name: "inLanguage", text: string(it.Lang)}, {name: "publisher", text: r.organization(r.publisher(it), it.Lang).json, written: true},
		}
	}
	kind := it.Type.Schema
	if kind == "" {
		return nil
	}
	node := append(make(object, 0, 20), property{name: "@type", text: kind}, property{name: "name", text: r.Site.Doc(it).Title},
		property{name: "url", text: r.absolute(it.URL)}, property{name: "description", text: r.Site.Doc(it).Summary})
	if it.Shared != nil {
		node.set("image", it.Shared.Src(model.ShareUse, r.absolute))
	}
	switch {
	case kind == "Event":
		r.describeEvent(&node, it)
	case isWork(kind):
		r.describeWork(&node, it, v)
	}
	r.describeFields(&node, it)
	if kind == "Person" {
		return r.profile(node, it)
	}
	return node
}

// profile is the page of a person. https://developers.google.com/search/docs/appearance/structured-data/profile-page
func (r *renderer) profile(person object, it *site.Item) object {
	return object{
		{name: "@type", text: "ProfilePage"}, {name: "url", text: r.absolute(it.URL)}, {name: "inLanguage", text: string(it.Lang)},
		{name: "mainEntity", inner: person}, {name: "dateCreated", text: rfc3339(r.Site.Doc(it).Date.Moment)}, {name: "dateModified", text: rfc3339(it.Updated)},
	}
}

// describeFields states the item's own fields as the properties that its type declares.
func (r *renderer) describeFields(node *object, it *site.Item) {
	for _, f := range it.Type.Fields {
		if f.Property == "" {
			continue
		}
		v, ok := r.Site.Doc(it).Field(f.Name)
		if !ok {
			continue
		}
		property, kind, isThing := strings.Cut(f.Property, " ")
		stated := r.field(it, &f, v, it.Lang)
		text := stated.Value
		if text == "" {
			text = stated.Text
		}
		if stated.Image != nil {
			text = it.Picture(v.File().File).Src(model.TextUse, r.absolute)
		}
		if isThing {
			node.put(thing(property, kind, text))
			continue
		}
		node.set(property, text)
	}
}

// thing is a property that is a node by its name.
func thing(as, kind, name string) property {
	node := object{{name: "@type", text: kind}, {name: "name", text: name}}
	if kind == "Place" { // required by https://developers.google.com/search/docs/appearance/structured-data/event
		node.set("address", name)
	}
	return property{name: as, inner: node}
}

// isWork tells whether a type of schema.org is a text: https://schema.org/CreativeWork or one of the more specific types
// that a municipality publishes. Whatever else a type stands for (a person, a place, a job) has no headline and no author.
func isWork(kind string) bool {
	switch kind {
	case "CreativeWork", "Report", "Article", "Dataset", "SpecialAnnouncement", "Legislation", "LegislationObject", "DigitalDocument",
		"Guide", "HowTo", "Course", "Book", "Chapter", "Question", "Answer", "Review", "Recommendation", "Statement", "Claim",
		"ClaimReview", "Collection", "Map", "Photograph", "ImageObject", "VideoObject", "AudioObject", "MediaObject",
		"PublicationIssue", "PublicationVolume", "Periodical", "Newspaper", "FAQPage", "Blog", "WebSite", "WebContent",
		"RealEstateListing", "Thesis", "Quotation", "Message", "Conversation", "DefinedTermSet", "WebApplication":
		return true
	}
	return strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "Page") || strings.HasSuffix(kind, "Posting") && kind != "JobPosting"
}

// describeWork adds what holds for texts: https://schema.org/CreativeWork.
func (r *renderer) describeWork(node *object, it *site.Item, v *View) {
	node.set("headline", r.Site.Doc(it).Title)
	node.set("inLanguage", string(it.Lang))
	node.set("mainEntityOfPage", r.absolute(it.URL))
	published := rfc3339(r.Site.Doc(it).Date.Moment)
	node.set("datePublished", published)
	node.set("dateModified", cmp.Or(rfc3339(it.Updated), published))
	publisher := r.organization(r.publisher(it), it.Lang).json
	node.put(property{name: "publisher", text: publisher, written: true})
	node.set("identifier", r.Site.Doc(it).Case)
	if it.Collection != nil {
		node.set("articleSection", v.Page.Graph.Section)
	}
	node.put(property{name: "keywords", inner: v.Page.Graph.Tags})
	if it.Withdrawn != nil {
		node.set("creativeWorkStatus", "Withdrawn")
	}
	var authors []object
	for _, a := range v.Item.Authors {
		authors = append(authors, object{{name: "@type", text: "Person"}, {name: "name", text: a.Title}, {name: "url", text: a.URL}})
	}
	if authors == nil {
		node.put(property{name: "author", text: "[" + publisher + "]", written: true})
		return
	}
	node.put(property{name: "author", inner: authors})
}

// publisher is who publishes an item; nil where nobody is named.
func (r *renderer) publisher(it *site.Item) *site.Item {
	if it.Publisher == nil && r.Site.Publisher != nil {
		return r.Site.Publisher.In(it.Lang)
	}
	return it.Publisher
}

// isOrganization tells whether a type of schema.org's is one of organizations.
func isOrganization(kind string) bool { return strings.HasSuffix(kind, "Organization") }

// organization is the node of who publishes.
type organization struct{ name, json string }

// organization is who publishes, with what its own fields state: the site itself where nobody is named. It is the same for many
// items, and made once.
// https://developers.google.com/search/docs/appearance/structured-data/organization
func (r *renderer) organization(it *site.Item, lang locale.Lang) *organization {
	key := cardKey{it, lang}
	if made, ok := r.organizations.Load(key); ok {
		return made.(*organization)
	}
	made := &organization{name: r.title(lang)}
	node := object{{name: "@type", text: "Organization"}, {name: "url", text: r.absolute(r.root(lang))}}
	if it != nil {
		made.name = r.Site.Doc(it).Title
		if isOrganization(it.Type.Schema) {
			node.set("@type", it.Type.Schema)
		}
		if it.URL != "" {
			node.set("url", r.absolute(it.URL))
		}
	}
	node.set("name", made.name)
	if it != nil {
		r.describeFields(&node, it)
	}
	made.json = string(node.appendJSON(nil))
	r.organizations.Store(key, made)
	return made
}

// describeEvent adds what https://developers.google.com/search/docs/appearance/structured-data/event requires.
func (r *renderer) describeEvent(node *object, it *site.Item) {
	if start, end, ok := it.Span(); ok {
		node.set("startDate", start.Datetime())
		if !end.IsZero() {
			node.set("endDate", end.Datetime())
		}
	}
	organizer := r.organization(r.publisher(it), it.Lang)
	node.put(property{name: "organizer", text: organizer.json, written: true})
	node.put(thing("location", "Place", organizer.name)) // unless a field states it
	node.set("inLanguage", string(it.Lang))
	node.set("eventStatus", "https://schema.org/EventScheduled")
	if it.Withdrawn != nil {
		node.set("eventStatus", "https://schema.org/EventCancelled")
	}
}
