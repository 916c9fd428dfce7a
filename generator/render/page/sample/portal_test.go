package sample_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/read/source"
	"growthportal/generator/read/theme"
	"growthportal/generator/render/page/sample"
	"growthportal/themes"
)

// load loads a theme of the site's, or the one that is built in, with its samples.
func load(t *testing.T, site fstest.MapFS, name string) *theme.Theme {
	t.Helper()
	snap, _, err := source.Scan(site, []string{"themes"})
	if err != nil {
		t.Fatal(err)
	}
	th, diags, err := theme.Load(theme.Request{
		Snapshot: snap, Builtin: themes.FS(), Name: name, Languages: locale.Langs(), Samples: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		t.Errorf("%s:%d:%d: %s", d.File, d.Line, d.Column, d.Message(locale.English))
	}
	return th
}

func recipes(th *theme.Theme) []output.Recipe {
	return sample.Recipes(sample.Input{
		Context: context.Background(), Theme: th, Languages: locale.Langs(), Location: time.UTC, Program: "growthportal test",
		Href: func(u model.URL) string { return "/base" + string(u) },
	})
}

// write makes a page, and tells every mistake in the sample.
func write(t *testing.T, r output.Recipe) string {
	t.Helper()
	var b bytes.Buffer
	err := r.Make(&b)
	var fault *sample.Fault
	if errors.As(err, &fault) {
		for _, d := range fault.Diagnostics() {
			t.Errorf("%s:%d:%d: %s (%s)", d.File, d.Line, d.Column, d.Message(locale.English), d.HintText(locale.English))
		}
	} else if err != nil {
		t.Errorf("%s: %v", r.Path, err)
	}
	return b.String()
}

// Every sample of the theme that is part of the program can be shown, every layout has one, and the list leads to all.
func TestPortalSamples(t *testing.T) {
	th := load(t, nil, "portal")
	list := recipes(th)
	index := write(t, list[0])
	for _, r := range list[1:] {
		page := write(t, r)
		href := strings.TrimSuffix(strings.TrimPrefix(string(r.Path), sample.Folder), "index.html")
		if strings.HasSuffix(string(r.Path), ".html") && !strings.Contains(index, `href="`+href+`"`) {
			t.Errorf("the list does not lead to %s", r.Path)
		}
		for _, bad := range []string{"ZgotmplZ", "<no value>", "%!"} {
			if strings.Contains(page, bad) {
				t.Errorf("%s: %s", r.Path, bad)
			}
		}
	}
	for _, layout := range th.Layouts() {
		if !slices.ContainsFunc(list, func(r output.Recipe) bool { return strings.HasPrefix(string(r.Path), sample.Folder+layout+"/") }) {
			t.Errorf("the layout %q has no sample", layout)
		}
	}
}

// Every part of the theme that is part of the program is drawn by some sample: with an element of its own, and not only
// called. What no sample shows, nobody looks at.
func TestEveryPartIsDrawn(t *testing.T) {
	site := fstest.MapFS{}
	var parts []string
	err := fs.WalkDir(themes.FS(), "portal", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(themes.FS(), name)
		if part, ok := strings.CutPrefix(name, "portal/parts/"); ok {
			part = strings.TrimSuffix(part, ".html")
			parts = append(parts, part)
			content = marked(content, part)
		}
		site["themes/"+strings.Replace(name, "portal", "marked", 1)] = &fstest.MapFile{Data: content}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, r := range recipes(load(t, site, "marked")) {
		all.WriteString(write(t, r))
	}
	for _, part := range parts {
		if !strings.Contains(all.String(), mark(part)) {
			t.Errorf("no sample draws the part %q", part)
		}
	}
}

func mark(part string) string { return "[[" + part + "]]" }

// marked puts a mark behind every tag that a part opens: it is seen where a tag has been written. In a part without tags
// it stands at the beginning.
func marked(content []byte, part string) []byte {
	text, out := string(content), ""
	inTag := false
	for at := 0; at < len(text); at++ {
		if strings.HasPrefix(text[at:], "{{") {
			end := at + strings.Index(text[at:], "}}") + 2
			out += text[at:end]
			at = end - 1
			continue
		}
		out += text[at : at+1]
		switch {
		case text[at] == '<' && at+1 < len(text) && text[at+1] >= 'a' && text[at+1] <= 'z':
			inTag = true
		case text[at] == '>' && inTag:
			inTag = false
			out += mark(part)
		}
	}
	if !strings.Contains(out, mark(part)) {
		out = mark(part) + out
	}
	return []byte(out)
}
