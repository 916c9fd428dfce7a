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
	recipe output.Recipe // without Make once it has been made and kept

	mu      sync.Mutex
	done    bool // content or err hold
	checked bool // it has been made once, though perhaps not kept
	content []byte
	tag     string
	err     error
	took    time.Duration
	last    []byte // what stood here before, shown while the new cannot be made
}

// same tells whether a recipe makes the same bytes.
func (f *file) same(r output.Recipe) bool {
	return f.recipe.Path == r.Path && f.recipe.Maker == r.Maker && f.recipe.Inputs == r.Inputs
}

// follow is the file of the next version at the same path: itself, where it has been made from the same, else a new one that
// knows what stood here. It may be called on nil.
func (f *file) follow(r output.Recipe) *file {
	if f == nil {
		return &file{recipe: r}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.done && f.err == nil && f.same(r) {
		return f
	}
	next := &file{recipe: r, last: f.last}
	if f.done && f.err == nil {
		next.last = f.content
	}
	return next
}

// made is what came of a file.
type made struct {
	content []byte
	tag     string
	err     error
	took    time.Duration
	first   bool // it has just been made for the first time
}

// make makes the file, unless it has been. It is kept as long as there is room.
func (f *file) make(clock func() time.Time, kept *atomic.Int64, room int64) made {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.done {
		return made{f.content, f.tag, f.err, f.took, false}
	}
	var b bytes.Buffer
	begun := clock()
	m := made{err: f.recipe.Make(&b), first: !f.checked}
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
	if m.err != nil || kept.Add(size) <= room {
		f.done, f.content, f.tag, f.err = true, m.content, m.tag, m.err
	} else {
		kept.Add(-size)
	}
	if f.done && f.err == nil {
		f.recipe.Make = nil // so that what it was made from can go
	}
	return m
}

// size is how much of it is kept.
func (f *file) size() int64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	return int64(len(f.content))
}

// wanting tells whether nobody has made the file yet.
func (f *file) wanting() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return !f.checked
}
