package theme

import (
	"errors"
	"fmt"
	"html/template"
	"reflect"

	"growthportal/generator/read/theme/compiled"
)

// functionsVersion is part of every layout's digest: it changes when a function gives something else than before.
const functionsVersion = "functions/1"

// functions are what templates can call beside what html/template has.
func functions() template.FuncMap {
	return template.FuncMap{"args": args, "has": has, "index": index}
}

// compiledFunctions are the same for layouts that have been compiled, which hand over values without making sure of their types.
func compiledFunctions() map[string]compiled.Function {
	return map[string]compiled.Function{
		"args": func(values []reflect.Value) (reflect.Value, error) {
			pairs := make([]any, len(values))
			for i, v := range values {
				pairs[i] = anyOf(v)
			}
			m, err := args(pairs...)
			return reflect.ValueOf(m), err
		},
		"has": func(values []reflect.Value) (reflect.Value, error) {
			if len(values) != 2 {
				return reflect.Value{}, errors.New("has wants a map and a key")
			}
			key, ok := anyOf(values[1]).(string)
			if !ok {
				return reflect.Value{}, errors.New("has wants a key that is a text")
			}
			found, err := has(anyOf(values[0]), key)
			return reflect.ValueOf(found), err
		},
		"index": func(values []reflect.Value) (reflect.Value, error) {
			if len(values) == 0 {
				return reflect.Value{}, errors.New("index of nothing")
			}
			return index(values[0], values[1:]...)
		},
	}
}

// anyOf is the value as it is; nil for nothing.
func anyOf(v reflect.Value) any {
	if !v.IsValid() {
		return nil
	}
	return v.Interface()
}

// args makes a map, for a part that needs more than one value: {{template "card" (args "card" . "level" 2)}}.
func args(pairs ...any) (map[string]any, error) {
	if len(pairs)%2 != 0 {
		return nil, errors.New("args wants a name and a value, and so on: one value is missing")
	}
	m := make(map[string]any, len(pairs)/2)
	for i := 0; i < len(pairs); i += 2 {
		name, ok := pairs[i].(string)
		if !ok {
			return nil, fmt.Errorf("args wants a name in quotes before each value, not %v", pairs[i])
		}
		if _, double := m[name]; double {
			return nil, fmt.Errorf("args is given %q twice", name)
		}
		m[name] = pairs[i+1]
	}
	return m, nil
}

// has tells whether a map has a key: for parts with values that need not be given, and for fields that not every type
// has.
func has(m any, key string) (bool, error) {
	v := reflect.ValueOf(m)
	if v.Kind() != reflect.Map || v.Type().Key().Kind() != reflect.String {
		return false, fmt.Errorf("has wants a map, not %T", m)
	}
	return v.MapIndex(reflect.ValueOf(key).Convert(v.Type().Key())).IsValid(), nil
}

// index is text/template's function of that name, but for one thing: a key that a map lacks is an error, as .Key is.
func index(item reflect.Value, keys ...reflect.Value) (reflect.Value, error) {
	item = concrete(item)
	for _, key := range keys {
		key = concrete(key)
		if !item.IsValid() {
			return reflect.Value{}, errors.New("index of nothing")
		}
		var err error
		switch item.Kind() {
		case reflect.Map:
			item, err = mapIndex(item, key)
		case reflect.Slice, reflect.Array, reflect.String:
			item, err = listIndex(item, key)
		default:
			err = fmt.Errorf("index wants a map or a list, not %s", item.Type())
		}
		if err != nil {
			return reflect.Value{}, err
		}
		item = concrete(item)
	}
	return item, nil
}

// concrete is what an interface or a pointer holds; the zero Value for nothing.
func concrete(v reflect.Value) reflect.Value {
	for v.Kind() == reflect.Interface || v.Kind() == reflect.Pointer && isIndexable(v.Type().Elem().Kind()) {
		v = v.Elem()
	}
	return v
}

func isIndexable(k reflect.Kind) bool {
	return k == reflect.Map || k == reflect.Slice || k == reflect.Array || k == reflect.String
}

func mapIndex(m, key reflect.Value) (reflect.Value, error) {
	want := m.Type().Key()
	if !key.IsValid() || !key.CanConvert(want) || key.Kind() != want.Kind() {
		return reflect.Value{}, fmt.Errorf("index wants a key of type %s", want)
	}
	v := m.MapIndex(key.Convert(want))
	if !v.IsValid() {
		return reflect.Value{}, fmt.Errorf("map has no entry for key %q", fmt.Sprint(key))
	}
	return v, nil
}

func listIndex(list, key reflect.Value) (reflect.Value, error) {
	if !key.IsValid() || !key.CanInt() {
		return reflect.Value{}, errors.New("index wants a whole number for a list")
	}
	i := key.Int()
	if i < 0 || i >= int64(list.Len()) {
		return reflect.Value{}, fmt.Errorf("index out of range: %d of %d", i, list.Len())
	}
	return list.Index(int(i)), nil
}
