// Package yaml reads YAML into nodes that know where they stand.
//
// It is the only importer of gopkg.in/yaml.v3, and it takes from it the syntax alone: a node holds its text as it is
// written, so that "title: 2026" is a title and "0123" keeps its zero. What a value means is decided by whoever asks
// for it, through a Reader, which reports every unknown key and every value of the wrong kind at its own place.
//
// What no author needs and what can be made to cost much is refused: aliases, anchors, merge keys, tags, several
// documents in a file, deep nesting, great size, and characters that make a text look like something that it is not.
package yaml

import "growthportal/generator/diag"

// NodeKind tells what a node is.
type NodeKind uint8

// The kinds of nodes.
const (
	Null     NodeKind = iota // nothing, "~" or "null" without quotes
	Scalar                   // a text, a number, true or false: Node.Text
	Mapping                  // keys and values: Node.Pairs
	Sequence                 // a list: Node.Items
)

// Node is a value in a file. Nothing alters it after it was made.
type Node struct {
	Kind   NodeKind
	Place  diag.Place // where it begins; the range ends where the node does, or with its first line
	Name   string     // the key under which it stands; of an element of a list, the key of the list; "" at the top
	Text   string     // of a scalar, as it is written; of one in quotes or a block, what it stands for
	Quoted bool       // a scalar in quotes or a block ("|", ">"): a text, whatever it looks like
	Block  bool       // a scalar in a block: its text begins on the line below Place
	Items  []*Node    // of a sequence
	Pairs  []Pair     // of a mapping, in the order of the file; no key stands twice

	refused []string // of a mapping: keys that are there, and whose values were refused
}

// Pair is a key of a mapping with its value.
type Pair struct {
	Key      string
	KeyPlace diag.Place
	Value    *Node // never nil; its Kind is Null where nothing is written
}

// Get returns the value of a key, or nil. It may be called on nil.
func (n *Node) Get(key string) *Node {
	if n == nil {
		return nil
	}
	for i := range n.Pairs {
		if n.Pairs[i].Key == key {
			return n.Pairs[i].Value
		}
	}
	return nil
}

// Keys lists the keys of a mapping in the order of the file. It may be called on nil.
func (n *Node) Keys() []string {
	if n == nil {
		return nil
	}
	keys := make([]string, len(n.Pairs))
	for i, p := range n.Pairs {
		keys[i] = p.Key
	}
	return keys
}
