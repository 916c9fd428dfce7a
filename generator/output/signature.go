package output

import "io/fs"

// Signature is what a look at a file tells without reading it. A file whose signature has not changed is taken to have the
// bytes that its manifest says; the caller keeps signatures between runs, in a place that is safe to lose.
type Signature struct {
	Size     int64
	Modified int64  // nanoseconds since 1970
	Inode    uint64 // 0 where the system has none
}

func signatureOf(info fs.FileInfo) Signature {
	return Signature{Size: info.Size(), Modified: info.ModTime().UnixNano(), Inode: inode(info)}
}
