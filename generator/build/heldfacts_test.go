package build

import (
	"reflect"
	"testing"

	"growthportal/generator/output"
	"growthportal/generator/policy"
)

// What is held of a page says what was found on it, though equal lists are one in memory.
func TestHeldFacts(t *testing.T) {
	found := map[string]policy.Facts{
		"a": {Size: 1, Styles: []string{"/a.css"}}, "b": {Size: 2, Styles: []string{"/a.css"}}, "c": {Size: 2, Scripts: []string{"/a.css"}},
		"d": {Size: 2, Styles: []string{"/a.css"}, Picture: true}, "e": {Size: 2, Code: []string{"/a.css"}}, "f": {},
	}
	h := held{facts: map[output.Path]policy.Facts{}}
	for name, f := range found {
		h.add(output.Path(name), f)
	}
	for name, want := range found {
		if got := h.facts[output.Path(name)]; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
	if &h.facts["a"].Styles[0] != &h.facts["b"].Styles[0] {
		t.Error("two pages that ask for the same have a list each")
	}
}
