//go:build !unix

package output

import "io/fs"

func inode(fs.FileInfo) uint64 { return 0 }
