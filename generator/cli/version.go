package cli

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
)

// versionNumber is the program's version. What is published names it, so that it must not depend on how the program was
// compiled.
const versionNumber = "0.1.0"

// program is the program's name and version.
func program() string { return "growthportal " + versionNumber }

// identity tells this very program from another of the same version, as one that is being worked on: by the size and time of its
// file. "" where that cannot be told.
func identity() string {
	file, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(file)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%d %d", info.Size(), info.ModTime().UnixNano())
}

type versionCommand struct{}

// Run prints the version, the commit and Go's version.
func (c *versionCommand) Run(s *session) error {
	commit := "unknown"
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, setting := range info.Settings {
			if setting.Key == "vcs.revision" {
				commit = setting.Value
			}
		}
	}
	fmt.Fprintf(s.Stdout, "growthportal %s\ncommit %s\n%s %s/%s\n", versionNumber, commit, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return nil
}
