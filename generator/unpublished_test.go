package main_test

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"

	"growthportal/generator/read/yaml"
)

// What is not published leaves no trace: the site with its drafts and scheduled items is, byte for byte and down to the
// list of its files, the site without them.
func TestUnpublishedLeaveNoTrace(t *testing.T) {
	unpublished := map[string]bool{}
	for _, item := range sampleItems(t) {
		if item.draft || item.date > sampleNow {
			unpublished[item.file] = true
		}
	}
	if len(unpublished) < 2 {
		t.Fatalf("the site has only %d drafts and scheduled items", len(unpublished))
	}
	const address = "https://tillvaxt.example.se/"
	with := publish(t, copySite(t, nil), address)
	without := publish(t, copySite(t, func(name string) bool { return unpublished[name] }), address)
	if len(with.files) != len(without.files) {
		t.Errorf("%d files, and %d without what is not published", len(with.files), len(without.files))
	}
	for _, name := range slices.Sorted(maps.Keys(with.files)) {
		if !bytes.Equal(with.files[name], without.files[name]) {
			t.Errorf("%s tells of something that is not published", name)
		}
	}
	for _, name := range []string{".manifest", "_headers", "_redirects"} {
		a, errA := os.ReadFile(path.Join(with.dir, name))
		b, errB := os.ReadFile(path.Join(without.dir, name))
		if errA != nil || errB != nil || !bytes.Equal(a, b) {
			t.Errorf("%s tells of something that is not published (%v, %v)", name, errA, errB)
		}
	}
}

// Of an item that has come down nothing is left but its URL: neither its title nor a phrase that only it used.
func TestExpiredLeaveNoText(t *testing.T) {
	p := publish(t, copySite(t, nil), "https://tillvaxt.example.se/")
	var expired []item
	elsewhere := map[string]bool{}
	for _, item := range sampleItems(t) {
		if item.expires != "" && item.expires < sampleNow {
			expired = append(expired, item)
			continue
		}
		for phrase := range phrases(item.text) {
			elsewhere[phrase] = true
		}
	}
	if len(expired) == 0 {
		t.Fatal("the site has no item that has come down")
	}
	published := map[string]string{}
	for name, content := range p.files {
		if page := p.pages[name]; page != nil {
			content = append([]byte(page.Text()), content...)
		}
		for phrase := range phrases(string(content)) {
			published[phrase] = name
		}
	}
	checked := 0
	for _, item := range expired {
		for phrase := range phrases(item.body) {
			if elsewhere[phrase] {
				continue
			}
			checked++
			if name, found := published[phrase]; found {
				t.Errorf("%s: %q is still read in %s", item.file, phrase, name)
			}
		}
		for name, page := range p.pages {
			if strings.Contains(page.Text(), item.title) {
				t.Errorf("%s: its title is still read in %s", item.file, name)
			}
		}
	}
	if checked < 10 {
		t.Errorf("only %d phrases of their own: nothing was shown", checked)
	}
}

// item is what decides, in a file of content, whether it is published: read here without the program's own reading.
type item struct {
	file, title, text, body string
	draft                   bool
	date, expires           string // comparable with sampleNow, to the day or the minute
}

// sampleItems reads the front matter of all the site's content.
func sampleItems(t *testing.T) []item {
	t.Helper()
	var items []item
	err := fs.WalkDir(os.DirFS(".."), "content", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".md" {
			return err
		}
		content, err := os.ReadFile("../" + name)
		if err != nil {
			return err
		}
		front, body, found := strings.Cut(strings.TrimPrefix(string(content), "---\n"), "\n---\n")
		if !found {
			t.Errorf("%s has no front matter", name)
		}
		node, diags := yaml.Parse(name, []byte(front), 2)
		if len(diags) > 0 {
			t.Errorf("%s: %v", name, diags)
		}
		text := func(key string) string {
			if value := node.Get(key); value != nil {
				return strings.Replace(value.Text, " ", "T", 1)
			}
			return ""
		}
		it := item{
			file: name, text: string(content), body: body, title: node.Get("title").Text,
			draft: text("draft") == "true", date: text("date"), expires: text("expires"),
		}
		if it.date == "" {
			it.date = nameDate(name)
		}
		if len(it.expires) == len("2006-01-02") {
			it.expires += "T24"
		}
		items = append(items, it)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return items
}

// nameDate is the date that the name of a file or of its folder begins with.
func nameDate(name string) string {
	for _, part := range strings.Split(name, "/") {
		if len(part) > 11 && part[4] == '-' && part[7] == '-' && part[10] == '-' && strings.Trim(part[:4], "0123456789") == "" {
			return part[:10]
		}
	}
	return ""
}

// phrases are the runs of three words in a text, in lower case and without punctuation.
func phrases(text string) map[string]bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	found := map[string]bool{}
	for i := range len(words) - 2 {
		found[strings.Join(words[i:i+3], " ")] = true
	}
	return found
}
