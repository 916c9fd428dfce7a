// Package watch is the bell at the door: it rings when something below the watched folders may have changed. What has
// changed is for whoever hears the bell to find out by looking at the tree; an event is never taken for the truth.
//
// # When it rings
//
// The first event rings at once, but for that of a file without content: it is about to be written. What follows in a burst is gathered into one more ring: when nothing has come for
// [Options.Quiet], or [Options.Longest] after the first of them. Whoever is busy when it rings hears it once, afterwards.
// When a burst has been over for [Options.Settle] it rings a last time, because a file that was saved twice within one tick of its
// file system's clock can only then be told from what it was.
//
// # What is watched
//
// Folders, not files: editors save by putting a new file in the old one's place. New folders, however deep, are watched
// before the bell rings for them; those that were renamed are watched anew. Symbolic links are not followed.
//
// # When events get lost
//
// A queue that ran over, an exhausted limit, a network drive, a folder that went away: the watcher says so ([Notice]), and
// from then on also compares the tree with what it was, every [Options.Every]. It does so now and then ([Options.Sweep]) even where
// nothing seems wrong; a change that no event announced shows that this file system cannot be trusted.
package watch

import (
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"time"
)

// Options say what is watched. Durations that are 0 have the defaults given here.
type Options struct {
	Root   string                                     // the folder that holds the roots
	Roots  []string                                   // files and folders in it, such as "config.yaml" and "content"; they need not exist
	Ignore func(path string) bool                     // paths, relative to Root and with "/", that nobody reads; nil for none
	Look   func(ctx context.Context) (Picture, error) // looks at the whole tree; nil: what events do not tell is not noticed
	Notice func(Notice)                               // hears what is out of the ordinary, each once, from New or a goroutine of the watcher's; nil for nobody

	Backend func() (Backend, error) // nil for the system's
	Poll    bool                    // compare the tree from the start: for drives whose events are known to get lost

	Quiet   time.Duration // 40 ms
	Longest time.Duration // 250 ms
	Settle  time.Duration // 2.5 s: longer than the coarsest clock of a file system
	Every   time.Duration // 1 s
	Sweep   time.Duration // 30 s
}

// Picture is the tree as somebody saw it.
type Picture struct {
	Sum     [32]byte // of all names, sizes and times
	Folders []string // below the roots and the roots themselves, relative to Options.Root and with "/"
}

// Notice tells what is out of the ordinary.
type Notice string

// The notices. After all but Overflow the tree is compared every [Options.Every].
const (
	Overflow    Notice = "overflow"    // so much changed at once that events were lost; the whole tree has been looked at
	Limit       Notice = "limit"       // the system lets nobody watch as many folders
	Unsupported Notice = "unsupported" // the system cannot watch here
	Network     Notice = "network"     // a drive whose events are known to get lost
	Silent      Notice = "silent"      // something changed, and no event said so
	Gone        Notice = "gone"        // the watched folder went away
)

func (o Options) withDefaults() Options {
	for _, d := range []struct {
		value *time.Duration
		usual time.Duration
	}{
		{&o.Quiet, 40 * time.Millisecond}, {&o.Longest, 250 * time.Millisecond}, {&o.Settle, 2500 * time.Millisecond},
		{&o.Every, time.Second}, {&o.Sweep, 30 * time.Second},
	} {
		if *d.value <= 0 {
			*d.value = d.usual
		}
	}
	if o.Backend == nil {
		o.Backend = System
	}
	if o.Ignore == nil {
		o.Ignore = func(string) bool { return false }
	}
	if o.Notice == nil {
		o.Notice = func(Notice) {}
	}
	return o
}

// Watcher watches until it is closed.
type Watcher struct {
	Options
	rings   chan Ring
	cancel  context.CancelFunc
	workers sync.WaitGroup

	// What follows belongs to the run goroutine.
	ctx     context.Context
	backend Backend // nil where there is none
	inbox   *inbox
	folders folders
	bell    bell
	next    Ring // what the next ring tells
	polling bool
	told    map[Notice]bool
	glances glances
}

// New begins to watch. What changes after it has returned is rung for, so the tree is looked at for the first time
// afterwards. The error says that the root cannot be named; that the system cannot watch is a notice.
func New(opt Options) (*Watcher, error) {
	root, err := filepath.Abs(opt.Root)
	if err != nil {
		return nil, fmt.Errorf("watching %s: %w", opt.Root, err)
	}
	opt.Root = root
	opt = opt.withDefaults()
	ctx, cancel := context.WithCancel(context.Background())
	w := &Watcher{
		Options: opt, rings: make(chan Ring), ctx: ctx, cancel: cancel, inbox: newInbox(), folders: folders{},
		bell: bell{quiet: opt.Quiet, longest: opt.Longest}, told: map[Notice]bool{},
	}
	w.open()
	w.workers.Go(w.run)
	return w, nil
}

// Ring says what the bell was rung for. Neither is the truth, but the tree.
type Ring struct {
	// Named are the files and folders that events were about since the bell was last heard, relative to Options.Root and with
	// "/". Some may be named twice.
	Named []string
	// Whole says that anything may have changed. It is so at the latest when a burst has been over for Options.Settle.
	Whole bool
}

// mostNamed is how many names a ring tells; where there are more the whole tree is soon looked at.
const mostNamed = 64

// name notes what the next ring is for.
func (r *Ring) name(path string) {
	if len(r.Named) == mostNamed {
		r.everything()
	}
	if !r.Whole {
		r.Named = append(r.Named, path)
	}
}

// everything notes that the next ring is for more than can be named.
func (r *Ring) everything() { *r = Ring{Whole: true} }

// Rings rings. It is never closed.
func (w *Watcher) Rings() <-chan Ring { return w.rings }

// Close stops watching, and leaves nothing behind but a look at the tree that may be under way; it ends with its context.
func (w *Watcher) Close() {
	w.cancel()
	w.workers.Wait()
}

// open takes the backend into use and watches what there is.
func (w *Watcher) open() {
	if w.polling = w.Poll; !w.Poll && onNetwork(w.Root) {
		w.distrust(Network)
	}
	backend, err := w.Backend()
	if err != nil {
		w.distrust(reason(err))
		return
	}
	w.backend = backend
	w.workers.Go(func() { w.inbox.fill(w.ctx, backend) })
	w.watchAll()
}

// distrust tells why events are not enough, and compares the tree from then on.
func (w *Watcher) distrust(why Notice) {
	w.polling = true
	w.notice(why)
}

func (w *Watcher) notice(n Notice) {
	if !w.told[n] {
		w.told[n] = true
		w.Notice(n)
	}
}
