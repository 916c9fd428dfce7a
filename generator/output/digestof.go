package output

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"reflect"
	"sync"
	"time"
)

// Digester is a value that knows its own digest; it contributes that instead of its content. A document, for one, is
// digested once and not again for each of the pages that shows it.
//
// A type whose Digest calls DigestOf on itself would call itself without end: convert to a plain type first.
type Digester interface{ Digest() Digest }

// DigestOf is the digest of plain values: structs, slices, arrays, maps (in the order of their keys), pointers,
// interfaces, strings, numbers, booleans, times (instant, offset and zone), and types made of these.
//
// Values that differ have encodings that differ: each is told apart by its type and by its length, and nil is not the
// same as empty. A [Digester] contributes its digest. Fields tagged `digest:"-"` are left out, for what a maker does
// not read. Other unexported fields, functions, channels and unsafe pointers are a fault of ours and panic when met.
func DigestOf(values ...any) Digest {
	e := encoders.Get().(*encoder)
	defer encoders.Put(e)
	e.buf, e.depth = e.buf[:0], 0
	e.uint(uint64(len(values)))
	for _, v := range values {
		e.dynamic(reflect.ValueOf(v))
	}
	return sha256.Sum256(e.buf)
}

// encoders lends out buffers, and plans remembers a pure function of a type. Neither shows, in any order of work.
var (
	encoders = sync.Pool{New: func() any { return new(encoder) }}
	plans    sync.Map // reflect.Type -> *plan
)

// maxDepth is where a value is taken to contain itself.
const maxDepth = 500

// encoder gathers the encoding of one call of DigestOf.
type encoder struct {
	buf   []byte
	depth int
}

func (e *encoder) uint(n uint64) { e.buf = binary.AppendUvarint(e.buf, n) }
func (e *encoder) word(n uint64) { e.buf = binary.LittleEndian.AppendUint64(e.buf, n) }

// integer writes small numbers in few bytes, be they negative.
func (e *encoder) integer(n int64) { e.uint(uint64(n<<1) ^ uint64(n>>63)) }

func (e *encoder) text(s string) {
	e.uint(uint64(len(s)))
	e.buf = append(e.buf, s...)
}

// present says whether a value follows, for what may be nil.
func (e *encoder) present(yes bool) bool {
	if yes {
		e.buf = append(e.buf, 1)
	} else {
		e.buf = append(e.buf, 0)
	}
	return yes
}

// dynamic writes what type v has, and then v, where the type is not known beforehand.
func (e *encoder) dynamic(v reflect.Value) {
	if e.present(v.IsValid()) {
		p := planOf(v.Type())
		e.buf = append(e.buf, p.id[:]...)
		p.encode(e, v)
	}
}

func (e *encoder) time(t time.Time) {
	zone, offset := t.Zone()
	e.word(uint64(t.Unix()))
	e.word(uint64(t.Nanosecond()))
	e.word(uint64(offset))
	e.text(zone)
	e.text(t.Location().String())
}

// enter guards against values that contain themselves; leave is its end.
func (e *encoder) enter(t reflect.Type) {
	if e.depth++; e.depth > maxDepth {
		panic(fmt.Sprintf("output: digest of a %s that contains itself, or is nested deeper than %d", t, maxDepth))
	}
}

func (e *encoder) leave() { e.depth-- }
