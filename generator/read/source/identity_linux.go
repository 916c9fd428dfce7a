package source

import (
	"io/fs"
	"syscall"
)

// identity is when the inode changed and its number.
func identity(info fs.FileInfo) (changed int64, inode uint64) {
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, 0
	}
	return st.Ctim.Nano(), st.Ino
}
