package build

import (
	"crypto/sha256"

	"growthportal/generator/output"
)

// outcome is what became of a recipe, at the last build into the same destination or at this one.
type outcome struct {
	made
	path  output.Path
	known bool   // something is remembered of it
	why   Why    // it must be made; "" where its file is kept
	texts []byte // the texts that it shows, as in shown
	new   bool   // what is remembered is no longer so
}

// outcomes are what became of the recipes, by their place in the plan.
type outcomes []outcome

// recalled is what is remembered of a plan's recipes.
func (pub Publication) recalled(recipes []output.Recipe) outcomes {
	list := make(outcomes, len(recipes))
	for i, r := range recipes {
		list[i].path = r.Path
		list[i].made, list[i].known = pub.Recall.output(r.Path)
	}
	return list
}

// signatures are what the files in the destination looked like after the last build.
func (o outcomes) signatures() map[output.Path]output.Signature {
	signatures := make(map[output.Path]output.Signature, len(o))
	for _, m := range o {
		if m.known {
			signatures[m.entry.Path] = m.signature
		}
	}
	return signatures
}

// digest is that of the keys of all recipes and of what came of them.
func (o outcomes) digest() (d output.Digest) {
	h := sha256.New()
	for _, m := range o {
		h.Write(m.recipe[:])
		h.Write(m.entry.Content[:])
	}
	h.Sum(d[:0])
	return d
}

// settle takes in what was made, and what the files look like that were published.
func (o outcomes) settle(made output.Set, signatures map[output.Path]output.Signature, held *held) {
	for i := range o {
		m := &o[i]
		if signature := signatures[m.path]; signature != m.signature {
			m.signature, m.new = signature, true
		}
		if m.why != "" {
			m.entry, _ = made.Lookup(m.path)
			m.facts, m.held = held.facts[m.path]
			m.new = true
		}
	}
}
