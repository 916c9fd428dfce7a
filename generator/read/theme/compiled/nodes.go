package compiled

import (
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"strings"
	"text/template/parse"
)

// compiler makes closures of nodes.
type compiler struct {
	set      *template.Template
	lang     Language
	bodies   map[string]*body    // the templates, by name
	escapers map[string]*escaper // by their names in a row
	names    []string            // the variables that can be seen, in the order of their declaration
	vars     int                 // how many variables the template has had at once
}

// template compiles the template of a name, once.
func (c *compiler) template(name string) (*body, error) {
	if b, ok := c.bodies[name]; ok {
		return b, nil
	}
	t := c.set.Lookup(name)
	if t == nil || t.Tree == nil || t.Tree.Root == nil {
		return nil, fmt.Errorf("there is no template %q", name)
	}
	b := &body{}
	c.bodies[name] = b
	inner := *c // its variables are its own
	inner.names, inner.vars = []string{"$"}, 1
	var err error
	b.list, err = inner.list(t.Tree.Root)
	b.vars = inner.vars
	return b, err
}

// block compiles what has a scope of its own.
func (c *compiler) block(n *parse.ListNode) (list, error) {
	if n == nil {
		return nil, nil
	}
	seen := len(c.names)
	l, err := c.list(n)
	c.names = c.names[:seen]
	return l, err
}

func (c *compiler) list(n *parse.ListNode) (list, error) {
	var l list
	for _, node := range n.Nodes {
		do, err := c.node(node)
		if err != nil {
			return nil, err
		}
		if do != nil {
			l = append(l, do)
		}
	}
	return l, nil
}

// node gives what a node does; nil for nothing.
func (c *compiler) node(n parse.Node) (func(*state, reflect.Value), error) {
	switch n := n.(type) {
	case *parse.TextNode:
		return text(n)
	case *parse.ActionNode:
		return c.action(n)
	case *parse.IfNode:
		return c.branch(&n.BranchNode, false)
	case *parse.WithNode:
		return c.branch(&n.BranchNode, true)
	case *parse.RangeNode:
		return c.loop(n)
	case *parse.TemplateNode:
		return c.templateCall(n)
	}
	return nil, unknown(n)
}

// text is written as it is.
func text(n *parse.TextNode) (func(*state, reflect.Value), error) {
	words := n.Text
	if len(words) == 0 {
		return nil, nil
	}
	if IsFailsafe(words) {
		return nil, unknown(n)
	}
	return func(s *state, _ reflect.Value) { s.out = append(s.out, words...) }, nil
}

// action writes a value, or gives it to a variable.
func (c *compiler) action(n *parse.ActionNode) (func(*state, reflect.Value), error) {
	if len(n.Pipe.Decl) > 0 {
		give, err := c.pipe(n.Pipe)
		return func(s *state, dot reflect.Value) { give(s, dot) }, err
	}
	own := len(n.Pipe.Cmds)
	for own > 0 && isEscaper(n.Pipe.Cmds[own-1]) {
		own--
	}
	if own == len(n.Pipe.Cmds) {
		return nil, unknown(n)
	}
	value, err := c.commands(n.Pipe.Cmds[:own])
	if err != nil {
		return nil, err
	}
	e, err := c.escaper(n.Pipe.Cmds[own:])
	if err != nil {
		return nil, err
	}
	if e.raw && own == 1 {
		if from, last := c.lastField(n.Pipe.Cmds[0]); last != nil {
			return func(s *state, dot reflect.Value) {
				v := from(s, dot)
				if !s.appended(last, v) {
					s.write(e, bare(last.of(v)))
				}
			}, nil
		}
	}
	return func(s *state, dot reflect.Value) { s.write(e, value(s, dot)) }, nil
}

// branch is an if or a with.
func (c *compiler) branch(n *parse.BranchNode, with bool) (func(*state, reflect.Value), error) {
	seen := len(c.names)
	defer func() { c.names = c.names[:seen] }()
	value, err := c.pipe(n.Pipe)
	if err != nil {
		return nil, err
	}
	yes, err := c.block(n.List)
	if err != nil {
		return nil, err
	}
	no, err := c.block(n.ElseList)
	return func(s *state, dot reflect.Value) {
		v := value(s, dot)
		switch {
		case !truth(v):
			s.inside(no, dot)
		case with:
			s.inside(yes, v)
		default:
			s.inside(yes, dot)
		}
	}, err
}

// loop is a range: over a list, or a map with texts for keys.
func (c *compiler) loop(n *parse.RangeNode) (func(*state, reflect.Value), error) {
	if n.Pipe.IsAssign {
		return nil, unknown(n)
	}
	seen := len(c.names)
	defer func() { c.names = c.names[:seen] }()
	value, err := c.pipe(n.Pipe)
	if err != nil {
		return nil, err
	}
	key, element := -1, -1
	switch slots := len(c.names); len(n.Pipe.Decl) {
	case 1:
		element = slots - 1
	case 2:
		key, element = slots-2, slots-1
	}
	each, err := c.block(n.List)
	if err != nil {
		return nil, err
	}
	none, err := c.block(n.ElseList)
	return func(s *state, dot reflect.Value) {
		list, isNil := indirect(value(s, dot))
		if isNil {
			giveUp()
		}
		turn := func(k, v reflect.Value) {
			s.tick()
			s.set(key, k)
			s.set(element, v)
			s.inside(each, v)
		}
		if !turns(list, key >= 0, turn) {
			s.inside(none, dot)
		}
	}, err
}

// turns calls turn for each element, with its place or its key; false where there is none.
func turns(list reflect.Value, wantKey bool, turn func(key, element reflect.Value)) bool {
	switch list.Kind() {
	case reflect.Invalid:
		return false
	case reflect.Slice, reflect.Array:
		for i := range list.Len() {
			var key reflect.Value
			if wantKey {
				key = reflect.ValueOf(i)
			}
			turn(key, list.Index(i))
		}
		return list.Len() > 0
	case reflect.Map:
		if list.Type().Key().Kind() != reflect.String {
			break
		}
		keys := list.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		for _, key := range keys {
			turn(key, list.MapIndex(key))
		}
		return len(keys) > 0
	}
	giveUp()
	return false
}

func (c *compiler) templateCall(n *parse.TemplateNode) (func(*state, reflect.Value), error) {
	b, err := c.template(n.Name)
	if err != nil {
		return nil, err
	}
	if n.Pipe == nil {
		return func(s *state, _ reflect.Value) { s.call(b, reflect.Value{}) }, nil
	}
	value, err := c.pipe(n.Pipe)
	return func(s *state, dot reflect.Value) { s.call(b, value(s, dot)) }, err
}

// set gives the variable of a slot a value; -1 is no variable.
func (s *state) set(slot int, v reflect.Value) {
	if slot >= 0 {
		s.vars[s.base+slot] = v
	}
}

// declare makes a variable, and gives its slot.
func (c *compiler) declare(name string) int {
	c.names = append(c.names, name)
	c.vars = max(c.vars, len(c.names))
	return len(c.names) - 1
}

// slot is where the variable stands that a name means; -1 where there is none.
func (c *compiler) slot(name string) int {
	for i := len(c.names) - 1; i >= 0; i-- {
		if c.names[i] == name {
			return i
		}
	}
	return -1
}
