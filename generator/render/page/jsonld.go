package page

import (
	"encoding/json"
	"html/template"
	"strings"

	"growthportal/generator/locale"
	"growthportal/generator/site"
)

// object is a node of structured data, in the vocabulary of https://schema.org/.
type object map[string]any

// structured is the page's structured data as script elements. encoding/json escapes <, > and &, so that nothing in
// them can end the element (https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements).
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
		text, err := json.Marshal(prune(node))
		if err != nil {
			panic(err) // plain maps, lists and strings
		}
		b.WriteString(`<script type="application/ld+json">`)
		b.Write(text)
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
			"publisher": r.organization(v.Site.Publisher, it.Lang),
		}
	}
	node := object{"@type": it.Type.Schema, "name": it.Doc.Title, "url": r.absolute(it.URL), "description": it.Doc.Summary}
	if it.Image != nil {
		node["image"] = it.Image.Src(r.absolute)
	}
	switch kind := it.Type.Schema; {
	case kind == "":
		return nil
	case kind == "Person":
		r.describePerson(node, it)
	case kind == "Event":
		r.describeEvent(node, it, v)
	case strings.HasSuffix(kind, "Organization"):
		r.describeOrganization(node, it)
	default:
		r.describeWork(node, it, v)
	}
	return node
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
	publisher := v.Site.Publisher
	if v.Item.Publisher != nil {
		publisher = v.Item.Publisher
	}
	node["publisher"] = r.organization(publisher, it.Lang)
	var authors []object
	for _, a := range v.Item.Authors {
		authors = append(authors, object{"@type": "Person", "name": a.Title, "url": a.URL})
	}
	if authors == nil {
		authors = append(authors, r.organization(publisher, it.Lang))
	}
	node["author"] = authors
}

// organization is who publishes: the publisher's card, else the site itself.
func (r *renderer) organization(c *Card, lang locale.Lang) object {
	if c == nil {
		return object{"@type": "Organization", "name": r.title(lang), "url": r.absolute(r.root(lang))}
	}
	url := c.URL
	if url == "" {
		url = r.absolute(r.root(lang))
	}
	return object{"@type": "Organization", "name": c.Title, "url": url}
}

func (r *renderer) describeOrganization(node object, it *site.Item) {
	node["email"] = textOf(it, "email")
	if v, ok := it.Doc.Field("logo"); ok {
		if p := it.Picture(v.File.File); p != nil {
			node["logo"] = p.Src(r.absolute)
		}
	}
}

func (r *renderer) describePerson(node object, it *site.Item) {
	node["email"] = textOf(it, "email")
	node["telephone"] = textOf(it, "phone")
	node["jobTitle"] = textOf(it, "role")
	if name := textOf(it, "organisation"); name != "" {
		node["worksFor"] = object{"@type": "Organization", "name": name}
	}
}

// describeEvent adds what https://developers.google.com/search/docs/appearance/structured-data/event requires.
func (r *renderer) describeEvent(node object, it *site.Item, v *View) {
	if start, end, ok := it.Span(); ok {
		node["startDate"], node["endDate"] = start.Datetime(), end.Datetime()
		if end.IsZero() {
			delete(node, "endDate")
		}
	}
	place := textOf(it, "place")
	if place == "" {
		place = r.title(it.Lang)
	}
	node["location"] = object{"@type": "Place", "name": place, "address": place}
	node["eventStatus"] = "https://schema.org/EventScheduled"
	if it.Withdrawn != nil {
		node["eventStatus"] = "https://schema.org/EventCancelled"
	}
	publisher := v.Site.Publisher
	if v.Item.Publisher != nil {
		publisher = v.Item.Publisher
	}
	node["organizer"] = r.organization(publisher, it.Lang)
}

// textOf is one of the item's own fields as text, where its type has such a field; a list is its values with commas.
func textOf(it *site.Item, name string) string {
	v, ok := it.Doc.Field(name)
	if !ok {
		return ""
	}
	if len(v.List) == 0 {
		return v.Text
	}
	var words []string
	for _, element := range v.List {
		words = append(words, element.Text)
	}
	return strings.Join(words, ", ")
}
