package main

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// A builtCase is a case of what no text file can show: other encodings, names that not every file system takes, links and
// pipes, pictures, and files that are large or many.
type builtCase struct {
	name  string
	code  string            // the code that it is about
	files map[string]string // put over the base
	want  string
}

const own = "---\ntitle: Ny\n---\n"

// withImage is an item with a picture, and one with a file.
func withImage(name, content string) map[string]string {
	return map[string]string{
		"content/press/2026-11-01-ny/index.md": "---\ntitle: Ny\nimage: {file: " + name + ", alt: Bild}\n---\n", "content/press/2026-11-01-ny/" + name: content,
	}
}

func withFile(name, content string) map[string]string {
	return map[string]string{
		"content/press/2026-11-01-ny/index.md": "---\ntitle: Ny\nattachments: " + name + "\n---\n", "content/press/2026-11-01-ny/" + name: content,
	}
}

func builtCases() []builtCase {
	const ny = "content/press/2026-11-01-ny/"
	return []builtCase{
		{"UTF-16", "not-utf8", map[string]string{"content/om/oss.md": "\xff\xfe-\x00-\x00-\x00"}, "content/om/oss.md:1:1 error not-utf8\n"},
		{"Latin 1", "not-utf8", map[string]string{"content/om/oss.md": "---\ntitle: Om \xe5\n---\n"}, "content/om/oss.md:1:1 error not-utf8\n"},
		{"Latin 1 in config.yaml", "not-utf8", map[string]string{"config.yaml": "title: \xe5\n"}, "config.yaml:1:1 error not-utf8\n"},
		{"Latin 1 in data", "not-utf8", map[string]string{"content/data/a.csv": "\xe5,b\n"}, "content/data/a.csv:1:1 error not-utf8\n"},
		{"CRLF and a byte order mark", "", map[string]string{"content/om/oss.md": "\uFEFF---\r\ntitle: Om oss\r\n--- \r\nText.\r\n"}, ""},
		{"a place after CRLF", "unknown-key", map[string]string{"content/om/oss.md": "\uFEFF---\r\ntitle: Om oss\r\ndarft: true\r\n---\r\n"}, "content/om/oss.md:3:1-6 error unknown-key\n"},
		{"nothing", "empty-file", map[string]string{"content/om/oss.md": ""}, "content/om/oss.md:1:1 error empty-file\n"},
		{"a zero byte", "control-character", map[string]string{"content/om/oss.md": own + "a\x00b\n"}, "content/om/oss.md:4:2-3 error control-character\n"},

		{"NFC and NFD of one name", "name-twice", map[string]string{"content/om/\u00e5.md": own, "content/om/a\u030a.md": own}, "content/om/\u00e5.md:1:1 error name-twice\n"},
		{"capital and small", "name-twice", map[string]string{"content/om/Å.md": own, "content/om/å.md": own}, "content/om/å.md:1:1 error name-twice\n"},
		{"a name that changes its direction", "name-characters", map[string]string{"content/om/a\u202Eb.md": own}, `content/om/a\u202eb.md` + ":1:1 error name-characters\n"},
		{"a name of Windows' own", "name-reserved", map[string]string{"content/om/aux.md": own}, "content/om/aux.md:1:1 error name-reserved\n"},
		{"a long name", "name-length", map[string]string{"content/om/" + strings.Repeat("a", 300) + ".md": own}, "content/om/" + strings.Repeat("a", 300) + ".md:1:1 error name-length\n"},

		{"settings without end", "yaml-too-large", map[string]string{"content/om/oss.md": "---\n" + strings.Repeat("a: b\n", 300_000) + "---\n"}, "content/om/oss.md:1:1 error yaml-too-large\n"},
		{"a large file", "file-too-large", map[string]string{"content/om/oss.md": own + strings.Repeat("ord och åter ord\n", 200_000)}, "content/om/oss.md:1:1 error file-too-large\n"},
		{"a large text", "text-too-large", map[string]string{"content/om/oss.md": own + strings.Repeat("a\n", 600_000)}, "content/om/oss.md:100004:1 error text-too-large\n"},
		{"lists in lists", "too-complex", map[string]string{"content/om/oss.md": own + strings.Repeat("- ", 32_000) + "x\n"}, "content/om/oss.md:4:1-64002 error too-complex\n"},
		{"nested quotes", "too-complex", map[string]string{"content/om/oss.md": own + strings.Repeat("> ", 50_000) + "\n"}, "content/om/oss.md:4:1-100001 error too-complex\n"},

		{"a damaged picture", "broken-image", withImage("bild.png", pngOf()[:50]), ny + "bild.png:1:1 error broken-image\n"},
		{"too many pixels", "too-many-pixels", withImage("bild.png", hugePNG()), ny + "bild.png:1:1 error too-many-pixels\n"},
		{"a JPEG called PNG", "not-what-it-says", withImage("bild.png", jpegOf()), ny + "bild.png:1:1 error not-what-it-says\n"},
		{"a sound picture", "", withImage("bild.jpg", jpegOf()), ""},
		{"a photograph with a position, published as it is", "photo-position", map[string]string{"content/static/foto.jpg": withPosition(jpegOf())}, "content/static/foto.jpg:1:1 error photo-position\n"},
		{"a photograph with a position, beside an item", "", withImage("foto.jpg", withPosition(jpegOf())), ""},
		{"a damaged document", "broken-file", withFile("a.pdf", "%PDF-1.7\nx\n"), ny + "a.pdf:1:1 error broken-file\n"},
		{"a table in Latin 1", "text-encoding", withFile("a.csv", "\xe5,b\n1,2\n"), ny + "a.csv:1:1 error text-encoding\n"},
	}
}

// What no text file can show is told at its place all the same.
func TestDiagnosticsOfBuiltSites(t *testing.T) {
	for _, c := range builtCases() {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			site := baseSite(t)
			for name, content := range c.files {
				site[name] = &fstest.MapFile{Data: []byte(content)}
			}
			list := findings(t, diagnosticCase{}, site, nil)
			if d := cmp.Diff(c.want, told(list)); d != "" {
				t.Error(d)
			}
			checkWords(t, list)
		})
	}
}

// specialCases are files of kinds that a site cannot use, and a name that it cannot read.
func specialCases() []builtCase {
	return []builtCase{
		{name: "a link", code: "symlink"}, {name: "a pipe", code: "special-file"}, {name: "a name that is not UTF-8", code: "name-encoding"},
	}
}

// Links are not followed, wherever they lead, and pipes are not read.
func TestDiagnosticsOfSpecialFiles(t *testing.T) {
	site := baseSite(t)
	site["content/om/link.md"] = &fstest.MapFile{Mode: fs.ModeSymlink | 0o777, Data: []byte("../topics/naringsliv.md")}
	site["content/out"] = &fstest.MapFile{Mode: fs.ModeSymlink | 0o777, Data: []byte("/etc")}
	site["content/om/pipe.md"] = &fstest.MapFile{Mode: fs.ModeNamedPipe | 0o644}
	list := findings(t, diagnosticCase{}, site, nil)
	want := "content/om/link.md:1:1 error symlink\ncontent/om/pipe.md:1:1 error special-file\ncontent/out:1:1 error symlink\n"
	if d := cmp.Diff(want, told(list)); d != "" {
		t.Error(d)
	}
	checkWords(t, list)
}

// The same on a disk, where links lead somewhere and names are bytes.
func TestDiagnosticsOnDisk(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("needs links, and names that are not UTF-8")
	}
	dir, secret := t.TempDir(), filepath.Join(t.TempDir(), "secret.md")
	for _, err := range []error{
		os.CopyFS(dir, baseSite(t)),
		os.Mkdir(filepath.Join(dir, "content/om"), 0o755),
		os.WriteFile(secret, []byte(own), 0o644),
		os.Symlink(secret, filepath.Join(dir, "content/om/link.md")),
		os.Symlink(filepath.Dir(secret), filepath.Join(dir, "content/out")),
		os.WriteFile(filepath.Join(dir, "content/om/\xe5.md"), []byte(own), 0o644),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	list := findings(t, diagnosticCase{}, root.FS(), nil)
	want := `content/om/\xe5.md:1:1 error name-encoding` + "\ncontent/om/link.md:1:1 error symlink\ncontent/out:1:1 error symlink\n"
	if d := cmp.Diff(want, told(list)); d != "" {
		t.Error(d)
	}
	checkWords(t, list)
}

func painting() image.Image {
	m := image.NewGray(image.Rect(0, 0, 8, 6))
	for i := range m.Pix {
		m.Pix[i] = byte(i * 5)
	}
	return m
}

func pngOf() string {
	var b bytes.Buffer
	if err := png.Encode(&b, painting()); err != nil {
		panic(err)
	}
	return b.String()
}

func jpegOf() string {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, painting(), nil); err != nil {
		panic(err)
	}
	return b.String()
}

// hugePNG claims a width and height of 65,535 in its header (PNG, second edition, 11.2.2), with the checksum that fits.
func hugePNG() string {
	b := []byte(pngOf())
	binary.BigEndian.PutUint32(b[16:], 65535)
	binary.BigEndian.PutUint32(b[20:], 65535)
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
	return string(b)
}

// withPosition puts an Exif directory with a latitude of 57° N into a JPEG (Exif 2.32, 4.6.6).
func withPosition(photo string) string {
	exif := "Exif\x00\x00" + "II*\x00\x08\x00\x00\x00" +
		"\x01\x00" + "\x25\x88\x04\x00\x01\x00\x00\x00\x1a\x00\x00\x00" + "\x00\x00\x00\x00" + // the pointer to the position's directory, at 26
		"\x02\x00" + "\x01\x00\x02\x00\x02\x00\x00\x00N\x00\x00\x00" +
		"\x02\x00\x05\x00\x03\x00\x00\x00\x38\x00\x00\x00" + "\x00\x00\x00\x00" + // the latitude, at 56
		"\x39\x00\x00\x00\x01\x00\x00\x00" + "\x00\x00\x00\x00\x01\x00\x00\x00" + "\x00\x00\x00\x00\x01\x00\x00\x00"
	return photo[:2] + "\xff\xe1" + string(binary.BigEndian.AppendUint16(nil, uint16(len(exif)+2))) + exif + photo[2:]
}
