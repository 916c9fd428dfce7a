package page

import "html/template"

// View is everything that a layout can see. It is plain data, closed before any template runs: what a page may show
// has been put here, and nothing can be looked up. Every href is ready for an attribute (it holds the site's base
// path); every URL called absolute begins with the scheme. Pointers are nil, and lists empty, where there is nothing.
//
// A template that names a field that does not exist, or a key that a map lacks, is an error.
type View struct {
	Site  Site
	Page  Page
	Text  map[string]string `digest:"-"` // the theme's text/<language>.yaml in the page's language
	Asset map[string]string `digest:"-"` // file in the theme's assets/ -> its fingerprinted href

	Item        *Item           // the item, on an item's page
	Listing     *Listing        // the listing, on a listing's page, and on pages of topics, people, publishers and points
	List        map[string]List // what theme.yaml's "lists" asks for under this layout's name; every name asked for is there
	Gone        *Gone           // on the page that an expired item leaves behind
	Corrections []Correction    // on the page of corrections: the newest first, at most 200
	Glossary    []Terms         // on the page of the glossary: its words under their initials
	NotFound    []Elsewhere     // on 404.html: one part for each language, the first language first
	Target      string          // on an alias: the absolute URL to go to
}

// Site is what all pages in one language share.
type Site struct {
	Title       string // the site's title in the page's language
	Home        string // href of the front page in the page's language
	Menu        []Link
	Banners     []Banner
	Publisher   *Card           // the site's publisher, from config.yaml
	Logo        *Image          // the site's own logo, from config.yaml's brand; nil where there is none
	DarkLogo    *Image          // the same for the dark scheme; nil where it is the same there
	Feeds       []Link          // feeds of the whole site, for the head
	Every       map[string]List // what theme.yaml's "lists" asks for under "every"
	Corrections *Link           // the page of corrections and withdrawals; nil where the theme declares none
	Glossary    *Link           // the page of the words that the site explains; nil where there is none
	Generator   string          // the program's name and version
	Policy      string          // the Content-Security-Policy, for the meta element of that name: as early as can be in the head

	shared [32]byte `digest:"-"` // the digest of all but the menu, where it is known
}

// Page is what is said about the page as such.
type Page struct {
	Title       string      // the heading of the page (h1)
	FullTitle   string      // for the title element: the heading and the site's title
	Description string      // one or two sentences in plain text; "" where there are none
	Lang        string      // "sv", "en"
	Layout      string      // the name of the layout
	Canonical   string      // absolute URL; "" on pages without one (404, gone)
	Alternates  []Alternate // the page in all its languages, itself among them; empty where there is one only
	Languages   []Language  // the other languages of the site
	Crumbs      []Link      // the way here from the front page, which is the first; the page itself is not among them
	Feeds       []Link      // feeds of this listing or topic, and its calendar (Kind "text/calendar")
	NoIndex     bool        // search engines are asked to leave the page out
	Graph       OpenGraph
	JSONLD      template.HTML // the script elements with structured data
	Preview     string        // "draft", "scheduled", "expired" when shown though it is not published; else ""
	Appears     *Time         // when a scheduled item will appear
}

// Link is a place to go.
type Link struct {
	Title    string
	Href     string
	Lang     string // the language of the page that it leads to, where that is not the page's own; else ""
	Current  bool   // it leads to the page itself
	Inside   bool   // the page stands below it
	External bool   // it leads off the site
	Kind     string // of a feed: its media type
}

// Alternate is the page in one of its languages, for hreflang.
type Alternate struct {
	Lang string
	URL  string // absolute
}

// Language is a way into another language of the site. Where the page is not available in it, Exact is false and Href
// leads to the nearest page that is: the listing, else the front page.
type Language struct {
	Lang  string
	Name  string // the language's own name for itself: "Svenska", "English"
	Href  string
	Exact bool
}

// OpenGraph is what social networks ask for.
type OpenGraph struct {
	Type      string // "article" or "website"
	Locale    string // "sv_SE"
	Others    []string
	Image     *Image // its URL is absolute
	Published string // RFC 3339; "" where there is none
	Modified  string
	Section   string   // of an article: the title of its collection
	Tags      []string // of an article: its topics
}

// Time is a point in time as it is shown and as machines read it.
type Time struct {
	Text     string // "16 maj 2012 kl. 16.30"
	Day      string // "16 maj 2012"
	Short    string // "2012-05-16"
	Datetime string // RFC 3339 with the zone, or a date where there is no time of day
	Year     string
}

// Banner is an item that stands on every page.
type Banner struct {
	Card *Card // its title, its own fields, and its own page where it has one
	Text *Text // what it says; {{.HTML}} writes it
}

// Item is the item of a page, whole: its card and the details that only its own page shows.
type Item struct {
	*Card
	Details
}

// Details is what only the item's own page shows.
type Details struct {
	Text        *Text     // the body; {{.Item.Body}} writes it
	Headings    []Heading // of the body, for a list of contents
	Fields      []*Field  // the type's own fields that are set, in the type's order, then undeclared ones that are allowed
	Changes     []Change  // newest first, the withdrawal among them
	Withdrawal  *Withdrawal
	Topics      []Link
	Publisher   *Card
	About       *Text // the publisher's text about itself, where the type carries it; {{.Item.Boilerplate}} writes it
	Contacts    []*Card
	Authors     []*Card
	Related     []*Card
	Points      []*Card
	Attachments []File
	Case        string
	Series      *Series
	Earlier     *Card // the item before it in its collection
	Later       *Card
	Words       int
}

// Card is an item as it is shown where it is listed or named.
type Card struct {
	Title          string
	Href           string // "" for an item without a page of its own
	URL            string // absolute; "" likewise
	Lang           string
	Foreign        string // Lang where it is not the language of the page that shows the card; else "": for lang and hreflang
	Type           string // the name of the type
	TypeLabel      string // "Pressmeddelande"
	Collection     string // the collection's title; "" for a page
	CollectionHref string
	Summary        string
	Date           *Time  // first published
	Updated        *Time  // last revised, where that is later than published
	Period         string // of a series: "september 2008"
	Span           *Span
	Withdrawn      bool
	Preview        string // as Page.Preview
	Pinned         bool
	Calendar       string // href of an invitation for calendars, where the type has a span; else ""
	Contact        string // href of a card for address books, of people and publishers who can be reached; else ""
	Image          *Image
	Data           map[string]*Field // the type's own fields by name; every declared name is there

	digest [32]byte `digest:"-"`
}

// Field is the value of one of a type's own fields. Which parts are set follows from Kind.
type Field struct {
	Name   string
	Label  string
	Kind   string // as in the type's declaration; of an undeclared one "map", "list" or "text"
	Set    bool   // whether the item has a value
	Text   string // as plain text, for every kind but image, file and map; the values of a list are parted by ", "
	Value  string // as machines read it: a choice's value, a number, a date
	Body   *Text  // markdown; {{.HTML}} writes it
	Href   string // email, phone, url, reference, file: where it leads
	Lang   string // of a reference: the language of the page that it leads to, where that is not the reader's; else ""
	Time   *Time
	Image  *Image
	File   *File
	Values []Field // the values of a list, the entries of a map
}

// Span is when an event takes place.
type Span struct {
	Text   string // "18 september 2012 kl. 9–12"
	Beside string // what to say beside the day on which it starts: "kl. 9–12"; "" of a whole day; Text where it goes on to another day
	Start  Time
	End    *Time
	Past   bool
}

// Image is a picture with what is said about it.
type Image struct {
	Src      string // in the size in which it is shown at most
	Srcset   string // in smaller sizes, for the attribute of that name; "" where there are none
	Sizes    string // how wide it is shown, as theme.yaml says it; "" beside an empty Srcset
	Original string // href of the picture itself, in full size
	Width    int    // of Src, in pixels; 0 where it has no size of its own (SVG)
	Height   int
	Alt      string // "": decorative
	Caption  string
	Credit   string
	Type     string // media type of Src
}

// File is something to download.
type File struct {
	Title string
	Href  string
	Name  string // the file's name
	Type  string // "PDF"
	Media string // media type
	Size  string // "120 kB"
	Pages int    // of a PDF; 0 where it is not known
	Lang  string
}

// Heading is a heading of the body.
type Heading struct {
	Level int
	ID    string
	Text  string
}

// Chapter is what a text says under a heading of its second level; the first is what it says before them all, with
// neither heading nor number.
type Chapter struct {
	Number  int // from 1; 0 where the author has numbered the headings
	ID      string
	Title   string        // the heading in plain text
	Heading template.HTML // and as it is written
	Text    template.HTML
}

// Change is what was changed after publication.
type Change struct {
	Time      Time
	Note      string
	Withdrawn bool // the item was withdrawn then; Note is the reason, "" where none is given
}

// Correction is a change of some item after it was published, or its withdrawal.
type Correction struct {
	Card      *Card
	Time      Time
	Note      string // what was changed; of a withdrawal, the reason
	Withdrawn bool
}

// Terms is the words of the glossary under one initial.
type Terms struct {
	Initial string
	Terms   []Term
}

// Term is a word that the site explains. Where it stands first in a text, a link (class "term") leads here.
type Term struct {
	ID      string // for the id attribute
	Term    string
	Meaning string
}

// Withdrawal tells since when and why an item does not hold any more.
type Withdrawal struct {
	Time   Time
	Reason string
}

// Series is the item's place among the reports of its series.
type Series struct {
	Period   string // "september 2008"
	Previous *Card
	Next     *Card
}

// Listing is a list of items with a page of its own.
type Listing struct {
	Title     string
	Summary   string  // its lead, from content/<collection>/index.md; "" where there is none, and on pages of older items
	Lead      *Text   // the text above the list; {{.Intro}} writes it
	Items     []*Card // in order; a pinned item first
	Groups    []Group // the same items under their initials, where the type is ordered by title
	Coming    []*Card // of a type with a span: what is coming, the nearest first
	Past      []*Card // and what has been, the latest first
	Number    int     // 0 on the listing's own page; pages of older items count from the oldest, 1
	Year      string  // of a listing of one year
	Older     *Link
	Newest    *Link            // from an older page to the listing's own
	Years     []Link           // the years that have listings of their own, the newest first
	Filters   []Filter         // the ways to narrow the listing, each along one axis; none on pages of older items
	Latest    map[string]*Card // by the Href of an item that gathers others, such as a point: the latest of these, but for what is coming; not under initials
	Elsewhere []Link           // the same listing in other languages, where it holds items that this one lacks
}

// Filter is one way to narrow a listing: links to pages that there are, one of which may be the page itself (Current).
type Filter struct {
	Axis    string // "type", "topic", "year", "publisher"
	Choices []Link
	All     *Link // where all choices stand, or of a year the listing of all years; nil where there is no such page
}

// Group is the items under one initial.
type Group struct {
	Initial string
	Items   []*Card
}

// List is the answer to one of theme.yaml's lists.
type List struct {
	Items []*Card
	More  *Link // where the rest stands, when all come from one collection
	Page  *Card // of a list of pages under a folder: the folder's own page, which is not among the items
}

// Gone is what an expired item leaves: no title, no text.
type Gone struct {
	Since   Time
	Listing *Link // where it was listed
}

// Elsewhere is the text of 404.html in one language.
type Elsewhere struct {
	Lang string
	Text map[string]string `digest:"-"`
	Home string
	Menu []Link
}
