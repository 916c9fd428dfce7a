//go:build !linux && !darwin

package output

import (
	"errors"
	"os"
)

func exchangeFolders(a, b string) error {
	return &os.LinkError{Op: "exchange", Old: a, New: b, Err: errors.ErrUnsupported}
}

func flush(_ string, names []string) error { return flushEach(names, (*os.File).Sync) }
