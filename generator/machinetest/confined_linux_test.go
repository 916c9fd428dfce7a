package machinetest

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// canary is what stands in the files that are none of a site's business.
const canary = "HEMLIGT-7f3a9c"

// escape is what a pull request might try: files of a site, of which OUT is the folder beside it, and UP the way there from
// anywhere deep enough; what begins with "-> " is a link.
type escape map[string]string

var escapes = map[string]escape{
	"slug":               {"content/press/2026-02-01-x.md": "---\ntitle: X\nslug: ../../../UP/x\n---\n"},
	"absolute slug":      {"content/press/2026-02-01-x.md": "---\ntitle: X\nslug: OUT/x\n---\n"},
	"alias":              {"content/press/2026-02-01-x.md": "---\ntitle: X\naliases: [/../../UP/x/]\n---\n"},
	"encoded alias":      {"content/press/2026-02-01-x.md": "---\ntitle: X\naliases: [\"/%2e%2e/%2e%2e/x/\"]\n---\n"},
	"layout":             {"content/press/2026-02-01-x.md": "---\ntitle: X\nlayout: ../../../UP/hemligt\n---\n"},
	"type":               {"content/press/2026-02-01-x.md": "---\ntitle: X\ntype: ../../../UP/hemligt\n---\n"},
	"attachment":         {"content/press/x/index.md": "---\ntitle: X\ndate: 2026-02-01\nattachments: ../../../UP/hemligt.txt\n---\n"},
	"absolute":           {"content/press/x/index.md": "---\ntitle: X\ndate: 2026-02-01\nattachments: OUT/hemligt.txt\n---\n"},
	"attachment link":    {"content/press/x/index.md": "---\ntitle: X\ndate: 2026-02-01\nattachments: a.txt\n---\n", "content/press/x/a.txt": "-> OUT/hemligt.txt"},
	"image":              {"content/press/2026-02-01-x.md": "---\ntitle: X\n---\n![Bild](../../../UP/hemligt.png)\n"},
	"image URL":          {"content/press/2026-02-01-x.md": "---\ntitle: X\n---\n![Bild](file://OUT/hemligt.png)\n"},
	"lead image":         {"content/press/2026-02-01-x.md": "---\ntitle: X\nimage: {src: ../../UP/hemligt.png, alt: Bild}\n---\n"},
	"link":               {"content/press/2026-02-01-x.md": "---\ntitle: X\n---\n[Hit](../../../UP/hemligt.txt)\n"},
	"content is a link":  {"content/press/2026-02-01-x.md": "-> OUT/hemligt.md"},
	"folder is a link":   {"content/press/djupt": "-> OUT"},
	"static link":        {"content/static/hemligt.txt": "-> OUT/hemligt.txt"},
	"static folder":      {"content/static/mapp": "-> OUT"},
	"data link":          {"content/data/glossary.yaml": "-> OUT/hemligt.yaml"},
	"relative link":      {"content/static/hemligt.txt": "-> ../../UP/hemligt.txt"},
	"extends":            {"themes/mine/theme.yaml": "extends: ../../UP/tema\n"},
	"absolute extends":   {"themes/mine/theme.yaml": "extends: OUT/tema\n"},
	"theme link":         {"themes/mine/theme.yaml": "-> OUT/tema/theme.yaml"},
	"layout link":        {"themes/mine/layouts/article.html": "-> OUT/hemligt.html"},
	"template":           {"themes/mine/layouts/article.html": "{{template \"../../../UP/hemligt.html\" .}}"},
	"text link":          {"themes/mine/text/sv.yaml": "-> OUT/hemligt.yaml"},
	"CSS import":         {"themes/mine/assets/site.css": "@import \"../../../../UP/hemligt.css\";\n"},
	"absolute import":    {"themes/mine/assets/site.css": "@import \"OUT/hemligt.css\";\n"},
	"CSS address":        {"themes/mine/assets/site.css": "body { background: url(../../../../UP/hemligt.png) }\n"},
	"CSS file address":   {"themes/mine/assets/site.css": "body { background: url(file://OUT/hemligt.png) }\n"},
	"JavaScript import":  {"themes/mine/assets/site.js": "import \"../../../../UP/hemligt.js\"\n"},
	"module":             {"themes/mine/assets/site.js": "import \"hemligt\"\n"},
	"JSON":               {"themes/mine/assets/site.js": "import x from \"OUT/hemligt.json\"; console.log(x)\n"},
	"source map":         {"themes/mine/assets/site.js": "console.log(1)\n//# sourceMappingURL=../../../../UP/hemligt.map\n"},
	"tsconfig":           {"themes/mine/assets/tsconfig.json": "{\"extends\": \"OUT/tsconfig.json\"}", "themes/mine/assets/site.js": "console.log(1)\n"},
	"asset link":         {"themes/mine/assets/site.css": "-> OUT/hemligt.css"},
	"assets are a link":  {"themes/mine/assets": "-> OUT"},
	"theme is a link":    {"themes/mine": "-> OUT/tema"},
	"memory is a link":   {".growthportal": "-> OUT"},
	"memory file link":   {".growthportal/memory": "-> OUT/hemligt.txt"},
	"lock link":          {".growthportal/lock": "-> OUT/hemligt.txt"},
	"public is a link":   {"public/x": "-> OUT/hemligt.txt"},
	"carried link":       {"public/.well": "-> OUT"},
	"spare is a link":    {".public.spare": "-> OUT"},
	"spare's folder":     {".public.spare/press": "-> OUT", ".public.spare/.journal": "growthportal journal 1\nmaking\n"},
	"destination lock":   {".public.lock": "-> OUT/ny"},
	"journal":            {".public.spare/.journal": "growthportal journal 1\nin-place\n- - ../../UP/hemligt.txt\n"},
	"forged manifest":    {"public/.manifest": "growthportal manifest 1\n../UP/hemligt.txt\n"},
	"git hooks":          {".git/hooks/post-checkout": "#!/bin/sh\ntouch OUT/gjort\n", ".git/config": "[core]\n\tfsmonitor = touch OUT/gjort\n"},
	"settings":           {"config.yaml": "-> OUT/hemligt.yaml"},
	"theme in settings":  {"config.yaml": "title: X\nurl: https://x.example.se/\ntheme: ../UP/tema\n"},
	"collection's place": {"config.yaml": "title: X\nurl: https://x.example.se/\npublisher: kommunen\ncollections:\n  ../UP: {type: press-release, title: X, url: /x/}\n  publishers: {type: publisher, title: A}\n"},
	"collection's URL":   {"config.yaml": "title: X\nurl: https://x.example.se/\npublisher: kommunen\ncollections:\n  press: {type: press-release, title: X, url: /../../UP/x/}\n  publishers: {type: publisher, title: A}\n"},
	"logo":               {"config.yaml": "title: X\nurl: https://x.example.se/\npublisher: kommunen\nbrand: {logo: ../UP/hemligt.svg}\n"},
}

// TestConfined: whatever a pull request contains, a build starts no program, opens no connection, opens no file outside the site, writes
// nothing but public/, the tree and the lock beside it, and its memory, and publishes nothing of what stands elsewhere.
func TestConfined(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(escapes)) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p, out := newPlace(t), secrets(t)
			up, err := filepath.Rel(p.path("a/b/c"), out)
			p.must(err)
			up = strings.TrimPrefix(up, "../../../")
			fill := strings.NewReplacer("OUT", out, "UP", up)
			for file, content := range escapes[name] {
				target, link := strings.CutPrefix(fill.Replace(content), "-> ")
				p.must(os.RemoveAll(p.path(file)))
				if !link {
					p.write(file, target)
					continue
				}
				p.must(os.MkdirAll(filepath.Dir(p.path(file)), 0o755))
				p.must(os.Symlink(target, p.path(file)))
			}
			before := everything(t, out)
			e := supervise(t, confine(t, p), p.build()...)
			if e.status < 0 || e.status > 3 {
				t.Errorf("status %d: %s", e.status, e.said)
			}
			if strings.Contains(e.said, canary) {
				t.Errorf("it says what is none of its business: %s", e.said)
			}
			if after := everything(t, out); !maps.Equal(before, after) {
				t.Errorf("what stands elsewhere was %v and is %v", before, after)
			}
			for _, tree := range []string{"public", ".public.spare"} {
				for file, content := range readTree(t, p.path(tree)) {
					if strings.Contains(content, canary) {
						t.Errorf("%s/%s: %s", tree, file, content)
					}
				}
			}
		})
	}
}

// secrets is a folder with all that the escapes are after.
func secrets(t *testing.T) string {
	t.Helper()
	s := &place{t, t.TempDir()}
	for _, name := range []string{"hemligt.txt", "hemligt.png", "hemligt.html", "hemligt.js", "hemligt.json", "hemligt.svg", "hemligt.map"} {
		s.write(name, "\""+canary+"\"")
	}
	s.write("hemligt.css", "body { content: \""+canary+"\" }")
	s.write("hemligt.md", "---\ntitle: "+canary+"\n---\n")
	s.write("hemligt.yaml", "title: "+canary+"\n")
	s.write("tema/theme.yaml", "extends: portal\n")
	s.write("tema/layouts/article.html", canary)
	s.write("tsconfig.json", "{}")
	return s.dir
}

// everything is what stands in a folder, folders and links included.
func everything(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			all[name] = "a folder"
			return err
		}
		content, err := os.ReadFile(name)
		all[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// confine holds every call to what a build may do.
func confine(t *testing.T, p *place) func(*call) verdict {
	return func(c *call) verdict {
		if slices.Contains(unheardOf, c.nr) {
			t.Errorf("%v: a build never does that", c)
		}
		for _, name := range c.paths {
			if strings.Contains(name, "/gocoverdir/") {
				continue // where this very program, under test, tells which of its statements were reached
			}
			switch {
			case c.writes && !mayWrite(p.dir, name):
				t.Errorf("%v: writes elsewhere", c)
			case opens(c) && !mayRead(p.dir, name):
				t.Errorf("%v: reads elsewhere", c)
			}
		}
		return verdict{}
	}
}

// opens tells whether a call gets at the content of a file or a folder; the others ask whether there is one.
func opens(c *call) bool {
	return slices.Contains([]int{unix.SYS_OPENAT, unix.SYS_READ, unix.SYS_PREAD64, unix.SYS_GETDENTS64}, c.nr)
}

func mayWrite(site, name string) bool {
	if strings.HasPrefix(name, "pipe:") || strings.HasPrefix(name, "anon_inode:") { // what it says, and what wakes its threads
		return true
	}
	rest, inside := strings.CutPrefix(name, site+"/")
	top, _, _ := strings.Cut(rest, "/")
	return inside && slices.Contains([]string{"public", ".public.spare", ".public.lock", ".growthportal"}, top)
}

// mayRead: the site, and what the language's runtime wants to know of the machine.
func mayRead(site, name string) bool {
	for _, of := range []string{"/proc/self/", "/proc/stat", "/sys/kernel/mm/transparent_hugepage/", "/sys/fs/cgroup/", "/sys/devices/system/cpu/", "/dev/null", "anon_inode:", "pipe:"} {
		if strings.HasPrefix(name, of) {
			return true
		}
	}
	return name == site || strings.HasPrefix(name, site+"/")
}

// bytesVariable tells the test inside a namespace what the same site is outside of it.
const bytesVariable = "GROWTHPORTAL_MACHINETEST_BYTES"

// TestWithoutNetwork builds where there is no network at all, not even to the machine itself, and publishes the same bytes.
func TestWithoutNetwork(t *testing.T) {
	p := newPlace(t)
	p.mustBuild()
	files := readTree(t, p.path("public"))
	digest := fmt.Sprintf("%x", sha256.Sum256(fmt.Append(nil, map[string]string(files)))) // maps are written in the order of their keys
	outside := os.Getenv(bytesVariable)
	t.Setenv(bytesVariable, digest)
	if !inside(t, syscall.CLONE_NEWNET) {
		return
	}
	if outside != digest || len(files) < 10 {
		t.Errorf("%d files, of other bytes than with a network", len(files))
	}
	if _, err := net.Dial("udp", "127.0.0.1:9"); err == nil {
		t.Error("there is a network")
	}
	if status, said := run(t, "check", "--source", newPlace(t).dir); status > 1 {
		t.Errorf("check: status %d: %s", status, said)
	}
}
