package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"growthportal/generator/read/yaml"
)

// ciFile reads one of the files in docs/ci as YAML.
func ciFile(t *testing.T, name string) *yaml.Node {
	content, err := os.ReadFile(filepath.Join("..", "docs", "ci", name))
	if err != nil {
		t.Fatal(err)
	}
	node, faults := yaml.Parse(name, content, 1)
	if node == nil || len(faults) > 0 {
		t.Fatalf("%s is no YAML: %s", name, told(faults))
	}
	return node
}

// step writes the shell commands of a step of a workflow, or of a job of GitLab's, into a file: step FILE JOB STEP OUT.
func step(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: step FILE JOB STEP OUT")
	}
	content, err := os.ReadFile(filepath.Join("..", "docs", "ci", args[0]))
	ts.Check(err)
	node, _ := yaml.Parse(args[0], content, 1)
	job := node.Get("jobs").Get(args[1])
	if job == nil {
		job = node.Get(args[1])
	}
	var lines []string
	for _, line := range listOf(job.Get(args[2])) {
		lines = append(lines, line.Text)
	}
	for _, s := range listOf(job.Get("steps")) {
		if name := s.Get("name"); name != nil && name.Text == args[2] {
			lines = append(lines, s.Get("run").Text)
		}
	}
	if len(lines) == 0 {
		ts.Fatalf("%s has no %s in %s", args[0], args[2], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[3]), []byte(strings.Join(lines, "\n")+"\n"), 0o644))
}

func listOf(n *yaml.Node) []*yaml.Node {
	if n == nil {
		return nil
	}
	return n.Items
}

// What strangers can propose runs without rights, secrets, caches and publishing, with the whole history; what publishes runs on the
// protected branch alone, one at a time.
func TestCIKeepsStrangersOut(t *testing.T) {
	for _, name := range []string{"github.yml", "forgejo.yml"} {
		file := ciFile(t, name)
		if on := file.Get("on"); on.Get("pull_request") == nil || on.Get("pull_request_target") != nil || on.Get("schedule") == nil {
			t.Errorf("%s: on: %v", name, on.Keys())
		}
		check, publish := file.Get("jobs").Get("check"), file.Get("jobs").Get("publish")
		if check.Get("permissions") != nil || check.Get("environment") != nil {
			t.Errorf("%s: check has rights of its own", name)
		}
		for _, s := range listOf(check.Get("steps")) {
			uses := s.Get("uses")
			if s.Get("env") != nil || uses != nil && (strings.Contains(uses.Text, "cache@") || strings.Contains(uses.Text, "pages")) {
				t.Errorf("%s: check keeps or publishes something: %v", name, s.Keys())
			}
			if uses != nil && strings.Contains(uses.Text, "checkout@") {
				with := s.Get("with")
				if with.Get("fetch-depth").Text != "0" || with.Get("persist-credentials").Text != "false" {
					t.Errorf("%s: the clone of check", name)
				}
			}
		}
		if when := publish.Get("if").Text; !strings.Contains(when, "!= 'pull_request'") || !strings.Contains(when, "refs/heads/main") {
			t.Errorf("%s: publish if %s", name, when)
		}
	}
	gitlab := ciFile(t, "gitlab.yml")
	if gitlab.Get("check").Get("cache") != nil || gitlab.Get("pages").Get("resource_group") == nil || gitlab.Get("variables").Get("GIT_DEPTH").Text != "0" {
		t.Error("gitlab.yml")
	}
	for _, rule := range listOf(gitlab.Get("pages").Get("rules")) {
		if !strings.Contains(rule.Get("if").Text, "CI_COMMIT_REF_PROTECTED") {
			t.Error("gitlab.yml: pages on branches that anybody can push to")
		}
	}
}

// systemd understands the units, once the program stands where they expect it.
func TestSystemdUnits(t *testing.T) {
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("systemd-analyze is missing: the units are for systems with systemd alone")
	}
	dir := t.TempDir()
	files, err := filepath.Glob("../docs/ci/growthportal*.*")
	if err != nil || len(files) < 4 {
		t.Fatal(files, err)
	}
	args := []string{"verify", "--man=no"}
	program := regexp.MustCompile(`(?m)^(ExecStart(?:Pre)?=)\S+`)
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if ext := filepath.Ext(file); ext == ".service" || ext == ".timer" {
			to := filepath.Join(dir, filepath.Base(file))
			if err := os.WriteFile(to, program.ReplaceAll(content, []byte("${1}/bin/true")), 0o644); err != nil {
				t.Fatal(err)
			}
			args = append(args, to)
		}
	}
	if out, err := exec.Command(analyze, args...).CombinedOutput(); err != nil || strings.Contains(string(out), "growthportal") {
		t.Errorf("%v\n%s", err, out)
	}
}
