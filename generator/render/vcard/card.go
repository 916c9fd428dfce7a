package vcard

import (
	"strings"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/site"
)

// cardOf takes what a type's declaration says that its fields are: the kinds of fields tell telephones, e-mail and
// links, the properties of schema.org the rest. Other short texts, such as hours, are notes under their labels.
func cardOf(s *site.Site, it *site.Item) card {
	page := s.Config.URL.Absolute(it.URL)
	c := card{
		Lang: it.Lang.Tag(), Name: s.Doc(it).Title, Pages: []string{page}, UID: page, Body: it.Type.Name == s.Roles.Publisher,
		Revised: s.Doc(it).Date.Time,
	}
	if !it.Updated.IsZero() {
		c.Revised = it.Updated.Time
	}
	if c.Body {
		c.Organisation = c.Name
	} else {
		c.Given, c.Family = names(c.Name)
	}
	for _, v := range s.Doc(it).Fields {
		if f, ok := it.Type.Field(v.Name); ok {
			c.add(s, it, f, v.Value)
		}
	}
	if !c.Body && c.Organisation == "" && it.Publisher != nil {
		c.Organisation = s.Doc(it.Publisher).Title
	}
	return c
}

// The properties of https://schema.org/ that have a line of their own.
const (
	jobTitle     = "jobTitle"
	worksFor     = "worksFor"
	workLocation = "workLocation"
	location     = "location"
)

// add puts one field where it belongs.
func (c *card) add(s *site.Site, it *site.Item, f model.Field, v model.Value) {
	texts := words(s, it, v)
	property, _, _ := strings.Cut(f.Property, " ")
	switch {
	case len(texts) == 0:
	case f.Holds(model.KindPhone):
		for _, number := range texts {
			c.Phones = append(c.Phones, locale.Dialled(number))
		}
	case f.Holds(model.KindEmail):
		c.Emails = append(c.Emails, texts...)
	case f.Holds(model.KindURL):
		for _, u := range texts {
			if strings.HasPrefix(u, "/") {
				u = strings.TrimSuffix(s.Config.URL.String(), "/") + u // with the query and the anchor that it may have
			}
			c.Pages = append(c.Pages, u)
		}
	case property == jobTitle:
		c.Titles = append(c.Titles, texts...)
	case property == worksFor:
		c.Organisation = strings.Join(texts, ", ")
	case property == workLocation, property == location:
		c.Places = append(c.Places, texts...)
	case f.Holds(model.KindText):
		c.Notes = append(c.Notes, f.Label.In(it.Lang, s.Config.Languages...)+": "+strings.Join(texts, ", "))
	}
}

// words are a value as text: of a reference, what the item that it leads to is called.
func words(s *site.Site, it *site.Item, v model.Value) []string {
	var list []string
	switch {
	case v.Kind == model.KindReference:
		if to := it.Target(v.Ref()); to != nil {
			list = append(list, s.Doc(to).Title)
		}
	case len(v.List) > 0:
		for _, element := range v.List {
			list = append(list, words(s, it, element)...)
		}
	case v.Text != "":
		list = append(list, v.Text)
	}
	return list
}

// particles are the small words with which family names begin.
const particles = " af av de del della den der di du la le ter van von zu "

// names parts a person's name into what is given and the name of the family: its last word, with the small words
// before it. It is a guess, and only sorts the card; what is shown is the name as it is written.
func names(name string) (given, family string) {
	words := strings.Fields(name)
	if len(words) < 2 {
		return name, ""
	}
	i := len(words) - 1
	for i > 1 && strings.Contains(particles, " "+strings.ToLower(words[i-1])+" ") {
		i--
	}
	return strings.Join(words[:i], " "), strings.Join(words[i:], " ")
}
