// Package explain tells why a page, or a file, is what it is: where it comes from, whether readers see it, for which reasons, and
// what will change that.
//
// It compares two sites of the same sources: the one that is published, and the one that there would be if drafts, scheduled and expired
// items were shown too. What is in neither has an error, or no page. The answer is data; who asked puts it into words.
package explain

import (
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/read/config"
	"growthportal/generator/read/document"
	"growthportal/generator/site"
)

// World is all that is known of a site at an instant.
type World struct {
	Config    *config.Config
	Shown     *site.Site // what is published
	All       *site.Site // what there would be if drafts, scheduled and expired items were shown too
	Documents []*document.Document
	Assets    map[string]output.Path // where the theme's assets are published, by their names
	Findings  []diag.Diagnostic
	Exists    func(path string) bool            // tells whether there is such a file, or folder, in the source folder
	Read      func(path string) ([]byte, error) // reads a file of the source folder
	Now       time.Time
}

// Kind is what was asked about.
type Kind string

// The kinds of what there is on a site and in its sources.
const (
	Item       Kind = "item"       // an item or a page of content/
	Listing    Kind = "listing"    // a list of items, or one of its pages, or of its years
	Topic      Kind = "gathering"  // an older page of what an item gathers
	Front      Kind = "front"      // a front page that no file of content/ makes
	Gone       Kind = "gone"       // what an expired item leaves behind
	Alias      Kind = "alias"      // an earlier address
	Feed       Kind = "feed"       // Atom, RSS or JSON Feed
	Attachment Kind = "attachment" // a file beside an item
	Static     Kind = "static"     // a file of content/static/
	Asset      Kind = "asset"      // a style sheet, a script, a font of the theme
	ThemeFile  Kind = "theme-file" // a file that pages are made with
	Data       Kind = "data"       // a file of content/data/
	Settings   Kind = "settings"   // config.yaml
	Generated  Kind = "generated"  // a file that the program makes by itself
	Folder     Kind = "folder"     // a folder of the sources
	Elsewhere  Kind = "elsewhere"  // a file that the program does not read, or another site's address
	Unknown    Kind = "unknown"    // nothing of the kind
)

// Why is a reason why something is on the site, or is not.
type Why string

// The reasons. Each stands with the words that belong to it.
const (
	Published    Why = "published"     // its day has come: the day
	Always       Why = "always"        // it has no day
	Draft        Why = "draft"         // it is a draft
	Scheduled    Why = "scheduled"     // its day lies ahead: the instant
	Expired      Why = "expired"       // it has come down: the instant
	NoPages      Why = "no-pages"      // its collection has no url: the collection
	Faulty       Why = "faulty"        // it has errors
	SiteFaulty   Why = "site-faulty"   // errors elsewhere keep the whole site from being published: how many
	Taken        Why = "taken"         // another item stands at its address: the file, the address
	NoAddress    Why = "no-address"    // it lacks what its address is made of
	Hidden       Why = "hidden"        // a name of its path begins with "." or "_": the name
	Ignored      Why = "ignored"       // nobody publishes such a file: the name
	NotContent   Why = "not-content"   // it is not in content/
	NotMarkdown  Why = "not-markdown"  // files beside items are published when an item refers to them
	Referred     Why = "referred"      // something that is published refers to it
	Unreferred   Why = "unreferred"    // nothing refers to it
	ReferredDark Why = "referred-dark" // what refers to it is not published
	AsIs         Why = "as-is"         // files of content/static/ are published as they are
	OtherLang    Why = "other-lang"    // there is no version in the language: the language, the address in another
	BadLang      Why = "bad-lang"      // the language of its name is not one of the site's
	LeadsTo      Why = "leads-to"      // it is an earlier address of another page: the page
	OtherTheme   Why = "other-theme"   // another theme is in use: the theme
	Used         Why = "used"          // it belongs to the theme in use
	OtherHost    Why = "other-host"    // it is another site's address: the site's own
	Banner       Why = "banner"        // it stands on every page while it lasts
	Withdrawn    Why = "withdrawn"     // it stays, marked as withdrawn: since when
	PageFolder   Why = "page-folder"   // its folder is no collection, so that it is a plain page: the folder
	NothingThere Why = "nothing-there" // there is no such file or address
)

// Reason is a reason with its words.
type Reason struct {
	Why  Why      `json:"why"`
	Args []string `json:"args,omitempty"`
}

// Answer is what is known of what was asked about. Parts that make no sense for it are empty.
type Answer struct {
	Kind     Kind
	URL      model.URL // on the site
	File     string    // in the sources
	Title    string
	Lang     locale.Lang
	Type     *model.Type
	Template string // "layouts/article.html"
	Shown    bool   // readers see it
	Reasons  []Reason
	Lists    []*site.Item // what it lists
	ListedAt []model.URL  // where it is listed
	Next     *site.Instant
	NextWhat []Reason // what would change it beside time
	Nearest  []string // what was probably meant
	Findings []diag.Diagnostic
}

func (a *Answer) because(why Why, args ...string) {
	a.Reasons = append(a.Reasons, Reason{why, args})
}

// URL explains an address: whole, or as a path with or without the site's own. ok is false where it is neither.
func (w *World) URL(asked string) Answer {
	u, host := w.sitePath(asked)
	if host != "" {
		a := Answer{Kind: Elsewhere}
		a.because(OtherHost, w.Config.URL.String())
		return a
	}
	for _, explain := range []func(model.URL) (Answer, bool){
		w.page, w.feed, w.file, w.asset, w.generated, w.darkPage, w.darkAlias, w.otherLanguage,
	} {
		if a, ok := explain(u); ok {
			return w.withFindings(a)
		}
	}
	a := Answer{Kind: Unknown, URL: u}
	a.because(NothingThere)
	a.Nearest = w.nearestURLs(u)
	return a
}

// withFindings adds what is wrong with the file, and that errors keep everything from being published.
func (w *World) withFindings(a Answer) Answer {
	errors := 0
	for _, d := range w.Findings {
		if d.File == a.File && a.File != "" {
			a.Findings = append(a.Findings, d)
		}
		if d.Severity == diag.Error {
			errors++
		}
	}
	if errors > 0 {
		a.because(SiteFaulty, itoa(errors))
	}
	return a
}
