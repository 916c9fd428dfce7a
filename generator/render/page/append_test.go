package page_test

import (
	"html/template"
	"reflect"
	"strings"
	"testing"

	"growthportal/generator/render/page"
)

// Whatever can be appended to a page is what the method of the plain name gives: of each type that layouts see, for any item.
func TestAppendedIsTheSame(t *testing.T) {
	compared := 0
	for _, text := range []*page.Text{nil, page.Written("<p>Å</p>"), page.Written("")} {
		for _, value := range []any{page.Details{Text: text, About: text}, page.Listing{Lead: text}, page.Banner{Text: text}, page.Field{Body: text}, page.Item{Details: page.Details{Text: text}}} {
			v := reflect.ValueOf(value)
			for i := range v.NumMethod() {
				name, ok := strings.CutPrefix(v.Type().Method(i).Name, "Append")
				if !ok {
					continue
				}
				compared++
				got, err := v.Method(i).Interface().(func([]byte) ([]byte, error))([]byte("x"))
				want := v.MethodByName(name).Call(nil)
				if err != nil || string(got) != "x"+want[0].String() || want[0].Type() != reflect.TypeFor[template.HTML]() {
					t.Errorf("%T.Append%s: %q, %v; want %q", value, name, got, err, want[0])
				}
			}
		}
	}
	if compared == 0 {
		t.Error("nothing was compared")
	}
}
