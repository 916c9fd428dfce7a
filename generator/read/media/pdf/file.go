package pdf

import "bytes"

// file is a PDF while it is read.
type file struct {
	data    []byte
	entries map[int]entry // by object number
	trailer dict
	packed  map[int]*objectStream
	depth   int // of resolving, against references in circles
	work    int // how many bytes may still be parsed
	room    int // how many bytes may still be inflated
}

// entry says where an object is: at an offset, or in an object stream.
type entry struct {
	packed bool
	at     int // the offset, or the number of the object stream
	index  int // within the object stream
}

// What a file may ask for: work in proportion to its size, and compressed data that grows a hundredfold at most.
const (
	workPerByte = 50
	roomPerByte = 100
	least       = 1 << 20
	mostWork    = 1 << 30
	mostRoom    = 64 << 20
)

func newFile(data []byte) *file {
	return &file{
		data: data, entries: map[int]entry{}, trailer: dict{}, packed: map[int]*objectStream{},
		work: min(mostWork, least+workPerByte*len(data)),
		room: min(mostRoom, least+roomPerByte*len(data)),
	}
}

// maxEntries is how many objects are believed to be in the file.
func (f *file) maxEntries() int { return min(1000+len(f.data)/2, 2_000_000) }

// lexer reads from an offset; the work is paid when it is done.
func (f *file) lexer(at int) (l *lexer, done func()) {
	end := len(f.data)
	at = min(max(at, 0), end)
	if f.work < end-at {
		end = at + max(f.work, 0)
	}
	l = &lexer{data: f.data[:end], at: at}
	return l, func() { f.work -= l.at - at + 16 }
}

// resolve follows references until there is a value; nil if there is none.
func (f *file) resolve(o object) object {
	for range 20 {
		r, ok := o.(ref)
		if !ok {
			return o
		}
		o = f.get(r.num)
	}
	return nil
}

// get reads an object by its number.
func (f *file) get(num int) object {
	e, ok := f.entries[num]
	if !ok || f.depth > 20 {
		return nil
	}
	f.depth++
	defer func() { f.depth-- }()
	if e.packed {
		return f.unpack(e)
	}
	n, o := f.at(e.at)
	if n != num {
		return nil
	}
	return o
}

// at reads the object "12 0 obj ..." at an offset, and its number; -1 if there is none.
func (f *file) at(offset int) (num int, o object) {
	l, done := f.lexer(offset)
	defer done()
	l.skip()
	num, ok := natural(l.token())
	l.skip()
	_, ok2 := natural(l.token())
	l.skip()
	if !ok || !ok2 || string(l.token()) != "obj" {
		return -1, nil
	}
	o, err := l.object(0)
	if err != nil {
		return -1, nil
	}
	d, isDict := o.(dict)
	l.skip()
	if !isDict || !l.peek("stream") {
		return num, o
	}
	l.at += len("stream")
	if l.peek("\r\n") {
		l.at += 2
	} else if l.peek("\n") || l.peek("\r") {
		l.at++
	}
	return num, stream{d, f.streamData(d, l)}
}

// streamData is the data of a stream: as long as its dictionary says, if it ends there, else to the word that ends it.
func (f *file) streamData(d dict, l *lexer) []byte {
	rest := f.data[l.at:]
	if n, ok := f.resolve(d["Length"]).(number); ok && n >= 0 && int(n) <= len(rest) {
		end := int(n)
		after := bytes.TrimLeft(rest[end:min(len(rest), end+20)], "\r\n \t\x00")
		if bytes.HasPrefix(after, []byte("endstream")) {
			return rest[:end]
		}
	}
	if f.work < len(rest) {
		rest = rest[:max(f.work, 0)]
	}
	end := bytes.Index(rest, []byte("endstream"))
	f.work -= max(end, 0)
	if end < 0 {
		f.work -= len(rest)
		return nil
	}
	return bytes.TrimRight(rest[:end], "\r\n")
}
