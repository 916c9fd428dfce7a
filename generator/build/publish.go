package build

import (
	"context"
	"errors"
	"io"
	"slices"
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
	Jobs        int
	Recall      *Recollection
	Notice      func(output.Notice)
	Clock       func() time.Time    // as in Request
	Progress    func(done, all int) // called as files are made; nil for nobody
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
	keep, fresh := pub.part(plan, tree, held)
	lap.lap(&plan.Stats, "compare")
	tx, err := tree.Begin()
	if err != nil {
		return err
	}
	defer tx.Abort()
	made, err := output.MakeAll(ctx, held.watched(fresh), pub.Jobs, pub.counted(tx, len(fresh)))
	if found, ok := Mistake(err); ok {
		plan.Diagnostics = append(plan.Diagnostics, found)
		return nil
	}
	if err != nil {
		return err
	}
	lap.lap(&plan.Stats, "make")
	all := slices.Clone(keep)
	for e := range made.All() {
		all = append(all, e)
	}
	held.check(plan)
	if plan.Failed() {
		return nil
	}
	for _, e := range keep {
		tx.Keep(e.Path, e.Content, e.Size)
	}
	result, err := tx.Commit(ctx)
	if err != nil {
		return err
	}
	plan.Stats.Kept, plan.Stats.Made, plan.Stats.Changes = len(keep), made.Len(), result.Changes
	pub.remember(plan, all, result.Signatures, held)
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

// part tells the recipes whose files are there already from those that must be made. Of the former it is known what they ask
// of browsers.
func (pub Publication) part(plan *Plan, tree *output.Tree, held *held) (keep []output.Entry, fresh []output.Recipe) {
	for _, r := range plan.Recipes {
		m, ok := pub.Recall.output(r.Path)
		why := WhyFile
		switch {
		case !ok:
			why = WhyNew
		case m.recipe != r.Key():
			why = WhyInputs
		case tree.Trusted(r.Path, m.entry.Content):
			if m.held {
				held.add(r.Path, m.facts)
			}
			keep = append(keep, m.entry)
			continue
		}
		fresh = append(fresh, r)
		plan.Stats.Reasons = append(plan.Stats.Reasons, Reason{r.Path, why})
	}
	return keep, fresh
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
func (pub Publication) remember(plan *Plan, all []output.Entry, signatures map[output.Path]output.Signature, held *held) {
	entries := map[output.Path]output.Entry{}
	for _, e := range all {
		entries[e.Path] = e
	}
	for _, r := range plan.Recipes {
		facts, ok := held.facts[r.Path]
		pub.Recall.keepOutput(made{recipe: r.Key(), entry: entries[r.Path], signature: signatures[r.Path], held: ok, facts: facts})
	}
}
