// Package vcard makes cards for address books, beside the pages of the people and the publishers who can be reached by
// telephone or e-mail.
//
// They are in vCard 3.0 (RFC 2426) and not in 4.0 (RFC 6350): docs/decisions tells why.
package vcard

import (
	"io"
	"strings"
	"time"

	"growthportal/generator/contentline"
	"growthportal/generator/output"
	"growthportal/generator/site"
)

// maker names this package and its version in the keys of recipes.
const maker = "vcard/1"

// Recipes lists a recipe for each card. program is the program's name and version.
func Recipes(s *site.Site, program string) []output.Recipe {
	var list []output.Recipe
	for _, it := range s.Items {
		if it.Card == "" {
			continue
		}
		c := cardOf(s, it)
		c.Program = program
		list = append(list, output.Recipe{
			Path: output.Path(it.Card.File()), Maker: maker, Inputs: output.DigestOf(c), Claim: it.Path(), Make: c.write,
		})
	}
	return list
}

// card is what an address book is told.
type card struct {
	Program, Lang  string
	Name           string // as it is written
	Given, Family  string // of a person
	Body           bool   // an organisation, not a person
	Organisation   string
	Titles         []string
	Phones, Emails []string
	Places         []string
	Pages          []string // absolute URLs, the card's own page first
	Notes          []string // what has no line of its own, after its label
	UID            string
	Revised        time.Time // zero where it is not known
}

// work is the type that every address and number has: programs of before drop those that have none.
var work = contentline.Param{Name: "TYPE", Value: "WORK"}

func (c card) write(to io.Writer) error {
	w := contentline.NewWriter(to)
	lang := contentline.Param{Name: "LANGUAGE", Value: c.Lang}
	w.Raw("BEGIN", "VCARD")
	w.Raw("VERSION", "3.0")
	w.Text("PRODID", "-//growthportal//"+c.Program+"//EN")
	w.Text("FN", c.Name, lang)
	w.Raw("N", parts(c.Family, c.Given, "", "", ""))
	if c.Organisation != "" {
		w.Raw("ORG", parts(c.Organisation))
	}
	if c.Body {
		w.Raw("X-ABSHOWAS", "COMPANY") // without it, telephones by Apple take the name for a person's
	}
	if len(c.Titles) > 0 {
		w.Text("TITLE", strings.Join(c.Titles, ", "), lang)
	}
	for _, number := range c.Phones {
		w.Raw("TEL", number, contentline.Param{Name: "TYPE", Value: "WORK"}, contentline.Param{Name: "TYPE", Value: "VOICE"})
	}
	for _, address := range c.Emails {
		w.Text("EMAIL", address, contentline.Param{Name: "TYPE", Value: "INTERNET"}, work)
	}
	for _, place := range c.Places {
		w.Raw("ADR", parts("", "", place, "", "", "", ""), work)
	}
	for _, page := range c.Pages {
		w.Raw("URL", page, work)
	}
	w.Text("NOTE", strings.Join(c.Notes, "\n"), lang)
	w.Text("UID", c.UID)
	if !c.Revised.IsZero() {
		w.Raw("REV", c.Revised.UTC().Format(time.RFC3339))
	}
	w.Raw("END", "VCARD")
	return w.Err()
}

// parts are the components of a structured value.
func parts(list ...string) string {
	escaped := make([]string, len(list))
	for i, p := range list {
		escaped[i] = contentline.Escape(p)
	}
	return strings.Join(escaped, ";")
}
