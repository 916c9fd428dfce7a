package machinetest

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// place is a folder with a small site in it.
type place struct {
	testing.TB
	dir string
}

// newPlace writes the site in its first version.
func newPlace(t testing.TB) *place {
	t.Helper()
	p := &place{t, t.TempDir()}
	p.write("config.yaml", "")
	p.write("themes/mine/theme.yaml", "extends: portal\n")
	p.write("content/publishers/kommunen.md", "---\ntitle: Kommunen\nabout: En kommun.\n---\n")
	p.write("content/press/2026-01-10-tomter.md", "---\ntitle: Lediga tomter\n---\nAnsök på nätet.\n")
	p.turn(0)
	return p
}

// versions is how many different versions of the site there are.
const versions = 4

// turn makes the sources those of a version: every page differs from those of the others, a style sheet does, and each version has a
// page, and a folder, that the others have not.
func (p *place) turn(version int) {
	p.Helper()
	p.write("config.yaml", fmt.Sprintf(`title: Portal %d
url: https://tillvaxt.example.se/
timezone: Europe/Stockholm
languages: [sv]
publisher: kommunen
theme: mine
collections:
  press: {type: press-release, title: Pressmeddelanden, url: /press/}
  publishers: {type: publisher, title: Avsändare}
`, version))
	p.write("themes/mine/assets/site.css", fmt.Sprintf("body { margin: %dpx }\n", version))
	for v := range versions {
		if v != version {
			p.must(os.RemoveAll(p.path(fmt.Sprintf("content/bara-%d", v))))
		}
	}
	p.write(fmt.Sprintf("content/bara-%d/index.md", version), fmt.Sprintf("---\ntitle: Bara %d\n---\nText.\n", version))
	p.write("content/static/stor.txt", strings.Repeat(fmt.Sprintf("rad %d\n", version), 50_000)) // larger than what waits in memory
}

func (p *place) path(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

func (p *place) must(err error) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
}

func (p *place) write(name, content string) {
	p.Helper()
	p.must(os.MkdirAll(filepath.Dir(p.path(name)), 0o755))
	p.must(os.WriteFile(p.path(name), []byte(content), 0o644))
}

// build is the command line of a build of the site.
func (p *place) build(more ...string) []string {
	return append([]string{"build", "--source", p.dir}, more...)
}

// mustBuild builds without any trouble.
func (p *place) mustBuild(more ...string) {
	p.Helper()
	if status, said := run(p, p.build(more...)...); status != 0 {
		p.Fatalf("status %d: %s", status, said)
	}
}

// tree is the content of the files below a folder, by their paths. The list of what is ours tells of assets of the version before, and
// is left out; so are these. Of a link there is where it leads, and nothing of what stands there.
type tree map[string]string

func readTree(t testing.TB, dir string) tree {
	t.Helper()
	files := tree{}
	if info, err := os.Lstat(dir); err != nil || !info.IsDir() {
		return files
	}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == ".manifest" {
			return err
		}
		file := filepath.Join(dir, filepath.FromSlash(name))
		if d.Type() == fs.ModeSymlink {
			target, err := os.Readlink(file)
			files[name] = "-> " + target
			return err
		}
		content, err := os.ReadFile(file)
		files[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// is tells whether got is the version want, and no more than that but for assets that only another version has.
func (want tree) is(got tree) bool {
	rest := maps.Clone(got)
	for name := range rest {
		if _, listed := want[name]; !listed && strings.HasPrefix(name, "assets/") {
			delete(rest, name)
		}
	}
	return maps.Equal(want, rest)
}

// differs names a file in which got is not the version want.
func (want tree) differs(got tree) string {
	for name, content := range want {
		if other, there := got[name]; !there {
			return name + " is missing"
		} else if other != content {
			return fmt.Sprintf("%s has other bytes: %.80q, want %.80q", name, other, content)
		}
	}
	for name := range got {
		if _, there := want[name]; !there && !strings.HasPrefix(name, "assets/") {
			return name + " should not be there"
		}
	}
	return ""
}

// allVersions are the published files of each version, built from nothing somewhere else.
func (p *place) allVersions() (all [versions]tree) {
	p.Helper()
	for v := range versions {
		p.turn(v)
		dest := filepath.Join(p.TempDir(), "public")
		p.mustBuild("--destination", dest)
		all[v] = readTree(p, dest)
		if len(all[v]) < 10 {
			p.Fatalf("%d files are too few", len(all[v]))
		}
	}
	p.must(os.RemoveAll(p.path(".growthportal")))
	return all
}
