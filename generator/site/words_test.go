package site_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"growthportal/generator/model"
	"growthportal/generator/read/config"
	"growthportal/generator/read/document"
	"growthportal/generator/site"
)

// wordy is a site that says the titles of its items in every way there is: in menus, ways, lists by title, cards, filters, feeds.
func wordy() world {
	return world{
		config: subjects + "menu:\n  - {page: om}\n  - {page: news}\npublisher: kommunen\n",
		files: map[string]string{
			"content/om.md": item("summary: Kort.", "\nOm oss.\n"), "content/om/oss.md": item("\nOss.\n"), "content/index.md": item("\nVälkommen.\n"),
			"content/news/index.md": item("\nNytt.\n"), "content/bodies/kommunen.md": item("\nVi.\n"), "content/people/p.md": item("\nP.\n"),
			"content/subjects/s.md": item("\nS.\n"), "content/aims/a.md": item("number: 1", "\nA.\n"), "content/alarms/l.md": item("expires: 2027-01-01", "\nSe upp.\n"),
			"content/news/2026-01-01-a.md": item("summary: Kort.", "topics: [s]", "contacts: [p]", "points: [a]", "taking: [p]", "text: En [länk](../om.md).", "\nEtt [b](2026-01-02-b.md).\n"),
			"content/news/2026-01-02-b.md": item("related: [news/a]", "\n## Rubrik\n\n![Å](a.png)\n"), "content/news/2026-01-03-c.md": item("changes:\n  - {date: 2026-02-01, note: Rättat}", "\nC.\n"),
			"content/news/2026-01-02-b.en.md": item("\nB.\n"), "content/news/a.png": "x",
			"content/letters/b.md": item("period: 2026-Q1", "\nBrev.\n"), "content/meetings/m.md": item("start: 2026-12-01 10:00", "\nM.\n"),
			"content/news/2027-01-01-d.md": item("\nSedan.\n"), "content/news/2026-01-05-e.md": item("expires: 2026-02-01", "\nFöre.\n"),
		},
		lists: map[string]map[string]model.Query{
			"home": {"new": {Types: []string{"note"}}, "met": {Types: []string{"meeting"}, Order: "title"}, "under": {Under: "om"}},
		},
	}
}

// What an item is called can change in the same graph only where the graph says it nowhere and goes by it nowhere, so whatever is
// merely rewritten says, in all of its pages, listings, feeds, filters and cards, what a site made from the start says.
func TestTitlesInTheGraph(t *testing.T) {
	before := wordy()
	same := map[string]bool{}
	for _, trait := range []bool{false, true} {
		for name, text := range before.files {
			if !document.IsDocument(name) {
				continue
			}
			req, _ := before.request(t)
			req.Images = map[model.Use]model.Preset{model.ShareUse: {Widths: []int{1200}}}
			req.Types["note"].Traits.Card = trait
			after := before
			after.files = maps.Clone(before.files)
			after.files[name] = strings.Replace(strings.Replace(text, "title: T", "title: Öring", 1), "Kort.", "Helt nytt.", 1)
			if after.files[name] == text {
				t.Fatalf("%s has no title: %s", name, text)
			}
			next, _ := after.request(t)
			next.Config, next.Images, next.Types = req.Config, req.Images, req.Types
			for i, doc := range next.Documents {
				doc.Type = req.Documents[i].Type
				if doc.Path != name {
					next.Documents[i] = req.Documents[i]
				}
			}
			made := site.Keep(req)
			was := whole(t, made.Site)
			got, ok := made.Rewritten(next.Documents, next.Now)
			if same[name] = ok; !ok {
				continue
			}
			want, _ := site.New(next)
			if g, w := whole(t, got), whole(t, want); g != w {
				t.Errorf("%s, cards %v: rewritten and made are two: %s", name, trait, difference(g, w))
			}
			if whole(t, made.Site) != was {
				t.Errorf("%s: the site that was rewritten has changed", name)
			}
		}
		if got, want := same["content/news/2026-01-03-c.md"], !trait; got != want {
			t.Errorf("a note with a card of its own %v: rewritten %v, want %v", trait, got, want)
		}
	}
	for _, name := range []string{"content/om.md", "content/subjects/s.md", "content/people/p.md", "content/meetings/m.md", "content/news/index.md", "content/bodies/kommunen.md"} {
		if same[name] {
			t.Errorf("%s was merely rewritten, though others say its title", name)
		}
	}
}

// difference is where two texts part.
func difference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("line %d: %s / %s", i, x[i], y[i])
		}
	}
	return fmt.Sprintf("%d and %d lines", len(x), len(y))
}

// whole is a site as text: all that can be reached from it, each item and each list once, with what its document says.
func whole(t *testing.T, s *site.Site) string {
	w := &teller{t: t, s: s, seen: map[any]int{}}
	w.tell(reflect.ValueOf(s).Elem())
	return w.String()
}

type teller struct {
	strings.Builder
	t    *testing.T
	s    *site.Site
	seen map[any]int
}

func (w *teller) tell(v reflect.Value) {
	switch x := v.Interface().(type) {
	case *config.Config, *config.Collection:
		return
	case *model.Type:
		fmt.Fprintln(w, x.Name)
		return
	case time.Time:
		fmt.Fprintln(w, x.UnixNano())
		return
	case *site.Item:
		if !w.first(x, x == nil) {
			return
		}
		w.item(x)
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.Type() == reflect.TypeFor[*site.Item]() || w.first(v.Interface(), v.IsNil()) {
			w.tell(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Type.Kind() != reflect.Func {
				fmt.Fprintf(w, "%s.%s: ", v.Type(), f.Name)
				w.tell(v.Field(i))
			}
		}
	case reflect.Slice, reflect.Array:
		fmt.Fprintln(w, v.Len())
		for i := range v.Len() {
			w.tell(v.Index(i))
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
		for _, key := range keys {
			fmt.Fprintf(w, "[%v] ", key)
			w.tell(v.MapIndex(key))
		}
	default:
		fmt.Fprintln(w, v)
	}
}

// first tells whether something is met for the first time. It is numbered, so that whoever points at it tells which it is.
func (w *teller) first(x any, none bool) bool {
	if none {
		fmt.Fprintln(w, "none")
		return false
	}
	n, met := w.seen[x]
	if !met {
		n = len(w.seen)
		w.seen[x] = n
	}
	fmt.Fprintf(w, "#%d\n", n)
	return !met
}

// item tells what an item's document says, and where its texts lead.
func (w *teller) item(it *site.Item) {
	doc := w.s.Doc(it)
	w.tell(reflect.ValueOf(doc).Elem())
	bodies := []*model.Body{doc.Body}
	for _, f := range doc.Fields {
		if f.Value.Body() != nil {
			bodies = append(bodies, f.Value.Body())
		}
	}
	for _, body := range bodies {
		html, err := w.s.HTML(it, body, func(u model.URL) string { return string(u) })
		if err != nil {
			w.t.Fatal(err)
		}
		fmt.Fprintln(w, html)
	}
}
