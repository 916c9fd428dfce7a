package compiled

import (
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// places are templates that write a value in each kind of place that html/template knows.
var places = []string{
	"%s", "<p>%s</p>", "<title>%s</title>", "<textarea>x%s</textarea>", "<p title=\"%s\">", "<p title='%s'>", "<p title=%s>", "<p class=\"a %s\">", "<p data-x=\"%s\">",
	"<a href=\"%s\">x</a>", "<a href='%s'>x</a>", "<a href=%s>x</a>", "<a href=\"/a/%s/b\">x</a>", "<a href=\"?q=%s\">x</a>", "<a href=\"mailto:%s\">x</a>", "<a href=\"#%s\">x</a>",
	"<img src=\"%s\">", "<img srcset=\"%s\">", "<img srcset='/a.png 1x, %s 2x'>", "<form action=\"%s\">", "<p style=\"color: %s\">", "<p style=\"background: url(%s)\">", "<p onclick=\"f(%s)\">",
	"<script>var x = %s;</script>", "<script>var x = '%s';</script>", "<script type=\"application/json\">%s</script>", "<style>p { color: %s }</style>", "<!-- %s -->", "<p %s>", "<p %s=\"a\">",
	"<meta http-equiv=\"refresh\" content=\"0; url=%s\">", "<meta name=\"description\" content=\"%s\">", "<svg><text>%s</text></svg>", "<xmp>%s</xmp>", "<input value=\"%s\">",
}

// hostile are texts with all that escapers look at.
func hostile() *rapid.Generator[string] {
	return rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-zåäö <>&"'+=\x00-\x20%#/:;,.?\\{}()\x60-]{0,16}`), rapid.SampledFrom([]string{
		"", "a", "</title>", "</script>", "<!--", "-->", "]]>", "javascript:alert(1)", "JavaScript:x", "http://a.se/å?b=c&d='e'", "/väg/%C3%A5/%zz%", "%", "%2", "a b", "a+b", "&amp;",
		"\x00", "\xff\xfe", "\ufdd0", "\uffff", "\u2028", "ZgotmplZ", "#ZgotmplZ", "x#ZgotmplZ", "mailto:a@b.se", "tel:+46", "//host/x", "data:text/html,x", "/a.png 1x, /b,c.png 2x", "onclick", "expression(1)",
	}))
}

// anything is a value of the types that fields have, and of those that html/template trusts.
func anything() *rapid.Generator[any] {
	return rapid.Custom(func(t *rapid.T) any {
		s := hostile().Draw(t, "text")
		switch rapid.IntRange(0, 16).Draw(t, "type") {
		case 0:
			return rapid.Int().Draw(t, "number")
		case 1:
			return rapid.Bool().Draw(t, "truth")
		case 2:
			return template.HTML(s)
		case 3:
			return kind(s)
		case 4:
			return &s
		case 5:
			return nil
		case 6:
			return []string{s, s}
		case 7:
			return template.URL(s)
		case 8:
			return template.HTMLAttr(s)
		case 9:
			return (*string)(nil)
		case 10:
			return rapid.Float64().Draw(t, "fraction")
		case 11:
			return field2{s, s}
		case 12:
			return template.Srcset(s)
		}
		return s
	})
}

// Whatever a value is and wherever it is written, the page is the one that html/template writes, or none.
func TestEscapedAsThere(t *testing.T) {
	var all []made
	for _, place := range places {
		m, ok := makeBoth(fmt.Sprintf(place, "{{.Value}}"))
		if !ok || m.err != nil {
			t.Fatalf("%s: not made (%v)", place, m.err)
		}
		all = append(all, m)
	}
	rapid.Check(t, func(t *rapid.T) {
		value := struct{ Value any }{anything().Draw(t, "value")}
		for _, m := range all {
			m.run(t, value)
		}
	})
}

// Texts are never left to html/template in the places where they nearly always stand, unless it refuses them.
func TestTextsAreQuick(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := struct{ Value string }{hostile().Draw(t, "value")}
		if IsFailsafe([]byte(value.Value)) {
			return
		}
		for _, place := range places[:6] {
			m, _ := makeBoth(fmt.Sprintf(place, "{{.Value}}"))
			if whole, _ := m.run(t, value); !whole {
				t.Errorf("%s: given up", place)
			}
			for _, e := range escapersOf(t, place) {
				if !(&state{}).quickly(e, reflect.ValueOf(value.Value)) {
					t.Errorf("%s: not quick", place)
				}
			}
		}
	})
}

func escapersOf(t *rapid.T, place string) (list []*escaper) {
	functions, lang := language()
	set := template.Must(template.New("x").Funcs(functions).Parse(fmt.Sprintf(place, "{{.Value}}")))
	if err := set.Execute(&strings.Builder{}, struct{ Value string }{}); err != nil {
		t.Fatal(err)
	}
	c := &compiler{set: set, lang: lang, bodies: map[string]*body{}, escapers: map[string]*escaper{}}
	if _, err := c.template("x"); err != nil {
		t.Fatal(err)
	}
	for _, e := range c.escapers {
		list = append(list, e)
	}
	return list
}

// templates are random ones: of actions, branches, loops, variables and calls, most of which make sense.
type templates struct {
	t     *rapid.T
	names []string // of variables in sight
	next  int
}

func (g *templates) pick(label string, list ...string) string {
	return rapid.SampledFrom(list).Draw(g.t, label)
}

// value is something that gives a value.
func (g *templates) value(depth int) string {
	if n := len(g.names); n > 0 && rapid.IntRange(0, 4).Draw(g.t, "variable") == 0 {
		return g.pick("name", g.names...) + g.pick("field", "", "", ".Name", ".Best", ".Friends")
	}
	if depth > 0 && rapid.IntRange(0, 2).Draw(g.t, "call") == 0 {
		inner := func() string { return g.value(depth - 1) }
		switch rapid.IntRange(0, 9).Draw(g.t, "function") {
		case 0:
			return "(and " + inner() + " " + inner() + ")"
		case 1:
			return "(or " + inner() + " " + inner() + ")"
		case 2:
			return "(not " + inner() + ")"
		case 3:
			return "(" + g.pick("comparison", "eq", "ne", "lt", "le", "gt", "ge") + " " + inner() + " " + inner() + ")"
		case 4:
			return "(len " + inner() + ")"
		case 5:
			return "(printf \"%v-%v\" " + inner() + " " + inner() + ")"
		case 6:
			return "(slice " + inner() + " " + g.pick("from", "0", "1", "2") + ")"
		case 7:
			return "(join " + inner() + ")"
		case 8:
			return "(" + inner() + " | print)"
		}
		return "(" + inner() + ")" + g.pick("field", ".Name", ".Best", ".Age")
	}
	return g.pick("value", ".", "$", ".Name", ".Age", ".Adult", ".Best", ".Best.Name", ".Friends", ".Others", ".Data", ".Data.a", ".Data.p", ".Data.nil", ".Text.menu", ".Any", ".Kind", ".Weight", ".Body",
		".Greeting", ".Written", ".Chapters", ".Fields.one", ".Street", ".Nobody", "$.Name", "$.Best.Name", "1", "0", "41", "\"x\"", "\"\"", "true", "false", ".Failing", ".Nope", ".Days")
}

// text is a template's.
func (g *templates) text(depth int) string {
	var b strings.Builder
	seen := len(g.names)
	for range rapid.IntRange(0, 3).Draw(g.t, "nodes") {
		b.WriteString(g.node(depth))
	}
	g.names = g.names[:seen]
	return b.String()
}

func (g *templates) node(depth int) string {
	if depth == 0 {
		return fmt.Sprintf(g.pick("place", places...), "{{"+g.value(1)+"}}")
	}
	g.next++
	name := fmt.Sprintf("$v%d", g.next)
	switch rapid.IntRange(0, 8).Draw(g.t, "node") {
	case 0:
		return "{{if " + g.value(2) + "}}" + g.text(depth-1) + "{{else}}" + g.text(depth-1) + "{{end}}"
	case 1:
		return "{{with " + g.value(1) + "}}" + g.text(depth-1) + "{{else}}" + g.text(depth-1) + "{{end}}"
	case 2:
		return "{{range " + g.value(1) + "}}" + g.text(depth-1) + "{{else}}" + g.text(depth-1) + "{{end}}"
	case 3:
		of := g.value(1)
		g.names = append(g.names, name, name+"k")
		text := "{{range " + name + "k, " + name + " := " + of + "}}" + g.text(depth-1) + "{{else}}" + g.text(depth-1) + "{{end}}"
		g.names = g.names[:len(g.names)-2]
		return text
	case 4:
		of := g.value(2)
		g.names = append(g.names, name)
		return "{{" + name + " := " + of + "}}"
	case 5:
		if len(g.names) > 0 {
			return "{{" + g.pick("name", g.names...) + " = " + g.value(1) + "}}"
		}
	case 6:
		return "{{template \"part\" " + g.value(1) + "}}"
	case 7:
		of := g.value(1)
		g.names = append(g.names, name)
		text := "{{with " + name + " := " + of + "}}" + g.text(depth-1) + "{{else}}" + g.text(depth-1) + "{{end}}"
		g.names = g.names[:len(g.names)-1]
		return text
	}
	return fmt.Sprintf(g.pick("place", places...), "{{"+g.value(2)+"}}")
}

// Random templates make the page that html/template makes, or none; and where html/template has an error, none.
func TestRandomTemplates(t *testing.T) {
	made, whole := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		g := &templates{t: t}
		text := g.text(3)
		g.names = nil
		m, ok := makeBoth("{{define \"part\"}}" + g.text(1) + "{{end}}" + text)
		if !ok || m.err != nil {
			return
		}
		made++
		value := someone()
		value.Name = hostile().Draw(t, "name")
		value.Best.Name = hostile().Draw(t, "name of the best")
		if ran, _ := m.run(t, value); ran {
			whole++
		}
	})
	if whole < made/5 || made == 0 {
		t.Errorf("of %d templates only %d were executed whole: the test says little", made, whole)
	}
}

// FuzzEscaping writes a text in every place, as html/template does.
func FuzzEscaping(f *testing.F) {
	var all []made
	for _, place := range places {
		m, _ := makeBoth(fmt.Sprintf(place, "{{.Value}}"))
		all = append(all, m)
		f.Add(place)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, m := range all {
			m.run(t, struct{ Value any }{s})
			m.run(t, struct{ Value template.HTML }{template.HTML(s)})
		}
	})
}
