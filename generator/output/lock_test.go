package output

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A lock excludes, is given up, can be waited for, and a file that a dead process left is no obstacle.
func TestLock(t *testing.T) {
	ctx := context.Background()
	name := filepath.Join(t.TempDir(), "memory", "lock")
	release, err := Lock(ctx, name, 0)
	must(t, err)
	if _, err := Lock(ctx, name, 0); !errors.Is(err, ErrLocked) {
		t.Errorf("locked twice: %v", err)
	}
	if _, err := Lock(ctx, name, time.Millisecond); !errors.Is(err, ErrLocked) {
		t.Errorf("locked twice, after waiting: %v", err)
	}
	waiting := make(chan error)
	go func() {
		again, err := Lock(ctx, name, time.Hour)
		if err == nil {
			again()
		}
		waiting <- err
	}()
	release()
	must(t, <-waiting)
	if _, err := os.Stat(name); err != nil {
		t.Errorf("the lock file is gone: %v", err)
	}
	release, err = Lock(ctx, name, 0)
	must(t, err)
	defer release()

	stopped, stop := context.WithCancelCause(ctx)
	interrupted := errors.New("interrupted")
	stop(interrupted)
	if _, err := Lock(stopped, name, time.Hour); !errors.Is(err, interrupted) {
		t.Errorf("waited on after an interrupt: %v", err)
	}
}

// Where the lock cannot be made, that is what is said.
func TestLockWithoutFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(file, nil, 0o644))
	if _, err := Lock(context.Background(), filepath.Join(file, "lock"), 0); err == nil || errors.Is(err, ErrLocked) {
		t.Errorf("error %v", err)
	}
}
