package machinetest

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"growthportal/generator/cli"
	"growthportal/themes"
)

// roleVariable tells this very test that it is to be the program: "plain", or "supervised" by whoever holds the other end of its
// third file.
const roleVariable = "GROWTHPORTAL_MACHINETEST"

// umaskVariable is the umask that the program is to have, in octal.
const umaskVariable = "GROWTHPORTAL_MACHINETEST_UMASK"

func TestMain(m *testing.M) {
	role := os.Getenv(roleVariable)
	if role == "" {
		os.Exit(m.Run())
	}
	if role == "supervised" {
		if err := submit(3); err != nil {
			os.Stderr.WriteString("supervision: " + err.Error() + "\n")
			os.Exit(unsupervised)
		}
	}
	if mask, err := strconv.ParseInt(os.Getenv(umaskVariable), 8, 32); err == nil {
		syscall.Umask(int(mask))
	}
	built := themes.FS()
	if os.Getenv("GROWTHPORTAL_MACHINETEST_THEME") != "portal" {
		built = bareTheme()
	}
	os.Exit(cli.Run(cli.Env{
		Args: os.Args[1:], Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Clock: time.Now, Themes: built,
	}))
}

// bareTheme is the portal's theme with layouts of one line, so that a build takes no longer than it must.
func bareTheme() fs.FS {
	const layout = `<!DOCTYPE html><html lang="{{.Page.Lang}}"><head><title>{{.Page.Title}} – {{.Site.Title}}</title>` +
		`<link rel="stylesheet" href="{{index .Asset "site.css"}}"></head>` +
		`<body><a href="/press/">Press</a> <a href="/stor.txt">Allt</a></body></html>` + "\n"
	bare := fstest.MapFS{"portal/assets/site.css": &fstest.MapFile{Data: []byte("body { margin: 0 }\n")}}
	err := fs.WalkDir(themes.FS(), "portal", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(themes.FS(), name)
		switch strings.Split(name, "/")[1] {
		case "theme.yaml", "types", "text":
			bare[name] = &fstest.MapFile{Data: content}
		case "layouts":
			bare[name] = &fstest.MapFile{Data: []byte(layout)}
		}
		return err
	})
	if err != nil {
		panic(err) // the themes are part of the program
	}
	return bare
}

// command is the program as a process of its own, which says what it says in English, on 23 November 2026.
func command(ctx context.Context, role string, args ...string) *exec.Cmd {
	self, err := os.Executable()
	if err != nil {
		panic(err)
	}
	cmd := exec.CommandContext(ctx, self, append(args, "--messages", "en", "--now", "2026-11-23")...)
	// A thread is not to be interrupted in a call, which would then be made twice.
	cmd.Env = append(os.Environ(), roleVariable+"="+role, "GODEBUG=asyncpreemptoff=1", "GOTRACEBACK=all")
	return cmd
}

// run runs the program to its end, and gives its status and what it said.
func run(t testing.TB, args ...string) (status int, said string) {
	t.Helper()
	cmd := command(t.Context(), "plain", args...)
	return finish(t, cmd)
}

func finish(t testing.TB, cmd *exec.Cmd) (status int, said string) {
	t.Helper()
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), out.String()
}

// long tells whether the tests take all of what can happen, which takes hours.
func long() bool { return os.Getenv("GROWTHPORTAL_LONG") == "1" }

// needs skips a test whose machine lacks something, and fails it where everything is to be tested.
func needs(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("GROWTHPORTAL_FULL_TESTS") == "1" {
		t.Fatalf("missing: %s", what)
	}
	t.Skipf("missing: %s", what)
}
