package compiled

import (
	"reflect"
	"strings"
	"text/template/parse"
)

// eval gives a value. What is in an interface has been taken out of it.
type eval func(s *state, dot reflect.Value) reflect.Value

// pipe compiles a pipeline with what it declares.
func (c *compiler) pipe(n *parse.PipeNode) (eval, error) {
	value, err := c.commands(n.Cmds)
	if err != nil || len(n.Decl) == 0 {
		return value, err
	}
	var slots []int
	for _, variable := range n.Decl {
		slot := 0
		if n.IsAssign {
			slot = c.slot(variable.Ident[0])
		} else {
			slot = c.declare(variable.Ident[0])
		}
		if slot < 0 {
			return nil, unknown(n)
		}
		slots = append(slots, slot)
	}
	return func(s *state, dot reflect.Value) reflect.Value {
		v := value(s, dot)
		for _, slot := range slots {
			s.set(slot, v)
		}
		return v
	}, nil
}

// commands compiles commands of which each gets what the one before it gives.
func (c *compiler) commands(list []*parse.CommandNode) (value eval, err error) {
	for _, command := range list {
		if value, err = c.command(command, value); err != nil {
			return nil, err
		}
	}
	return value, nil
}

// command compiles one; final is what it gets, nil for the first.
func (c *compiler) command(n *parse.CommandNode, final eval) (eval, error) {
	if name, ok := n.Args[0].(*parse.IdentifierNode); ok {
		return c.function(name.Ident, n, final)
	}
	if len(n.Args) > 1 || final != nil {
		return nil, unknown(n) // a method with arguments
	}
	return c.value(n.Args[0])
}

// value compiles what can stand alone, or as an argument.
func (c *compiler) value(n parse.Node) (eval, error) {
	switch n := n.(type) {
	case *parse.DotNode:
		return func(_ *state, dot reflect.Value) reflect.Value { return bare(dot) }, nil
	case *parse.FieldNode:
		return chain(nil, n.Ident), nil
	case *parse.VariableNode:
		slot := c.slot(n.Ident[0])
		if slot < 0 {
			return nil, unknown(n)
		}
		return chain(func(s *state, _ reflect.Value) reflect.Value { return bare(s.vars[s.base+slot]) }, n.Ident[1:]), nil
	case *parse.ChainNode:
		from, err := c.value(n.Node)
		return chain(from, n.Field), err
	case *parse.PipeNode:
		if len(n.Decl) > 0 {
			return nil, unknown(n)
		}
		return c.commands(n.Cmds)
	case *parse.IdentifierNode:
		return c.function(n.Ident, &parse.CommandNode{Args: []parse.Node{n}}, nil)
	case *parse.StringNode:
		return constant(n.Text), nil
	case *parse.BoolNode:
		return constant(n.True), nil
	case *parse.NumberNode:
		if n.IsInt && strings.Trim(n.Text, "0123456789") == "" {
			return constant(int(n.Int64)), nil
		}
	}
	return nil, unknown(n)
}

func constant(value any) eval {
	v := reflect.ValueOf(value)
	return func(*state, reflect.Value) reflect.Value { return v }
}

// bare takes a value out of an interface; the zero Value is nothing at all.
func bare(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Interface {
		return v.Elem()
	}
	return v
}

// indirect follows pointers and interfaces. Where one is nil, that is what it gives.
func indirect(v reflect.Value) (reflect.Value, bool) {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return v, true
		}
		v = v.Elem()
	}
	return v, false
}

// truth is what if and with go by: not the zero of its type, and not empty. A struct is always true.
func truth(v reflect.Value) bool {
	switch v = bare(v); v.Kind() {
	case reflect.Invalid:
		return false
	case reflect.String, reflect.Slice, reflect.Map, reflect.Array:
		return v.Len() > 0
	case reflect.Struct:
		return true
	case reflect.Pointer, reflect.Func:
		return !v.IsNil()
	}
	return !v.IsZero()
}
