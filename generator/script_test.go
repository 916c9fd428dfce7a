package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/go-git/go-git/v5"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts call the program by its name: it is this very test, which begins in main then.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"growthportal": main})
}

// Every command is shown by scripts in testdata/script (see the documentation of package testscript). The site of
// testdata/base.txtar stands in the folder site; beside testscript's own there are the commands
//
//	status N PROGRAM [ARG]...    runs the program, which must end with the status
//	snapshot DIR FILE            writes the paths and hashes of all files below a folder into a file, for cmp
//	commit DIR                   commits all below a folder to a git repository in it, which is made where there is none
//	step FILE JOB STEP OUT       writes the shell commands of a step of a file in docs/ci into a file
//	serve [ARG]...               starts "growthportal serve" on a free port; $SITE is the address that it says
//	fetch [-head] [-host NAME] STATUS PATH   asks it for a page; the answer is stdout, its header stderr
//	stop                         interrupts it, and waits for its end
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", UpdateScripts: *update, RequireUniqueNames: true, RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("NO_COLOR", "")
			env.Setenv("SOURCE_DATE_EPOCH", "")
			env.Values[serverKey{}] = &server{}
			return writeBase(t, filepath.Join(env.WorkDir, "site"))
		},
		Condition: func(cond string) (bool, error) {
			if cond != "unreadable" { // files can be made unreadable for whoever runs the test
				return false, fmt.Errorf("unknown condition %q", cond)
			}
			return runtime.GOOS != "windows" && os.Geteuid() != 0, nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"status": status, "snapshot": snapshot, "commit": commit, "step": step, "serve": startServer, "fetch": fetch, "stop": stopServer,
		},
	})
}

// writeBase writes the base site; files that a script has itself are left as they are.
func writeBase(t *testing.T, dir string) error {
	for name, file := range baseSite(t) {
		to := filepath.Join(dir, filepath.FromSlash(name))
		if _, err := os.Lstat(to); err == nil {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(to, file.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N PROGRAM [ARG]...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	var ended *exec.ExitError
	switch {
	case errors.As(err, &ended):
		got = ended.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("status %d, want %d", got, want)
	}
}

func commit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: commit DIR")
	}
	dir := ts.MkAbs(args[0])
	repo, err := git.PlainOpen(dir)
	if errors.Is(err, git.ErrRepositoryNotExists) {
		repo, err = git.PlainInit(dir, false)
	}
	ts.Check(err)
	work, err := repo.Worktree()
	ts.Check(err)
	ts.Check(work.AddWithOptions(&git.AddOptions{All: true}))
	who := &object.Signature{Name: "A", Email: "a@example.se", When: time.Unix(1, 0)}
	_, err = work.Commit("x", &git.CommitOptions{Author: who, AllowEmptyCommits: true})
	ts.Check(err)
}

func snapshot(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: snapshot DIR FILE")
	}
	var b strings.Builder
	dir := ts.MkAbs(args[0])
	ts.Check(filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		fmt.Fprintf(&b, "%s %x\n", filepath.ToSlash(rel), sha256.Sum256(content))
		return err
	}))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(b.String()), 0o644))
}
