package output

import (
	"crypto/sha256"
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
// Values that differ have encodings that differ: each is tagged with its type and prefixed with its length, and nil is not the
// same as empty. A [Digester] contributes its digest. Fields tagged `digest:"-"` are left out, for what a maker does not
// read. Other unexported fields, functions, channels and unsafe pointers are a fault of ours and panic when met.
func DigestOf(values ...any) Digest {
	e := encoders.Get().(*encoder)
	defer encoders.Put(e)
	e.buf = e.buf[:0]
	e.length(len(values))
	for _, v := range values {
		e.dynamic(v)
	}
	return sha256.Sum256(e.buf)
}

// encoders lends out buffers; plans remembers a pure function of a type. Neither can be seen from outside, in any order of work.
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

// Tags tell values of different kinds apart, where the type does not do so already.
const (
	tagNil byte = iota
	tagValue
	tagDigest
)

// plan is how values of one type are encoded.
type plan struct {
	name   []byte // identifies the type: the beginning of a digest over its path, name and fields
	encode func(e *encoder, v reflect.Value)
}

func (e *encoder) dynamic(v any) {
	switch v := v.(type) { // the common cases of a call, without reflection; encoded as their plans would
	case nil:
		e.buf = append(e.buf, tagNil)
	default:
		e.typed(reflect.ValueOf(v))
	}
}

// typed writes what type v has, and then v: for places where the type is not known beforehand.
func (e *encoder) typed(v reflect.Value) {
	p := planOf(v.Type())
	e.buf = append(e.buf, tagValue)
	e.buf = append(e.buf, p.name...)
	p.encode(e, v)
}

func (e *encoder) time(t time.Time) {
	zone, offset := t.Zone()
	e.uint(uint64(t.Unix()))
	e.uint(uint64(t.Nanosecond()))
	e.uint(uint64(int64(offset)))
	e.text(zone)
	e.text(t.Location().String())
}

// deeper guards against values that contain themselves.
func (e *encoder) deeper(t reflect.Type, f func()) {
	if e.depth++; e.depth > maxDepth {
		panic(fmt.Sprintf("output: a %s contains itself, or is nested deeper than %d", t, maxDepth))
	}
	f()
	e.depth--
}
