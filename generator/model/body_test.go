package model_test

import (
	"reflect"
	"testing"

	"growthportal/generator/model"
)

// A body without its text says all else that it said, and the body that it was taken from is what it was.
func TestWithout(t *testing.T) {
	body := func() *model.Body {
		return &model.Body{
			Segments: []model.Segment{{HTML: "<p>Ett</p>"}}, Plain: "Ett", Words: 1, Length: 10,
			Refs:     []model.BodyRef{{Target: "../a.md"}, {Kind: model.ImageRef, Target: "b.png", Alt: "Å", Title: "Bild", Spot: model.Spot{Line: 3, Column: 1}}},
			Headings: []model.Heading{{Level: 2, ID: "ett", Text: "Ett"}, {Level: 3, ID: "tva", Text: "Två"}},
			Anchors:  []string{"ett", "fn-1", "tva"},
		}
	}
	whole := body()
	lean := whole.Without(nil)
	if !reflect.DeepEqual(whole, body()) {
		t.Errorf("the body has become %+v", whole)
	}
	want := body()
	want.Segments, want.Plain = nil, ""
	if !reflect.DeepEqual(lean, want) {
		t.Errorf("got %+v, want %+v", lean, want)
	}
	lean.Refs[0].Target, lean.Anchors[0] = "x", "x"
	if !reflect.DeepEqual(whole, body()) {
		t.Error("the lean body's lists are those of the whole one")
	}
}
