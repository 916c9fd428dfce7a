package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/go-git/go-git/v5"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"

	"growthportal/generator/cli"
	"growthportal/generator/locale"
	"growthportal/themes"
)

// The manuals for those who write: the same, in two languages.
var manuals = []struct {
	lang locale.Lang
	file string
}{{locale.English, "../docs/writing.md"}, {locale.Swedish, "../docs/skriva.md"}}

// The release that the manuals follow is written, checked, published, corrected and withdrawn in a copy of the sample portal, step by
// step, and the program answers as they say it does, in the language of each.
//
// A block that names a file is written to it; a block "diff" with a name changes lines of the file. In a block "console", what follows "$ " is run, and the lines after it are what it says;
// "…" stands for any words, and alone on a line for any lines. Comments set the stage:
//
//	<!-- clock: 2026-11-23 09:00 -->    the time from here on, in Älvbrunna
//	<!-- copy: A to B -->               what the reader is told to put into a folder
//	<!-- remove: A -->                  what the reader is told to take away
//	<!-- commit -->                     everything becomes the last commit of the branch main
//	<!-- shows: A -->                   the file is as the block after this shows it
//
// With -update, the answers that differ are written into the manuals.
func TestManualRelease(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the sample portal")
	}
	memory, root := "", t.TempDir()
	for _, m := range manuals {
		t.Run(string(m.lang), func(t *testing.T) {
			file, err := filepath.Abs(m.file)
			if err != nil {
				t.Fatal(err)
			}
			s := &stage{lang: m.lang, file: file, dir: filepath.Join(root, string(m.lang))}
			for _, part := range []string{"config.yaml", "content"} {
				copyAll(t, filepath.Join("..", part), filepath.Join(s.dir, part))
			}
			if memory != "" { // of the pictures, which take most of the time
				copyAll(t, memory, filepath.Join(s.dir, ".growthportal"))
			}
			t.Chdir(s.dir)
			s.play(t)
			memory = filepath.Join(s.dir, ".growthportal")
		})
	}
}

// Both manuals follow the same release: the same files, the same commands, the same stage, in sections of the same depth.
func TestManualsSayTheSame(t *testing.T) {
	var scripts [2]string
	for i, m := range manuals {
		for _, step := range readSteps(t, m.file) {
			switch {
			case step.kind == "console":
				for _, c := range step.commands() {
					scripts[i] += "$ " + c.line + "\n"
				}
			case step.kind == "block" && step.info == "":
			default:
				scripts[i] += step.kind + " " + step.info + "\n" + step.text
			}
		}
	}
	if scripts[0] == "" || scripts[0] != scripts[1] {
		a, b := strings.Split(scripts[0], "\n"), strings.Split(scripts[1], "\n")
		for i := range min(len(a), len(b)) {
			if a[i] != b[i] {
				t.Fatalf("%s and %s part here:\n%s\n%s", manuals[0].file, manuals[1].file, a[i], b[i])
			}
		}
		t.Fatalf("one of the manuals ends before the other: %d and %d lines", len(a), len(b))
	}
}

// manualStep is what a manual lets happen.
type manualStep struct {
	kind string // "heading", "block" of a file, "console", or the word that begins a comment
	info string // the depth of the heading, the file, or the comment's words
	text string // of a block
	from int    // the line after the fence, of a block
}

// stageComment sets the stage.
var stageComment = regexp.MustCompile(`^<!-- (clock|copy|remove|commit|shows):? ?(.*?) ?-->$`)

// readSteps are the steps of the part of a manual that follows the release: up to its heading "Reference", or "Uppslagsdel".
func readSteps(t *testing.T, file string) []manualStep {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var steps []manualStep
	fence := ""
	for i, line := range strings.Split(string(content), "\n") {
		last := len(steps) - 1
		if fence != "" {
			if line == fence {
				fence = ""
			} else {
				steps[last].text += line + "\n"
			}
			continue
		}
		if line == "# Reference" || line == "# Uppslagsdel" {
			return steps
		}
		ticks := line[:len(line)-len(strings.TrimLeft(line, "`"))]
		if m := stageComment.FindStringSubmatch(line); m != nil {
			steps = append(steps, manualStep{kind: m[1], info: m[2]})
		} else if depth, _, ok := strings.Cut(line, "# "); ok && strings.Trim(depth, "#") == "" {
			steps = append(steps, manualStep{kind: "heading", info: depth})
		} else if len(ticks) >= 3 {
			fence = ticks
			info := strings.TrimSpace(line[len(ticks):])
			_, name, _ := strings.Cut(info, " ")
			step := manualStep{kind: "block", info: name, from: i + 1}
			if language, _, _ := strings.Cut(info, " "); language == "console" || language == "diff" {
				step.kind = language
			}
			steps = append(steps, step)
		}
	}
	t.Fatalf("%s has no reference after the manual", file)
	return nil
}

// manualCommand is a command of a console, and the answer that the manual shows.
type manualCommand struct{ line, answer string }

func (s manualStep) commands() []manualCommand {
	var list []manualCommand
	for line := range strings.Lines(s.text) {
		if command, ok := strings.CutPrefix(line, "$ "); ok {
			list = append(list, manualCommand{line: strings.TrimSpace(command)})
		} else if len(list) > 0 {
			list[len(list)-1].answer += line
		}
	}
	return list
}

// stage is a site in which a manual is played.
type stage struct {
	lang      locale.Lang
	file, dir string
	clock     time.Time
}

func (s *stage) play(t *testing.T) {
	content, err := os.ReadFile(s.file)
	if err != nil {
		t.Fatal(err)
	}
	text, ran, showing := string(content), 0, ""
	defer func() {
		if *update && text != string(content) {
			writeItem(t, filepath.Dir(s.file), filepath.Base(s.file), text)
		}
	}()
	for _, step := range readSteps(t, s.file) {
		switch step.kind {
		case "clock":
			s.setClock(t, step.info)
		case "copy":
			from, to, _ := strings.Cut(step.info, " to ")
			copyAll(t, filepath.Join(s.dir, filepath.FromSlash(from)), filepath.Join(s.dir, filepath.FromSlash(to)))
		case "remove":
			if err := os.Remove(filepath.FromSlash(step.info)); err != nil {
				t.Fatal(err)
			}
		case "commit":
			commitMain(t, s.dir)
		case "shows":
			showing = step.info
		case "block":
			if showing != "" {
				text = s.shows(t, text, step, showing)
				showing = ""
			} else if step.info != "" {
				placeItem(t, s.dir, step.info, step.text)
			}
		case "diff":
			changeLines(t, step)
		case "console":
			ran++
			answered := s.console(step)
			if !answersAs(step.text, answered) && *update {
				text = strings.Replace(text, "```console\n"+step.text+"```\n", "```console\n"+answered+"```\n", 1)
			} else if !answersAs(step.text, answered) {
				t.Errorf("%s:%d: the manual says\n%s\nthe program says\n%s", filepath.Base(s.file), step.from, step.text, answered)
			}
		}
	}
	if ran < 5 {
		t.Errorf("%s: only %d consoles", s.file, ran)
	}
}

// changeLines replaces the lines of a file that a diff takes away by those that it adds. What it shows must stand there, once.
func changeLines(t *testing.T, step manualStep) {
	t.Helper()
	var before, after strings.Builder
	for line := range strings.Lines(step.text) {
		if line[0] != '+' {
			before.WriteString(line[1:])
		}
		if line[0] != '-' {
			after.WriteString(line[1:])
		}
	}
	content, err := os.ReadFile(filepath.FromSlash(step.info))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Count(string(content), before.String()) != 1 {
		t.Fatalf("line %d: %s does not hold, once:\n%s", step.from, step.info, before.String())
	}
	writeItem(t, ".", step.info, strings.Replace(string(content), before.String(), after.String(), 1))
}

// placeItem writes a file, and the folders above it.
func placeItem(t *testing.T, dir, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, filepath.FromSlash(name))), 0o755); err != nil {
		t.Fatal(err)
	}
	writeItem(t, dir, name, content)
}

// shows compares a file with the block that shows it, or with -update puts it there.
func (s *stage) shows(t *testing.T, text string, step manualStep, name string) string {
	content, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		return strings.Replace(text, "```yaml\n"+step.text+"```\n", "```yaml\n"+string(content)+"```\n", 1)
	}
	if string(content) != step.text {
		t.Errorf("%s:%d: the manual shows\n%s\nthe file is\n%s", filepath.Base(s.file), step.from, step.text, content)
	}
	return text
}

// console runs the commands of a step, and shows them with what the program answers.
func (s *stage) console(step manualStep) string {
	var shown strings.Builder
	for _, c := range step.commands() {
		args := words(c.line)[1:]
		var out bytes.Buffer
		if args[0] == "serve" { // which has scripts of its own, and does not end
			args = append(args, "--help")
		}
		cli.Run(cli.Env{
			Args: append(args, "--messages", string(s.lang)), Stdout: &out, Stderr: &out,
			Getenv: func(string) string { return "" }, Clock: func() time.Time { return s.clock }, Themes: themes.FS(),
		})
		answer := strings.ReplaceAll(strings.TrimRight(out.String(), "\n"), "\u00a0", " ")
		if args[0] == "serve" {
			answer = strings.TrimSpace(c.answer)
		}
		fmt.Fprintf(&shown, "$ %s\n", c.line)
		for line := range strings.SplitSeq(answer, "\n") {
			shown.WriteString(strings.TrimRight(line, " ") + "\n")
		}
	}
	return shown.String()
}

// words parts a command into words; those in quotes stay together.
func words(line string) []string {
	var list []string
	for _, m := range regexp.MustCompile(`"([^"]*)"|(\S+)`).FindAllStringSubmatch(line, -1) {
		list = append(list, m[1]+m[2])
	}
	return list
}

// answersAs tells whether an answer is as the manual shows it.
func answersAs(shown, answered string) bool {
	form := regexp.QuoteMeta(strings.ReplaceAll(shown, "\n\n$", "\n$"))
	form = regexp.MustCompile(`(?m)^…\n`).ReplaceAllLiteralString(form, `(?s:(?:.*\n)?)`)
	return regexp.MustCompile(`^` + strings.ReplaceAll(form, "…", ".*") + `$`).MatchString(answered)
}

func (s *stage) setClock(t *testing.T, at string) {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Stockholm")
	if err != nil {
		t.Fatal(err)
	}
	if s.clock, err = time.ParseInLocation("2006-01-02 15:04", at, zone); err != nil {
		t.Fatal(err)
	}
}

// commitMain commits the site's sources to the branch main of a git repository in its folder.
func commitMain(t *testing.T, dir string) {
	t.Helper()
	repo, err := git.PlainOpen(dir)
	if err != nil {
		repo, err = git.PlainInitWithOptions(dir, &git.PlainInitOptions{InitOptions: git.InitOptions{DefaultBranch: plumbing.NewBranchReferenceName("main")}})
	}
	if err != nil {
		t.Fatal(err)
	}
	work, err := repo.Worktree()
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"config.yaml", "content"} {
		if _, err := work.Add(part); err != nil {
			t.Fatal(err)
		}
	}
	who := &object.Signature{Name: "A", Email: "a@example.se", When: time.Unix(1, 0)}
	if _, err := work.Commit("x", &git.CommitOptions{Author: who, AllowEmptyCommits: true}); err != nil {
		t.Fatal(err)
	}
}

// copyAll copies a file, or a folder with all below it.
func copyAll(t *testing.T, from, to string) {
	t.Helper()
	info, err := os.Stat(from)
	if err != nil {
		t.Fatal(err)
	}
	if info.IsDir() {
		if err := os.CopyFS(to, os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
		return
	}
	content, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	placeItem(t, filepath.Dir(to), filepath.Base(to), string(content))
}
