package theme

import (
	"strings"
	"testing"
	texttemplate "text/template"
)

// The functions do what their comments say, and tell what is wrong with a call.
func TestFunctions(t *testing.T) {
	type named map[string]int
	data := map[string]any{
		"map": map[string]string{"a": "x"}, "named": named{"a": 1}, "numbers": map[int]string{1: "one"},
		"list": []int{7, 8}, "deep": map[string]any{"a": []string{"b"}}, "pointer": &[]int{5}, "nil": nil,
		"empty": map[string]string(nil),
	}
	cases := []struct{ call, want string }{
		{`{{index .map "a"}}`, "x"},
		{`{{index .named "a"}}`, "1"},
		{`{{index .numbers 1}}`, "one"},
		{`{{index .list 1}}`, "8"},
		{`{{index .deep "a" 0}}`, "b"},
		{`{{index .pointer 0}}`, "5"},
		{`{{len (index .deep "a")}}`, "1"},
		{`{{index .map "b"}}`, `! map has no entry for key "b"`},
		{`{{index .empty "b"}}`, `! map has no entry for key "b"`},
		{`{{index .map 1}}`, "! index wants a key of type string"},
		{`{{index .numbers "1"}}`, "! index wants a key of type int"},
		{`{{index .list 2}}`, "! index out of range: 2 of 2"},
		{`{{index .list -1}}`, "! index out of range: -1 of 2"},
		{`{{index .list "a"}}`, "! index wants a whole number for a list"},
		{`{{index .nil "a"}}`, "! index of nothing"},
		{`{{index 5 "a"}}`, "! index wants a map or a list, not int"},
		{`{{has .map "a"}}{{has .map "b"}}{{has .named "a"}}{{has .empty "a"}}`, "truefalsetruefalse"},
		{`{{has .list "a"}}`, "! has wants a map, not []int"},
		{`{{has .nil "a"}}`, "! has wants a map, not <nil>"},
		{`{{with args "a" 1 "b" "c"}}{{.a}}{{.b}}{{end}}`, "1c"},
		{`{{len args}}`, "0"},
		{`{{args "a"}}`, "! args wants a name and a value, and so on: one value is missing"},
		{`{{args 1 2}}`, "! args wants a name in quotes before each value, not 1"},
		{`{{args "a" 1 "a" 2}}`, `! args is given "a" twice`},
	}
	for _, c := range cases {
		var b strings.Builder
		err := texttemplate.Must(texttemplate.New("").Funcs(texttemplate.FuncMap(functions())).Parse(c.call)).Execute(&b, data)
		got := b.String()
		if err != nil {
			_, words, _ := strings.Cut(err.Error(), "error calling ")
			_, words, _ = strings.Cut(words, ": ")
			got = "! " + words
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q (%v)", c.call, got, c.want, err)
		}
	}
}
