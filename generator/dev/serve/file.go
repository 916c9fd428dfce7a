package serve

import (
	"bytes"
	"encoding/hex"
	"sync"
	"sync/atomic"
	"time"

	"growthportal/generator/output"
)

// file is a published file that is made when it is first asked for.
type file struct {
	path output.Path
	kept *atomic.Int64 // bytes that the version keeps

	mu      sync.Mutex
	recipe  output.Recipe // as it was given; without Make and Later once it has been made and kept
	inputs  output.Digest // of what it is made from, once that is known
	ready   bool          // it is
	fresh   bool          // and that is something else than what stood here before
	former  *file         // what stood here before; nil once the file is ready, and where nothing did
	done    bool          // content or err hold
	checked bool          // it has been made once, though perhaps not kept
	content []byte
	tag     string
	err     error
	took    time.Duration
	last    []byte // what stood here before, shown while the new cannot be made
}

// newFile is a file of a version that keeps count of its bytes. former is what stands there in the version before.
func newFile(r output.Recipe, former *file, kept *atomic.Int64) *file {
	f := &file{path: r.Path, recipe: r, kept: kept, former: former.known()}
	if r.Later == nil {
		f.prepare()
	}
	return f
}

// known is the file, or the one before it where nobody has asked what it is made from: so that what was made of that can be used
// still, and no more than two versions are held.
func (f *file) known() *file {
	if f == nil {
		return nil
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.ready && f.former != nil {
		return f.former
	}
	return f
}

// prepare finds out what the file is made from, and takes over what stood here where that is the same. It tells whether it is
// not.
func (f *file) prepare() (fresh bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.settle()
	return f.fresh
}

// expect is prepare for a file that will soon be asked for.
func (f *file) expect() (fresh bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if recipe := f.settle(); !f.done {
		f.recipe = recipe
	}
	return f.fresh
}

// settle is prepare for who holds the lock. Locks are taken from the newer file to the older. What the file is made from is let
// go again, but for whoever goes on and makes it, whom it gives the recipe: of all pages it would be hundreds of megabytes.
func (f *file) settle() (recipe output.Recipe) {
	if f.ready {
		return f.recipe
	}
	recipe = f.recipe.Ready()
	f.inputs, f.ready, f.fresh = recipe.Inputs, true, true
	old := f.former
	if f.former = nil; old == nil {
		return recipe
	}
	old.mu.Lock()
	defer old.mu.Unlock()
	old.settle()
	same := old.recipe.Maker == f.recipe.Maker && old.inputs == f.inputs
	f.fresh, f.last = !same, old.last
	switch {
	case old.done && old.err == nil && same:
		f.done, f.checked, f.content, f.tag, f.took, f.last = true, true, old.content, old.tag, old.took, nil
		f.letGo()
		f.kept.Add(int64(len(f.content)))
	case old.done && old.err == nil:
		f.last = old.content
	}
	return recipe
}

// letGo lets go of what the file is made from.
func (f *file) letGo() { f.recipe.Make, f.recipe.Later = nil, nil }

// made is what came of a file.
type made struct {
	content []byte
	tag     string
	err     error
	took    time.Duration
	first   bool // it has just been made for the first time
}

// make makes the file, unless it has been. It is kept as long as there is room.
func (f *file) make(clock func() time.Time, room int64) made {
	f.mu.Lock()
	defer f.mu.Unlock()
	begun := clock()
	recipe := f.settle()
	if f.done {
		return made{f.content, f.tag, f.err, f.took, false}
	}
	var b bytes.Buffer
	m := made{err: recipe.Ready().Make(&b), first: !f.checked}
	m.took = clock().Sub(begun)
	if m.err == nil {
		m.content = b.Bytes()
		digest := output.Sum(m.content)
		m.tag = `"` + hex.EncodeToString(digest[:8]) + `"`
	}
	f.checked, f.took = true, m.took
	size := int64(len(m.content))
	if m.err == nil {
		f.last = nil
	}
	if m.err != nil || f.kept.Add(size) <= room {
		f.done, f.content, f.tag, f.err = true, m.content, m.tag, m.err
	} else {
		f.kept.Add(-size)
	}
	if f.done && f.err == nil {
		f.letGo()
	}
	return m
}

// wanting tells whether nobody has made the file yet.
func (f *file) wanting() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return !f.checked
}
