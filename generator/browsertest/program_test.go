package browsertest

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// needs skips a test that something is missing for, and fails it where all tests must run.
func needs(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("GROWTHPORTAL_FULL_TESTS") == "1" {
		t.Fatalf("missing: %s", what)
	}
	t.Skipf("missing: %s", what)
}

// buildProgram makes the program as its users get it, and returns its path.
func buildProgram(t *testing.T) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "growthportal")
	if runtime.GOOS == "windows" {
		to += ".exe"
	}
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", to, "growthportal/generator").CombinedOutput(); err != nil {
		t.Fatalf("building the program: %v\n%s", err, out)
	}
	return to
}

// copySite copies the repository's own site into a folder of the test's own.
func copySite(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, root := range []string{"config.yaml", "content"} {
		err := fs.WalkDir(os.DirFS("../.."), root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			content, err := os.ReadFile(filepath.Join("../..", filepath.FromSlash(name)))
			if err != nil {
				return err
			}
			return writeFile(filepath.Join(dir, filepath.FromSlash(name)), content)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// writeFile writes a file, and the folders that lead to it.
func writeFile(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, content, 0o644)
}

// edit puts a text in the place of another, which must be there, in a file of a copied site.
func edit(t *testing.T, name, before, after string) {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	changed := replaceOnce(t, string(content), before, after)
	if err := os.WriteFile(name, []byte(changed), 0o644); err != nil {
		t.Fatal(err)
	}
}

func replaceOnce(t *testing.T, text, before, after string) string {
	t.Helper()
	if strings.Count(text, before) != 1 {
		t.Fatalf("%q stands %d times, not once", before, strings.Count(text, before))
	}
	return strings.Replace(text, before, after, 1)
}
