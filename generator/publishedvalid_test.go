package main_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"testing"
)

// remark is something that the W3C's validator says of a file.
type remark struct {
	Type, SubType, URL, Message, Extract string
	LastLine, FirstColumn                int
}

// unknownToValidator is what the validator's CSS checker calls mistakes, and is none: container queries, of CSS
// Containment Level 3 (https://www.w3.org/TR/css-contain-3/).
func unknownToValidator() []string {
	return []string{
		"CSS: “container-type”: Property “container-type” doesn't exist.",
		"CSS: “container-name”: Property “container-name” doesn't exist.",
		"CSS: Unrecognized at-rule “@container”",
	}
}

// checkValid: the W3C's validator (https://validator.github.io/validator/) finds nothing wrong with any page, style sheet
// or drawing. GROWTHPORTAL_VNU is the path of its vnu.jar.
func (p *portal) checkValid(t *testing.T) {
	if p.base.Path != "/" {
		t.Skip("the pages below a path differ only in their addresses, which other checks follow")
	}
	var files []string
	for _, name := range p.names(func(name string) bool { return slices.Contains([]string{".html", ".css", ".svg"}, path.Ext(name)) }) {
		files = append(files, filepath.Join(p.dir, filepath.FromSlash(name)))
	}
	validate(t, files)
}

// validate asks the validator about files.
func validate(t *testing.T, files []string) {
	t.Helper()
	jar := os.Getenv("GROWTHPORTAL_VNU")
	if _, err := os.Stat(jar); err != nil {
		needs(t, "the W3C's validator: GROWTHPORTAL_VNU, the path of its vnu.jar")
	}
	java, err := exec.LookPath("java")
	if err != nil {
		needs(t, "java, which runs the W3C's validator")
	}
	args := []string{"-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", "--skip-info-messages",
		"--also-check-css", "--also-check-svg"}
	args = append(args, files...)
	cmd := exec.Command(java, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("running the validator: %v", err)
	}
	var report struct{ Messages []remark }
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatalf("reading the validator's report: %v\n%.500s", err, out)
	}
	for _, m := range report.Messages {
		if m.Type == "error" && !slices.Contains(unknownToValidator(), m.Message) || m.Type == "non-document-error" {
			t.Errorf("%s:%d:%d: %s\n\t%s", m.URL, m.LastLine, m.FirstColumn, m.Message, m.Extract)
		}
	}
}
