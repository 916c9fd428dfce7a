package sample_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/render/page/sample"
)

// ours is a theme that stands on portal, with a type, a layout and a part of its own.
func ours(files map[string]string) fstest.MapFS {
	site := fstest.MapFS{}
	for name, text := range map[string]string{
		"theme.yaml": "extends: portal\nlists: {notice: {others: {types: [notice], limit: 5}}}\n",
		"types/notice.yaml": "label: {sv: Kungörelse, en: Notice}\nplural: {sv: Kungörelser, en: Notices}\nlayout: notice\nfields:\n" +
			"  - {name: appeal, kind: date, label: {sv: Överklaga, en: Appeal}}\n" +
			"  - {name: open, kind: boolean, label: {sv: Öppen, en: Open}}\n" +
			"  - {name: board, kind: choice, label: {sv: Nämnd, en: Board}, choices: [{value: building, label: {sv: Bygg, en: Building}}]}\n" +
			"  - {name: who, kind: reference, to: [person], label: {sv: Vem, en: Who}}\n" +
			"  - {name: kin, kind: map, label: {sv: Släkt, en: Kin}, fields: [{name: a, kind: text, label: {sv: A, en: A}}, {name: b, kind: period, label: {sv: B, en: B}}]}\n",
		"layouts/notice.html": "<!DOCTYPE html><title>{{.Page.FullTitle}}</title><p>{{.Page.Lang}} {{.Page.Layout}} {{.Item.TypeLabel}}\n" +
			"{{range .Item.Fields}}[{{.Name}} {{.Label}}: {{.Text}} {{.Href}} {{range .Values}}({{.Name}} {{.Text}}){{end}}]{{end}}\n" +
			"{{len .List.others.Items}}{{range .List.others.Items}}<b>{{.Title}}</b>{{end}}{{.Item.Body}}{{with .Item.Image}}<img src=\"{{.Src}}\" alt=\"{{.Alt}}\">{{end}}\n",
		"parts/footer.html": "<footer>OUR OWN FOOT</footer>",
	} {
		site["themes/ours/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range files {
		site["themes/ours/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return site
}

const frame = `
one:
  about: {sv: En, en: One}
  like: page/short
  page: {title: Ny plan, lang: en}
`

// made makes the page of one sample of notice.yaml, and tells the faults as "line:column code".
func made(t *testing.T, text, name string) (page, faults string) {
	t.Helper()
	th := load(t, ours(map[string]string{"samples/notice.yaml": text, "samples/dot.svg": "<svg/>"}), "ours")
	for _, r := range recipes(th) {
		if r.Path != sample.Folder+output.Path("notice/"+name+"index.html") {
			continue
		}
		var b bytes.Buffer
		err := r.Make(&b)
		var fault *sample.Fault
		if errors.As(err, &fault) {
			for _, d := range fault.Diagnostics() {
				faults += fmt.Sprintf("%d:%d %s\n", d.Line, d.Column, d.Code)
				if d.File != "themes/ours/samples/notice.yaml" || d.Excerpt == "" && d.Line > 1 {
					t.Errorf("%s:%d has the excerpt %q", d.File, d.Line, d.Excerpt)
				}
			}
		} else if err != nil {
			t.Fatal(err)
		}
		return b.String(), faults
	}
	t.Fatalf("no sample %q", name)
	return "", ""
}

// Values of every kind are written as in front matter, and shown as a site shows them.
func TestFieldsOfSamples(t *testing.T) {
	page, faults := made(t, frame+`  item:
    title: Ny plan
    type: notice
    text: <p>Text &amp; mer</p>
    image: {src: dot.svg, alt: En punkt}
    data:
      appeal: 2026-12-11
      open: true
      board: building
      who: malin
      kin: {b: 2026-Q3, a: Ett}
  list: {others: {items: [{title: Första, type: notice}, {times: 3, of: [{title: Andra, type: notice}, {title: Tredje, type: notice}]}]}}
`, "one/")
	if faults != "" {
		t.Fatal(faults)
	}
	want := `<!DOCTYPE html><title>Ny plan – Tillväxtportalen</title><p>en notice Notice
[appeal Appeal: 11 December 2026  ][open Open: Yes  ][board Board: Building  ][who Who: Malin Åbylund /personer/malin-abylund/ ][kin Kin:   (a Ett)(b third quarter of 2026)]
4<b>Första</b><b>Andra</b><b>Tredje</b><b>Andra</b><p>Text &amp; mer</p><img src="/base/.growthportal/samples/dot.svg" alt="En punkt">
`
	if d := cmp.Diff(want, strings.ReplaceAll(page, "\u00a0", " ")); d != "" {
		t.Error(d)
	}
}

// What is written wrongly is told at its place, all of it; nothing is taken for something else.
func TestFaultsInSamples(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"an unknown key", frame + "  item: {title: A, type: notice, sumary: B}\n", "6:34 unknown-key\n"},
		{"what the theme says itself", frame + "  text: {menu: Meny}\n", "6:3 unknown-key\n"},
		{"what follows from the file", frame + "  item: {title: A, type: notice}\ntwo: {about: x, like: one, page: {layout: home}}\n", ""},
		{"missing keys", frame + "  gone: {}\n  listing: {items: [{summary: A}]}\n", "6:9 missing-key\n7:12 missing-key\n7:21 missing-key\n7:21 missing-key\n"},
		{"an unknown type", frame + "  item: {title: A, type: notis}\n", "6:26 bad-choice\n"},
		{"an unknown field", frame + "  item: {title: A, type: notice, data: {apeal: 2026-12-11}}\n", "6:41 unknown-key\n"},
		{"a wrong value of a field", frame + "  item: {title: A, type: notice, data: {appeal: snart, open: ja, board: x}}\n", "6:49 bad-date\n6:62 bad-boolean\n6:73 bad-choice\n"},
		{"an unknown card", frame + "  item: {title: A, type: notice, related: [nobody]}\n", "6:44 bad-choice\n"},
		{"an unknown list", frame + "  list: {news: {items: []}}\n", "6:10 unknown-key\n"},
		{"an unknown picture", frame + "  item: {title: A, type: notice, image: {src: bild.svg, alt: \"\"}}\n", "6:47 bad-choice\n"},
		{"a picture without alternative text", frame + "  item: {title: A, type: notice, image: {src: dot.svg}}\n", "6:41 missing-key\n"},
		{"a number in words", frame + "  item: {title: A, type: notice, words: många}\n", "6:41 bad-number\n"},
		{"too many", frame + "  item: {title: A, type: notice, related: [{times: 1000000, of: [malin]}]}\n", "6:52 number-out-of-range\n"},
		{"like nothing", "one: {about: A, like: two}\n", "1:23 bad-choice\n"},
		{"like itself", "one: {about: A, like: notice/one}\n", "1:23 bad-choice\n"},
		{"like one another", "one: {about: A, like: two}\ntwo: {about: B, like: one}\n", "2:23 bad-choice\n"},
		{"without anything", "one: {}\n", "1:6 missing-key\n1:6 missing-key\n1:6 missing-key\n"},
		{"a language of no site", "one: {about: A, like: page/short, page: {lang: de}}\n", "1:48 bad-choice\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			name := "one/"
			if strings.Contains(c.text, "\ntwo: {about: x") {
				name, c.want = "two/", "7:35 unknown-key\n"
			}
			_, faults := made(t, c.text, name)
			if d := cmp.Diff(c.want, faults); d != "" {
				t.Error(d)
			}
		})
	}
	for _, c := range []struct{ name, text, want string }{
		{"no mapping", "- a\n", "1:1 yaml-not-mapping\n"},
		{"nothing", "", "1:1 empty-file\n"},
		{"a name with capitals", "One: {about: A}\n", "1:1 bad-name\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, faults := made(t, c.text, ""); faults != c.want {
				t.Errorf("%q", faults)
			}
		})
	}
}

// A theme that stands on another shows that one's samples with its own parts, and its own beside them.
func TestSamplesOfATheme(t *testing.T) {
	th := load(t, ours(map[string]string{"samples/notice.yaml": frame + "  item: {title: A, type: notice}\n", "samples/nothing.yaml": "one: {}\n"}), "ours")
	pages := map[output.Path]output.Recipe{}
	for _, r := range recipes(th) {
		pages[r.Path] = r
	}
	if page := write(t, pages[sample.Folder+"article/full/index.html"]); !strings.Contains(page, "OUR OWN FOOT") {
		t.Error("a sample of portal's is not shown with the theme's own part")
	}
	if page := write(t, pages[sample.Folder+"index.html"]); !strings.Contains(page, `<a href="notice/one/">one</a>: En`) ||
		!strings.Contains(page, `<a href="nothing/">themes/ours/samples/nothing.yaml</a> (går inte att läsa)`) {
		t.Errorf("the list has not what is there:\n%s", page)
	}
	var b bytes.Buffer
	var fault *sample.Fault
	if err := pages[sample.Folder+"nothing/index.html"].Make(&b); !errors.As(err, &fault) || fault.Found[0].Code != "unknown-layout" {
		t.Errorf("a file named for no layout gives %v", err)
	}
}

// A theme is for many sites: where one has no English, the samples in English are left out, and the others stay.
func TestSamplesInLanguagesOfTheSite(t *testing.T) {
	th := load(t, nil, "portal")
	var pages []string
	for _, r := range sample.Recipes(sample.Input{
		Context: context.Background(), Theme: th, Languages: []locale.Lang{locale.Swedish}, Location: time.UTC,
		Href: func(u model.URL) string { return string(u) },
	}) {
		pages = append(pages, string(r.Path))
		if text := write(t, r); strings.Contains(text, `<html lang="en">`) {
			t.Errorf("%s is in English", r.Path)
		}
	}
	if slices.Contains(pages, sample.Folder+"page/english/index.html") || !slices.Contains(pages, sample.Folder+"404/both/index.html") {
		t.Error(pages)
	}
}

// A sample is made anew when it, its layout or a part changes, and only then.
func TestKeysOfSamples(t *testing.T) {
	key := func(files map[string]string) output.Digest {
		for _, r := range recipes(load(t, ours(files), "ours")) {
			if r.Path == sample.Folder+"notice/one/index.html" {
				return r.Inputs
			}
		}
		t.Fatal("no sample")
		return output.Digest{}
	}
	text := frame + "  item: {title: A, type: notice}\n"
	first := key(map[string]string{"samples/notice.yaml": text})
	if again := key(map[string]string{"samples/notice.yaml": text}); again != first {
		t.Error("the key is another without reason")
	}
	for name, files := range map[string]map[string]string{
		"sample":       {"samples/notice.yaml": strings.Replace(text, "title: A", "title: B", 1)},
		"layout":       {"samples/notice.yaml": text, "layouts/notice.html": "<!DOCTYPE html><title>{{.Page.Title}}{{len .List.others.Items}}</title>"},
		"card":         {"samples/notice.yaml": text, "samples/cards.yaml": "x: {title: X, type: notice}\n"},
		"style sheet":  {"samples/notice.yaml": text, "assets/site.css": "p{color:red}"},
		"text":         {"samples/notice.yaml": text, "text/sv.yaml": "menu: Mer\n"},
		"type's label": {"samples/notice.yaml": text, "types/notice.yaml": "label: {sv: K, en: N}\nplural: {sv: K, en: N}\nlayout: notice\n"},
	} {
		if key(files) == first {
			t.Errorf("another %s leaves the key as it was", name)
		}
	}
}
