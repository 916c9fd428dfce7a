package page

import (
	"html/template"
	"strings"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/site"
)

// object is a node of structured data, in the vocabulary of https://schema.org/.
type object map[string]any

// structured is the page's structured data as script elements. Its writer escapes <, > and &, so that nothing in them can end
// the element (https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements).
func (r *renderer) structured(p *site.Page, v *View) template.HTML {
	var nodes []object
	if p.Kind == site.ItemPage && v.Page.Preview == "" {
		if node := r.schema(p.Item, v); node != nil {
			nodes = append(nodes, node)
		}
	}
	if len(p.Crumbs) > 0 {
		nodes = append(nodes, r.breadcrumbs(p, v))
	}
	var b strings.Builder
	for _, node := range nodes {
		node["@context"] = "https://schema.org"
		b.WriteString(`<script type="application/ld+json">`)
		b.Write(appendJSON(nil, prune(node)))
		b.WriteString("</script>\n")
	}
	return template.HTML(b.String())
}

// prune takes away what is empty.
func prune(o object) object {
	for key, value := range o {
		switch v := value.(type) {
		case string:
			if v == "" {
				delete(o, key)
			}
		case object:
			if v == nil {
				delete(o, key)
			} else {
				prune(v)
			}
		case []object:
			if len(v) == 0 {
				delete(o, key)
			}
			for _, element := range v {
				prune(element)
			}
		case nil:
			delete(o, key)
		}
	}
	return o
}

// breadcrumbs is a BreadcrumbList: the way here and the page itself.
// https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
func (r *renderer) breadcrumbs(p *site.Page, v *View) object {
	var list []object
	for i, c := range p.Crumbs {
		list = append(list, object{"@type": "ListItem", "position": i + 1, "name": c.Title, "item": r.absolute(c.URL)})
	}
	list = append(list, object{"@type": "ListItem", "position": len(list) + 1, "name": v.Page.Title})
	return object{"@type": "BreadcrumbList", "itemListElement": list}
}

// schema is the node for an item, of the type that its type declares. The front page is the site itself.
func (r *renderer) schema(it *site.Item, v *View) object {
	if it.URL == r.root(it.Lang) {
		return object{
			"@type": "WebSite", "name": r.title(it.Lang), "url": r.absolute(it.URL), "inLanguage": string(it.Lang),
			"publisher": r.organization(r.publisher(it), it.Lang),
		}
	}
	node := object{"@type": it.Type.Schema, "name": it.Doc.Title, "url": r.absolute(it.URL), "description": it.Doc.Summary}
	if it.Shared != nil {
		node["image"] = it.Shared.Src(model.ShareUse, r.absolute)
	}
	switch kind := it.Type.Schema; {
	case kind == "":
		return nil
	case kind == "Event":
		r.describeEvent(node, it)
	case isWork(kind):
		r.describeWork(node, it, v)
	}
	r.describeFields(node, it)
	if it.Type.Schema == "Person" {
		return r.profile(node, it)
	}
	return node
}

// profile is the page of a person. https://developers.google.com/search/docs/appearance/structured-data/profile-page
func (r *renderer) profile(person object, it *site.Item) object {
	return object{
		"@type": "ProfilePage", "url": r.absolute(it.URL), "inLanguage": string(it.Lang), "mainEntity": person,
		"dateCreated": rfc3339(it.Doc.Date.Moment), "dateModified": rfc3339(it.Updated),
	}
}

// describeFields states the item's own fields as the properties that its type declares.
func (r *renderer) describeFields(node object, it *site.Item) {
	for _, f := range it.Type.Fields {
		v, ok := it.Doc.Field(f.Name)
		if !ok || f.Property == "" {
			continue
		}
		property, kind, isThing := strings.Cut(f.Property, " ")
		stated := r.field(it, f, v, it.Lang)
		text := stated.Value
		if text == "" {
			text = stated.Text
		}
		if stated.Image != nil {
			text = it.Picture(v.File.File).Src(model.TextUse, r.absolute)
		}
		if isThing {
			thing := object{"@type": kind, "name": text}
			if kind == "Place" { // required by https://developers.google.com/search/docs/appearance/structured-data/event
				thing["address"] = text
			}
			node[property] = thing
			continue
		}
		node[property] = text
	}
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
func (r *renderer) describeWork(node object, it *site.Item, v *View) {
	node["headline"] = it.Doc.Title
	node["inLanguage"] = string(it.Lang)
	node["mainEntityOfPage"] = r.absolute(it.URL)
	node["datePublished"] = rfc3339(it.Doc.Date.Moment)
	node["dateModified"] = rfc3339(it.Updated)
	if it.Updated.IsZero() {
		node["dateModified"] = rfc3339(it.Doc.Date.Moment)
	}
	publisher := r.organization(r.publisher(it), it.Lang)
	node["publisher"] = publisher
	node["identifier"] = it.Doc.Case
	if it.Collection != nil {
		node["articleSection"] = v.Page.Graph.Section
	}
	if len(v.Page.Graph.Tags) > 0 {
		node["keywords"] = v.Page.Graph.Tags
	}
	if it.Withdrawn != nil {
		node["creativeWorkStatus"] = "Withdrawn"
	}
	var authors []object
	for _, a := range v.Item.Authors {
		authors = append(authors, object{"@type": "Person", "name": a.Title, "url": a.URL})
	}
	if authors == nil {
		authors = append(authors, publisher)
	}
	node["author"] = authors
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

// organization is who publishes, with what its own fields state: the site itself where nobody is named.
// https://developers.google.com/search/docs/appearance/structured-data/organization
func (r *renderer) organization(it *site.Item, lang locale.Lang) object {
	node := object{"@type": "Organization", "name": r.title(lang), "url": r.absolute(r.root(lang))}
	if it == nil {
		return node
	}
	node["name"] = it.Doc.Title
	if isOrganization(it.Type.Schema) {
		node["@type"] = it.Type.Schema
	}
	if it.URL != "" {
		node["url"] = r.absolute(it.URL)
	}
	r.describeFields(node, it)
	return node
}

// describeEvent adds what https://developers.google.com/search/docs/appearance/structured-data/event requires.
func (r *renderer) describeEvent(node object, it *site.Item) {
	if start, end, ok := it.Span(); ok {
		node["startDate"], node["endDate"] = start.Datetime(), end.Datetime()
		if end.IsZero() {
			delete(node, "endDate")
		}
	}
	organizer := r.organization(r.publisher(it), it.Lang)
	node["organizer"] = organizer
	node["location"] = object{"@type": "Place", "name": organizer["name"], "address": organizer["name"]} // unless a field states it
	node["inLanguage"] = string(it.Lang)
	node["eventStatus"] = "https://schema.org/EventScheduled"
	if it.Withdrawn != nil {
		node["eventStatus"] = "https://schema.org/EventCancelled"
	}
}
