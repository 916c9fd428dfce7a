package build

import (
	"context"
	"crypto/sha256"
	"io"

	"growthportal/generator/output"
)

// Verify makes the site once more from nothing, trusting no memory, and compares it byte for byte with the version that
// was published. The differences are faults of the program. The plan's own files must have been published with
// Publication.Verify, which reads every one of them.
func Verify(ctx context.Context, req Request, pub Publication) ([]output.Difference, error) {
	req.Recall, req.Kept, req.Named, req.listed, req.Reread = nil, nil, nil, nil, true
	plan, err := Make(ctx, req)
	if err != nil {
		return nil, err
	}
	set, err := output.MakeAll(ctx, plan.Recipes, pub.jobs(), hashSink{})
	if err != nil {
		return nil, err
	}
	tree, err := output.Open(ctx, pub.Destination, output.Options{Sources: pub.Sources, Verify: true})
	if err != nil {
		return nil, err
	}
	if tree.Current() == nil {
		return output.Set{}.Diff(set), nil
	}
	return tree.Current().Published.Diff(set), nil
}

// hashSink forgets what is made and keeps its hash.
type hashSink struct{}

// Write implements output.Sink.
func (hashSink) Write(p output.Path, make func(io.Writer) error) (output.Entry, error) {
	h := sha256.New()
	n := &counter{w: h}
	if err := make(n); err != nil {
		return output.Entry{}, err
	}
	e := output.Entry{Path: p, Size: n.n}
	h.Sum(e.Content[:0])
	return e, nil
}

type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += int64(n)
	return n, err
}
