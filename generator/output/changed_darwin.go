package output

import (
	"io/fs"
	"syscall"
)

// changed is when an inode changed, in nanoseconds since 1970; 0 where the system does not tell.
func changed(info fs.FileInfo) int64 {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return stat.Ctimespec.Nano()
	}
	return 0
}
