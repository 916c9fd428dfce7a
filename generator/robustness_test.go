package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"growthportal/generator/cli"
)

// robustRun runs the program on a site in a folder, on 23 November 2026, and gives its status and what it said to the
// user in English.
func robustRun(t *testing.T, dir string, args ...string) (status int, said string) {
	t.Helper()
	return robustDisturbed(t, dir, func() {}, args...)
}

// robustDisturbed does so with something that happens in between, again and again.
func robustDisturbed(t *testing.T, dir string, disturb func(), args ...string) (status int, said string) {
	t.Helper()
	var out bytes.Buffer
	status = cli.Run(cli.Env{
		Args:   append([]string{"--source", dir, "--messages", "en", "--now", "2026-11-23"}, args...),
		Stdout: &out, Stderr: &out, Getenv: func(string) string { return "" }, Themes: plainThemes(t),
		Clock: func() time.Time {
			disturb()
			return time.Now()
		},
	})
	return status, out.String()
}

// robustSite writes the base site, and the given files over it, into a new folder.
func robustSite(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		robustWrite(t, dir, name, content)
	}
	robustBase(t, dir)
	return dir
}

// robustBase writes the files of the base site that are not there and can be there.
func robustBase(t *testing.T, dir string) {
	t.Helper()
	for name, file := range baseSite(t) {
		to := filepath.Join(dir, filepath.FromSlash(name))
		if top, err := os.Lstat(filepath.Join(dir, strings.Split(name, "/")[0])); err == nil && top.Mode().IsRegular() {
			continue
		}
		if _, err := os.Lstat(to); err != nil {
			robustWrite(t, dir, name, string(file.Data))
		}
	}
}

func robustWrite(t *testing.T, dir, name, content string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func robustRead(t *testing.T, dir, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// Where the site has been published and the memory cannot be kept, nobody is told that the site is as it was.
func TestRobustPublishedWithoutMemory(t *testing.T) {
	dir := robustSite(t, nil)
	status, said := robustDisturbed(t, dir, func() {
		if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
			robustWrite(t, dir, ".growthportal/memory/in-the-way", "")
		}
	}, "build")
	if status != 3 || !strings.Contains(said, "the new version is published, but") {
		t.Errorf("status %d: %s", status, said)
	}
	robustRead(t, dir, "public/press/2026/tomter/index.html")
}

// A destination that is no folder is called so.
func TestRobustDestinationFile(t *testing.T) {
	dir := robustSite(t, map[string]string{"public": "mine"})
	status, said := robustRun(t, dir, "build", "--replace")
	if status != 2 || !strings.Contains(said, "is not a folder") || robustRead(t, dir, "public") != "mine" {
		t.Errorf("status %d: %s", status, said)
	}
}

// A link in the memory's place is not followed.
func TestRobustMemoryLink(t *testing.T) {
	dir, outside := robustSite(t, nil), t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, ".growthportal")); err != nil {
		t.Skip(err)
	}
	status, said := robustRun(t, dir, "build")
	if status != 3 || !strings.Contains(said, ".growthportal is not what the program has put there") {
		t.Errorf("status %d: %s", status, said)
	}
	if left, _ := os.ReadDir(outside); len(left) > 0 {
		t.Errorf("something was written outside: %v", left)
	}
}

// robustFinding is a file that a hasty or hostile author adds to the base site, and where and as what it is refused: with
// status 1, never as a failure of the machine, and with nothing published.
type robustFinding struct{ name, file, content, want string }

func robustPress(lines string) string {
	return "---\ntitle: Nyhet\ndate: 2026-01-20\n" + lines + "---\nText.\n"
}

func TestRobustRefused(t *testing.T) {
	const press, static = "content/press/x.md", "content/static/"
	long := strings.Repeat("a", 300)
	for _, tt := range []robustFinding{
		{"line end in an alias", press, robustPress("aliases: [\"/a\\nb/\"]\n"), press + ":4:11: error: \"/a b/\" is not an earlier address on the site [bad-alias]"},
		{"tab in an alias", press, robustPress("aliases: [\"/a\\tb/\"]\n"), press + ":4:11: error: "},
		{"long alias", press, robustPress("aliases: [/" + long + "/]\n"), press + ":4:11: error: "},
		{"deep alias", press, robustPress("aliases: [" + strings.Repeat("/a", 1000) + "/]\n"), press + ":4:11: error: "},
		{"alias that Windows cannot hold", press, robustPress("aliases: [/con/]\n"), press + ":4:11: error: \"/con/\" is not an earlier address on the site [bad-alias]"},
		{"alias in other letters", press, robustPress("aliases: [/PRESS/2026/Tomter/]\n"), press + ":4:11: error: the earlier address /PRESS/2026/Tomter/ is in use by content/press/2026-01-10-tomter.md [alias-collision]"},
		{"alias over assets in other letters", press, robustPress("aliases: [/Assets/x/]\n"), press + ":4:11: error: the earlier address /Assets/x/ is in use by growthportal [alias-collision]"},
		{"slug that Windows cannot hold", press, robustPress("slug: con\n"), press + ":4:7: error: the file name \"con\" cannot be used on Windows [name-reserved]"},
		{"name that Windows cannot hold", "content/press/2026-01-20-aux.md", robustPress(""), "content/press/2026-01-20-aux.md:1:1: error: the file name \"aux\" cannot be used on Windows [name-reserved]"},
		{"deep page", "content/" + strings.Repeat("mapp/", 200) + "x.md", "---\ntitle: X\n---\n", "x.md:1:1: error: the file name is too long (at most 800 bytes) [name-length]"},
		{"static file over a page in other letters", static + "Index.html", "x", static + "Index.html:1:1: error: the address /Index.html is taken already by config.yaml [url-collision]"},
		{"static file over our list", static + ".manifest", "x", static + ".manifest:1:1: error: the address /.manifest is taken already by growthportal [url-collision]"},
		{"static file with a name of ours", static + "a/.tmp-1", "x", static + "a/.tmp-1:1:1: error: the address /a/.tmp-1 is taken already by growthportal [url-collision]"},
		{"page over a front page", "content/en.md", "---\ntitle: English\n---\n", "content/en.md:1:1: error: the address /en/ is taken already by config.yaml [url-collision]"},
		{"content is a file", "content", "hej", "content:1:1: error: \"content\" must be a folder [not-a-folder]"},
		{"themes is a file", "themes", "hej", "themes:1:1: error: \"themes\" must be a folder [not-a-folder]"},
		{"settings are a folder", "config.yaml/x", "hej", "config.yaml:1:1: error: \"config.yaml\" must be a file [not-a-file]"},
		{"language in capitals", "content/om/oss.EN.md", "---\ntitle: Us\n---\n", "content/om/oss.EN.md:1:1: error: the site does not have the language \"EN\" [undeclared-language]\n  1 | ---\n    | ^ rename the file to oss.en.md"},
		{"fence after a space", press, " ---\ntitle: x\n---\n", press + ":1:1: error: the settings stand between lines of ---, not \" ---\" [bad-fence]"},
		{"down before it appears", press, "---\ntitle: Nyhet\ndate: 2027-01-20\nexpires: 2026-02-01\n---\n", press + ":4:10: error: the end lies before the start (2027-01-20) [reversed-span]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			robustWrite(t, dir, tt.file, tt.content)
			robustBase(t, dir)
			status, said := robustRun(t, dir, "build")
			if status != 1 || !strings.Contains(said, tt.want) {
				t.Errorf("status %d\n%s\nwant\n%s", status, said, tt.want)
			}
			if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
				t.Error("something was published")
			}
		})
	}
}

// A destination in another one, or in its spare, is refused: it would vanish with that one's next version.
func TestRobustDestinationInAnother(t *testing.T) {
	dir := robustSite(t, nil)
	if status, said := robustRun(t, dir, "build"); status != 0 {
		t.Fatal(said)
	}
	for _, inside := range []string{"public/sub", "public/a/b", ".public.spare", ".public.spare/sub"} {
		status, said := robustRun(t, dir, "build", "--destination", filepath.Join(dir, filepath.FromSlash(inside)))
		if status != 2 || !strings.Contains(said, "is part of another published site") {
			t.Errorf("%s: status %d: %s", inside, status, said)
		}
	}
	if status, said := robustRun(t, dir, "build"); status != 0 {
		t.Error(said)
	}
}

// A file too large to read is told of at its place, wherever it lies.
func TestRobustLargeStaticFile(t *testing.T) {
	dir := robustSite(t, map[string]string{"content/static/film.mp4": ""})
	if err := os.Truncate(filepath.Join(dir, "content", "static", "film.mp4"), 300<<20); err != nil {
		t.Skip(err) // the file has no bytes on the disk, where the file system knows how
	}
	status, said := robustRun(t, dir, "build")
	if status != 1 || !strings.Contains(said, "content/static/film.mp4:1:1: error: the file is too large: 315 MB, at most 268 MB [file-too-large]") {
		t.Errorf("status %d: %s", status, said)
	}
}

// Content with another extension than .md is told of with its mend.
func TestRobustOtherExtension(t *testing.T) {
	dir := robustSite(t, map[string]string{"content/press/nyhet.MD": robustPress(""), "content/press/notis.markdown": robustPress("")})
	status, said := robustRun(t, dir, "build")
	if status != 0 || !strings.Contains(said, "rename the file to nyhet.md") || !strings.Contains(said, "rename the file to notis.md") {
		t.Errorf("status %d: %s", status, said)
	}
}
