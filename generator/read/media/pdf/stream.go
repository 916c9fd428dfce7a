package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"io"
)

// decode gives the data of a stream, if it is plain, deflated, or written in letters; these are the filters with which the
// structure of files and their text are written.
func (f *file) decode(s stream) ([]byte, bool) {
	filters := f.list(s.dict["Filter"])
	params := f.list(s.dict["DecodeParms"])
	data := s.data
	for i, filter := range filters {
		if filter == name("ASCII85Decode") || filter == name("A85") {
			letters, _, _ := bytes.Cut(bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~")), []byte("~>"))
			data, _ = io.ReadAll(ascii85.NewDecoder(bytes.NewReader(letters)))
			f.room -= len(data)
			continue
		}
		if filter != name("FlateDecode") && filter != name("Fl") || i > 2 {
			return nil, false
		}
		r, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, false
		}
		data, _ = io.ReadAll(io.LimitReader(r, int64(max(f.room, 0)))) // as much as there is of a damaged stream
		f.room -= len(data)
		if i < len(params) {
			if p, ok := params[i].(dict); ok {
				data = f.unpredict(data, p)
			}
		}
	}
	return data, true
}

// list is a value that may stand alone for a list of one, its elements resolved.
func (f *file) list(o object) array {
	switch o := f.resolve(o).(type) {
	case nil:
		return nil
	case array:
		out := make(array, 0, min(len(o), 8))
		for _, e := range o[:min(len(o), 8)] {
			out = append(out, f.resolve(e))
		}
		return out
	default:
		return array{o}
	}
}

// unpredict undoes the predictors of PNG (ISO 32000-1, 7.4.4.4), with which cross-reference streams are usually written.
func (f *file) unpredict(data []byte, p dict) []byte {
	if kind, _ := f.resolve(p["Predictor"]).(number); kind < 10 {
		return data
	}
	width := f.positive(p["Columns"], 1) * f.positive(p["Colors"], 1) * f.positive(p["BitsPerComponent"], 8)
	pixel := max(1, f.positive(p["Colors"], 1)*f.positive(p["BitsPerComponent"], 8)/8)
	width = (width + 7) / 8
	if width > 1<<16 {
		return nil
	}
	out := make([]byte, 0, len(data))
	above := make([]byte, width)
	for ; len(data) > width; data = data[1+width:] {
		row := data[1 : 1+width]
		for i := range row {
			var left, corner byte
			if i >= pixel {
				left, corner = row[i-pixel], above[i-pixel]
			}
			switch data[0] {
			case 1:
				row[i] += left
			case 2:
				row[i] += above[i]
			case 3:
				row[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				row[i] += paeth(left, above[i], corner)
			}
		}
		out = append(out, row...)
		above = row
	}
	return out
}

// positive is a small whole number, or the default.
func (f *file) positive(o object, otherwise int) int {
	n, ok := f.resolve(o).(number)
	if !ok || n < 1 || n > 1<<16 {
		return otherwise
	}
	return int(n)
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(n int) int { return max(n, -n) }

// objectStream holds objects in compressed form (ISO 32000-1, 7.5.7).
type objectStream struct {
	data    []byte
	numbers []int
	offsets []int
}

// unpack reads an object from an object stream.
func (f *file) unpack(e entry) object {
	s := f.objects(e.at)
	if s == nil || e.index < 0 || e.index >= len(s.offsets) {
		return nil
	}
	l := &lexer{data: s.data, at: s.offsets[e.index]}
	if f.work < len(s.data)-l.at {
		l.data = s.data[:min(len(s.data), l.at+max(f.work, 0))]
	}
	from := l.at
	o, err := l.object(0)
	f.work -= l.at - from + 16
	if err != nil {
		return nil
	}
	return o
}

// objects opens an object stream, once.
func (f *file) objects(num int) *objectStream {
	if s, ok := f.packed[num]; ok {
		return s
	}
	f.packed[num] = nil // also against a stream that is in itself
	if f.entries[num].packed {
		return nil
	}
	s, ok := f.get(num).(stream)
	if !ok || s.dict["Type"] != name("ObjStm") {
		return nil
	}
	f.packed[num] = f.openObjects(s)
	return f.packed[num]
}

func (f *file) openObjects(s stream) *objectStream {
	data, ok := f.decode(s)
	count, _ := f.resolve(s.dict["N"]).(number)
	first, _ := f.resolve(s.dict["First"]).(number)
	if !ok || first < 0 || int(first) > len(data) {
		return nil
	}
	o := &objectStream{data: data}
	l := &lexer{data: data[:int(first)]}
	for range min(int(max(count, 0)), len(data)/2, maxParts) {
		l.skip()
		num, ok := natural(l.token())
		l.skip()
		offset, ok2 := natural(l.token())
		if !ok || !ok2 || int(first)+offset > len(data) {
			break
		}
		o.numbers = append(o.numbers, num)
		o.offsets = append(o.offsets, int(first)+offset)
	}
	f.work -= l.at
	return o
}
