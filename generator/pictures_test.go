package main

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"growthportal/generator/cli"
	"growthportal/generator/read/media"
	"growthportal/themes"
)

// photograph is a large JPEG that says where it was taken.
func photograph(t *testing.T, width, height int) string {
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for i := range m.Pix {
		m.Pix[i] = uint8(i * i / 64)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return withPosition(b.String())
}

func gifOf(t *testing.T, frames ...*image.Paletted) string {
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, &gif.GIF{Image: frames, Delay: make([]int, len(frames))}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// pictureSite is the base site on a disk, with files put over it; it can be built again and again.
type pictureSite struct{ dir string }

func newPictureSite(t *testing.T, files map[string]string) pictureSite {
	site := baseSite(t)
	for name, content := range files {
		site[name] = &fstest.MapFile{Data: []byte(content)}
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, site); err != nil {
		t.Fatal(err)
	}
	return pictureSite{dir}
}

// build builds the site, and gives what it said and the published files.
func (s pictureSite) build(t *testing.T, args ...string) (status int, said string, files map[string]string) {
	t.Helper()
	var out bytes.Buffer
	public := filepath.Join(s.dir, "public")
	status = cli.Run(cli.Env{
		Args:   append([]string{"build", "--source", s.dir, "--destination", public, "--now", "2026-11-23", "--messages", "en"}, args...),
		Stdout: &out, Stderr: &out, Getenv: func(string) string { return "" }, Clock: time.Now, Themes: themes.FS(),
	})
	files = map[string]string{}
	_ = fs.WalkDir(os.DirFS(public), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			b, _ := os.ReadFile(filepath.Join(public, name))
			files[name] = string(b)
		}
		return nil
	})
	return status, out.String(), files
}

func (s pictureSite) write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(s.dir, name), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func picturesIn(files map[string]string) (names []string) {
	for name := range files {
		if strings.HasPrefix(name, "assets/pictures/") && !strings.Contains(name, "-card.") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

const withPhoto = "---\ntitle: Ny\nimage: {file: Bro över ån.jpg, alt: En bro}\n---\n![B](Bro%20över%20ån.jpg)\n"

// No published byte says where a photograph was taken; its variants are as wide as their addresses and the page say, so
// that nothing moves when they arrive; and what is shared is a JPEG of the size that networks ask for.
func TestPublishedPhotographs(t *testing.T) {
	site := newPictureSite(t, map[string]string{
		"content/press/2026-11-01-ny/index.md": withPhoto, "content/press/2026-11-01-ny/Bro över ån.jpg": photograph(t, 1800, 1200),
	})
	status, said, files := site.build(t)
	if status != 0 {
		t.Fatal(said)
	}
	original, ok := files["press/2026/ny/bro-over-an.jpg"]
	if !ok {
		t.Fatal("the original does not stand below its item")
	}
	names := picturesIn(files)
	if len(names) != 5 {
		t.Errorf("made %v", names)
	}
	page := files["press/2026/ny/index.html"]
	for _, name := range names {
		if media.HasPosition([]byte(files[name])) {
			t.Errorf("%s says where it was taken", name)
		}
		if !strings.Contains(page, name) {
			t.Errorf("nobody refers to %s", name)
		}
		m, err := jpeg.Decode(strings.NewReader(files[name]))
		if err != nil || !strings.Contains(name, "-"+strconv.Itoa(m.Bounds().Dx())+".") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if media.HasPosition([]byte(original)) || len(original) > 3_000_000 {
		t.Error("the original says where it was taken")
	}
	for _, want := range []string{
		` fetchpriority="high"`, ` loading="lazy"`, ` sizes="`, `1400w"`, ` width="1400" height="933"`,
		`<meta property="og:image:width" content="1200">`, `<meta property="og:image:height" content="630">`, `<meta property="og:image:type" content="image/jpeg">`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

// A draft's pictures leave no trace. When a text becomes one, they are gone with it: unlike the theme's assets, none is kept.
func TestPicturesComeDownWithTheirText(t *testing.T) {
	const name = "content/press/2026-11-01-ny/index.md"
	draft := strings.Replace(withPhoto, "title:", "draft: true\ntitle:", 1)
	site := newPictureSite(t, map[string]string{name: draft, "content/press/2026-11-01-ny/Bro över ån.jpg": photograph(t, 900, 600)})
	want := func(n int) {
		t.Helper()
		status, said, files := site.build(t)
		if got := picturesIn(files); status != 0 || len(got) != n {
			t.Errorf("%d pictures, not %d: %v\n%s", len(got), n, got, said)
		}
	}
	want(0)
	site.write(t, name, withPhoto)
	want(4) // 420, 700 and 900 wide, and one to be shared
	site.write(t, name, draft)
	want(0)
}

// A build after which nothing has changed makes no picture again; one whose picture has changed makes its variants.
func TestPicturesAreRemembered(t *testing.T) {
	const photo = "content/press/2026-11-01-ny/Bro över ån.jpg"
	site := newPictureSite(t, map[string]string{"content/press/2026-11-01-ny/index.md": withPhoto, photo: photograph(t, 900, 600)})
	made := func() int {
		t.Helper()
		status, said, _ := site.build(t, "--stats")
		if status != 0 {
			t.Fatal(said)
		}
		return strings.Count(said, "assets/pictures/bro-over-an")
	}
	for i, want := range []int{4, 0} {
		if got := made(); got != want {
			t.Errorf("build %d makes %d pictures, not %d", i+1, got, want)
		}
	}
	site.write(t, photo, photograph(t, 904, 600))
	if got := made(); got != 4 {
		t.Errorf("after the change %d are made", got)
	}
}

// A picture whose header is sound and whose pixels are not stops the build at the picture, and publishes nothing.
func TestBrokenPixelsStopABuild(t *testing.T) {
	whole := photograph(t, 900, 600)
	broken := whole[:len(whole)/2] + "\xff\xd9"
	site := newPictureSite(t, map[string]string{"content/press/2026-11-01-ny/index.md": withPhoto, "content/press/2026-11-01-ny/Bro över ån.jpg": broken})
	status, said, files := site.build(t)
	if status != 1 || !strings.Contains(said, "Bro över ån.jpg:1:1: error:") || !strings.Contains(said, "[broken-image]") || len(files) > 0 {
		t.Errorf("status %d, %d files: %s", status, len(files), said)
	}
}

// An animation stays one: it is shown as it is.
func TestAnimationsStay(t *testing.T) {
	palette := color.Palette{color.Black, color.White}
	frame := image.NewPaletted(image.Rect(0, 0, 800, 500), palette)
	site := newPictureSite(t, map[string]string{
		"content/press/2026-11-01-ny/index.md": "---\ntitle: Ny\nimage: {file: film.gif, alt: En film}\n---\n", "content/press/2026-11-01-ny/film.gif": gifOf(t, frame, frame),
	})
	status, said, files := site.build(t)
	if status != 0 || len(picturesIn(files)) != 0 || !strings.Contains(files["press/2026/ny/index.html"], `src="/press/2026/ny/film.gif"`) {
		t.Errorf("status %d: %s\n%v", status, said, picturesIn(files))
	}
	if !strings.Contains(files["press/2026/ny/index.html"], "-card.") {
		t.Error("what is shared of it is not its card")
	}
}
