package output

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math"
	"reflect"
	"slices"
	"sync/atomic"
	"time"
)

// plan is how values of one type are encoded.
type plan struct {
	id     [8]byte // tells the type from others: of its full name and, for a struct, its fields
	encode func(e *encoder, v reflect.Value)
}

var (
	digestType   = reflect.TypeFor[Digest]()
	digesterType = reflect.TypeFor[Digester]()
	timeType     = reflect.TypeFor[time.Time]()
)

// planOf finds or makes the plan of t. A type that contains itself finds its own plan while it is being made, which is why
// plans of parts are looked up when the first value is encoded.
func planOf(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	p, _ := plans.LoadOrStore(t, &plan{id: typeID(t), encode: encodeFunc(t)})
	return p.(*plan)
}

// part is how values that are a part of others are encoded. Nearly all are texts, numbers, truths, and what is nil: these are written
// without a look at their plan.
type part struct {
	kind reflect.Kind // of those; else Invalid
	of   reflect.Type
	plan atomic.Pointer[plan] // looked up when it is first needed
}

func partOf(t reflect.Type) *part {
	p := &part{of: t}
	switch k := t.Kind(); k {
	case reflect.String, reflect.Bool, reflect.Int, reflect.Slice, reflect.Map:
		if encodesPlainly(t) {
			p.kind = k
		}
	case reflect.Pointer: // one with a digest is there or not as any other is
		p.kind = k
	}
	return p
}

func (p *part) encode(e *encoder, v reflect.Value) {
	switch p.kind {
	case reflect.String:
		e.text(v.String())
		return
	case reflect.Bool:
		e.present(v.Bool())
		return
	case reflect.Int:
		e.integer(v.Int())
		return
	case reflect.Pointer, reflect.Slice, reflect.Map:
		if v.IsNil() {
			e.present(false)
			return
		}
	}
	plan := p.plan.Load()
	if plan == nil {
		plan = planOf(p.of)
		p.plan.Store(plan)
	}
	plan.encode(e, v)
}

// typeID changes with the name of a type and with the names, order and types of its fields, so that a maker's inputs do not
// keep their digest when a field of another meaning takes another's place.
func typeID(t reflect.Type) (id [8]byte) {
	h := sha256.New()
	fmt.Fprintf(h, "%s %s %s\n", t.PkgPath(), t, t.Kind())
	if t.Kind() == reflect.Struct && t != timeType {
		for f := range t.Fields() {
			fmt.Fprintf(h, "%s %s %q\n", f.Name, f.Type, f.Tag.Get("digest"))
		}
	}
	copy(id[:], h.Sum(nil))
	return id
}

func encodeFunc(t reflect.Type) func(e *encoder, v reflect.Value) {
	switch {
	case t == digestType:
		return func(e *encoder, v reflect.Value) {
			if v.CanAddr() {
				e.buf = append(e.buf, v.Bytes()...)
				return
			}
			d := v.Interface().(Digest)
			e.buf = append(e.buf, d[:]...)
		}
	case t == timeType:
		return func(e *encoder, v reflect.Value) { e.time(v.Interface().(time.Time)) }
	case t.Kind() != reflect.Interface && t.Implements(digesterType):
		return encodeDigester(t)
	case t.Kind() != reflect.Pointer && reflect.PointerTo(t).Implements(digesterType):
		return encodeDigesterPointer(t)
	}
	switch t.Kind() {
	case reflect.Struct:
		return encodeStruct(t)
	case reflect.Map:
		return encodeMap(t)
	case reflect.Slice, reflect.Array:
		return encodeSequence(t)
	case reflect.Pointer:
		return encodePointer(t)
	case reflect.Interface:
		return func(e *encoder, v reflect.Value) {
			e.enter(t)
			e.dynamic(v.Elem())
			e.leave()
		}
	}
	return encodeScalar(t)
}

func encodeScalar(t reflect.Type) func(e *encoder, v reflect.Value) {
	switch {
	case t.Kind() == reflect.String:
		return func(e *encoder, v reflect.Value) { e.text(v.String()) }
	case t.Kind() == reflect.Bool:
		return func(e *encoder, v reflect.Value) { e.present(v.Bool()) }
	case reflect.Int <= t.Kind() && t.Kind() <= reflect.Int64:
		return func(e *encoder, v reflect.Value) { e.integer(v.Int()) }
	case reflect.Uint <= t.Kind() && t.Kind() <= reflect.Uintptr:
		return func(e *encoder, v reflect.Value) { e.uint(v.Uint()) }
	case t.Kind() == reflect.Float32 || t.Kind() == reflect.Float64:
		return func(e *encoder, v reflect.Value) { e.word(math.Float64bits(v.Float())) }
	case t.Kind() == reflect.Complex64 || t.Kind() == reflect.Complex128:
		return func(e *encoder, v reflect.Value) {
			e.word(math.Float64bits(real(v.Complex())))
			e.word(math.Float64bits(imag(v.Complex())))
		}
	}
	return func(*encoder, reflect.Value) {
		panic(fmt.Sprintf("output: digest of a %s, which has no content to tell", t))
	}
}

// encodeDigester serves types that have a Digest method themselves; a nil pointer has no content to ask.
func encodeDigester(t reflect.Type) func(e *encoder, v reflect.Value) {
	return func(e *encoder, v reflect.Value) {
		if t.Kind() == reflect.Pointer && !e.present(!v.IsNil()) {
			return
		}
		d := v.Interface().(Digester).Digest()
		e.buf = append(e.buf, d[:]...)
	}
}

// encodeDigesterPointer serves values whose pointer has the Digest method.
func encodeDigesterPointer(t reflect.Type) func(e *encoder, v reflect.Value) {
	return func(e *encoder, v reflect.Value) {
		p := reflect.New(t)
		p.Elem().Set(v)
		d := p.Interface().(Digester).Digest()
		e.buf = append(e.buf, d[:]...)
	}
}

func encodeStruct(t reflect.Type) func(e *encoder, v reflect.Value) {
	type field struct {
		index int
		*part
	}
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Tag.Get("digest") == "-" {
			continue
		}
		if !f.IsExported() {
			return func(*encoder, reflect.Value) {
				panic(fmt.Sprintf("output: digest of a %s, whose field %s is unexported: give it a Digest method or the tag `digest:\"-\"`", t, f.Name))
			}
		}
		fields = append(fields, field{i, partOf(f.Type)})
	}
	return func(e *encoder, v reflect.Value) {
		for _, f := range fields {
			f.encode(e, v.Field(f.index))
		}
	}
}

func encodePointer(t reflect.Type) func(e *encoder, v reflect.Value) {
	element := partOf(t.Elem())
	return func(e *encoder, v reflect.Value) {
		if e.present(!v.IsNil()) {
			e.enter(t)
			element.encode(e, v.Elem())
			e.leave()
		}
	}
}

func encodeSequence(t reflect.Type) func(e *encoder, v reflect.Value) {
	element, slice := partOf(t.Elem()), t.Kind() == reflect.Slice
	raw := slice && t.Elem().Kind() == reflect.Uint8 && encodesPlainly(t.Elem())
	return func(e *encoder, v reflect.Value) {
		if slice && !e.present(!v.IsNil()) {
			return
		}
		e.uint(uint64(v.Len()))
		if raw {
			e.buf = append(e.buf, v.Bytes()...)
			return
		}
		e.enter(t)
		for i := range v.Len() {
			element.encode(e, v.Index(i))
		}
		e.leave()
	}
}

// encodesPlainly reports whether values of t are encoded by their kind alone.
func encodesPlainly(t reflect.Type) bool {
	return !t.Implements(digesterType) && !reflect.PointerTo(t).Implements(digesterType)
}

// encodeMap writes the pairs in the order of their encoded keys, which is the same for equal maps.
func encodeMap(t reflect.Type) func(e *encoder, v reflect.Value) {
	key, element := partOf(t.Key()), partOf(t.Elem())
	type pair struct {
		key   []byte
		value reflect.Value
	}
	return func(e *encoder, v reflect.Value) {
		if !e.present(!v.IsNil()) {
			return
		}
		e.enter(t)
		pairs := make([]pair, 0, v.Len())
		for i := v.MapRange(); i.Next(); {
			start := len(e.buf)
			key.encode(e, i.Key())
			pairs = append(pairs, pair{bytes.Clone(e.buf[start:]), i.Value()})
			e.buf = e.buf[:start]
		}
		slices.SortFunc(pairs, func(a, b pair) int { return bytes.Compare(a.key, b.key) })
		e.uint(uint64(len(pairs)))
		for _, p := range pairs {
			e.buf = append(e.buf, p.key...)
			element.encode(e, p.value)
		}
		e.leave()
	}
}
