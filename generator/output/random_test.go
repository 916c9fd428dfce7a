package output

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// model is what a destination must hold after any sequence of builds, kills and rollbacks.
type model struct {
	now    version // published and kept
	listed version // published
}

// after is the version that follows when v is published.
func (m model) after(v version) model {
	next := model{now: maps.Clone(v), listed: v}
	from := m.listed
	if maps.Equal(v, m.listed) {
		from = m.now
	}
	for p, content := range from {
		if _, published := v[p]; !published && strings.HasPrefix(p, "assets/") {
			next.now[p] = content
		}
	}
	return next
}

// Any sequence of versions, kills at any moment, errors and rollbacks leaves what the model says, in every mode.
func TestRandomSequences(t *testing.T) {
	modes(t, func(t *testing.T, newDisk func() *faultyDisk) {
		rapid.Check(t, func(r *rapid.T) {
			dest := newDest(t)
			live, signatures := model{now: version{}}, map[Path]Signature(nil)
			shapes := new(Shapes)
			var before version // what Rollback must give, if it gives anything; nil when a failure makes that uncertain
			for range rapid.IntRange(1, 8).Draw(r, "builds") {
				v := drawVersion(r)
				disk := newDisk()
				if rapid.Bool().Draw(r, "fails") {
					disk.failAt, disk.kill = rapid.IntRange(1, 150).Draw(r, "failAt"), rapid.Bool().Draw(r, "kill")
				}
				result, err := publish(disk, dest, v, Options{Signatures: signatures, Shapes: shapes})
				if err != nil && !errors.Is(err, errInjected) {
					r.Fatalf("publish: %v", err)
				}
				if err == nil {
					signatures, shapes = result.Signatures, &result.Shapes
				}
				next := settle(r, t, dest, live, live.after(v), err == nil, disk)
				switch {
				case err != nil:
					before = nil
				case result.Changed:
					before = live.now
				}
				live = next
				if rapid.IntRange(0, 3).Draw(r, "rollback") == 0 {
					switch err := rollback(newDisk(), dest); {
					case err == nil:
						now := read(t, dest)
						if before != nil && !maps.Equal(now, before) {
							r.Fatalf("rolled back to %v, want %v", now, before)
						}
						before = live.now
						live = model{now: now, listed: listed(r, dest, now)}
					case !errors.Is(err, ErrNothingToRollBack):
						r.Fatalf("rollback: %v", err)
					}
				}
			}
		})
	})
}

// settle holds the live tree to the old or the new version, and gives the one that it is.
func settle(r *rapid.T, t *testing.T, dest string, old, next model, done bool, disk *faultyDisk) model {
	if !done && disk.noExchange { // a half-done exchange is finished by whoever opens the tree next
		if _, err := openOn(t.Context(), osDisk{}, dest, Options{}); err != nil {
			r.Fatalf("open: %v", err)
		}
	}
	got := version{}
	if _, err := (osDisk{}).lstat(dest); err == nil {
		got = read(t, dest)
	}
	isOld, isNext := !done && maps.Equal(got, old.now), maps.Equal(got, next.now)
	if isOld && isNext { // the files are the same, but an asset that one publishes is only kept by the other
		isNext = maps.Equal(listed(r, dest, got), next.listed)
	}
	switch {
	case isNext:
		return next
	case isOld:
		return old
	}
	r.Fatalf("neither version: %v\nold  %v\nnext %v", got, old.now, next.now)
	return model{}
}

func listed(r *rapid.T, dest string, all version) version {
	tree, err := openOn(r.Context(), osDisk{}, dest, Options{})
	if err != nil {
		r.Fatalf("open: %v", err)
	}
	out := version{}
	if tree.Current() == nil {
		return out
	}
	for e := range tree.Current().Published.All() {
		out[string(e.Path)] = all[string(e.Path)]
	}
	return out
}

// drawVersion draws from few names and contents, so that versions collide in every way.
func drawVersion(r *rapid.T) version {
	v := version{}
	names := []string{"index.html", "a", "a/b", "a/b/c.html", "d/e.html", "d", "assets/x.1.css", "assets/x.2.css", "assets/y.js", ".nojekyll", ".well-known/z"}
	for _, name := range rapid.SliceOfDistinct(rapid.SampledFrom(names), rapid.ID).Draw(r, "names") {
		conflict := slices.ContainsFunc(slices.Collect(maps.Keys(v)), func(other string) bool {
			return strings.HasPrefix(name, other+"/") || strings.HasPrefix(other, name+"/")
		})
		if !conflict {
			v[name] = rapid.SampledFrom([]string{"", "1", "2"}).Draw(r, name)
		}
	}
	return v
}
