package sample

import (
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/read/yaml"
)

// like is the key by which a sample or a card begins with what another one says.
const like = "like"

// wholeSample is a sample with all that it takes from those that it is like.
func (d *decoder) wholeSample(layout string, n *yaml.Node, used map[string]bool) *yaml.Node {
	other := n.Get(like)
	if other == nil || other.Kind == yaml.Null || !d.AnyMapping(n) {
		return n
	}
	from, name := layout, other.Text
	if folder, rest, found := strings.Cut(name, "/"); found {
		from, name = folder, rest
	}
	if faults := d.faulty[from]; faults != nil {
		d.Diags = append(d.Diags, faults...)
		return n
	}
	if !d.choose(other, d.among(layout, used)) {
		return n
	}
	used[from+"/"+name] = true
	below := d.wholeSample(from, d.layouts[from].Get(name), used)
	return merge(without(below, like, "about"), n)
}

// wholeCard is a card with all that it takes from the one that is named, by like or in its place.
func (d *decoder) wholeCard(n *yaml.Node, used map[string]bool) *yaml.Node {
	other := n.Get(like)
	if n.Kind == yaml.Scalar {
		other = n
	}
	if other == nil || other.Kind == yaml.Null {
		return n
	}
	if faults := d.faulty[cardsFile]; faults != nil {
		d.Diags = append(d.Diags, faults...)
		return nil
	}
	if !d.choose(other, d.cardNames(used)) {
		return nil
	}
	name := other.Text
	used[name] = true
	below := d.wholeCard(d.cards.Get(name), used)
	if n.Kind == yaml.Scalar || below == nil {
		return below
	}
	return merge(without(below, like), n)
}

// fewNames is how many names are listed at most where one is wrong.
const fewNames = 12

// choose tells whether a node is one of several names, which may be many.
func (d *decoder) choose(n *yaml.Node, names []string) bool {
	word, ok := d.Text(n)
	if !ok || slices.Contains(names, word) {
		return ok
	}
	found := diag.BadChoice.At(n.Place, n.Name, word)
	if near, isNear := diag.Nearest(word, names); isNear {
		found = found.With(diag.DidYouMean, near)
	} else if len(names) <= fewNames {
		found = found.With(diag.OneOf, strings.Join(names, ", "))
	}
	d.Report(found)
	return false
}

// merge lays a mapping over another: a mapping within is laid over the one of the same key, and any other value takes
// the place of what was there. Null does too, so that it takes away what comes later still, from a card.
func merge(below, over *yaml.Node) *yaml.Node {
	if below == nil || below.Kind != yaml.Mapping || over.Kind != yaml.Mapping {
		return over
	}
	out := *over
	out.Pairs = nil
	for _, p := range below.Pairs {
		if i := slices.IndexFunc(over.Pairs, func(o yaml.Pair) bool { return o.Key == p.Key }); i >= 0 {
			p = yaml.Pair{Key: p.Key, KeyPlace: over.Pairs[i].KeyPlace, Value: merge(p.Value, over.Pairs[i].Value)}
		}
		out.Pairs = append(out.Pairs, p)
	}
	for _, p := range over.Pairs {
		if below.Get(p.Key) == nil {
			out.Pairs = append(out.Pairs, p)
		}
	}
	return &out
}

// without is a mapping without some keys.
func without(n *yaml.Node, keys ...string) *yaml.Node {
	if n == nil {
		return nil
	}
	out := *n
	out.Pairs = slices.DeleteFunc(slices.Clone(n.Pairs), func(p yaml.Pair) bool { return slices.Contains(keys, p.Key) })
	return &out
}

// present is a mapping without the keys whose value is null: where nothing is written, there is nothing.
func present(n *yaml.Node) *yaml.Node {
	if n == nil || n.Kind != yaml.Mapping {
		return n
	}
	out := *n
	out.Pairs = slices.DeleteFunc(slices.Clone(n.Pairs), func(p yaml.Pair) bool { return p.Value.Kind == yaml.Null })
	return &out
}
