package document

import (
	"encoding/binary"
	"errors"

	"growthportal/generator/model"
)

// encodeText makes bytes of a body's text: for each segment the length of its HTML and its reference, as varints, after
// their number, and then the HTML of all. Plain is not kept: nothing that is published is made of it.
func encodeText(b *model.Body) []byte {
	if b.Empty() {
		return nil
	}
	buf := binary.AppendUvarint(make([]byte, 0, b.Length+4*len(b.Segments)+8), uint64(len(b.Segments)))
	for _, s := range b.Segments {
		buf = binary.AppendUvarint(buf, uint64(len(s.HTML)))
		buf = binary.AppendUvarint(buf, uint64(s.Ref))
	}
	for _, s := range b.Segments {
		buf = append(buf, s.HTML...)
	}
	return buf
}

var errText = errors.New("not the text of this body")

// DecodeText gives a body back the text that Encode took from it, in memory of its own. What is not the text of such a body is an error.
func DecodeText(lean *model.Body, text []byte) (*model.Body, error) {
	next := func() uint64 {
		n, size := binary.Uvarint(text)
		if size <= 0 {
			return 1 << 62
		}
		text = text[size:]
		return n
	}
	count := next()
	if count > uint64(len(text)) {
		return nil, errText
	}
	whole := *lean
	whole.Fetch = nil
	whole.Segments = make([]model.Segment, count)
	lengths := make([]uint64, count)
	for i := range whole.Segments {
		lengths[i] = next()
		ref := next()
		if ref > uint64(len(lean.Refs)) {
			return nil, errText
		}
		whole.Segments[i].Ref = int(ref)
	}
	html := string(text)
	for i, n := range lengths {
		if n > uint64(len(html)) {
			return nil, errText
		}
		whole.Segments[i].HTML, html = html[:n], html[n:]
	}
	if html != "" {
		return nil, errText
	}
	return &whole, nil
}
