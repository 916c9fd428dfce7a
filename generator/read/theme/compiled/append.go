package compiled

import (
	"reflect"
	"text/template/parse"
)

// A text can be most of a page. Where a method X gives a template.HTML for a place that takes it as it is, and the value has a method
// AppendX(b []byte) ([]byte, error) as well, that one is called: it writes the same straight into the page. Values vouch for that.

// lastField takes the last field off a command that is nothing but fields of the dot or of a variable; nil where it is something else.
func (c *compiler) lastField(n *parse.CommandNode) (from eval, last *field) {
	if len(n.Args) != 1 {
		return nil, nil
	}
	switch n := n.Args[0].(type) {
	case *parse.FieldNode:
		end := len(n.Ident) - 1
		return chain(func(_ *state, dot reflect.Value) reflect.Value { return dot }, n.Ident[:end]), &field{name: n.Ident[end]}
	case *parse.VariableNode:
		end := len(n.Ident) - 1
		slot := c.slot(n.Ident[0])
		if end == 0 || slot < 0 {
			return nil, nil
		}
		return chain(func(s *state, _ reflect.Value) reflect.Value { return bare(s.vars[s.base+slot]) }, n.Ident[1:end]), &field{name: n.Ident[end]}
	}
	return nil, nil
}

// appended writes what a field's method appends; false, with nothing written, where it has none.
func (s *state) appended(f *field, v reflect.Value) bool {
	if !v.IsValid() {
		giveUp()
	}
	v, _ = indirect(v)
	w := f.way(v)
	if w.appends < 0 {
		return false
	}
	if w.reachable {
		v = v.Addr()
	}
	before := len(s.out)
	out, err := v.Method(w.appends).Interface().(func([]byte) ([]byte, error))(s.out)
	if err != nil {
		giveUp()
	}
	if s.out = out; IsFailsafe(s.out[before:]) {
		giveUp()
	}
	return true
}
