package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"sync"
)

// Options say how a destination is opened; the zero value trusts nothing that it has not read, and refuses what is not ours.
type Options struct {
	// Sources is the site's source folder, which the destination must not touch; "" when there is none.
	Sources string
	// Replace takes over a destination with files that were not written by this program. They are gone from the next
	// version, and come back with Rollback.
	Replace bool
	// Signatures are those of the last Result: a published file that still looks so is not read again.
	Signatures map[Path]Signature
	// Shapes are those of the last Result: folders that still look so are not opened. nil where nobody keeps them.
	Shapes *Shapes
	// Verify reads every file and opens every folder, whatever its signature says.
	Verify bool
	// Notice hears, at most once each, what is out of the ordinary; nil to hear nothing. It may be called from several
	// goroutines, one at a time.
	Notice func(Notice)
}

// Tree is an opened destination: the folder that is served, and the spare beside it. It serves one Commit or one Rollback and is
// spent then; what is there afterwards is for another Open to find.
//
// Only one process may have a destination open to change it; see [LockDestination].
type Tree struct {
	disk        disk
	opt         Options
	live, spare string // absolute names of the two trees

	exists   bool        // whether there is a live tree at all
	mode     fs.FileMode // the live folder's permissions, which the next version keeps
	found    *listing    // what the live tree held when it was opened
	glanced  bool        // its folders looked as Options.Shapes says
	manifest *Manifest   // its manifest; nil when there is none, or it is damaged
	strays   []Path      // files in it that we did not write, which Replace takes over

	buffers sync.Pool // *bytes.Buffer, of files under way

	mu      sync.Mutex
	read    map[Path]Digest // live files that had to be read
	noticed map[Notice]bool
	copies  bool // whether there are no hard links here, which shows at the first one
	busy    bool // a transaction is under way, or the tree is spent
}

// Open looks at the destination dest, which need not exist, and finishes what a killed build left half-done.
//
// The error is a [SourcesError] when dest holds sources or lies among them, a [NestedError] when it is part of another
// destination, a [ForeignError] when it, or its spare,
// holds files that we did not write, ctx's cause, or the machine's.
func Open(ctx context.Context, dest string, opt Options) (*Tree, error) {
	return openOn(ctx, osDisk{}, dest, opt)
}

func openOn(ctx context.Context, d disk, dest string, opt Options) (*Tree, error) {
	live, err := resolve(dest)
	if err != nil {
		return nil, fmt.Errorf("opening the destination %s: %w", dest, err)
	}
	t := &Tree{
		disk: d, opt: opt, live: live,
		spare: filepath.Join(filepath.Dir(live), "."+filepath.Base(live)+spareSuffix),
		read:  map[Path]Digest{}, noticed: map[Notice]bool{},
	}
	if err := refuseSources(live, opt.Sources); err != nil {
		return nil, err
	}
	if err := refuseNested(live); err != nil {
		return nil, err
	}
	if err := t.refuseKinds(); err != nil {
		return nil, err
	}
	if err := t.heal(); err != nil {
		return nil, fmt.Errorf("finishing what an earlier build left in %s: %w", t.spare, err)
	}
	if err := t.look(ctx); err != nil {
		return nil, err
	}
	return t, nil
}

// refuseKinds makes sure that the two trees are folders or not there at all: a link in their place is not followed.
func (t *Tree) refuseKinds() error {
	for _, root := range []string{t.live, t.spare} {
		info, err := t.disk.lstat(root)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return fmt.Errorf("opening the destination: %w", err)
		case !info.IsDir():
			return &ForeignError{Root: root}
		case root == t.live:
			t.exists, t.mode = true, info.Mode()
		}
	}
	return nil
}

// heal finishes an exchange that was killed halfway.
func (t *Tree) heal() error {
	j, err := t.readJournal()
	if err != nil {
		return err
	}
	switch j.state {
	case stateInPlace:
		t.notice(NoticeFinished)
		return t.stepThrough(j.steps)
	case stateNone:
		return t.returnFolders()
	}
	return nil
}

// look takes stock of the live tree.
func (t *Tree) look(ctx context.Context) error {
	manifest, ours, err := t.readManifest(t.live)
	if err != nil {
		return err
	}
	t.manifest = manifest
	if ours && manifest == nil {
		t.notice(NoticeDamaged)
	}
	if t.opt.Shapes != nil && !t.opt.Verify {
		if t.found, err = t.glance(ctx, t.live, manifest, t.opt.Shapes.Live); err != nil || t.found != nil {
			t.glanced = true
			return err
		}
	}
	if t.found, err = scan(ctx, t.disk, t.live, manifest.size(), manifest.holdsBelow); err != nil {
		return err
	}
	for p := range t.found.files {
		if p == journalName || hasTempName(p) { // what a power cut brought back
			if err := t.discard(at(t.live, p)); err != nil {
				return err
			}
			delete(t.found.files, p)
		}
	}
	t.strays = t.foreign()
	if ours && manifest == nil { // the files are ours by its first line, though we cannot tell them from others
		t.opt.Replace = true
	}
	if len(t.strays) > 0 && !t.opt.Replace {
		return &ForeignError{Root: t.live, Paths: t.strays}
	}
	return nil
}

// Current is what the live tree holds by its manifest: nil when it has none of ours that can be read.
func (t *Tree) Current() *Manifest { return t.manifest }

// readManifest reads the manifest of a tree. ours tells that there is one by its first line, even when the rest is damaged
// and the manifest nil.
func (t *Tree) readManifest(root string) (m *Manifest, ours bool, err error) {
	text, err := t.readFile(at(root, manifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("reading the manifest: %w", err)
	}
	m, ours, _ = parseManifest(text)
	return m, ours, nil
}

// notice tells whoever listens, once.
func (t *Tree) notice(n Notice) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.opt.Notice != nil && !t.noticed[n] {
		t.noticed[n] = true
		t.opt.Notice(n)
	}
}
