//go:build !linux

package output

import (
	"errors"
	"os"
	"sync"
)

// flushEach flushes files one by one, eight at a time, for systems that cannot flush a whole file system.
func flushEach(names []string, flushOne func(f *os.File) error) error {
	var (
		work    = make(chan string)
		errs    = make([]error, 8)
		workers sync.WaitGroup
	)
	for i := range errs {
		workers.Go(func() {
			for name := range work {
				f, err := os.OpenFile(name, os.O_RDWR, 0)
				if errors.Is(err, os.ErrNotExist) {
					continue // a version of others that comes back has no manifest
				}
				if err == nil {
					err = errors.Join(flushOne(f), f.Close())
				}
				errs[i] = errors.Join(errs[i], err)
			}
		})
	}
	for _, name := range names {
		work <- name
	}
	close(work)
	workers.Wait()
	return errors.Join(errs...)
}
