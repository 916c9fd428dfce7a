package serve

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"path"
	"strings"
)

// Problem is one thing that is wrong, as it is shown.
type Problem struct {
	Place   string `json:"place"`          // "content/press/a.md:4:1"; "" for none
	Open    string `json:"open,omitempty"` // a URL that opens the place in the editor; "" for none
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
	Line    string `json:"line,omitempty"`   // the number of the line of the excerpt
	Before  string `json:"before,omitempty"` // the excerpt, in three parts: what comes before the mark,
	Marked  string `json:"marked,omitempty"` // what is marked,
	After   string `json:"after,omitempty"`  // and what follows
}

// Link is Open for an attribute. It has been made by whoever made the problem, never by an author, so that its scheme is sound.
func (p Problem) Link() template.URL { return template.URL(p.Open) }

// Words are the texts of what is shown, in the language of those who write the site.
type Words struct {
	Lang    string // "sv"
	One     string // heading over one problem
	Many    string // over several, with %d for their number
	Kept    string // that the last good version is seen
	Nothing string // that there has been none yet
	Fault   string // that the page could not be made, for reasons of the machine
	Open    string // "Öppna i redigeraren"
	Hide    string
	More    string // "och %d till", for those that are not shown
	Bar     string // what the bar is, for those who cannot see it
	Source  string
	Type    string
	Layout  string
	Took    string // with %s for the page's time and the site's: "sidan %s, webbplatsen %s"
}

// maxProblems is how many problems are shown.
const maxProblems = 30

// report is what is sent of problems, and what the page that stands in for a missing one is made of.
type report struct {
	Lang     string    `json:"lang"`
	Title    string    `json:"title"`
	Note     string    `json:"note,omitempty"`
	Open     string    `json:"open"`
	Hide     string    `json:"hide"`
	More     string    `json:"more,omitempty"`
	Problems []Problem `json:"problems"`
}

func (st *state) report(list []Problem, note string) report {
	w := st.words
	r := report{Lang: w.Lang, Title: w.One, Note: note, Open: w.Open, Hide: w.Hide, Problems: list}
	if len(list) != 1 {
		r.Title = fmt.Sprintf(w.Many, len(list))
	}
	if n := len(list) - maxProblems; n > 0 {
		r.Problems, r.More = list[:maxProblems], fmt.Sprintf(w.More, n)
	}
	return r
}

//go:embed live
var live embed.FS

// standIn is the page that is shown where there is none.
var standIn = template.Must(template.ParseFS(live, "live/standin.html"))

// apologise answers while there is no good version: with what is wrong.
func (st *state) apologise(w http.ResponseWriter, r *http.Request, run string) {
	st.standIn(w, r, http.StatusServiceUnavailable, run, st.report(st.trouble(), st.words.Nothing))
}

// standIn writes a page about problems, or a text where no page is asked for.
func (st *state) standIn(w http.ResponseWriter, r *http.Request, status int, run string, what report) {
	ext := path.Ext(r.URL.Path)
	if ext != "" && ext != ".html" {
		http.Error(w, what.Title, status)
		return
	}
	var b bytes.Buffer
	if err := standIn.Execute(&b, what); err != nil {
		panic(fmt.Sprintf("serve: the page about problems: %v", err)) // plain strings
	}
	content := inject(b.Bytes(), st.seen(run), nil)
	w.Header().Set("Content-Security-Policy", "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(content) // a reader who has gone away is no fault
	}
}

// plain is a text without anything that an HTTP header or a line of a log should not hold.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
}
