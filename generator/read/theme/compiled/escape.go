package compiled

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// URLFilter is html/template's name for its escaper that looks at the schemes of addresses. A [Language] may have another in its place.
const URLFilter = escapers + "urlfilter"

// The names of others.
const (
	escapers   = "_html_template_"
	normalizer = escapers + "urlnormalizer"
	forHTML    = escapers + "htmlescaper"
	forAttr    = escapers + "attrescaper"
	forRCDATA  = escapers + "rcdataescaper"
)

// escaper writes values for one kind of place.
type escaper struct {
	exact *template.Template // html/template's own escapers, for any value

	quick   bool               // whether texts and numbers need nothing but what follows, and then special characters replaced
	raw     bool               // whether a template.HTML is written as it is
	address func(string) error // looks at addresses; nil where the text is none
	normal  bool               // only texts that are addresses in the normal form are quick
}

// isEscaper tells what html/template has put at the end of a pipeline.
func isEscaper(n *parse.CommandNode) bool {
	name, ok := n.Args[0].(*parse.IdentifierNode)
	return ok && len(n.Args) == 1 && strings.HasPrefix(name.Ident, escapers)
}

// escaper makes one of the commands that html/template has put at the end of a pipeline.
func (c *compiler) escaper(commands []*parse.CommandNode) (*escaper, error) {
	var names []string
	for _, n := range commands {
		names = append(names, n.Args[0].(*parse.IdentifierNode).Ident)
	}
	key := strings.Join(names, " ")
	if e, ok := c.escapers[key]; ok {
		return e, nil
	}
	exact, err := exactly(commands, c.lang.Filters)
	if err != nil {
		return nil, err
	}
	e := &escaper{exact: exact, raw: key == forHTML}
	if names[0] == URLFilter && c.lang.Address != nil {
		e.address, names = c.lang.Address, names[1:]
	}
	if len(names) > 0 && names[0] == normalizer {
		e.normal, names = true, names[1:]
	}
	e.quick = len(names) == 1 && (names[0] == forHTML || names[0] == forAttr || names[0] == forRCDATA)
	c.escapers[key] = e
	return e, nil
}

// exactly is a template that is nothing but its value in these escapers. Their functions are known to escaped templates alone: so one is
// escaped, and its only pipeline exchanged.
func exactly(commands []*parse.CommandNode, filters template.FuncMap) (*template.Template, error) {
	t, err := template.New("value").Parse("{{.}}")
	if err != nil {
		return nil, fmt.Errorf("a template of nothing but its value: %w", err)
	}
	if err := t.Execute(io.Discard, ""); err != nil {
		return nil, fmt.Errorf("a template of nothing but its value: %w", err)
	}
	action := t.Tree.Root.Nodes[0].(*parse.ActionNode)
	action.Pipe.Cmds = action.Pipe.Cmds[:1]
	for _, n := range commands {
		action.Pipe.Cmds = append(action.Pipe.Cmds, n.Copy().(*parse.CommandNode))
	}
	return t.Funcs(filters), nil
}

var (
	htmlType   = reflect.TypeFor[template.HTML]()
	numberType = reflect.TypeFor[int]()
)

// write writes a value as the place demands it.
func (s *state) write(e *escaper, v reflect.Value) {
	before := len(s.out)
	if !s.quickly(e, v) {
		s.exactly(e, v)
	}
	if IsFailsafe(s.out[before:]) {
		giveUp()
	}
}

// quickly writes the values that nearly all are; false, with nothing written, for others.
func (s *state) quickly(e *escaper, v reflect.Value) bool {
	if !v.IsValid() || !e.quick {
		return false
	}
	switch v.Type() {
	case htmlType:
		if e.raw {
			s.out = append(s.out, v.String()...)
		}
		return e.raw
	case numberType:
		if e.address == nil && !e.normal {
			s.out = strconv.AppendInt(s.out, v.Int(), 10)
			return true
		}
	case textType:
		text := v.String()
		if e.normal && !isNormal(text) {
			return false
		}
		if e.address != nil {
			if err := e.address(text); err != nil {
				giveUp()
			}
		}
		s.out = appendEscaped(s.out, text)
		return true
	}
	return false
}

// exactly lets html/template write it.
func (s *state) exactly(e *escaper, v reflect.Value) {
	var value any
	if v.IsValid() {
		value = v.Interface()
	}
	out := bytes.NewBuffer(s.out)
	if err := e.exact.Execute(out, value); err != nil {
		giveUp()
	}
	s.out = out.Bytes()
}

// references are what html/template writes for the characters that mean something in HTML, in text and in attributes.
var references = [256]string{0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}

func appendEscaped(b []byte, s string) []byte {
	from := 0
	for i := range len(s) {
		if r := references[s[i]]; r != "" {
			b = append(append(b, s[from:i]...), r...)
			from = i + 1
		}
	}
	return append(b, s[from:]...)
}

// isNormal tells whether an address has nothing in it that would have to be encoded, as far as can be seen at a glance.
func isNormal(address string) bool {
	for i := range len(address) {
		c := address[i]
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') && strings.IndexByte("-._~!#$&*+,/:;=?@[]", c) < 0 {
			return false
		}
	}
	return true
}

// Failsafe is what html/template writes in the place of what it takes for dangerous, such as a name of an attribute that comes from a
// value. Nobody would notice it on a page.
const Failsafe = "ZgotmplZ"

// IsFailsafe tells it by what is written at once.
func IsFailsafe(written []byte) bool {
	return string(written) == Failsafe || bytes.HasPrefix(written, []byte("#"+Failsafe))
}
