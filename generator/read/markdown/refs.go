package markdown

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"growthportal/generator/model"
)

// An open reference stands in the HTML that is being made as its number between two noncharacters, which no text can
// hold (allowed), until the body is cut into segments at these marks. They are letters to an HTML parser, so that
// they come through the cleaning of raw HTML wherever they stand.
const (
	markOpen  = '\uFDD0'
	markClose = '\uFDD1'
)

// open notes a reference and gives the mark that stands for it.
func (d *draft) open(ref model.BodyRef) string {
	d.refs = append(d.refs, ref)
	return mark(strconv.Itoa(len(d.refs)))
}

// mark is what stands for the reference of that number.
func mark(number string) string { return string(markOpen) + number + string(markClose) }

// cut parts HTML at its marks.
func cut(marked string) []model.Segment {
	if marked == "" {
		return nil
	}
	segments := make([]model.Segment, 0, 1+strings.Count(marked, string(markOpen)))
	for {
		before, rest, found := strings.Cut(marked, string(markOpen))
		if !found {
			if before != "" {
				segments = append(segments, model.Segment{HTML: before})
			}
			return segments
		}
		number, after, _ := strings.Cut(rest, string(markClose))
		ref, err := strconv.Atoi(number)
		if err != nil {
			panic("markdown: broken mark in " + strconv.Quote(rest[:min(len(rest), 20)]))
		}
		segments = append(segments, model.Segment{HTML: before, Ref: ref})
		marked = after
	}
}

// finish makes the body of what has been gathered.
func (d *draft) finish() *model.Body {
	plain := string(d.plain.b)
	body := &model.Body{
		Segments: cut(d.out.String()), Refs: d.refs, Headings: d.headings, Anchors: d.sortedIDs(), Plain: plain,
		Opening: opening(plain), Words: countWords(plain),
	}
	body.Leads = leads(body.Segments)
	for _, s := range body.Segments {
		body.Length += len(s.HTML)
	}
	if len(body.Segments) > 0 {
		body.Length = max(body.Length, 1)
	}
	return body
}

// leads tells whether a text begins with its first reference.
func leads(segments []model.Segment) bool {
	if len(segments) == 0 || segments[0].Ref != 1 {
		return false
	}
	rest := segments[0].HTML
	for rest != "" {
		words, more, _ := strings.Cut(rest, "<")
		if strings.TrimSpace(words) != "" {
			return false
		}
		_, rest, _ = strings.Cut(more, ">")
	}
	return true
}

// opening is the beginning of a text, ending with a whole character.
func opening(plain string) string {
	if len(plain) <= model.OpeningSize {
		return plain
	}
	end := model.OpeningSize
	for !utf8.RuneStart(plain[end]) {
		end--
	}
	return strings.Clone(plain[:end])
}
