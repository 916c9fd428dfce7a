package build

import (
	"context"
	"errors"
	"io"
	"runtime"
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
	// Last says that nobody asks for the plan's site afterwards. What the files were made from is let go of once they are made, before
	// they change places: of the plan its diagnostics, its settings, its sources and its figures stay.
	Last bool
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
	all := pub.recalled(plan.Recipes)
	tree, err := output.Open(ctx, pub.Destination, pub.options(plan, all))
	if err != nil {
		return err
	}
	held := &held{facts: make(map[output.Path]policy.Facts, len(all))}
	fresh := pub.part(plan, all, tree, held)
	lap.lap(&plan.Stats, "compare")
	tx, err := tree.Begin()
	if err != nil {
		return err
	}
	defer tx.Abort()
	made, err := output.MakeAll(ctx, held.watched(fresh), pub.jobs(), pub.counted(tx, len(fresh)))
	if found, ok := Mistake(err); ok {
		plan.Diagnostics = append(plan.Diagnostics, found)
		return nil
	}
	if err != nil {
		return err
	}
	lap.lap(&plan.Stats, "make")
	held.check(plan)
	if err := plan.rehearse(ctx, pub.jobs(), pub.Recall); err != nil {
		return err
	}
	if plan.Failed() {
		return nil
	}
	if pub.Last {
		plan.letGo()
	}
	for _, m := range all {
		if m.why == "" {
			tx.Keep(m.entry.Path, m.entry.Content, m.entry.Size)
		}
	}
	result, err := tx.Commit(ctx)
	if err != nil {
		return err
	}
	plan.Stats.Kept, plan.Stats.Made, plan.Stats.Changes = len(all)-made.Len(), made.Len(), result.Changes
	all.settle(made, result.Signatures, held)
	pub.remember(all)
	pub.keepStanding(plan, result, all)
	lap.lap(&plan.Stats, "publish")
	return nil
}

// options are how the destination is opened, with what is known of its last version.
func (pub Publication) options(plan *Plan, known outcomes) output.Options {
	opt := output.Options{Sources: pub.Sources, Replace: pub.Replace, Verify: pub.Verify, Notice: pub.Notice, Signatures: known.signatures()}
	if b := plan.builder; b != nil && b.standing != nil {
		opt.Shapes = &b.standing.Shapes
	} else if b != nil && b.Identity != "" {
		opt.Shapes = new(output.Shapes)
	}
	return opt
}

// part tells which of a plan's recipes must be made, and notes why. It looks at several at a time. Of the files that are kept it is
// known what they ask of browsers. What a recipe is made from is looked at and let go again: for all of a large site it would be a
// hundred megabytes.
func (pub Publication) part(plan *Plan, all outcomes, tree *output.Tree, held *held) (fresh []output.Recipe) {
	unchanged := pub.unchanged(plan, all)
	var next, asked atomic.Int64
	var workers sync.WaitGroup
	for range pub.jobs() {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(all)); i = next.Add(1) - 1 {
				r, known := plan.Recipes[i], unchanged != nil && unchanged[i]
				if !known && r.Later != nil {
					asked.Add(1)
				}
				all[i].why = plan.weigh(r, &all[i], known, tree)
			}
		})
	}
	workers.Wait()
	plan.Stats.Compared = int(asked.Load())
	for i, r := range plan.Recipes {
		if all[i].why == "" {
			if all[i].held {
				held.add(r.Path, all[i].facts)
			}
			continue
		}
		fresh = append(fresh, plan.noted(r, &all[i]))
		plan.Stats.Reasons = append(plan.Stats.Reasons, Reason{r.Path, all[i].why})
	}
	return fresh
}

// weigh tells why the file of a recipe must be made; "" where it is there. unchanged says that the recipe's key is what it was.
func (p *Plan) weigh(r output.Recipe, was *outcome, unchanged bool, tree *output.Tree) Why {
	if !was.known {
		return WhyNew
	}
	if !unchanged || r.Later == nil {
		ready := r.Ready()
		if was.recipe != ready.Key() {
			return WhyInputs
		}
		was.texts = p.builder.placesOf(ready.Texts)
	}
	if !tree.Trusted(r.Path, was.entry.Content) {
		return WhyFile
	}
	return ""
}

// noted is the recipe with a note of its key and its texts when it is made.
func (p *Plan) noted(r output.Recipe, into *outcome) output.Recipe {
	return output.Recipe{Path: r.Path, Maker: r.Maker, Claim: r.Claim, Make: func(w io.Writer) error {
		ready := r.Ready()
		if err := ready.Make(w); err != nil {
			return err
		}
		into.recipe, into.texts = ready.Key(), p.builder.placesOf(ready.Texts)
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

// remember keeps what became of each recipe, where it is not what is remembered.
func (pub Publication) remember(all outcomes) {
	for _, m := range all {
		if m.new {
			pub.Recall.keepOutput(m.made)
		}
	}
}
