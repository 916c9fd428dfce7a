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
	e, err := openText(lean, text)
	if err != nil {
		return nil, err
	}
	whole := *lean
	whole.Fetch, whole.Each = nil, nil
	whole.Segments = make([]model.Segment, e.count)
	html := string(e.html)
	for i := range whole.Segments {
		n := e.next()
		whole.Segments[i] = model.Segment{HTML: html[:n], Ref: e.next()}
		html = html[n:]
	}
	return &whole, nil
}

// EachSegment gives the segments of a text that Encode took from a body, in order, as long as give returns no error. What is not the text of such
// a body is an error before anything has been given, and then told is false.
func EachSegment(lean *model.Body, text []byte, give func(html []byte, ref int) error) (told bool, err error) {
	e, err := openText(lean, text)
	if err != nil {
		return false, err
	}
	for range e.count {
		n := e.next()
		if err := give(e.html[:n], e.next()); err != nil {
			return true, err
		}
		e.html = e.html[n:]
	}
	return true, nil
}

// encodedText is a text that has been found to be one of a body: its numbers need not be looked at again.
type encodedText struct {
	count   int
	numbers []byte // of each segment, the length of its HTML and its reference
	html    []byte
}

func (e *encodedText) next() int {
	n, size := binary.Uvarint(e.numbers)
	e.numbers = e.numbers[size:]
	return int(n)
}

func openText(lean *model.Body, text []byte) (encodedText, error) {
	whole := true
	next := func() uint64 {
		n, size := binary.Uvarint(text)
		if size <= 0 {
			whole = false
			return 0
		}
		text = text[size:]
		return n
	}
	count := next()
	if count > uint64(len(text)) {
		return encodedText{}, errText
	}
	e, total := encodedText{count: int(count), numbers: text}, uint64(0)
	for range count {
		length, ref := next(), next()
		if length > uint64(len(e.numbers)) || ref > uint64(len(lean.Refs)) || !whole {
			return encodedText{}, errText
		}
		total += length
	}
	e.html = text
	if total != uint64(len(text)) || !whole {
		return encodedText{}, errText
	}
	return e, nil
}
