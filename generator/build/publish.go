package build

import (
	"context"
	"errors"
	"io"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/output"
	"growthportal/generator/policy"
)

// Publication says where a plan is published.
type Publication struct {
	Destination string // the folder, such as "public"
	Sources     string // the source folder, which the destination must not touch
	Replace     bool   // take over a destination with files that are not ours
	Verify      bool   // trust no file's size and time
	Jobs        int    // how many files are made at a time; 0: as many as the machine has processors
	Recall      *Recollection
	Notice      func(output.Notice)
	Clock       func() time.Time    // as in Request
	Progress    func(done, all int) // called as files are made; nil for nobody
}

func (pub Publication) jobs() int {
	if pub.Jobs > 0 {
		return pub.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

// Publish makes the plan's files and publishes them all at once. What an earlier build made of the same recipe is kept.
// Where an author's template or a page's size stops it, the diagnostics of the plan say so and nothing was published.
func Publish(ctx context.Context, plan *Plan, pub Publication) error {
	lap := newTimer(pub.Clock)
	tree, err := output.Open(ctx, pub.Destination, output.Options{
		Sources: pub.Sources, Replace: pub.Replace, Verify: pub.Verify, Notice: pub.Notice, Signatures: pub.signatures(plan),
	})
	if err != nil {
		return err
	}
	held := &held{facts: map[output.Path]policy.Facts{}}
	parts := pub.part(plan, tree, held)
	lap.lap(&plan.Stats, "compare")
	tx, err := tree.Begin()
	if err != nil {
		return err
	}
	defer tx.Abort()
	made, err := output.MakeAll(ctx, held.watched(parts.fresh), pub.jobs(), pub.counted(tx, len(parts.fresh)))
	if found, ok := Mistake(err); ok {
		plan.Diagnostics = append(plan.Diagnostics, found)
		return nil
	}
	if err != nil {
		return err
	}
	lap.lap(&plan.Stats, "make")
	all := slices.Clone(parts.keep)
	for e := range made.All() {
		all = append(all, e)
	}
	held.check(plan)
	if err := plan.rehearse(ctx, pub.jobs(), pub.Recall); err != nil {
		return err
	}
	if plan.Failed() {
		return nil
	}
	for _, e := range parts.keep {
		tx.Keep(e.Path, e.Content, e.Size)
	}
	result, err := tx.Commit(ctx)
	if err != nil {
		return err
	}
	plan.Stats.Kept, plan.Stats.Made, plan.Stats.Changes = len(parts.keep), made.Len(), result.Changes
	pub.remember(all, parts.keys, result.Signatures, held)
	pub.keepStanding(plan, result)
	lap.lap(&plan.Stats, "publish")
	return nil
}

// signatures are what the files in the destination looked like after the last build.
func (pub Publication) signatures(plan *Plan) map[output.Path]output.Signature {
	known := map[output.Path]output.Signature{}
	for _, r := range plan.Recipes {
		if m, ok := pub.Recall.output(r.Path); ok {
			known[r.Path] = m.signature
		}
	}
	return known
}

// parted is the recipes of a plan in two: those whose files are there already, and those that must be made.
type parted struct {
	keep  []output.Entry
	fresh []output.Recipe

	mu   sync.Mutex
	keys map[output.Path]output.Digest // of those that are kept or have been made
}

// part looks at several recipes at a time. Of the files that are kept it is known what they ask of browsers. What a recipe is made
// from is looked at and let go again: for all of a large site it would be a hundred megabytes.
func (pub Publication) part(plan *Plan, tree *output.Tree, held *held) *parted {
	p := &parted{keys: make(map[output.Path]output.Digest, len(plan.Recipes))}
	reasons := make([]Why, len(plan.Recipes))
	kept := make([]made, len(plan.Recipes))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range pub.jobs() {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(reasons)); i = next.Add(1) - 1 {
				reasons[i], kept[i] = pub.weigh(plan.Recipes[i], tree)
			}
		})
	}
	workers.Wait()
	for i, r := range plan.Recipes {
		if reasons[i] == "" {
			if kept[i].held {
				held.add(r.Path, kept[i].facts)
			}
			p.keys[r.Path] = kept[i].recipe
			p.keep = append(p.keep, kept[i].entry)
			continue
		}
		p.fresh = append(p.fresh, p.noted(r))
		plan.Stats.Reasons = append(plan.Stats.Reasons, Reason{r.Path, reasons[i]})
	}
	return p
}

// weigh tells why the file of a recipe must be made; "" where it is there, and what is known of it then.
func (pub Publication) weigh(r output.Recipe, tree *output.Tree) (why Why, m made) {
	m, ok := pub.Recall.output(r.Path)
	switch {
	case !ok:
		return WhyNew, m
	case m.recipe != r.Key():
		return WhyInputs, m
	case !tree.Trusted(r.Path, m.entry.Content):
		return WhyFile, m
	}
	return "", m
}

// noted is the recipe with a note of its key when it is made.
func (p *parted) noted(r output.Recipe) output.Recipe {
	return output.Recipe{Path: r.Path, Maker: r.Maker, Claim: r.Claim, Make: func(w io.Writer) error {
		ready := r.Ready()
		if err := ready.Make(w); err != nil {
			return err
		}
		key := ready.Key()
		p.mu.Lock()
		defer p.mu.Unlock()
		p.keys[r.Path] = key
		return nil
	}}
}

// counted is the transaction with progress told.
func (pub Publication) counted(tx *output.Transaction, all int) output.Sink {
	if pub.Progress == nil {
		return tx
	}
	return &countedSink{Sink: tx, all: all, told: pub.Progress}
}

type countedSink struct {
	output.Sink
	done atomic.Int64
	all  int
	told func(done, all int)
}

func (s *countedSink) Write(p output.Path, make func(w io.Writer) error) (output.Entry, error) {
	e, err := s.Sink.Write(p, make)
	s.told(int(s.done.Add(1)), s.all)
	return e, err
}

// Mistake is what an author did wrong where making a file failed for that reason, as when a template failed.
func Mistake(err error) (diag.Diagnostic, bool) {
	var fault interface {
		error
		Diagnostic() diag.Diagnostic
	}
	if !errors.As(err, &fault) {
		return diag.Diagnostic{}, false
	}
	return fault.Diagnostic(), true
}

// remember keeps what became of each recipe.
func (pub Publication) remember(all []output.Entry, keys map[output.Path]output.Digest, signatures map[output.Path]output.Signature, held *held) {
	for _, e := range all {
		facts, ok := held.facts[e.Path]
		pub.Recall.keepOutput(made{recipe: keys[e.Path], entry: e, signature: signatures[e.Path], held: ok, facts: facts})
	}
}
