package build

import (
	"strings"
	"testing"
	"testing/fstest"

	"growthportal/generator/build/memo"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/read/document"
	"growthportal/generator/read/source"
)

// A text is given from the memory on disk whole, or not at all: where it turns out damaged, its file is asked, and what that fails of is told.
func TestDamagedTextIsNotGiven(t *testing.T) {
	dir := t.TempDir()
	recall, err := Recall(dir, dir+"/public", "test", false)
	if err != nil {
		t.Fatal(err)
	}
	defer recall.Close()
	snap, _, err := source.Scan(fstest.MapFS{"content/b.md": {}}, []string{"content"})
	if err != nil {
		t.Fatal(err)
	}
	whole := &model.Body{Segments: []model.Segment{{HTML: "<p>å"}, {HTML: "</p>"}}, Length: 9}
	_, text := document.Encode(&document.Document{Body: whole}, nil)
	l := &library{now: texts{recall: recall, snap: snap}}
	for name, c := range map[string]struct {
		kept []byte
		want string
	}{
		"whole": {text, "<p>å</p>"}, "torn": {text[:len(text)-1], ""}, "longer": {append(text[:len(text):len(text)], 'x'), ""}, "nothing": {nil, ""}, "": {nil, ""},
	} {
		key := output.Sum([]byte(name))
		if name != "" {
			recall.memory.Put(rememberedText, memo.Key(key), c.kept)
		}
		doc := &document.Document{Body: whole}
		doc.Path = "content/a.md"
		l.takeFrom(doc, output.Digest{}, key)
		var got strings.Builder
		err := doc.Body.Close(&got, nil, nil)
		if got.String() != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%s: got %q, %v", name, got.String(), err)
		}
	}
}
