package main_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"growthportal/generator/cli"
	"growthportal/generator/model"
	"growthportal/themes"
)

// The examples in the reference of docs/writing.md, each of which names its file, are a site that is built without a remark. Those of the
// manual before it have a test of their own.
func TestWritingExamples(t *testing.T) {
	dir := newSite(t)
	n := placeExamples(t, dir, "../docs/writing.md", "# Reference")
	if n < 8 {
		t.Errorf("only %d examples", n)
	}
	for _, folder := range []string{"2026-11-20-ny-bro", "2026-11-22-bilder"} {
		writeFile(t, dir, "content/press/"+folder+"/bro.jpg", picture(t))
	}
	writeFile(t, dir, "content/press/2026-11-20-ny-bro/bron-i-siffror.pdf", []byte(onePage))
	buildQuietly(t, dir)
}

// The theme of docs/themes.md that has colours of its own is sound too, and its style sheet has them.
func TestColorExample(t *testing.T) {
	dir := newSite(t)
	for _, b := range codeBlocks(t, "../docs/themes.md") {
		if _, name, ok := strings.Cut(b.info, " "); ok && strings.HasPrefix(name, "themes/warm/") {
			writeFile(t, dir, name, []byte(b.text))
		}
	}
	config, err := os.ReadFile(filepath.Join(dir, "config.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	config = bytes.Replace(config, []byte("theme: portal\n"), []byte("theme: warm\nbrand: {secondary: \"#7a4a00\"}\n"), 1)
	writeFile(t, dir, "config.yaml", config)
	buildQuietly(t, dir)
	sheets, err := filepath.Glob(filepath.Join(dir, "public", "assets", "site.*.css"))
	if err != nil || len(sheets) != 1 {
		t.Fatal(sheets, err)
	}
	css, err := os.ReadFile(sheets[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"--accent:light-dark(#", "--tint:light-dark(#fdf6e9,#262016)"} {
		if !bytes.Contains(css, []byte(want)) {
			t.Errorf("the style sheet does not say %q", want)
		}
	}
}

// Every key that all types have is told of in docs/writing.md, and in Swedish in docs/skriva.md.
func TestCoreKeysAreDocumented(t *testing.T) {
	for _, file := range []string{"writing.md", "skriva.md"} {
		content, err := os.ReadFile(filepath.Join("..", "docs", file))
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range model.CoreKeys() {
			if !strings.Contains(string(content), "\n| `"+key+"` |") {
				t.Errorf("docs/%s does not tell of %q", file, key)
			}
		}
	}
}

// newSite is a site as the program makes them, with nothing in its list of news.
func newSite(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	if out, status := run("init", dir); status != 0 {
		t.Fatalf("init: %d\n%s", status, out)
	}
	if err := os.RemoveAll(filepath.Join(dir, "content", "press")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// run runs the program at the instant of the samples.
func run(args ...string) (output string, status int) {
	var out bytes.Buffer
	status = cli.Run(cli.Env{
		Args: append(args, "--now", sampleNow, "--messages", "en"), Stdout: &out, Stderr: &out,
		Getenv: func(string) string { return "" }, Clock: func() time.Time { return time.Unix(0, 0) }, Themes: themes.FS(),
	})
	return out.String(), status
}

// placeExamples writes the blocks below a heading of a document whose opening line names a file, and tells how many there were.
func placeExamples(t *testing.T, dir, document, heading string) int {
	t.Helper()
	content, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	before, _, found := strings.Cut(string(content), "\n"+heading+"\n")
	if !found {
		t.Fatalf("%s has no heading %q", document, heading)
	}
	n := 0
	for _, b := range codeBlocks(t, document) {
		if _, name, ok := strings.Cut(b.info, " "); ok && b.line > strings.Count(before, "\n")+1 {
			writeFile(t, dir, name, []byte(b.text))
			n++
		}
	}
	return n
}

func writeFile(t *testing.T, dir, name string, content []byte) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

// buildQuietly builds a site in which nothing must be found wrong.
func buildQuietly(t *testing.T, dir string) {
	t.Helper()
	out, status := run("build", "--strict", "--source", dir)
	if status != 0 {
		t.Errorf("the examples cannot be built: %d\n%s", status, out)
	}
}

func picture(t *testing.T) []byte {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, 24, 16))
	img.Set(3, 3, color.White)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// onePage is a PDF of one empty page.
const onePage = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj
xref
0 4
0000000000 65535 f 
0000000009 00000 n 
0000000053 00000 n 
0000000102 00000 n 
trailer <</Size 4/Root 1 0 R>>
startxref
166
%%EOF
`
