package site

import (
	"time"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/config"
	"growthportal/generator/read/document"
)

// State says where an item stands in its life, at the instant of the build.
type State uint8

// The states of an item.
const (
	Published State = iota
	Scheduled       // its date lies ahead
	Draft
	Expired // it has come down
)

func (s State) String() string { return [...]string{"published", "scheduled", "draft", "expired"}[s] }

// Item is one item in one language.
type Item struct {
	Type       *model.Type
	Collection *config.Collection // nil for a page
	Lang       locale.Lang
	URL        model.URL // "" where items of its kind have no pages
	Calendar   model.URL // the invitation of what has a span; "" where there is none
	Card       model.URL // the vCard of a person or publisher who can be reached; "" where there is none
	State      State
	Shown      bool // stands on the site, with its text
	Gone       bool // stands on the site as the page that says that it has come down

	Order     time.Time            // what lists are ordered by: the start of a span, else the date; zero where there is neither
	Updated   locale.Moment        // when readers see that it was last revised; the zero Moment where it never was
	Changes   []document.Change    // those that show by now, the newest first
	Withdrawn *document.Withdrawal // where it shows by now
	Pinned    bool

	Translations []*Item // the shown versions in other languages
	Topics       []*Item
	Publisher    *Item
	Contacts     []*Item
	Authors      []*Item
	Related      []*Item
	Points       []*Item
	Attachments  []Attachment
	Image        *Picture
	Shared       *Picture // what social networks show of its page: Image, else the first picture in its text; nil where neither will do
	Earlier      *Item    // the shown item before it in its collection, by date; of a series, by period
	Later        *Item
	Own          model.Own // which page of the whole site stands here; "" for other items
	Referring    *Listing  // what names it: of topics, points, people and publishers

	doc      *document.Document // of the site that was made from the start; others ask Site.Doc
	layout   string             // of an own page
	titled   bool               // the graph says its title somewhere, or goes by it
	rank     int                // in the order of lists, from 1
	targets  map[model.Ref]*Item
	pictures map[string]*Picture
	closed   []closedText
	work     *work
}

// Path is the item's file, "content/press/x/index.md"; what the program makes by itself has words there that are no path.
func (it *Item) Path() string { return it.doc.Path }

// title is the item's title, for whoever puts it into the graph or goes by it while the site is made: an item whose title was never
// asked for can get another in the same graph (see Made.Rewritten).
func (it *Item) title() string {
	it.titled = true
	return it.doc.Title
}

// Picture is an image on the site.
type Picture struct {
	URL      model.URL
	External string // of an image on another host that config.yaml allows
	Media    model.Media
	File     model.FileRef
	Sets     []Set // what is made of it, for each use that the theme speaks of
}

// Attachment is a file that an item offers.
type Attachment struct {
	URL   model.URL
	Title string
	Media model.Media
}

// Target is the shown item that a reference in one of the item's own fields leads to, or nil.
func (it *Item) Target(ref model.Ref) *Item { return it.targets[ref] }

// Picture is the image beside the item that one of its own fields names, or nil.
func (it *Item) Picture(file string) *Picture { return it.pictures[file] }

// Period is the item's period, where its type is a series.
func (it *Item) Period() (locale.Period, bool) {
	if it.Type.Traits.Series == "" {
		return locale.Period{}, false
	}
	v, ok := it.doc.Field(it.Type.Traits.Series)
	return v.Period(), ok
}

// Span is when the item takes place, where its type has a span; end may be zero.
func (it *Item) Span() (start, end locale.Moment, ok bool) {
	names := it.Type.Traits.Span
	if names[0] == "" {
		return start, end, false
	}
	from, ok := it.doc.Field(names[0])
	to, _ := it.doc.Field(names[1])
	return from.Moment(), to.Moment(), ok
}

// Past tells whether what takes place at the item's span is over at the instant.
func (it *Item) Past(now time.Time) bool {
	over, ok := it.over()
	return ok && !now.Before(over)
}

// over is the instant at which the item's span is over.
func (it *Item) over() (time.Time, bool) {
	start, end, ok := it.Span()
	if !ok {
		return time.Time{}, false
	}
	if end.IsZero() {
		return locale.Moment{Time: start.Time, DateOnly: start.DateOnly}.Last(), true
	}
	return end.Last(), true
}

// closedText is one of an item's texts and where its references lead. Most items have one.
type closedText struct {
	body    *model.Body
	targets []Target
}

func (it *Item) targetsOf(body *model.Body) []Target {
	for _, c := range it.closed {
		if c.body == body {
			return c.targets
		}
	}
	return nil
}

// work is one item in all its languages.
type work struct {
	versions []*Item  // in the order of config.yaml's languages
	stem     string   // what the paths of the versions share
	one      [1]*Item // memory for versions, of which most works have one
	alone    [1]*work // and for the works of a name that no other has
}

func (w *work) in(lang locale.Lang) *Item {
	for _, it := range w.versions {
		if it.Lang == lang {
			return it
		}
	}
	return nil
}

// shown is the version that readers of lang get: in lang, else in the first language that has one.
func (w *work) shown(lang locale.Lang) *Item {
	if it := w.in(lang); it != nil && it.Shown {
		return it
	}
	for _, it := range w.versions {
		if it.Shown {
			return it
		}
	}
	return nil
}

// gone is the page that says that the item has come down, as shown chooses it.
func (w *work) gone(lang locale.Lang) *Item {
	if it := w.in(lang); it != nil && it.Gone {
		return it
	}
	for _, it := range w.versions {
		if it.Gone {
			return it
		}
	}
	return nil
}

// In is the shown version of the item for readers of a language: in that language, else in another; nil where no
// version is shown.
func (it *Item) In(lang locale.Lang) *Item { return it.work.shown(lang) }
