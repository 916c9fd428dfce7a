package pdf

import (
	"bytes"
	"maps"
)

// maxSections is how many versions of itself a file may hold.
const maxSections = 1000

// load reads the cross-reference sections, the newest first: what a newer one says stands.
func (f *file) load() bool {
	at := bytes.LastIndex(f.data, []byte("startxref"))
	if at < 0 {
		return false
	}
	l, done := f.lexer(at + len("startxref"))
	l.skip()
	start, ok := l.word().(number)
	done()
	header := max(0, bytes.Index(f.data[:min(len(f.data), 1024)], []byte("%PDF-"))) // offsets count from here
	seen := map[int]bool{}
	for sections := 0; ok && sections < maxSections; sections++ {
		offset := int(start) + header
		if start < 0 || start > number(len(f.data)) || seen[offset] {
			break
		}
		seen[offset] = true
		trailer := f.section(offset, header)
		if trailer == nil {
			return false
		}
		if hybrid, is := trailer["XRefStm"].(number); is && hybrid >= 0 && hybrid < number(len(f.data)) && !seen[int(hybrid)+header] {
			seen[int(hybrid)+header] = true
			f.section(int(hybrid)+header, header)
		}
		newer := f.trailer
		f.trailer = maps.Clone(trailer)
		maps.Copy(f.trailer, newer)
		start, ok = trailer["Prev"].(number)
	}
	return len(f.entries) > 0
}

// section reads a table or a stream at an offset and gives its trailer; nil if there is neither.
func (f *file) section(at, header int) dict {
	l, done := f.lexer(at)
	l.skip()
	if l.peek("xref") {
		defer done()
		l.at += len("xref")
		return f.table(l, header)
	}
	done()
	_, o := f.at(at)
	if s, ok := o.(stream); ok && s.dict["Type"] == name("XRef") && f.xrefStream(s, header) {
		return s.dict
	}
	return nil
}

// table reads subsections "first count" with lines "offset generation n", and the trailer.
func (f *file) table(l *lexer, header int) dict {
	for {
		l.skip()
		if l.peek("trailer") {
			l.at += len("trailer")
			o, _ := l.object(0)
			d, _ := o.(dict)
			return d
		}
		first, ok := natural(l.token())
		l.skip()
		count, ok2 := natural(l.token())
		if !ok || !ok2 {
			return nil
		}
		for i := range count {
			l.skip()
			offset, ok := natural(l.token())
			l.skip()
			_, ok2 := natural(l.token())
			l.skip()
			kind := l.token()
			if !ok || !ok2 || len(kind) != 1 {
				return nil
			}
			if kind[0] == 'n' {
				f.enter(first+i, entry{at: offset + header})
			}
		}
	}
}

// enter notes where an object is, unless a newer section has said so.
func (f *file) enter(num int, e entry) {
	if _, known := f.entries[num]; !known && len(f.entries) < f.maxEntries() {
		f.entries[num] = e
	}
}

// xrefStream reads a cross-reference stream (ISO 32000-1, 7.5.8).
func (f *file) xrefStream(s stream, header int) bool {
	data, ok := f.decode(s)
	w := f.list(s.dict["W"])
	if !ok || len(w) < 3 {
		return false
	}
	var widths [3]int
	sum := 0
	for i := range widths {
		n, _ := w[i].(number)
		if n < 0 || n > 8 {
			return false
		}
		widths[i] = int(n)
		sum += widths[i]
	}
	if sum == 0 {
		return false
	}
	index, _ := f.resolve(s.dict["Index"]).(array)
	if index == nil {
		index = array{number(0), s.dict["Size"]}
	}
	for ; len(index) >= 2; index = index[2:] {
		first, _ := f.resolve(index[0]).(number)
		count, _ := f.resolve(index[1]).(number)
		for i := 0; i < int(min(count, 1<<31-1)) && len(data) >= sum; i++ {
			f.enterPacked(int(first)+i, data[:sum], widths, header)
			data = data[sum:]
		}
	}
	f.work -= len(data)
	return true
}

func (f *file) enterPacked(num int, row []byte, widths [3]int, header int) {
	var v [3]int
	for i, w := range widths {
		for range w {
			v[i] = (v[i]<<8 | int(row[0])) & (1<<31 - 1)
			row = row[1:]
		}
	}
	if widths[0] == 0 {
		v[0] = 1
	}
	switch v[0] {
	case 1:
		f.enter(num, entry{at: v[1] + header})
	case 2:
		f.enter(num, entry{packed: true, at: v[1], index: v[2]})
	}
}

// rebuild looks for the objects of a file whose cross-reference is damaged, from the first byte to the last. What stands later is
// newer.
func (f *file) rebuild() {
	word := []byte("obj")
	for at := 0; len(f.entries) < f.maxEntries(); {
		next := bytes.Index(f.data[at:], word)
		if next < 0 {
			break
		}
		at += next
		if start, num, ok := f.beginning(at); ok {
			f.entries[num] = entry{at: start}
			f.adopt(start, num)
		}
		at += len(word)
	}
	for at := 0; ; {
		next := bytes.Index(f.data[at:], []byte("trailer"))
		if next < 0 {
			return
		}
		at += next + len("trailer")
		l, done := f.lexer(at)
		o, _ := l.object(0)
		done()
		if d, ok := o.(dict); ok && d["Root"] != nil {
			maps.Copy(f.trailer, d)
		}
	}
}

// beginning finds the two numbers before the word obj at an offset.
func (f *file) beginning(obj int) (start, num int, ok bool) {
	at := obj
	for field := range 2 {
		end := at
		for at > 0 && isSpace(f.data[at-1]) && end-at < 8 {
			at--
		}
		if field == 0 && at == end {
			return 0, 0, false // endobj
		}
		end = at
		for at > 0 && end-at < 10 && f.data[at-1] >= '0' && f.data[at-1] <= '9' {
			at--
		}
		if num, ok = natural(f.data[at:end]); !ok {
			return 0, 0, false
		}
	}
	return at, num, true
}

// adopt takes over what an object found by rebuild says of others: the objects packed in it, or the trailer's facts.
func (f *file) adopt(start, num int) {
	_, o := f.at(start)
	switch o := o.(type) {
	case dict:
		if o["Type"] == name("Catalog") && f.trailer["Root"] == nil {
			f.trailer["Root"] = ref{num: num}
		}
	case stream:
		switch o.dict["Type"] {
		case name("XRef"):
			for _, key := range []name{"Root", "Info", "Encrypt"} {
				if o.dict[key] != nil {
					f.trailer[key] = o.dict[key]
				}
			}
		case name("ObjStm"):
			packed := f.openObjects(o)
			if packed == nil {
				return
			}
			f.packed[num] = packed
			for i, n := range packed.numbers {
				if len(f.entries) < f.maxEntries() {
					f.entries[n] = entry{packed: true, at: num, index: i}
				}
			}
		}
	}
}
