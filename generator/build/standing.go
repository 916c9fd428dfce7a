package build

import (
	"context"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/output"
	"growthportal/generator/pack"
	"growthportal/generator/read/source"
)

// standing is a whole build as one recipe: the digest of all that it is made from, and what came of it. Equal inputs, equal
// public/; so a build of which nothing has changed need not read what the sources say.
type standing struct {
	Inputs      output.Digest
	From, Until time.Time     // the instants for which it holds: from its own to the next at which the site changes; zero: for ever
	Appearance  output.Digest // of public/
	Shapes      output.Shapes // of its folders, and of those of the version before
	Messages    string
	Diagnostics []diag.Diagnostic // warnings
	Documents   int
	Files       int
	Outcomes    output.Digest // of what became of all recipes
	Shown       shown         // the texts that each showed
}

var standingForm = pack.New[standing]

// Standing is the plan of a build that has been published and of which nothing has changed since, neither the sources nor
// the program, the request, the destination or the time. It has no site and no recipes. It is nil, without an error, where
// there is none, and the build is to be made.
//
// What has been looked at is left in the request, so that Make need not do it again.
func Standing(ctx context.Context, req *Request, pub Publication) (*Plan, error) {
	if req.Identity == "" || req.Recall == nil || req.Kept != nil || req.Reread || req.Samples {
		return nil, nil
	}
	packed, ok := req.Recall.standing()
	if !ok {
		return nil, nil
	}
	known, err := standingForm().Unpack(packed)
	if err != nil {
		return nil, nil
	}
	b := newBuilder(ctx, req)
	lap := newTimer(b.Clock)
	if err := b.scan(); err != nil {
		return nil, err
	}
	req.listed = &listed{b.snap, b.plan.Changed, b.plan.Diagnostics, &known}
	if cfg, err := b.config(); err != nil || cfg == nil {
		return nil, err
	}
	if b.plan.Now, err = b.Now(b.plan.Config.Location); err != nil {
		return nil, err
	}
	if !known.holds(b.plan.Now) {
		return nil, nil
	}
	if inputs, err := b.inputs(pub); err != nil || inputs != known.Inputs {
		return nil, err
	}
	lap.lap(&b.plan.Stats, "list")
	if seen, err := output.Appearance(ctx, pub.Destination, pub.Sources, known.Shapes); err != nil || seen != known.Appearance || seen == (output.Digest{}) {
		return nil, context.Cause(ctx) // what is wrong with the destination, the build will tell
	}
	lap.lap(&b.plan.Stats, "compare")
	b.plan.Diagnostics = known.Diagnostics
	b.plan.Messages = locale.Lang(known.Messages)
	b.plan.Stats.Documents, b.plan.Stats.Recalled, b.plan.Stats.Kept = known.Documents, known.Documents, known.Files
	return b.plan, nil
}

func (s standing) holds(at time.Time) bool {
	return !at.Before(s.From) && (s.Until.IsZero() || at.Before(s.Until))
}

// sourceFile is a file of the source folder with the digest of its bytes.
type sourceFile struct {
	Path   string
	Digest output.Digest
}

// inputs is the digest of all that a build is made from, but for the time; the zero Digest where that cannot be told.
func (b *builder) inputs(pub Publication) (output.Digest, error) {
	files := b.snap.Files(".")
	list := make([]sourceFile, len(files))
	for i, f := range files {
		if f.Size > source.MaxSize {
			return output.Digest{}, nil
		}
		d, err := b.snap.Digest(f.Path)
		if err != nil {
			return output.Digest{}, err
		}
		b.Kept.learn(f, d)
		list[i] = sourceFile{f.Path, d}
	}
	return b.inputsOf(list, pub), nil
}

// inputsOf is inputs, where the source files are these.
func (b *builder) inputsOf(list []sourceFile, pub Publication) output.Digest {
	return output.DigestOf(b.Program, b.Identity, b.URL, b.Strict, b.Show, pub.Destination, pub.Replace, b.snap.Folders(), list)
}

// keepStanding remembers a build that has been published.
func (pub Publication) keepStanding(plan *Plan, result output.Result, all outcomes) {
	if plan.builder == nil || plan.builder.Identity == "" || plan.builder.snap.Moved() || !pub.Recall.stores() {
		return
	}
	inputs, err := plan.builder.inputs(pub)
	if err != nil || inputs == (output.Digest{}) {
		return // the next build finds out for itself
	}
	s := standing{
		Inputs: inputs, From: plan.Now, Until: plan.until, Appearance: result.Appearance(result.Manifest), Shapes: result.Shapes, Messages: string(plan.Messages),
		Diagnostics: plan.Diagnostics, Documents: plan.Stats.Documents, Files: plan.Stats.Kept + plan.Stats.Made,
		Outcomes: all.digest(), Shown: plan.builder.shown(all),
	}
	pub.Recall.keepStanding(standingForm().Pack(&s))
}
