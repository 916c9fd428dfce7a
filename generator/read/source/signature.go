package source

import "time"

// Signature is what a file system tells of a file without reading it. Two equal signatures of one path stand for the same bytes,
// if the file had come to rest ([Signature.Settled]) when the first was taken.
type Signature struct {
	Size     int64  // bytes
	Modified int64  // nanoseconds since 1970
	Changed  int64  // of the inode, likewise; 0 where the system does not tell
	Inode    uint64 // 0 where the system does not tell
}

// Signature is the file's, as of the scan.
func (f File) Signature() Signature {
	return Signature{Size: f.Size, Modified: f.ModTime.UnixNano(), Changed: f.changed, Inode: f.inode}
}

// coarsest is the coarsest clock of the file systems that we meet: FAT counts in two seconds.
const coarsest = 2 * time.Second

// Settled tells whether the file had been at rest for so long, at an instant after it was hashed, that a change since would show
// in its times. A younger file must be read again.
func (g Signature) Settled(at time.Time) bool {
	return max(g.Modified, g.Changed) < at.Add(-coarsest).UnixNano()
}
