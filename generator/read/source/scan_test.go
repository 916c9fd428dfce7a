package source

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/diag"
)

var roots = []string{"config.yaml", "content", "themes"}

// tree makes a source folder in memory: names with a final slash are folders, "x -> y" a symbolic link.
func tree(names ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, name := range names {
		switch from, to, link := strings.Cut(name, " -> "); {
		case link:
			fsys[from] = &fstest.MapFile{Mode: fs.ModeSymlink | 0o777, Data: []byte(to)}
		case strings.HasSuffix(name, "/"):
			fsys[strings.TrimSuffix(name, "/")] = &fstest.MapFile{Mode: fs.ModeDir | 0o755}
		default:
			fsys[name] = &fstest.MapFile{Data: []byte(name)}
		}
	}
	return fsys
}

func scan(t *testing.T, fsys fs.FS) (*Snapshot, []diag.Diagnostic) {
	t.Helper()
	snap, diags, err := Scan(fsys, roots)
	if err != nil {
		t.Fatal(err)
	}
	return snap, diags
}

func paths(files []File) []string {
	var list []string
	for _, f := range files {
		list = append(list, f.Path)
	}
	return list
}

// found writes diagnostics as "code file [words]".
func found(diags []diag.Diagnostic) []string {
	var list []string
	for _, d := range diags {
		if d.Line != 1 || d.Column != 1 || d.Severity != diag.Error {
			list = append(list, "not an error of the whole file:")
		}
		list = append(list, strings.TrimSpace(string(d.Code)+" "+d.File+" "+strings.Join(append(d.Args, d.Hint.Args...), " ")))
	}
	return list
}

func TestScanLists(t *testing.T) {
	tests := []struct {
		name  string
		tree  []string
		want  []string
		diags []string
	}{
		{"nothing at all", nil, nil, nil},
		{"only the roots, in the order of their paths",
			[]string{"content/b.md", "content/a/x.md", "content/a.md", "content/a-b.md", "README.md", "config.yaml", "public/index.html"},
			[]string{"config.yaml", "content/a-b.md", "content/a.md", "content/a/x.md", "content/b.md"}, nil},
		{"hidden names are left out",
			[]string{"content/.x.md", "content/_x.md", "content/_drafts/x.md", "content/x_.md", "themes/t/_old.html"},
			[]string{"content/x_.md"}, nil},
		{"but not in content/static",
			[]string{"content/static/.well-known/security.txt", "content/static/_redirects", "content/a/static/_x.txt", "content/statics/_x.txt"},
			[]string{"content/static/.well-known/security.txt", "content/static/_redirects"}, nil},
		{"what editors and desktops leave is left out everywhere",
			[]string{
				"content/x.md~", "content/#x.md#", "content/.#x.md -> me@host.17", "content/x.swp", "content/Thumbs.db", "content/Desktop.ini",
				"content/~$report.docx", "content/static/.DS_Store", "content/static/._icon.png", "content/static/.gitkeep", "content/static/x~",
				"content/static/.x.swp",
			}, nil, nil},
		{"symbolic links are not followed, wherever they lead",
			[]string{"content/a.md", "content/b.md -> a.md", "content/c -> .", "content/d -> /etc", "content/e -> nowhere", "themes -> content"},
			[]string{"content/a.md"},
			[]string{"symlink content/b.md", "symlink content/c", "symlink content/d", "symlink content/e", "symlink themes"}},
		{"names that one system takes for the same",
			[]string{"content/a.md", "content/A.md", "content/Å.md", "content/a\u030a.md", "content/STRASSE/x.md", "content/straße/x.md"},
			[]string{"content/A.md", "content/STRASSE/x.md", "content/å.md"},
			[]string{
				"name-twice content/a.md A.md content/A.md",
				"name-twice content/straße STRASSE content/STRASSE",
				"name-twice content/Å.md å.md content/å.md",
			}},
		{"the same name in two folders is no double", []string{"content/a/x.md", "content/b/X.md"}, []string{"content/a/x.md", "content/b/X.md"}, nil},
		{"decomposed names are composed",
			[]string{"content/a\u030a/o\u0308.md"}, []string{"content/å/ö.md"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			snap, diags := scan(t, tree(tt.tree...))
			if d := cmp.Diff(tt.want, paths(snap.Files("."))); d != "" {
				t.Errorf("files (-want +got):\n%s", d)
			}
			if d := cmp.Diff(tt.diags, found(diags)); d != "" {
				t.Errorf("diagnostics (-want +got):\n%s", d)
			}
		})
	}
}

func TestScanRefusesNames(t *testing.T) {
	tests := []struct{ name, want string }{
		{"a\xffb.md", `name-encoding content/a\xffb.md a\xffb.md`},
		{"a\nb.md", `name-characters content/a\u000ab.md a\u000ab.md`},
		{"a\x1b[31m.md", `name-characters content/a\u001b[31m.md a\u001b[31m.md`},
		{"fdp\u202egpj.md", `name-characters content/fdp\u202egpj.md fdp\u202egpj.md`},
		{"a\u0085.md", `name-characters content/a\u0085.md a\u0085.md`},
		{strings.Repeat("å", 128), "name-length content/" + strings.Repeat("å", 128) + " 255"},
		{"vad händer?.md", "name-reserved content/vad händer?.md vad händer?.md"},
		{`a\b.md`, `name-reserved content/a\b.md a\b.md`},
		{"kl. 16:30.md", "name-reserved content/kl. 16:30.md kl. 16:30.md"},
		{"a.md.", "name-reserved content/a.md. a.md."},
		{"a.md ", "name-reserved content/a.md  a.md"},
		{"con", "name-reserved content/con con"},
		{"Nul.en.md", "name-reserved content/Nul.en.md Nul.en.md"},
		{"com1.md", "name-reserved content/com1.md com1.md"},
		{"LPT³", "name-reserved content/LPT³ LPT³"},
		// These only look like them.
		{"console.md", ""}, {"com.md", ""}, {"com0.md", ""}, {"com12.md", ""}, {"lptx.md", ""}, {"auxilia.md", ""}, {"a b.md", ""}, {"co..md", ""},
		{strings.Repeat("å", 127) + "a", ""},
	}
	for _, tt := range tests {
		t.Run(visibleName(tt.name), func(t *testing.T) {
			snap, diags := scan(t, tree("content/"+tt.name, "content/sound.md"))
			got := strings.Join(found(diags), "\n")
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if _, in := snap.Lookup("content/" + tt.name); in != (tt.want == "") {
				t.Errorf("in the snapshot: %v", in)
			}
		})
	}
}

func TestFilesOfAFolder(t *testing.T) {
	snap, _ := scan(t, tree("content/a/x.md", "content/a/b/x.md", "content/a.md", "content/a0.md", "content/å/x.md", "content/empty/", "config.yaml"))
	tests := []struct {
		dir   string
		want  []string
		isDir bool
	}{
		{"content/a", []string{"content/a/b/x.md", "content/a/x.md"}, true},
		{"content/a/b", []string{"content/a/b/x.md"}, true},
		{"content/a\u030a", []string{"content/å/x.md"}, true},
		{"content/empty", nil, true},
		{"content/a.md", nil, false},
		{"nowhere", nil, false},
		{"config.yaml", nil, false},
	}
	for _, tt := range tests {
		if d := cmp.Diff(tt.want, paths(snap.Files(tt.dir))); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.dir, d)
		}
		if snap.IsDir(tt.dir) != tt.isDir {
			t.Errorf("IsDir(%q) = %v", tt.dir, !tt.isDir)
		}
	}
	files := snap.Files("content/a")
	if _ = append(files, File{}); len(snap.Files(".")) != 6 || snap.Files(".")[3].Path == "" {
		t.Error("appending to a list altered the snapshot")
	}
}

// denied refuses to list or to open one path, as a system does that keeps somebody out. (Tests may run as root, whom nothing keeps out.)
type denied struct {
	fstest.MapFS
	path string
}

func (d denied) Open(name string) (fs.File, error) {
	if name == d.path {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return d.MapFS.Open(name)
}

func (d denied) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == d.path {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return d.MapFS.ReadDir(name)
}

func TestUnreadableIsTheMachinesFailure(t *testing.T) {
	fsys := denied{tree("content/a/x.md", "content/b.md"), "content/a"}
	if _, _, err := Scan(fsys, roots); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a folder: %v", err)
	}
	fsys.path = "content/b.md"
	snap, _ := scan(t, fsys)
	if _, err := snap.Read("content/b.md"); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("Read: %v", err)
	}
	if _, err := snap.Digest("content/b.md"); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("Digest: %v", err)
	}
	if _, err := snap.Read("content/gone.md"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what is not there: %v", err)
	}
}

// vanishing lists a folder and a file that are gone when they are looked at, as happens while somebody works.
type vanishing struct{ fstest.MapFS }

func (v vanishing) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := v.MapFS.ReadDir(name)
	if name == "content" {
		delete(v.MapFS, "content/a/x.md")
		for i, e := range list {
			list[i] = gone{e}
		}
	}
	return list, err
}

type gone struct{ fs.DirEntry }

func (g gone) Info() (fs.FileInfo, error) { return nil, fs.ErrNotExist }

func TestWhatVanishesWhileScanningIsGone(t *testing.T) {
	snap, diags := scan(t, vanishing{tree("content/a/x.md", "content/b.md")})
	if got := snap.Files("."); len(got) != 0 || len(diags) != 0 {
		t.Errorf("files %v, diagnostics %v", paths(got), found(diags))
	}
}

// TestScanARealFolder uses what the program uses: an os.Root, on a real disk, with what only a disk can hold.
func TestScanARealFolder(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("symbolic links need rights on Windows")
	}
	dir := t.TempDir()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.MkdirAll(filepath.Join(dir, "content", "a"), 0o755))
	must(os.WriteFile(filepath.Join(dir, "content", "a", "x.md"), []byte("hej"), 0o644))
	must(os.WriteFile(filepath.Join(dir, "secret"), []byte("outside the roots"), 0o644))
	must(os.Symlink(filepath.Join(dir, "secret"), filepath.Join(dir, "content", "link.md")))
	must(os.Symlink("a", filepath.Join(dir, "content", "dir")))
	here, err := os.Getwd()
	must(err)
	must(os.Chdir(filepath.Join(dir, "content"))) // a socket's path has little room
	listener, err := net.Listen("unix", "sock")
	must(os.Chdir(here))
	must(err)
	defer listener.Close()

	root, err := os.OpenRoot(dir)
	must(err)
	defer root.Close()
	snap, diags := scan(t, root.FS())
	if d := cmp.Diff([]string{"content/a/x.md"}, paths(snap.Files("."))); d != "" {
		t.Error(d)
	}
	want := []string{"symlink content/dir", "symlink content/link.md", "special-file content/sock"}
	if d := cmp.Diff(want, found(diags)); d != "" {
		t.Error(d)
	}
	f, _ := snap.Lookup("content/a/x.md")
	if f.Size != 3 || f.ModTime.IsZero() {
		t.Errorf("%+v", f)
	}
	// A file that has become a link to the outside after the scan is not followed there.
	must(os.Remove(filepath.Join(dir, "content", "a", "x.md")))
	must(os.Symlink("/etc/hostname", filepath.Join(dir, "content", "a", "x.md")))
	if content, err := snap.Read("content/a/x.md"); err == nil {
		t.Errorf("read %q through a link that leads out", content)
	}
}

// What is watched and what is listed must agree: a file that is ignored is never listed, one that is listed never ignored.
func TestIgnoredIsWhatScanLeavesOut(t *testing.T) {
	names := []string{
		"content/a.md", "content/a.md~", "content/.a.md.swp", "content/_draft/a.md", "content/.git/config", "content/static/.well-known/x",
		"content/static/_headers", "content/static/.DS_Store", "content/press/#a.md#", "content/press/~$a.docx", "themes/portal/_x/site.css",
		"themes/portal/assets/site.css",
	}
	snap, _ := scan(t, tree(names...))
	for _, name := range names {
		if _, listed := snap.Lookup(name); listed == Ignored(name) {
			t.Errorf("%s: listed %v, ignored %v", name, listed, Ignored(name))
		}
	}
}

// Watches are set on the names that the file system knows.
func TestFoldersAreSpeltAsOnDisk(t *testing.T) {
	decomposed := "content/mo\u0308te"
	snap, _ := scan(t, tree(decomposed+"/a.md"))
	if diff := cmp.Diff([]string{"content", decomposed}, snap.Folders()); diff != "" {
		t.Error(diff)
	}
	if !snap.IsDir("content/möte") || snap.IsDir("content/a") {
		t.Error("IsDir does not know the folders")
	}
}
