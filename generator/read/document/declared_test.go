package document

import (
	"testing"

	"growthportal/generator/locale"
	"growthportal/generator/model"
)

// The keys that are declared for every type are those that are read, so that the schema, the skeleton of a new item and the reader
// cannot disagree.
func TestDeclaredCoreKeysAreRead(t *testing.T) {
	declared := model.CoreKeys()
	if len(declared) != len(coreKeys) {
		t.Errorf("%d keys are declared and %d are read", len(declared), len(coreKeys))
	}
	for _, key := range declared {
		if coreKeys[key] == nil {
			t.Errorf("%q is declared and not read", key)
		}
	}
	for i, f := range model.CoreFields() {
		if i >= len(declared) || f.Name != declared[i] {
			t.Errorf("%s is declared with a kind, and not listed in that place", f.Name)
		}
		for _, lang := range locale.Langs() {
			if f.Label[lang] == "" {
				t.Errorf("%s has no label in %s", f.Name, lang)
			}
		}
	}
}
