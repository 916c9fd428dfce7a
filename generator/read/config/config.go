// Package config reads config.yaml: what a site is called, where it stands, its languages, its collections and its menu.
//
// Everything in the file is tried here, and each fault is told at its own place. What the file alone cannot decide,
// such as whether a theme or a page of that name exists, is left to those who know; the places that they need stand in
// the values.
package config

import (
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
)

// Config is a site's settings. Nothing alters it after it was read.
type Config struct {
	Title       model.Text
	URL         BaseURL
	Location    *time.Location // of every time that is written without a zone
	Zone        string         // its name: "Europe/Stockholm", which is the default
	Languages   []locale.Lang  // the first stands at the root of the site, the others under /<language>/; default: sv
	Messages    locale.Lang    // the language in which the program speaks; default: the first of Languages
	Theme       string         // default: "portal"
	ThemePlace  diag.Place
	Publisher   model.Ref // the default for items that name none; its Name is "" where there is none
	FreeTopics  bool      // topics are any text, rather than references to items
	Collections []Collection
	Menu        []MenuEntry
	Brand       Brand
	Hosts       []Host // other hosts that pages may load from
	Security    Security
	Budgets     Budgets
	Check       []RuleSetting // what is said of rules of check, as it is written
}

// Collection returns the collection of that name.
func (c *Config) Collection(name string) (Collection, bool) {
	for _, col := range c.Collections {
		if col.Name == name {
			return col, true
		}
	}
	return Collection{}, false
}

// Prefix is what the URLs of a language begin with: "/" for the first, "/en/" for English after it.
func (c *Config) Prefix(lang locale.Lang) model.URL {
	if lang == c.Languages[0] {
		return "/"
	}
	return model.URL("/" + string(lang) + "/")
}

// Collection is a folder of content/ whose items are of one type.
type Collection struct {
	Name         string // the folder's name: [a-z0-9-]+
	Type         string
	Title        model.Text
	URL          map[locale.Lang]model.URL // of its listing, in every language, with the language's prefix; empty: its items have no pages
	Permalink    string                    // of an item, below the listing: ":year/:slug/"; "" for the type's own
	PerPage      int                       // items on a page of the listing, 1 to 1000; default 20
	ExtraAllowed bool                      // keys that the type does not declare are kept rather than refused
	CleanHTML    bool                      // HTML in its Markdown is cleaned rather than refused
	Place        diag.Place                // of its name
	TypePlace    diag.Place
	URLPlace     diag.Place
	LinkPlace    diag.Place // of its permalink, where it has one of its own
}

// MenuEntry is an entry of the menu: a page of the site's, or a link to anywhere.
type MenuEntry struct {
	Page  string     // a collection's name, or a path under content/ without ".md"; "" for a link
	Title model.Text // of a page that is to be called something else here, and of a link; else empty
	Href  string     // of a link: http, https, mailto, tel, or a path of the site's
	Place diag.Place // of the page's name, or of the link
}

// Brand is what makes a theme the site's own.
type Brand struct {
	Primary   string // a colour, as #rgb or #rrggbb in small letters; "" for the theme's
	Secondary string

	PrimaryPlace, SecondaryPlace diag.Place

	Logo      string // a file under content/, such as "static/logo.svg"; "" for none
	LogoPlace diag.Place

	DarkLogo      string // the same for the dark scheme; "" where the logo is the same there
	DarkLogoPlace diag.Place
}

// Security is what stands in .well-known/security.txt (RFC 9116). Without Contact there is none.
type Security struct {
	Contact   []string    // mailto:, tel: or https:, in order of preference
	Expires   locale.Date // the last day on which the file holds
	Policy    string      // https: address of the policy for reports; "" for none
	Languages []string    // in which reports are understood; default: the site's
}

// Budgets are limits that what is published is held to. A page or file beyond one is an error at the file that
// is to blame. In config.yaml a size is written as "150 kB", "2 MB" or a number of bytes; kB is 1000 bytes and MB 1000 kB.
type Budgets struct {
	Article    int64 // bytes of HTML, style sheets and scripts of an article without an image; default 50 kB
	Page       int64 // the same of any other page; default 150 kB
	Requests   int64 // what a page asks for at once, itself included; default 6
	Styles     int64 // style sheets of a page; default 1
	Scripts    int64 // scripts of a page; default 1
	Image      int64 // bytes of an image file; default 10 MB
	Pixels     int64 // width times height of an image; default 50 000 000
	Attachment int64 // bytes of an attachment; default 50 MB
}

// DefaultBudgets holds for a site that says nothing about them.
func DefaultBudgets() Budgets {
	return Budgets{
		Article: 50 * kilo, Page: 150 * kilo, Requests: 6, Styles: 1, Scripts: 1,
		Image: 10 * mega, Pixels: 50 * mega, Attachment: 50 * mega,
	}
}
