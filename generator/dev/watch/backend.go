package watch

import (
	"errors"
	"fmt"
	"syscall"

	"github.com/fsnotify/fsnotify"
)

// Backend is what tells of changes inside folders. The system's is [System]; tests have ones that lose events, run out of
// watches or fail.
type Backend interface {
	// Add watches one folder, but none inside it. To add one that is watched already does no harm. The error wraps ErrLimit
	// where the system has no more watches to give.
	Add(dir string) error
	// Remove ends the watching of one folder. One that is not watched does no harm.
	Remove(dir string)
	// Events tells what has happened. It is closed when nothing more will come.
	Events() <-chan Event
	// Errors tells of failures; ErrOverflow of events that were lost.
	Errors() <-chan error
	Close() error
}

// Event says that something has happened to the file or folder at an absolute path.
type Event struct {
	Path string
	Away bool // it was removed, or renamed to another name
}

// Failures of a backend that the watcher has an answer to.
var (
	ErrOverflow = errors.New("events were lost")
	ErrLimit    = errors.New("no more watches to be had")
)

// reason is the notice that goes with a failure.
func reason(err error) Notice {
	if errors.Is(err, ErrLimit) {
		return Limit
	}
	return Unsupported
}

// System is the operating system's backend. The error wraps ErrLimit where too many programs watch already.
func System() (Backend, error) {
	inner, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("asking the system for events: %w", limited(err))
	}
	s := &system{inner: inner, events: make(chan Event), errors: make(chan error), done: make(chan struct{}), ended: make(chan struct{})}
	go s.translate()
	return s, nil
}

// limited marks errors that mean a limit: inotify(7) has ENOSPC for too many watches, EMFILE for too many instances; kqueue
// opens every file, and runs out of descriptors.
func limited(err error) error {
	for _, limit := range []error{syscall.ENOSPC, syscall.EMFILE, syscall.ENFILE} {
		if errors.Is(err, limit) {
			return fmt.Errorf("%w: %w", ErrLimit, err)
		}
	}
	return err
}

// system is fsnotify behind Backend.
type system struct {
	inner  *fsnotify.Watcher
	events chan Event
	errors chan error
	done   chan struct{}
	ended  chan struct{}
}

func (s *system) Add(dir string) error { return limited(s.inner.Add(dir)) }
func (s *system) Remove(dir string)    { _ = s.inner.Remove(dir) } // it fails for a folder that is gone, as it should be
func (s *system) Events() <-chan Event { return s.events }
func (s *system) Errors() <-chan error { return s.errors }

// Close ends the watching, and the goroutine.
func (s *system) Close() error {
	close(s.done)
	err := s.inner.Close()
	<-s.ended
	return err
}

func (s *system) translate() {
	defer close(s.ended)
	defer close(s.events)
	for {
		select {
		case e, ok := <-s.inner.Events:
			if !ok {
				return
			}
			send(s.done, s.events, Event{Path: e.Name, Away: e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename)})
		case err, ok := <-s.inner.Errors:
			if !ok {
				return
			}
			if errors.Is(err, fsnotify.ErrEventOverflow) {
				err = ErrOverflow
			}
			send(s.done, s.errors, err)
		case <-s.done:
			return
		}
	}
}

func send[T any](done <-chan struct{}, to chan<- T, value T) {
	select {
	case to <- value:
	case <-done:
	}
}
