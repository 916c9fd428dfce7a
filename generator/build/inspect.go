package build

import (
	"bytes"
	"context"
	"crypto/sha256"
	"io"

	"growthportal/generator/diag"
	"growthportal/generator/output"
	"growthportal/generator/policy"
	"growthportal/generator/read/source"
)

// Inspect makes the plan's files of the wanted names, hands each to look, and publishes nothing. look may be called from
// several goroutines at once, and must not keep the content. A template that fails, and what is wrong with pages as they are
// made, is told in the plan's diagnostics.
func Inspect(ctx context.Context, plan *Plan, jobs int, wanted func(name string) bool, look func(name, claim string, content []byte)) error {
	var recipes []output.Recipe
	claims := map[output.Path]string{}
	for _, r := range plan.Recipes {
		if wanted(string(r.Path)) {
			recipes = append(recipes, r)
			claims[r.Path] = r.Claim
		}
	}
	held := &held{facts: map[output.Path]policy.Facts{}}
	_, err := output.MakeAll(ctx, held.watched(recipes), jobs, lookSink(func(p output.Path, content []byte) { look(string(p), claims[p], content) }))
	if found, ok := Mistake(err); ok {
		plan.Diagnostics = diag.Sort(append(plan.Diagnostics, found))
		return nil
	}
	if err == nil {
		held.check(plan)
		err = plan.rehearse(ctx, jobs, nil)
	}
	return err
}

// lookSink shows what is made, and keeps nothing of it.
type lookSink func(output.Path, []byte)

// Write implements output.Sink.
func (s lookSink) Write(p output.Path, make func(io.Writer) error) (output.Entry, error) {
	var b bytes.Buffer
	if err := make(&b); err != nil {
		return output.Entry{}, err
	}
	s(p, b.Bytes())
	return output.Entry{Path: p, Size: int64(b.Len()), Content: sha256.Sum256(b.Bytes())}, nil
}

// Illustrate gives each finding the line of the source that it is about. What must not be told any further than it has
// come, as a personal number, is not shown.
func Illustrate(list []diag.Diagnostic, sources *source.Snapshot) {
	if sources == nil {
		return
	}
	excerpts := sources.Excerpts()
	for i, d := range list {
		if !d.Code.Private() {
			list[i].Excerpt = excerpts.Line(d.File, d.Line)
		}
	}
}
