package build

import (
	"sync"
	"time"

	"growthportal/generator/output"
	"growthportal/generator/read/source"
	"growthportal/generator/read/theme"
)

// Kept is what a process that builds again and again keeps in its own memory between builds: what was made of files that
// have not changed since. A build with it makes what one without it makes. It is for one build at a time; a nil one
// keeps nothing.
//
// Whether a file has changed is told by its signature, where the system tells when the inode changed and the file had come to
// rest before it was read; all other files are read again. What was made of a file is kept by the digest of its bytes.
type Kept struct {
	clock func() time.Time
	once  bool // nobody builds with it again: of what is read of documents nothing is kept

	mu        sync.Mutex
	seen      seen         // the sources, as they were last listed
	begun     time.Time    // when the running build listed the sources
	listed    bool         // sources have been listed before
	touched   []string     // files that are not what they were at the build before, by this process or an earlier one
	restored  bool         // what an earlier process knew of them has been asked for,
	earlier   []signedFile // and is this, by path
	handed    bool         // what is known of them has been given to a memory
	signed    map[string]source.Signature
	digests   map[string]output.Digest // of files that had come to rest under their signature in signed
	documents generations[output.Digest, keptDocument]
	places    map[string]placedDocument // by path, of those that were read as the latest build reads
	names     names
	reading   output.Digest // how that is: the settings of all shelves
	types     *theme.Theme  // and what declares their types
	media     generations[mediaKey, looked]
	theme     keptTheme
	config    keptConfig
	site      keptSite
	library   library
}

// NewKept keeps nothing yet. The clock is the one by which files are dated.
func NewKept(clock func() time.Time) *Kept { return &Kept{clock: clock} }

// generations is a map that forgets what a whole build has not asked for.
type generations[K comparable, V any] struct {
	all   map[K]*aged[V]
	round int
}

type aged[V any] struct {
	value V
	used  int // in which round it was asked for last
}

func (g *generations[K, V]) get(key K) (v V, ok bool) {
	a, ok := g.all[key]
	if !ok {
		return v, false
	}
	a.used = g.round
	return a.value, true
}

func (g *generations[K, V]) put(key K, v V) *aged[V] {
	if g.all == nil {
		g.all = map[K]*aged[V]{}
	}
	a := &aged[V]{v, g.round}
	g.all[key] = a
	return a
}

// turn begins a new round.
func (g *generations[K, V]) turn() {
	for key, a := range g.all {
		if a.used != g.round {
			delete(g.all, key)
		}
	}
	g.round++
}

// digest is that of a file that has not changed since it was read.
func (k *Kept) digest(path string) (output.Digest, bool) {
	if k == nil {
		return output.Digest{}, false
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	d, ok := k.digests[path]
	return d, ok
}

// learn keeps the digest of a file that was read in this build.
func (k *Kept) learn(f source.File, d output.Digest) {
	if k == nil {
		return
	}
	g := f.Signature()
	if g.Changed == 0 || !g.Settled(k.begun) {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.digests[f.Path] = d
}

// end lets go of what this build and the one before have not asked for. A build that broke off has not asked for all
// that it needs.
func (k *Kept) end(whole bool) {
	if k == nil || !whole {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.documents.turn()
	k.media.turn()
}
