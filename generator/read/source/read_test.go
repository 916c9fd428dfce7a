package source

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"growthportal/generator/output"
)

func TestReadDigestLoadAgree(t *testing.T) {
	fsys := fstest.MapFS{
		"content/a.md":        {Data: []byte("hej")},
		"content/empty.md":    {},
		"content/o\u0308.md":  {Data: []byte("decomposed")},
		"content/long/x.jpeg": {Data: bytes.Repeat([]byte("x"), 100_000)},
	}
	snap, _ := scan(t, fsys)
	for _, f := range snap.Files(".") {
		content, err := snap.Read(f.Path)
		if err != nil || int64(len(content)) != f.Size {
			t.Fatalf("%s: %d bytes, %v", f.Path, len(content), err)
		}
		digest, err := snap.Digest(f.Path)
		if err != nil || digest != output.Sum(content) {
			t.Errorf("%s: digest %v, %v", f.Path, digest, err)
		}
		again, sum, err := snap.Load(f.Path)
		if err != nil || !bytes.Equal(again, content) || sum != digest {
			t.Errorf("%s: Load differs", f.Path)
		}
	}
}

// counting counts how often files are opened.
type counting struct {
	fstest.MapFS
	mu    sync.Mutex
	opens int
}

func (c *counting) Open(name string) (fs.File, error) {
	c.mu.Lock()
	c.opens++
	c.mu.Unlock()
	return c.MapFS.Open(name)
}

func TestScanReadsNothingAndDigestReadsOnce(t *testing.T) {
	fsys := &counting{MapFS: tree("content/a.md", "content/b.md")}
	snap, _ := scan(t, fsys)
	before := fsys.opens
	for range 3 {
		if _, err := snap.Digest("content/a.md"); err != nil {
			t.Fatal(err)
		}
	}
	if n := fsys.opens - before; n != 1 {
		t.Errorf("opened %d times for one digest", n)
	}
	snap.Trust(map[string]output.Digest{"content/b.md": output.Sum([]byte("remembered"))})
	if d, _ := snap.Digest("content/b.md"); d != output.Sum([]byte("remembered")) || fsys.opens-before != 1 {
		t.Error("a trusted digest was worked out again")
	}
}

func TestConcurrentUse(t *testing.T) {
	snap, _ := scan(t, tree("content/a.md", "content/b.md"))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, f := range snap.Files("content") {
				if d, err := snap.Digest(f.Path); err != nil || d != output.Sum([]byte(f.Path)) {
					t.Errorf("%s: %v, %v", f.Path, d, err)
				}
				snap.Excerpt(f.Path, 1)
			}
		})
	}
	wg.Wait()
}

// growing is a file that holds size bytes, whatever it said when it was listed.
type growing struct {
	fs.FS
	size int64
}

func (g growing) Open(name string) (fs.File, error) {
	f, err := g.FS.Open(name)
	if err == nil && strings.HasSuffix(name, "grows.bin") {
		f = zeros{f, io.LimitReader(zeroReader{}, g.size)}
	}
	return f, err
}

type zeros struct {
	fs.File
	r io.Reader
}

func (z zeros) Read(p []byte) (int, error) { return z.r.Read(p) }

type zeroReader struct{}

func (zeroReader) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestSizeIsBounded(t *testing.T) {
	snap, _ := scan(t, growing{tree("content/grows.bin"), 1000})
	if content, err := snap.Read("content/grows.bin"); err != nil || len(content) != 1000 {
		t.Errorf("a file that grew: %d bytes, %v", len(content), err)
	}
	snap.files[0].Size = MaxSize + 1
	var tooLarge *TooLargeError
	if _, err := snap.Read("content/grows.bin"); !errors.As(err, &tooLarge) {
		t.Fatalf("a file that is too large: %v", err)
	}
	d := tooLarge.Diagnostic()
	if got := d.Message("en"); got != "the file is too large: 269 MB, at most 268 MB" {
		t.Error(got)
	}
	snap, _ = scan(t, growing{tree("content/grows.bin"), MaxSize + 10})
	if _, err := snap.Digest("content/grows.bin"); !errors.As(err, &tooLarge) {
		t.Errorf("the digest of a file that grows without end: %v", err)
	}
}

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("å", maxExcerpt+1000)
	tests := []struct {
		name, content string
		line          int
		want          string
	}{
		{"first", "ett\ntvå\n", 1, "ett"},
		{"second", "ett\ntvå\n", 2, "två"},
		{"after the end", "ett\ntvå\n", 3, ""},
		{"far after the end", "ett\n", 9, ""},
		{"the last without line end", "ett\ntvå", 2, "två"},
		{"windows line ends", "ett\r\ntvå\r\n", 2, "två"},
		{"old line ends", "ett\rtvå", 2, "två"},
		{"byte order mark", "\ufeffett", 1, "ett"},
		{"tab", "a\tb", 1, "a␉b"},
		{"escape sequence", "a\x1b[2Jb", 1, "a␛[2Jb"},
		{"delete", "a\x7fb", 1, "a␡b"},
		{"reversed", "a\u202eb\u2066c", 1, "a\ufffdb\ufffdc"},
		{"c1", "a\u009bb", 1, "a\ufffdb"},
		{"not utf-8", "a\xe5\xe4b", 1, "a\ufffd\ufffdb"},
		{"bounded", long, 1, long[:2*maxExcerpt]},
		{"empty file", "", 1, ""},
		{"nonsense line", "ett", 0, "ett"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			snap, _ := scan(t, fstest.MapFS{"content/x.md": {Data: []byte(tt.content)}})
			if got := snap.Excerpt("content/x.md", tt.line); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	snap, _ := scan(t, fstest.MapFS{})
	if got := snap.Excerpt("content/x.md", 1); got != "" {
		t.Errorf("of a file that is not there: %q", got)
	}
}

// A file with a mistake on every line is read once for all of them: reading it again for each took minutes.
func TestExcerptsReadOnce(t *testing.T) {
	counted := &countingFS{FS: fstest.MapFS{
		"content/a.md": {Data: []byte(strings.Repeat("rad\n", 1000))}, "content/b.md": {Data: []byte("ett\r\ntvå\n")},
	}}
	snap, _ := scan(t, counted)
	counted.opened = nil
	excerpts := snap.Excerpts()
	for line := 1; line <= 1000; line++ {
		if got := excerpts.Line("content/a.md", line); got != "rad" {
			t.Fatalf("line %d: got %q", line, got)
		}
	}
	for _, ask := range []struct {
		line int
		want string
	}{{2, "två"}, {2, "två"}, {1, "ett"}, {9, ""}, {2, "två"}} {
		if got := excerpts.Line("content/b.md", ask.line); got != ask.want {
			t.Errorf("line %d: got %q, want %q", ask.line, got, ask.want)
		}
	}
	if got, want := strings.Join(counted.opened, " "), "content/a.md content/b.md"; got != want {
		t.Errorf("opened %s, want %s", got, want)
	}
}

// countingFS notes which files are opened.
type countingFS struct {
	fs.FS
	opened []string
}

func (c *countingFS) Open(name string) (fs.File, error) {
	c.opened = append(c.opened, name)
	return c.FS.Open(name)
}

func TestSignatureSettles(t *testing.T) {
	saved := time.Date(2026, 11, 3, 12, 0, 0, 0, time.UTC)
	g := File{ModTime: saved}.Signature()
	if g.Settled(saved.Add(time.Second)) {
		t.Error("a second after it was saved, another save may not show")
	}
	if !g.Settled(saved.Add(3 * time.Second)) {
		t.Error("three seconds after it was saved, it is at rest")
	}
	g.Changed = saved.Add(time.Hour).UnixNano() // saved later with its old time put back, as cp -p does
	if g.Settled(saved.Add(time.Minute)) {
		t.Error("the inode's change was not looked at")
	}
}

func FuzzExcerpt(f *testing.F) {
	f.Add([]byte("ett\r\ntvå\x1b\xff\u202e"), 2)
	f.Fuzz(func(t *testing.T, content []byte, line int) {
		snap, _ := scan(t, fstest.MapFS{"content/x.md": {Data: content}})
		got := []rune(snap.Excerpt("content/x.md", line))
		if len(got) > maxExcerpt {
			t.Fatalf("%d characters", len(got))
		}
		for _, r := range got {
			if isInvisible(r) {
				t.Fatalf("shows %U", r)
			}
		}
	})
}
