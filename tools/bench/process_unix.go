//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// peak is the largest resident set of a process that has ended, in bytes. It is never below that of this program, which a new
// process shares until it becomes another: some 25 MiB.
func peak(s *os.ProcessState) int64 {
	usage, ok := s.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return usage.Maxrss // bytes there, kibibytes elsewhere
	}
	return usage.Maxrss << 10
}

// settle waits until the disk has everything that has been written so far.
func settle() { syscall.Sync() }
