package compiled

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"text/template/parse"
)

// function compiles a call; final is the last argument, nil for none.
func (c *compiler) function(name string, n *parse.CommandNode, final eval) (eval, error) {
	var args []eval
	for _, arg := range n.Args[1:] {
		value, err := c.value(arg)
		if err != nil {
			return nil, err
		}
		args = append(args, value)
	}
	call := c.lang.Functions[name]
	if call == nil {
		if (name == "and" || name == "or") && len(args) > 0 && final == nil {
			return shortCircuit(args, name == "or"), nil
		}
		b, ok := builtins[name]
		if count := len(args) + count(final); !ok || count < b.least || count > b.most {
			return nil, unknown(n)
		}
		call = b.call
	}
	if final != nil {
		args = append(args, final)
	}
	return func(s *state, dot reflect.Value) reflect.Value {
		from := len(s.args)
		for _, arg := range args {
			s.args = append(s.args, arg(s, dot))
		}
		v, err := call(s.args[from:])
		s.args = s.args[:from]
		if err != nil {
			giveUp()
		}
		return bare(v)
	}, nil
}

func count(final eval) int {
	if final == nil {
		return 0
	}
	return 1
}

// shortCircuit gives the first value that is true (or), or false (and); else the last.
func shortCircuit(args []eval, until bool) eval {
	return func(s *state, dot reflect.Value) (v reflect.Value) {
		for _, arg := range args {
			if v = arg(s, dot); truth(v) == until {
				break
			}
		}
		return v
	}
}

// builtin is a function that text/template has built in, with the numbers of arguments that it takes here.
type builtin struct {
	least, most int
	call        Function
}

// many is more arguments than anyone writes.
const many = 1 << 10

// builtins are those of https://pkg.go.dev/text/template#hdr-Functions that themes are likely to use.
var builtins = map[string]builtin{
	"not":   {1, 1, func(args []reflect.Value) (reflect.Value, error) { return reflect.ValueOf(!truth(args[0])), nil }},
	"len":   {1, 1, length},
	"slice": {2, 3, slice},
	"eq":    {2, many, equalToAny},
	"ne":    {2, 2, different},
	"lt":    {2, 2, ordering(func(c int) bool { return c < 0 })},
	"le":    {2, 2, ordering(func(c int) bool { return c <= 0 })},
	"gt":    {2, 2, ordering(func(c int) bool { return c > 0 })},
	"ge":    {2, 2, ordering(func(c int) bool { return c >= 0 })},
	"print": {0, many, func(args []reflect.Value) (reflect.Value, error) {
		return reflect.ValueOf(fmt.Sprint(plain(args)...)), nil
	}},
	"println": {0, many, func(args []reflect.Value) (reflect.Value, error) {
		return reflect.ValueOf(fmt.Sprintln(plain(args)...)), nil
	}},
	"printf": {1, many, printf},
}

// errStrange is given for values that are left to text/template.
var errStrange = errors.New("values of a strange kind")

// plain are arguments as fmt takes them.
func plain(args []reflect.Value) []any {
	list := make([]any, len(args))
	for i, v := range args {
		if v.IsValid() {
			list[i] = v.Interface()
		}
	}
	return list
}

func printf(args []reflect.Value) (reflect.Value, error) {
	if !args[0].IsValid() || args[0].Type() != textType {
		return reflect.Value{}, errStrange
	}
	return reflect.ValueOf(fmt.Sprintf(args[0].String(), plain(args[1:])...)), nil
}

func length(args []reflect.Value) (reflect.Value, error) {
	v, isNil := indirect(args[0])
	switch v.Kind() {
	case reflect.String, reflect.Slice, reflect.Map, reflect.Array:
		if !isNil {
			return reflect.ValueOf(v.Len()), nil
		}
	}
	return reflect.Value{}, errStrange
}

// slice cuts a list or a text: from, and up to.
func slice(args []reflect.Value) (reflect.Value, error) {
	v := args[0]
	if v.Kind() != reflect.Slice && v.Kind() != reflect.String {
		return reflect.Value{}, errStrange
	}
	ends := [2]int{0, v.Len()}
	for i, arg := range args[1:] {
		if !arg.CanInt() {
			return reflect.Value{}, errStrange
		}
		ends[i] = int(arg.Int())
	}
	if ends[0] < 0 || ends[1] < ends[0] || ends[1] > v.Len() {
		return reflect.Value{}, errStrange
	}
	return v.Slice(ends[0], ends[1]), nil
}

// equalToAny tells whether the first argument is equal to one of the others.
func equalToAny(args []reflect.Value) (reflect.Value, error) {
	for _, other := range args[1:] {
		if same, err := compare(args[0], other); err != nil || same == 0 {
			return reflect.ValueOf(true), err
		}
	}
	return reflect.ValueOf(false), nil
}

func different(args []reflect.Value) (reflect.Value, error) {
	c, err := compare(args[0], args[1])
	return reflect.ValueOf(c != 0), err
}

func ordering(holds func(int) bool) Function {
	return func(args []reflect.Value) (reflect.Value, error) {
		if args[0].Kind() == reflect.Bool {
			return reflect.Value{}, errStrange // they have no order
		}
		c, err := compare(args[0], args[1])
		return reflect.ValueOf(holds(c)), err
	}
}

// compare compares two texts, two whole numbers, or two truths: 0 is equal.
func compare(a, b reflect.Value) (int, error) {
	switch {
	case a.Kind() == reflect.String && b.Kind() == reflect.String:
		return strings.Compare(a.String(), b.String()), nil
	case a.CanInt() && b.CanInt():
		switch x, y := a.Int(), b.Int(); {
		case x < y:
			return -1, nil
		case x > y:
			return 1, nil
		}
		return 0, nil
	case a.Kind() == reflect.Bool && b.Kind() == reflect.Bool:
		if a.Bool() == b.Bool() {
			return 0, nil
		}
		return 1, nil
	}
	return 0, errStrange
}
