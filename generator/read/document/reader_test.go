package document_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/document"
)

// everything is a type with a field of every kind.
func everything() *model.Type {
	kind := func(name string, k model.Kind) model.Field { return model.Field{Name: name, Kind: k} }
	return &model.Type{Name: "everything", Fields: []model.Field{
		kind("words", model.KindText), kind("text", model.KindMarkdown), kind("yes", model.KindBoolean), kind("count", model.KindNumber), kind("day", model.KindDate),
		kind("at", model.KindInstant), kind("month", model.KindPeriod), {Name: "level", Kind: model.KindChoice, Choices: []model.Choice{{Value: "low"}, {Value: "high"}}},
		{Name: "to", Kind: model.KindReference, To: []string{"person"}}, kind("picture", model.KindImage), kind("file", model.KindFile), kind("email", model.KindEmail),
		kind("phone", model.KindPhone), kind("link", model.KindURL),
		{Name: "place", Kind: model.KindMap, Fields: []model.Field{{Name: "street", Kind: model.KindText, Required: true}, {Name: "opens", Kind: model.KindInstant}}},
		{Name: "days", Kind: model.KindList, Of: &model.Field{Kind: model.KindDate}},
	}}
}

func stockholm(t testing.TB) *time.Location {
	zone, err := time.LoadLocation("Europe/Stockholm")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func newReader(t testing.TB) *document.Reader {
	return &document.Reader{
		Languages: []locale.Lang{locale.Swedish, locale.English}, Location: stockholm(t), Page: &model.Type{Name: "page"},
		Shelves: map[string]document.Shelf{
			"all": {Type: everything()}, "dated": {Type: &model.Type{Name: "dated", Require: []string{"date"}}},
			"any": {Type: &model.Type{Name: "any"}, AllowExtra: true, CleanHTML: true}, "lost": {},
		},
	}
}

// told writes findings as "line:column code".
func told(list []diag.Diagnostic) []string {
	var lines []string
	for _, d := range diag.Sort(list) {
		line := fmt.Sprintf("%d:%d %s", d.Line, d.Column, d.Code)
		if d.Severity == diag.Warning {
			line += " warning"
		}
		lines = append(lines, line)
	}
	return lines
}

// sound reads front matter of a file that nothing is said of.
func sound(t testing.TB, path, front string) *document.Document {
	t.Helper()
	doc, found := newReader(t).Read(path, []byte("---\n"+strings.TrimLeft(front, "\n")+"---\nText.\n"))
	if len(found) > 0 {
		t.Fatalf("%s: found %q", front, told(found))
	}
	return doc
}
