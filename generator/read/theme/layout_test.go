package theme

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/diag"
)

// layoutOf gives the layout "goal" of a theme with that text and these parts, name and text by turns.
func layoutOf(t *testing.T, text string, parts ...string) *Layout {
	t.Helper()
	site := "-- themes/my/theme.yaml --\nextends: base\n-- themes/my/layouts/goal.html --\n" + text + "\n"
	for i := 0; i < len(parts); i += 2 {
		site += "-- themes/my/parts/" + parts[i] + ".html --\n" + parts[i+1] + "\n"
	}
	l, ok := load(t, request(t, site)).Layout("goal")
	if !ok {
		t.Fatal("no layout")
	}
	return l
}

type view struct {
	Title string
	Items []item
	Map   map[string]string
	Stop  func() string
	Link  *item
}

type item struct{ Name, Href string }

// What a page lacks is an error that names the place in the theme's file, in layouts and in parts, in text and in
// attributes, where html/template works on copies of a part.
func TestTemplateErrors(t *testing.T) {
	cases := []struct {
		name, text, part, want string
	}{
		{"a field", "<p>\nå {{.Titel}}", "", `themes/my/layouts/goal.html:2:5: .Titel: can't evaluate field Titel in type theme.view`},
		{"a field of a part", "{{template \"x\" .}}", "<p>\n\n  {{.Items.Name}}", `themes/my/parts/x.html:3:11: .Items.Name: can't evaluate field Name in type []theme.item`},
		{"a key", "{{.Map.nope}}", "", `themes/my/layouts/goal.html:1:7: .Map.nope: map has no entry for key "nope"`},
		{"a key by index", "{{index .Map \"nope\"}}", "", `themes/my/layouts/goal.html:1:3: index .Map "nope": error calling index: map has no entry for key "nope"`},
		{"an argument", "{{template \"x\" (args \"a\" 1)}}", "<a title=\"{{.b}}\">x</a>", `themes/my/parts/x.html:1:13: .b: map has no entry for key "b"`},
		{"a copy in an attribute", "<a title=\"{{template \"x\" .}}\">x</a>", "{{.Nope}}", `themes/my/parts/x.html:1:3: .Nope: can't evaluate field Nope in type theme.view`},
		{"nothing", "{{.Link.Name}}", "", `themes/my/layouts/goal.html:1:8: .Link.Name: nil pointer evaluating *theme.item.Name`},
		{"an odd number of arguments", "{{template \"x\" (args \"a\")}}", "x", `themes/my/layouts/goal.html:1:17: args "a": error calling args: args wants a name and a value, and so on: one value is missing`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var parts []string
			if c.part != "" {
				parts = []string{"x", c.part}
			}
			err := layoutOf(t, c.text, parts...).Execute(t.Context(), io.Discard, view{Map: map[string]string{}})
			var e *TemplateError
			if !errors.As(err, &e) {
				t.Fatalf("error %v", err)
			}
			if d := cmp.Diff(c.want, e.Error()); d != "" {
				t.Error(d)
			}
			if got := e.Diagnostic(); e.Layout != "goal" || !strings.HasPrefix(string(got.Code), "template-") || got.Code == diag.TemplateFailed || got.File != e.File || got.Line != e.Line {
				t.Errorf("layout %q, diagnostic %+v", e.Layout, got)
			}
		})
	}
}

// Addresses may be paths, or lead where a site's links may lead, telephones among it; any other is an error in its
// file, and so is what html/template refuses by itself, instead of a replacement on the page that nobody notices.
func TestAddresses(t *testing.T) {
	l := layoutOf(t, `<p>{{range .Items}}<a href="{{.Href}}">{{template "x" .}}</a>{{end}}`, "x", `<img src="{{.Href}}" alt>`)
	for _, href := range []string{"/om/", "", "#a:b", "?a:b", "a/b:c", "tel:+46322123", "mailto:a@b.se", "HTTPS://example.se/", "http://a"} {
		var b strings.Builder
		if err := l.Execute(t.Context(), &b, view{Items: []item{{Href: href}}}); err != nil {
			t.Error(err)
		}
		want := `<p><a href="` + strings.ReplaceAll(href, "+", "&#43;") + `">`
		if !strings.HasPrefix(b.String(), want) {
			t.Errorf("%s becomes %s", href, b.String())
		}
	}
	for _, href := range []string{"javascript:alert(1)", " javascript:x", "java\nscript:x", "data:text/html,x", "a:b", ":x"} {
		err := l.Execute(t.Context(), io.Discard, view{Items: []item{{Href: href}}})
		var e *TemplateError
		want := fmt.Sprintf("themes/my/layouts/goal.html:1:1: a page may not lead to %q", href)
		if !errors.As(err, &e) || e.Error() != want {
			t.Errorf("%q: error %v", href, err)
		}
	}
	l = layoutOf(t, `<p {{.Title}}="x">`)
	var e *TemplateError
	if err := l.Execute(t.Context(), io.Discard, view{Title: "onclick"}); !errors.As(err, &e) || !strings.Contains(e.Message, "unsafe") {
		t.Errorf("error %v", err)
	}
}

// A layout that has used up its time is stopped, and so is one that has been told to stop, although it writes nothing:
// in a loop, and in templates that call one another in ever more branches.
func TestTimeLimit(t *testing.T) {
	endless := map[string][]string{
		"a loop":     {`{{$x := call .Stop}}{{range 1000000000000}}{{end}}`},
		"two loops":  {`{{$x := call .Stop}}{{range 1000000}}{{range 1000000}}{{continue}}{{end}}{{end}}`},
		"recursions": {`{{$x := call .Stop}}{{template "x" "x"}}`, "x", `{{if lt (len .) 60}}{{template "x" (print . "x")}}{{template "x" (print . "x")}}{{end}}`},
	}
	for name, text := range endless {
		t.Run(name, func(t *testing.T) {
			l := layoutOf(t, text[0], text[1:]...)
			ctx, cancel := context.WithCancel(t.Context())
			err := l.Execute(ctx, io.Discard, view{Stop: func() string { cancel(); return "" }})
			if !errors.Is(err, context.Canceled) {
				t.Errorf("error %v", err)
			}
			l.limit = 0
			err = l.Execute(t.Context(), io.Discard, view{Stop: func() string { return "" }})
			var limit *LimitError
			if !errors.As(err, &limit) {
				t.Fatalf("error %v", err)
			}
			want := LimitError{Layout: "goal", File: "themes/my/layouts/goal.html", Limit: TimeLimit}
			if *limit != want || limit.Diagnostic().Code != diag.TemplateTimeout {
				t.Errorf("got %+v", limit)
			}
		})
	}
}

// Templates that call themselves without end are stopped early, also inside loops, from where html/template takes
// minutes to come back by itself; those that end are not stopped.
func TestDepthLimit(t *testing.T) {
	for name, part := range map[string]string{
		"plain":     `{{template "x" .}}`,
		"in a loop": `<ul>{{range .Items}}<li>{{template "x" $}}{{end}}</ul>`,
	} {
		l := layoutOf(t, `{{template "x" .}}`, "x", part)
		err := l.Execute(t.Context(), io.Discard, &view{Items: []item{{}}})
		var limit *LimitError
		if !errors.As(err, &limit) || limit.Limit != DepthLimit || limit.Diagnostic().Code != diag.TemplateDepth {
			t.Errorf("%s: error %v", name, err)
		}
	}
	deep := layoutOf(t, `{{template "x" "x"}}`, "x", `{{if lt (len .) 150}}{{range 1}}{{template "x" (print $ "x")}}{{end}}{{end}}`)
	if err := deep.Execute(t.Context(), io.Discard, view{}); err != nil {
		t.Error(err)
	}
}

// A page that grows without end is stopped before it fills the memory.
func TestSizeLimit(t *testing.T) {
	l := layoutOf(t, `{{range 1000000000}}{{$.Title}}{{end}}`)
	written := 0
	count := writerFunc(func(p []byte) (int, error) { written += len(p); return len(p), nil })
	err := l.Execute(t.Context(), count, view{Title: strings.Repeat("x", 1<<20)})
	var limit *LimitError
	if !errors.As(err, &limit) || limit.Limit != SizeLimit || limit.Diagnostic().Code != diag.TemplateSize {
		t.Errorf("error %v", err)
	}
	if written > maxBytes {
		t.Errorf("%d bytes were written", written)
	}
}

type writerFunc func(p []byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

// A writer's failure comes back as it is, so that a full disk is told as that.
func TestWriterFails(t *testing.T) {
	full := errors.New("disk full")
	l := layoutOf(t, `<p>{{.Title}}</p>`)
	err := l.Execute(t.Context(), writerFunc(func([]byte) (int, error) { return 0, full }), view{})
	if !errors.Is(err, full) {
		t.Errorf("error %v", err)
	}
}

// A layout can be executed by many at once, from the first time on.
func TestConcurrency(t *testing.T) {
	l := layoutOf(t, `{{range .Items}}{{template "x" .}}<i title="{{template "x" .}}"></i>{{end}}`, "x", `{{.Name}}`)
	v := view{Items: []item{{Name: "å<"}, {Name: "b"}}}
	var first bytes.Buffer
	if err := l.Execute(t.Context(), &first, v); err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 20 {
				var b bytes.Buffer
				if err := l.Execute(t.Context(), &b, v); err != nil || b.String() != first.String() {
					t.Errorf("error %v, page %q", err, b.String())
				}
			}
		})
	}
	all.Wait()
}

// A layout's own definitions win over those of parts, an empty one too; the blank texts that the guard needs leave no
// trace.
func TestComposition(t *testing.T) {
	l := layoutOf(t, `{{define "side"}}{{end}}{{define "main"}}[{{range .Items}}{{.Name}}{{end}}]{{end}}{{template "shell" .}}`,
		"shell", `<p>{{block "main" .}}nothing{{end}}{{block "side" .}}aside{{end}}{{block "foot" .}}foot{{end}}</p>`)
	var b strings.Builder
	if err := l.Execute(t.Context(), &b, view{Items: []item{{Name: "a"}, {Name: "b"}}}); err != nil {
		t.Fatal(err)
	}
	if got, want := strings.TrimSpace(b.String()), `<p>[ab]foot</p>`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// As an error, too, a limit says which layout is to blame.
func TestLimitWords(t *testing.T) {
	for limit, want := range map[Limit]string{
		TimeLimit: `layout "x" took longer than 10s for one page`, SizeLimit: `layout "x" wrote more than 67108864 bytes for one page`,
		DepthLimit: `layout "x" calls templates inside one another without end`,
	} {
		if got := (&LimitError{Layout: "x", Limit: limit}).Error(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
