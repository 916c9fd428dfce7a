package output

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/gofrs/flock"
)

// ErrLocked says that another process holds the lock, and still held it when the waiting was over.
var ErrLocked = errors.New("another build is at work")

// StrangerError says that something else stands where the lock of a destination belongs. The program does not touch it.
type StrangerError struct{ Path string }

func (e *StrangerError) Error() string { return e.Path + " is not what this program has made" }

// lockSuffix names the lock of a destination: .public.lock beside public/. It can stand in neither tree, since these change places.
const lockSuffix = ".lock"

// LockDestination takes the lock of the destination dest with [Lock], so that two sites, or one site and a rollback, are not put into
// one folder at once. The file goes when the lock is given up. It is the first thing to be written there: what [Open] refuses for what it is called, it refuses as well. The error
// is one of those, a [StrangerError], or that of Lock.
func LockDestination(ctx context.Context, dest, sources string, wait time.Duration) (release func(), err error) {
	live, err := resolve(dest)
	if err != nil {
		return nil, fmt.Errorf("opening the destination %s: %w", dest, err)
	}
	if err := refuseSources(live, sources); err != nil {
		return nil, err
	}
	if err := refuseNested(live); err != nil {
		return nil, err
	}
	name := filepath.Join(filepath.Dir(live), "."+filepath.Base(live)+lockSuffix)
	if info, err := os.Lstat(name); err == nil && !info.Mode().IsRegular() {
		return nil, &StrangerError{Path: name} // through a link, the lock would be made somewhere else
	}
	for {
		held, err := lock(ctx, name, wait)
		if err != nil {
			return nil, err
		}
		ours, err := held.Stat()
		if there, missing := os.Lstat(name); err == nil && missing == nil && os.SameFile(ours, there) {
			return func() {
				_ = os.Remove(name) // while it is held; where an open file cannot be removed it stays, and harms nobody
				_ = held.Close()
			}, nil
		}
		_ = held.Close() // who held it before has removed it
	}
}

// lockPoll is how often a lock that is held is tried again.
const lockPoll = 50 * time.Millisecond

// Lock takes the lock file at path, waiting for as long as wait for another process to give it up (0: not at all). The system
// gives up the lock of a process that died, so a file that was left behind is no obstacle; it is never removed, because a
// process might be about to lock it. The error is [ErrLocked], ctx's cause, or why the file cannot be made.
func Lock(ctx context.Context, path string, wait time.Duration) (release func(), err error) {
	held, err := lock(ctx, path, wait)
	if err != nil {
		return nil, err
	}
	return func() { _ = held.Close() }, nil
}

func lock(ctx context.Context, path string, wait time.Duration) (*flock.Flock, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("making the lock's folder: %w", err)
	}
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	lock := flock.New(path)
	held, err := lock.TryLock()
	for errors.Is(err, syscall.EINTR) {
		held, err = lock.TryLock()
	}
	if !held && err == nil && wait > 0 {
		waiting, stop := context.WithTimeout(ctx, wait)
		held, err = lock.TryLockContext(waiting, lockPoll)
		stop()
		if ctx.Err() == nil && errors.Is(err, context.DeadlineExceeded) {
			err = nil
		}
	}
	if held {
		return lock, nil
	}
	_ = lock.Close()
	switch {
	case ctx.Err() != nil:
		return nil, context.Cause(ctx)
	case err != nil:
		return nil, fmt.Errorf("locking %s: %w", path, err)
	}
	return nil, fmt.Errorf("%w (lock %s)", ErrLocked, path)
}
