package yaml

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode"

	yamlv3 "gopkg.in/yaml.v3"

	"growthportal/generator/diag"
)

// The limits of a document. No honest file comes near them.
const (
	MaxSize  = 1 << 20 // bytes
	MaxDepth = 20      // mappings and lists inside one another
)

// Parse reads a document. The first line of src is line firstLine of the file: a document may stand between the
// fences of front matter. The node is nil for a document that holds nothing, and for one that cannot be understood;
// then there are diagnostics. A node may come with diagnostics too: it then holds what could be understood.
func Parse(file string, src []byte, firstLine int) (*Node, []diag.Diagnostic) {
	src = bytes.TrimPrefix(src, []byte("\uFEFF"))
	if len(src) > MaxSize {
		return nil, []diag.Diagnostic{diag.YAMLTooLarge.At(diag.Whole(file), "1 MB")}
	}
	if node, ok := readPlain(file, src, firstLine); ok {
		return node, nil
	}
	return parseAny(file, src, firstLine)
}

// parseAny reads a document of any kind, by the library.
func parseAny(file string, src []byte, firstLine int) (*Node, []diag.Diagnostic) {
	s := newText(file, src, firstLine)
	if found := s.forbidden(); len(found) > 0 {
		return nil, found
	}
	root, err := decode(src)
	if err != nil {
		return nil, []diag.Diagnostic{s.explain(src, err)}
	}
	if root == nil {
		return nil, nil
	}
	w := walker{text: s}
	node := w.node(root, "", 1)
	if node != nil && node.Kind == Null {
		node = nil
	}
	return node, w.found
}

// errDocuments tells that a document is followed by something that does not belong to it.
var errDocuments = errors.New("more than one document")

// decode gives the syntax tree of the only document in src; nil for none. A panic of the library is an error.
func decode(src []byte) (root *yamlv3.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			root, err = nil, errors.New("the YAML library gave up")
		}
	}()
	dec := yamlv3.NewDecoder(bytes.NewReader(src))
	var doc yamlv3.Node
	if err := dec.Decode(&doc); errors.Is(err, io.EOF) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	var more yamlv3.Node
	if err := dec.Decode(&more); !errors.Is(err, io.EOF) {
		return nil, errDocuments
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	return doc.Content[0], nil
}

// walker makes nodes of the library's, and refuses what must not be in them.
type walker struct {
	*text
	found []diag.Diagnostic
	deep  bool // the depth has been complained about
}

func (w *walker) report(d diag.Diagnostic) { w.found = append(w.found, d) }

// node makes a node that stands under the key name; nil where it is refused.
func (w *walker) node(n *yamlv3.Node, name string, depth int) *Node {
	place := w.placeOf(n)
	switch {
	case depth > MaxDepth:
		if !w.deep {
			w.deep = true
			w.report(diag.YAMLTooDeep.At(place, strconv.Itoa(MaxDepth)))
		}
		return nil
	case n.Kind == yamlv3.AliasNode:
		w.report(diag.YAMLAlias.At(w.word(place), "*").With(diag.QuoteIt))
		return nil
	case n.Anchor != "":
		w.report(diag.YAMLAlias.At(w.word(place), "&").With(diag.QuoteIt))
		return nil
	case n.Style&yamlv3.TaggedStyle != 0 || w.at(place) == '!' && n.Style&(yamlv3.SingleQuotedStyle|yamlv3.DoubleQuotedStyle) == 0:
		w.report(diag.YAMLTag.At(w.word(place)).With(diag.QuoteIt))
		return nil
	}
	made := &Node{Place: place, Name: name}
	switch n.Kind {
	case yamlv3.MappingNode:
		made.Kind = Mapping
		w.pairs(made, n.Content, depth)
	case yamlv3.SequenceNode:
		made.Kind = Sequence
		for _, c := range n.Content {
			if item := w.node(c, name, depth+1); item != nil {
				made.Items = append(made.Items, item)
			}
		}
	default:
		w.scalar(made, n)
	}
	return made
}

func (w *walker) scalar(made *Node, n *yamlv3.Node) {
	made.Text = n.Value
	made.Block = n.Style&(yamlv3.LiteralStyle|yamlv3.FoldedStyle) != 0
	made.Quoted = made.Block || n.Style&(yamlv3.SingleQuotedStyle|yamlv3.DoubleQuotedStyle) != 0
	made.Kind = Scalar
	if n.Tag == "!!null" && !made.Quoted {
		made.Kind = Null
	}
	w.hash(made)
	if n.Style&yamlv3.DoubleQuotedStyle != 0 { // what is written as an escape has not been looked at yet
		if i := strings.IndexFunc(n.Value, isForbidden); i >= 0 {
			r := []rune(n.Value[i:])[0]
			w.report(forbiddenCode(r).At(made.Place, runeName(r)).With(diag.Remove, runeName(r)))
		}
	}
}

// hash warns of words that have become a comment: "Stall #4 öppnar". A comment as people write them has a space after its
// sign, or stands behind something that is no text.
func (w *walker) hash(n *Node) {
	line, i := w.line(n.Place.Line-w.first), n.Place.EndColumn-1
	if n.Kind != Scalar || n.Quoted || n.Place.EndColumn == 0 || !strings.ContainsFunc(n.Text, unicode.IsLetter) || n.Text == "true" || n.Text == "false" {
		return
	}
	for i < len(line) && line[i] == ' ' {
		i++
	}
	if i+1 < len(line) && line[i] == '#' && (unicode.IsLetter(line[i+1]) || unicode.IsDigit(line[i+1])) {
		w.report(diag.YAMLHash.At(w.place(n.Place.Line-w.first, i, trimmedEnd(line))).With(diag.QuoteIt))
	}
}

// pairs fills in the keys and values of a mapping.
func (w *walker) pairs(made *Node, content []*yamlv3.Node, depth int) {
	first := make(map[string]diag.Place, len(content)/2)
	for i := 0; i+1 < len(content); i += 2 {
		key, place := content[i], w.placeOf(content[i])
		switch {
		case key.Kind != yamlv3.ScalarNode || key.Anchor != "" || key.Style&yamlv3.TaggedStyle != 0 || key.Value == "":
			w.report(diag.YAMLKey.At(place))
			continue
		case key.Tag == "!!merge":
			w.report(diag.YAMLAlias.At(place, "<<").With(diag.QuoteIt))
			continue
		}
		if before, double := first[key.Value]; double {
			w.report(diag.DoubledKey.At(place, key.Value).With(diag.AlsoAt, before.File+":"+strconv.Itoa(before.Line)))
			continue
		}
		first[key.Value] = place
		if value := w.node(content[i+1], key.Value, depth+1); value != nil {
			if value.Kind == Null && value.Text == "" {
				value.Place = w.afterColon(place)
			}
			made.Pairs = append(made.Pairs, Pair{Key: key.Value, KeyPlace: place, Value: value})
		} else {
			made.refused = append(made.refused, key.Value)
		}
	}
}
