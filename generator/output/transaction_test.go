package output

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

func begin(t *testing.T, d disk, dest string) (*Tree, *Transaction) {
	t.Helper()
	tree, err := openOn(context.Background(), d, dest, Options{})
	must(t, err)
	tx, err := tree.Begin()
	must(t, err)
	return tree, tx
}

// Many goroutines write at once, small files and large, on the machine's own file system with its own flush and exchange.
func TestConcurrentWrites(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "site", "public")
	var given []Recipe
	for i := range 200 {
		content := strings.Repeat(fmt.Sprintln("row", i), 1+i*i)
		given = append(given, Recipe{Path: Path(fmt.Sprintf("p/%d/index.html", i%7*1000+i)), Make: text(content)})
	}
	var memory Memory
	want, err := MakeAll(context.Background(), given, 8, &memory)
	must(t, err)
	for range 3 {
		_, tx := begin(t, osDisk{}, dest)
		set, err := MakeAll(context.Background(), given, 8, tx)
		must(t, err)
		if !set.Equal(want) {
			t.Fatalf("the tree and the memory were given different files")
		}
		_, err = tx.Commit(context.Background())
		must(t, err)
		given = given[:len(given)-1]
		want, err = MakeAll(context.Background(), given, 8, &memory)
		must(t, err)
	}
	for p, content := range read(t, dest) {
		if b, _ := memory.Bytes(Path(p)); !bytes.Equal(b, []byte(content)) {
			t.Errorf("%s differs", p)
		}
	}
}

// A web server that runs as somebody else can read what is published, whatever our umask is.
func TestModes(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no file modes")
	}
	dest := newDest(t)
	mustPublish(t, osDisk{}, dest, first, Options{})
	must(t, os.Chmod(dest, 0o750)) // what somebody decided for the folder itself stays
	mustPublish(t, osDisk{}, dest, second, Options{})
	must(t, filepath.WalkDir(dest, func(name string, e fs.DirEntry, err error) error {
		must(t, err)
		info, err := e.Info()
		must(t, err)
		want := map[bool]fs.FileMode{false: fileMode, true: fs.ModeDir | dirMode}[e.IsDir()]
		if name == dest {
			want = fs.ModeDir | 0o750
		}
		if info.Mode() != want {
			t.Errorf("%s has mode %v, want %v", name, info.Mode(), want)
		}
		return nil
	}))
}

// A build that gives up leaves no trace: not in the live tree, not in what Rollback goes back to, and no empty spare.
func TestAbortLeavesNoTrace(t *testing.T) {
	modes(t, func(t *testing.T, newDisk func() *faultyDisk) {
		dest := newDest(t)
		_, tx := begin(t, newDisk(), dest)
		_, err := tx.Write("index.html", text("x"))
		must(t, err)
		tx.Abort()
		for _, name := range []string{dest, spareOf(dest)} {
			if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%s is there: %v", name, err)
			}
		}
		mustPublish(t, newDisk(), dest, first, Options{})
		mustPublish(t, newDisk(), dest, second, Options{})
		broken := errors.New("broken template")
		_, tx = begin(t, newDisk(), dest)
		_, err = tx.Write("index.html", text("x"))
		must(t, err)
		_, err = tx.Write("large", func(w io.Writer) error {
			_, err := w.Write(make([]byte, 2*spill))
			return errors.Join(err, broken)
		})
		if !errors.Is(err, broken) {
			t.Errorf("error %v", err)
		}
		tx.Abort()
		wantTree(t, dest, second.plus(keptOfFirst))
		must(t, rollback(newDisk(), dest))
		wantTree(t, dest, first)
	})
}

// fullDisk has no room for file content.
type fullDisk struct{ osDisk }

func (d fullDisk) create(name string) (io.WriteCloser, error) {
	f, err := d.osDisk.create(name)
	return fullFile{f}, err
}

func (fullDisk) link(from, to string) error {
	return &os.LinkError{Op: "link", Old: from, New: to, Err: syscall.ENOSPC}
}

type fullFile struct{ io.WriteCloser }

func (fullFile) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}
}

// A full disk can be told from other errors, whether the maker looks at its errors or not, and leaves the live tree as it was.
func TestFullDisk(t *testing.T) {
	dest := newDest(t)
	mustPublish(t, osDisk{}, dest, first, Options{})
	_, tx := begin(t, fullDisk{}, dest)
	for i, size := range []int{1, spill, spill + 1} {
		_, err := tx.Write(Path(fmt.Sprint(i)), func(w io.Writer) error {
			_, _ = w.Write(make([]byte, size))
			_, _ = w.Write([]byte("more"))
			return nil
		})
		if !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("%d bytes: error %v", size, err)
		}
	}
	tx.Abort()
	_, tx = begin(t, fullDisk{}, dest)
	tx.Keep("robots.txt", Sum([]byte("same")), 4)
	if _, err := tx.Commit(context.Background()); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("error %v", err)
	}
	wantTree(t, dest, first)
	mustPublish(t, osDisk{}, dest, second, Options{})
	wantTree(t, dest, second.plus(keptOfFirst))
}

// An interrupt stops a build before its version is published, with its own cause, and the next build works.
func TestInterrupt(t *testing.T) {
	dest := newDest(t)
	mustPublish(t, osDisk{}, dest, first, Options{})
	ctx, stop := context.WithCancelCause(context.Background())
	_, tx := begin(t, osDisk{}, dest)
	_, err := tx.Write("index.html", text("x"))
	must(t, err)
	interrupted := errors.New("interrupted")
	stop(interrupted)
	if _, err := tx.Commit(ctx); !errors.Is(err, interrupted) {
		t.Errorf("commit: %v", err)
	}
	wantTree(t, dest, first)
	if _, err := Open(ctx, dest, Options{}); !errors.Is(err, interrupted) {
		t.Errorf("open: %v", err)
	}
	mustPublish(t, osDisk{}, dest, second, Options{})
	wantTree(t, dest, second.plus(keptOfFirst))
}

// What cannot be published is an error before anything is touched.
func TestImpossibleFiles(t *testing.T) {
	dest := newDest(t)
	mustPublish(t, osDisk{}, dest, first, Options{})
	_, tx := begin(t, osDisk{}, dest)
	for _, p := range []Path{"../x", ".manifest", "/x", "a\\b"} {
		if _, err := tx.Write(p, text("x")); err == nil {
			t.Errorf("%q was written", p)
		}
	}
	for _, p := range []Path{"a", "a-b", "a/b/c"} {
		_, err := tx.Write(p, text("x"))
		must(t, err)
	}
	if _, err := tx.Commit(context.Background()); err == nil || !strings.Contains(err.Error(), "a/b/c") {
		t.Errorf("a file that must be a folder: %v", err)
	}
	wantTree(t, dest, first)
	func() {
		defer func() {
			if recover() == nil {
				t.Errorf("a path was given twice")
			}
		}()
		_, tx := begin(t, osDisk{}, dest)
		tx.Keep("robots.txt", Digest{}, 0)
		tx.Keep("robots.txt", Digest{}, 0)
	}()
}

// Unchanged files of both versions are one file with two names, which is what makes a build cost what it changes.
func TestUnchangedFilesAreShared(t *testing.T) {
	dest := newDest(t)
	mustPublish(t, osDisk{}, dest, first, Options{})
	r := mustPublish(t, osDisk{}, dest, second, Options{})
	if got, want := fmt.Sprint(r.Changes), "[- assets/site.1.css + assets/site.2.css - back.html + gone/x/index.html ~ index.html]"; got != want {
		t.Errorf("changes %s, want %s", got, want)
	}
	for _, name := range []string{"robots.txt", "a/b/index.html", "index.html"} {
		live, err := os.Lstat(filepath.Join(dest, name))
		must(t, err)
		spare, err := os.Lstat(filepath.Join(spareOf(dest), name))
		must(t, err)
		if os.SameFile(live, spare) != (name != "index.html") {
			t.Errorf("%s is shared: %v", name, os.SameFile(live, spare))
		}
	}
}

// Whoever runs the program hears once what is out of the ordinary.
func TestNotices(t *testing.T) {
	dest := newDest(t)
	disk := &faultyDisk{noLinks: true, noExchange: true}
	heard := map[Notice]int{}
	opt := Options{Notice: func(n Notice) { heard[n]++ }}
	mustPublish(t, disk, dest, first, opt)
	if len(heard) > 0 {
		t.Errorf("the first version: %v", heard)
	}
	mustPublish(t, disk, dest, second, opt)
	if heard[NoticeInPlace] != 1 || heard[NoticeCopies] != 1 || len(heard) != 2 {
		t.Errorf("heard %v", heard)
	}
	for n := NoticeInPlace; n <= NoticeAltered; n++ {
		if n.String() == Notice(0).String() {
			t.Errorf("notice %d has no text", n)
		}
	}
}
