package compiled

import (
	"reflect"
	"slices"
	"sync/atomic"
)

// chain gives the field of a field, and so on, of what from gives, or of the dot where from is nil.
func chain(from eval, names []string) eval {
	if from == nil {
		from = func(_ *state, dot reflect.Value) reflect.Value { return dot }
	}
	for _, name := range names {
		outer, f := from, &field{name: name}
		from = func(s *state, dot reflect.Value) reflect.Value { return bare(f.of(outer(s, dot))) }
	}
	return from
}

// field finds the field, the method or the entry of a name. It remembers the ways to it, which follow from types alone.
type field struct {
	name string
	ways atomic.Pointer[[]way]
}

// way leads from values of one type.
type way struct {
	from      reflect.Type
	reachable bool // whether the values have addresses, and with them the methods of pointers
	method    int  // on the value, or on its address; -1 for none
	appends   int  // the method that appends what the other gives, on the same; -1 for none
	index     []int
	entry     bool
}

// maxWays is how many types one place in a template is expected to meet.
const maxWays = 64

func (f *field) of(v reflect.Value) reflect.Value {
	if !v.IsValid() {
		giveUp()
	}
	v, isNil := indirect(v)
	w := f.way(v)
	switch {
	case w.method >= 0:
		if w.reachable {
			v = v.Addr()
		}
		return callMethod(v.Method(w.method))
	case isNil:
		giveUp()
	case w.entry:
		return f.entry(v)
	case len(w.index) == 1:
		return v.Field(w.index[0])
	}
	found, err := v.FieldByIndexErr(w.index)
	if err != nil {
		giveUp()
	}
	return found
}

// entry is that of a map.
func (f *field) entry(m reflect.Value) reflect.Value {
	switch m.Type() {
	case mapOfAny:
		if v, ok := m.Interface().(map[string]any)[f.name]; ok {
			return reflect.ValueOf(v)
		}
		giveUp()
	case mapOfText:
		if v, ok := m.Interface().(map[string]string)[f.name]; ok {
			return reflect.ValueOf(v)
		}
		giveUp()
	}
	found := m.MapIndex(reflect.ValueOf(f.name))
	if !found.IsValid() {
		giveUp()
	}
	return found
}

var (
	mapOfAny  = reflect.TypeFor[map[string]any]()
	mapOfText = reflect.TypeFor[map[string]string]()
	errorType = reflect.TypeFor[error]()
	textType  = reflect.TypeFor[string]()

	appendType = reflect.TypeFor[func([]byte) ([]byte, error)]()
)

func callMethod(method reflect.Value) reflect.Value {
	results := method.Call(nil)
	if len(results) == 2 && !results[1].IsNil() {
		giveUp()
	}
	return results[0]
}

// way finds the way from a value, or the one that was found before.
func (f *field) way(v reflect.Value) *way {
	t, reachable := v.Type(), v.Kind() != reflect.Pointer && v.CanAddr()
	known := f.ways.Load()
	if known != nil {
		for i := range *known {
			if w := &(*known)[i]; w.from == t && w.reachable == reachable {
				return w
			}
		}
	}
	w := &way{from: t, reachable: reachable, method: -1, appends: -1}
	f.find(w)
	if known == nil {
		f.ways.CompareAndSwap(nil, &[]way{*w})
	} else if len(*known) < maxWays {
		more := append(slices.Clip(*known), *w)
		f.ways.CompareAndSwap(known, &more)
	}
	return w
}

// find looks for a method first, as templates do, and then for a field or an entry.
func (f *field) find(w *way) {
	on := w.from
	if w.reachable {
		on = reflect.PointerTo(on)
	}
	if m, ok := on.MethodByName(f.name); ok {
		if !isGetter(m.Type) {
			giveUp()
		}
		w.method = m.Index
		if a, ok := on.MethodByName("Append" + f.name); ok && m.Type.Out(0) == htmlType && a.Type.NumIn() == 2 && reflect.Zero(on).Method(a.Index).Type() == appendType {
			w.appends = a.Index
		}
		return
	}
	switch w.from.Kind() {
	case reflect.Struct:
		if found, ok := w.from.FieldByName(f.name); ok && found.IsExported() {
			w.index = found.Index
			return
		}
	case reflect.Map:
		if textType.AssignableTo(w.from.Key()) {
			w.entry = true
			return
		}
	}
	giveUp()
}

// isGetter tells whether a method, with its receiver, takes nothing else and gives a value, or a value and an error.
func isGetter(t reflect.Type) bool {
	return t.NumIn() == 1 && (t.NumOut() == 1 || t.NumOut() == 2 && t.Out(1) == errorType) && t.Out(0) != reflect.TypeFor[reflect.Value]()
}
