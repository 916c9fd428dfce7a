package build_test

import (
	"runtime"
	"testing"
	"weak"

	"growthportal/generator/build"
)

// Whoever asks for the site no more gets its memory back as soon as the files are made: a plan that is published last holds neither the
// documents nor the graph, though plan and memory on disk are in use still.
func TestPublishLast(t *testing.T) {
	s := richSandbox(t)
	publish := func(last bool) *build.Plan {
		recall, err := build.Recall(t.TempDir(), "public", "growthportal test", false)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { recall.Close() })
		plan, err := build.Make(t.Context(), s.request(recall))
		if err != nil || plan.Failed() {
			t.Fatal(err, plan)
		}
		doc, graph := weak.Make(plan.Documents[0]), weak.Make(plan.Site)
		pub := build.Publication{Destination: t.TempDir() + "/public", Jobs: 1, Recall: recall, Last: last}
		if err := build.Publish(t.Context(), plan, pub); err != nil {
			t.Fatal(err)
		}
		for range 3 { // what is lent out again goes with the second
			runtime.GC()
		}
		if held := doc.Value() != nil || graph.Value() != nil; held == last {
			t.Errorf("last %v: held %v, the document %v, the site %v", last, held, doc.Value() != nil, graph.Value() != nil)
		}
		runtime.KeepAlive(plan)
		runtime.KeepAlive(recall)
		return plan
	}
	kept := publish(false)
	let := publish(true)
	if kept.Stats.Made != let.Stats.Made || len(kept.Stats.Changes) != len(let.Stats.Changes) {
		t.Errorf("%+v and %+v", kept.Stats, let.Stats)
	}
}
