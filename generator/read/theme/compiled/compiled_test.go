package compiled

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"html/template"
	"io"
	"reflect"
	"strings"
	"sync"
	"testing"
)

// person is a value with all that templates meet: fields, methods on values and on pointers, lists, maps, nothing at all.
type person struct {
	Name    string
	Age     int
	Adult   bool
	Body    template.HTML
	Friends []*person
	Others  []person
	Best    *person
	Data    map[string]any
	Text    map[string]string
	Fields  map[string]field2
	Any     any
	Weight  float64
	Zero    field2
	Kind    kind
	Days    [2]string
	secret  string
	*address
	appended *int // counts what is appended
}

type field2 struct{ Label, Value string }

type kind string

type address struct{ Street string }

func (p person) Greeting() string        { return "Hej " + p.Name + " & co" }
func (p *person) Written() template.HTML { return "<b>" + template.HTML(p.Name) + "</b>" }
func (p *person) AppendWritten(b []byte) ([]byte, error) {
	if p.appended != nil {
		*p.appended++
	}
	return append(b, p.Written()...), nil
}

// Torn fails when it has begun, in both ways.
func (p *person) Torn() (template.HTML, error) { return "<b", errors.New("it failed") }
func (p *person) AppendTorn(b []byte) ([]byte, error) {
	return append(b, "<b"...), errors.New("it failed")
}

// What AppendOdd does is no way of writing what Odd gives.
func (p *person) Odd() template.HTML                { return "<i>odd</i>" }
func (p *person) AppendOdd(b []byte) []byte         { return nil }
func (p *person) Even() string                      { return "<i>even</i>" }
func (p *person) AppendEven([]byte) ([]byte, error) { return nil, errors.New("not asked for") }

func (p *person) Chapters() ([]int, error) { return []int{1, 2}, nil }
func (p *person) Failing() (string, error) { return "", errors.New("it failed") }
func (p *person) Panicking() string        { panic("it panicked") }
func (p *person) With(other string) string { return p.Name + other }
func (p *person) Nobody() (who *person)    { return nil }
func (f field2) Both() string              { return f.Label + f.Value }
func (p *person) Itself() *person          { return p }

func someone() *person {
	bo := &person{Name: "Bo + Åsa's \"<i>\" & 1", Age: 300, Kind: "x", Weight: 1.5}
	return &person{
		Name: "Åsa", Age: 41, Adult: true, Body: "<p>Hej & hå</p>", Friends: []*person{bo, {Name: "Cai"}}, Others: []person{{Name: "Di"}},
		Best: bo, Data: map[string]any{"b": 1, "a": "x<y", "nil": nil, "p": bo, "list": []string{"u", "v"}, "value": person{Name: "Eve"}}, Text: map[string]string{"menu": "Meny"},
		Fields: map[string]field2{"one": {"L", "V"}}, Any: []any{1, "två", nil, bo}, Weight: 2.5, Kind: "y", Days: [2]string{"må", "ti"},
		secret: "s", address: &address{"Gatan 1"},
	}
}

// language is what the templates of these tests have beside what is built in.
func language() (template.FuncMap, Language) {
	check := func(s string) error {
		if strings.HasPrefix(s, "javascript:") {
			return errors.New("no code")
		}
		return nil
	}
	filters := template.FuncMap{URLFilter: func(values ...any) (string, error) {
		s := fmt.Sprint(values...)
		return s, check(s)
	}}
	join := func(values ...any) string { return fmt.Sprint(values...) }
	return template.FuncMap{"join": join}, Language{Filters: filters, Address: check, Functions: map[string]Function{
		"join": func(args []reflect.Value) (reflect.Value, error) { return reflect.ValueOf(join(plain(args)...)), nil },
	}}
}

// made is a template in both ways.
type made struct {
	plain   *template.Template
	program *Program
	err     error // of compiling it
}

// makeBoth makes a template in both ways; false where it is none.
func makeBoth(text string) (made, bool) {
	functions, lang := language()
	t, err := template.New("goal").Option("missingkey=error").Funcs(functions).Parse(text)
	if err != nil {
		return made{}, false
	}
	var unsafe *template.Error
	if errors.As(t.Execute(io.Discard, nil), &unsafe) { // that there is no value is an error too, and another one
		return made{}, false
	}
	t.Funcs(lang.Filters)
	program, err := Compile(t, lang)
	return made{t, program, err}, true
}

// run executes a template in both ways, holds the outcomes against one another, and tells whether the program made it.
func (m made) run(t interface {
	Helper()
	Errorf(string, ...any)
}, value any) (whole bool, page string) {
	t.Helper()
	var plain bytes.Buffer
	wrong := m.plain.Execute(&plain, value)
	var quick []byte
	whole, err := m.program.Run(context.Background(), value, 1<<20, func(page []byte) error {
		quick = bytes.Clone(page)
		return nil
	})
	switch {
	case err != nil:
		t.Errorf("an error that nobody has: %v", err)
	case whole && wrong != nil:
		t.Errorf("got\n%s\nwant the error %v", quick, wrong)
	case whole && string(quick) != plain.String():
		t.Errorf("got\n%s\nwant\n%s", quick, plain.String())
	}
	return whole, string(quick)
}

// What templates are made of is executed whole, and as html/template does.
func TestConstructs(t *testing.T) {
	for _, text := range []string{
		"plain text", "{{.Name}}", "{{.Age}} {{.Adult}} {{.Weight}} {{.Kind}}", "{{.Body}}", "{{.Best.Name}}", "{{.Street}}", "{{.Greeting}} {{.Written}}",
		"{{.Best.Written}}{{$.Best.Written}}{{$x := .Best}}{{$x.Written}}{{with .Best}}{{.Written}}{{.Odd}}{{.Even}}{{end}}{{.Data.p.Written}}", "<p title=\"{{.Written}}\">{{.Written}}</p><title>{{.Written}}</title>",
		"{{range .Chapters}}{{.}},{{end}}", "{{.Itself.Itself.Name}}", "{{range .Others}}{{.Greeting}} {{.Written}}{{end}}",
		"{{.Data.a}} {{.Data.b}} {{.Data.p.Name}} {{.Data.nil}}", "{{.Text.menu}}", "{{.Fields.one.Label}} {{.Fields.one.Both}}",
		"{{if .Adult}}a{{else}}b{{end}}", "{{if not .Adult}}a{{else if .Best}}b{{else}}c{{end}}", "{{with .Best}}{{.Name}}{{$.Name}}{{else}}x{{end}}",
		"{{with .Friends}}{{len .}}{{end}}", "{{with .Nobody}}a{{else}}b{{end}}", "{{with $x := .Best}}{{$x.Name}}{{else}}{{$x}}{{end}}",
		"{{range .Friends}}{{.Name}}{{else}}none{{end}}", "{{range $i, $f := .Friends}}{{$i}}{{$f.Name}}{{$.Name}}{{end}}", "{{range $f := .Others}}{{$f.Name}}{{end}}",
		"{{range $k, $v := .Data}}{{$k}}={{if $v}}1{{end}} {{end}}", "{{range .Fields}}{{.Label}}{{end}}", "{{range .Best.Friends}}x{{else}}none{{end}}",
		"{{range .Any}}{{if .}}x{{end}}{{end}}", "{{range .Days}}{{.}}{{end}}", "{{range $i, $d := .Days}}{{$i}}{{$d}}{{end}}", "{{range .Data.nil}}x{{else}}none{{end}}",
		"{{$x := 1}}{{$x}}{{$x = 2}}{{$x}}", "{{$x := 1}}{{if .Adult}}{{$x = 2}}{{$x := 3}}{{$x}}{{end}}{{$x}}", "{{$a := .Name}}{{range .Friends}}{{$a}}{{$a = .Name}}{{end}}{{$a}}",
		"{{$x := .Best}}{{with $y := .Others}}{{$x.Name}}{{len $y}}{{end}}{{$z := 1}}{{$z}}",
		"{{if .Zero}}a{{end}}{{with .Best.Weight}}b{{end}}{{if .Zero.Label}}c{{end}}", "{{$x := 1}}{{if .Data.nil}}{{$x := 2}}{{$x}}{{else}}{{$x}}{{end}}{{range .Friends}}{{$x := 3}}{{$x}}{{end}}{{$x}}",
		"{{define \"w\"}}{{.Greeting}}{{.Name}}{{end}}{{range .Others}}{{template \"w\" .}}{{end}}{{template \"w\" .Data.value}}{{template \"w\" .Best}}",
		"{{eq .Age 41}} {{eq .Name \"Åsa\" \"x\"}} {{eq .Kind \"x\" \"y\"}} {{ne .Age 41}} {{ne .Adult false}} {{eq .Adult true}}", "{{lt .Age 3}} {{le .Age 41}} {{gt .Name \"A\"}} {{ge .Age 42}}",
		"{{and .Adult .Name}} {{and .Data.nil .Name}} {{or .Data.nil .Name}} {{or false 0 \"\"}} {{and 1 2 3}}", "{{if and .Best .Best.Best .Best.Best.Name}}a{{end}}",
		"{{len .Name}} {{.Name | len}} {{len .Data}}", "{{printf \"%05d %s\" .Age .Name}} {{printf \"%v\" .Any}} {{.Age | printf \"%d\"}}", "{{print 1 .Name 2}} {{println .Name}}",
		"{{slice .Name 1}} {{slice .Name 0 2}} {{range slice .Friends 1 2}}{{.Name}}{{end}}", "{{join .Name 1 .Best.Name}} {{.Age | join \"a\"}} {{join}} {{join (join .Name (join 1 2) 3) (join 4 (join 5))}}",
		"{{(.Itself).Name}} {{(join .Name 2)}} {{len (slice .Friends 1)}}", "{{define \"x\"}}{{.Name}}{{end}}{{template \"x\" .Best}}{{template \"x\" .}}", "{{define \"y\"}}y{{end}}{{template \"y\"}}",
		"{{define \"r\"}}({{.Name}}{{with .Best}}{{template \"r\" .}}{{end}}){{end}}{{template \"r\" .}}", "{{define \"p\"}}{{$.Name}}{{end}}{{$q := .Best}}{{template \"p\" $q}}{{template \"p\" .}}",
		"<a href=\"{{.Name}}\" title=\"{{.Best.Name}}\">{{.Best.Name}}</a>", "<a href='/x/{{.Best.Name}}?q={{.Best.Name}}#{{.Name}}'>x</a>", "<title>{{.Best.Name}}{{.Body}}</title>",
		"<p title={{.Best.Name}}>", "<img srcset=\"{{.Name}} 1x, /b.png 2x\" src=\"{{.Data.a}}\">", "<a title=\"{{.Body}}\">{{.Best.Weight}}</a>", "<!-- {{.Name}} -->x",
		"<p style=\"color: {{.Name}}\" onclick=\"f({{.Best.Name}})\">", "<script>var x = {{.Best.Name}};</script><style>p { color: {{.Name}} }</style>",
		"<a href=\"{{.Age}}\">{{true}}{{\"a<b\"}}{{1}}</a>", "<textarea>{{.Body}}</textarea>{{.Data.list}}", "{{/* nothing */}}{{- .Name -}} x",
		"<p title=\"{{if .Adult}}{{.Best.Name}}{{else}}x{{end}}\">",
	} {
		m, ok := makeBoth(text)
		if !ok || m.err != nil {
			t.Errorf("%s: not made (%v)", text, m.err)
			continue
		}
		if whole, _ := m.run(t, someone()); !whole {
			t.Errorf("%s: given up", text)
		}
	}
}

// What can be appended to the page is, where it stands as it is and nowhere else.
func TestAppending(t *testing.T) {
	for text, want := range map[string]int{
		"{{.Written}}": 1, "{{$.Best.Written}}{{with .Best}}{{.Written}}{{end}}": 2, "{{$x := .Best}}{{$x.Written}}": 1, "{{range .Others}}{{.Written}}{{end}}": 1,
		"<p title=\"{{.Written}}\">": 0, "{{if .Written}}x{{end}}": 0, "{{.Written | len}}": 0,
	} {
		m, ok := makeBoth(text)
		if !ok || m.err != nil {
			t.Fatalf("%s: not made (%v)", text, m.err)
		}
		count, value := 0, someone()
		value.appended, value.Best.appended, value.Others[0].appended = &count, &count, &count
		if whole, _ := m.run(t, value); !whole || count != want {
			t.Errorf("%s: appended %d times, want %d; made: %t", text, count, want, whole)
		}
	}
}

// What goes wrong is html/template's to tell of: a program that meets it gives up and writes nothing.
func TestGivingUp(t *testing.T) {
	for _, text := range []string{
		"{{.Nope}}", "{{.Torn}}", "{{.Best.Torn}}", "{{.Best.Best.Written.X}}", "{{.secret}}", "{{.Best.Best.Name}}", "{{.Data.none}}", "{{.Text.none}}", "{{.Fields.none}}", "{{.Data.nil.Name}}", "{{.Failing}}", "{{.Panicking}}", "{{.Name.Name}}",
		"{{range .Age}}x{{end}}", "{{range .Best.Best}}x{{end}}", "{{range .Name}}x{{end}}", "{{len .Age}}", "{{eq .Name 1}}", "{{lt .Adult true}}", "{{slice .Name 9}}", "{{slice .Name -1}}",
		"{{eq .Friends .Friends}}", "{{template \"none\"}}", "{{define \"e\"}}{{template \"e\" .}}{{end}}{{template \"e\" .}}", "<p {{.Name}}=\"x\">",
		"<a href=\"{{.Data.code}}\">x</a>", "{{.Data.unsafe}}", "{{define \"n\"}}{{.Name}}{{end}}{{template \"n\"}}", "{{.Street.X}}", "{{with .Others}}{{.Name}}{{end}}", "{{.Bad.Street}}",
		"{{.With 1}}", "{{.With \"x\"}}", "{{range 3}}{{.}}{{end}}", "{{range $i, $x := .Friends}}{{break}}{{end}}", "{{.Name | html}}", "{{call .Name}}", "{{eq 1}}", "{{$x := (or 1 ($y := 2))}}",
		"{{eq .Best nil}}", "{{.Name | or false}}", "{{index .Friends 0}}", "{{1.5}}", "{{'a'}}", "{{printf .Age}}", "{{range $a, $b := 3}}{{end}}", "{{(.Best.Best).Name}}",
	} {
		m, ok := makeBoth(text)
		if !ok || m.err != nil {
			continue // neither way, or not compiled
		}
		value := someone()
		value.Data["code"], value.Data["unsafe"] = "javascript:x", Failsafe
		var wrong error
		if !strings.Contains(text, "\"e\"") { // html/template takes minutes to come back from there
			wrong = m.plain.Execute(io.Discard, value)
		}
		whole, err := m.program.Run(context.Background(), value, 1<<20, func([]byte) error {
			t.Errorf("%s: it writes", text)
			return nil
		})
		if whole || err != nil {
			t.Errorf("%s: not given up (%v; html/template says %v)", text, err, wrong)
		}
	}
}

// A page stops at its limits: of time, of size, and where the context ends.
func TestLimits(t *testing.T) {
	m, _ := makeBoth("{{range .}}{{.}}{{end}}")
	list := make([]string, 1000)
	ended, end := context.WithCancel(context.Background())
	end()
	never := func([]byte) error { t.Error("it writes"); return nil }
	if whole, err := m.program.Run(ended, list, 1<<20, never); whole || err != nil {
		t.Error("a context that has ended does not stop it", err)
	}
	list[0] = "longer"
	if whole, err := m.program.Run(context.Background(), list, 5, never); whole || err != nil {
		t.Error("a page may be longer than it may be", err)
	}
	short, _ := makeBoth("abcdef")
	if whole, err := short.program.Run(context.Background(), list, 5, never); whole || err != nil {
		t.Error("a short page may be longer than it may be", err)
	}
	full := errors.New("disk full")
	if whole, err := m.program.Run(context.Background(), list, 6, func([]byte) error { return full }); !whole || err != full {
		t.Errorf("got %t and %v", whole, err)
	}
}

// One program serves many at once, and nothing of one page is left for the next.
func TestAtOnce(t *testing.T) {
	m, _ := makeBoth("{{$x := .Name}}{{range .Friends}}{{$x}}{{.Name}}{{.Any}}{{end}}{{with .Any}}{{printf \"%d\" (len .)}}{{end}}{{.Data.a}}")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for i := range 50 {
				value := someone()
				if i%3 == 0 {
					value.Data = nil // it gives up in the middle
				}
				if whole, _ := m.run(t, value); whole == (i%3 == 0) {
					t.Errorf("given up: %t", !whole)
				}
			}
		})
	}
	all.Wait()
}
