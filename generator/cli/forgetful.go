package cli

import (
	"errors"
	"io/fs"
	"syscall"

	"growthportal/generator/build"
)

// isReadOnly tells whether err says that nothing can be written at a place: a read-only drive, somebody else's folder.
func isReadOnly(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}

// recall opens the memory for builds into dest. Where nothing can be written into the source folder there is none, and none is
// needed: a build from nothing gives the same bytes. Such a site has no lock of its own either; that of the destination remains.
func (f *siteFolder) recall(dest string, clean bool) (*build.Recollection, error) {
	if f.forgets != nil {
		return nil, nil
	}
	recall, err := build.Recall(f.dir, dest, program(), clean)
	if isReadOnly(err) {
		f.forgets = err
		return nil, nil
	}
	return recall, err
}

// tellForgetful says once that a build has no memory.
func (s *session) tellForgetful(f *siteFolder) {
	if f.forgets != nil && !f.told {
		f.told = true
		s.complain(s.say("noMemory", f.forgets))
	}
}
