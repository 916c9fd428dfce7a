package cli

import (
	"os"
	"path/filepath"
	"strings"
)

// The formats in which findings are written beside text.
const (
	formatJSON   = "json"
	formatGitHub = "github"
	formatSARIF  = "sarif"
)

// forPrograms tells whether nothing but findings may stand on standard output.
func (s *session) forPrograms() bool {
	return s.args.Format == formatJSON || s.args.Format == formatSARIF
}

// checkFormat refuses formats of findings to commands that have none to write.
func (s *session) checkFormat(command string) error {
	name, _, _ := strings.Cut(command, " ")
	if f := s.args.Format; (f == formatGitHub || f == formatSARIF) && name != "build" && name != "check" {
		return &usageError{s.say("badFormat", f)}
	}
	return nil
}

// fromHere is the source folder's path from the working folder, which in a service that builds changes is the top of the repository; "" where
// it lies elsewhere.
func (s *session) fromHere() string {
	here, err := os.Getwd()
	if err != nil {
		return ""
	}
	rel, err := filepath.Rel(here, s.sourceFolder())
	if err != nil || !filepath.IsLocal(rel) {
		return ""
	}
	return filepath.ToSlash(rel)
}
