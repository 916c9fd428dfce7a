package output

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
)

const sampleManifest = `growthportal manifest 1
published 2
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 0 index.html
ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad 3 robots with space.txt
kept 1
ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad 3 assets/site.css
`

// A manifest is read and written in one form only; it is published, so the form is a promise.
func TestManifestForm(t *testing.T) {
	m, ours, err := parseManifest([]byte(sampleManifest))
	if err != nil || !ours {
		t.Fatalf("ours %v, error %v", ours, err)
	}
	if got := m.encode(); !bytes.Equal(got, []byte(sampleManifest)) {
		t.Errorf("written as\n%s", got)
	}
	if e, ok := m.Lookup("robots with space.txt"); !ok || e.Size != 3 || e.Content != Sum([]byte("abc")) {
		t.Errorf("lookup gave %v, %v", e, ok)
	}
	if _, kept := m.Kept.Lookup("assets/site.css"); !kept || m.Published.Len() != 2 {
		t.Errorf("sections are mixed")
	}
	empty := (&Manifest{}).encode()
	if m, _, err := parseManifest(empty); err != nil || m.Published.Len() != 0 {
		t.Errorf("the empty manifest: %v", err)
	}
}

// Whatever was done to a manifest, it is not read as something else; by its first line it is still ours.
func TestDamagedManifest(t *testing.T) {
	replace := func(old, new string) string {
		if !strings.Contains(sampleManifest, old) {
			t.Fatalf("nothing to replace: %q", old)
		}
		return strings.Replace(sampleManifest, old, new, 1)
	}
	for name, text := range map[string]string{
		"cut":                sampleManifest[:len(sampleManifest)-1],
		"first line only":    "growthportal manifest 1\n",
		"more":               sampleManifest + "x\n",
		"later version":      replace("manifest 1", "manifest 2"),
		"CRLF":               strings.ReplaceAll(sampleManifest, "\n", "\r\n"),
		"too many":           replace("published 2", "published 3"),
		"too few":            replace("published 2", "published 1"),
		"absurdly many":      replace("published 2", "published 2000000000"),
		"negative":           replace("published 2", "published -2"),
		"order":              replace("robots", "a"),
		"size with a zero":   replace(" 3 ", " 03 "),
		"size with a sign":   replace(" 3 ", " -3 "),
		"upper case":         replace("ba78", "BA78"),
		"short hash":         replace("ba78", "a78"),
		"way up":             replace("robots with space.txt", "robots/../../etc"),
		"absolute":           replace("index.html", "/etc/passwd"),
		"our own name":       replace("index.html", ".manifest"),
		"kept and no asset":  replace("assets/site.css", "site.css"),
		"kept and published": replace("index.html", "assets/site.css"),
	} {
		if m, ours, err := parseManifest([]byte(text)); m != nil || !ours || !errors.Is(err, errDamaged) {
			t.Errorf("%s: manifest %v, ours %v, error %v", name, m, ours, err)
		}
	}
	for _, text := range []string{"", "growthportal", "{}", "\xef\xbb\xbf" + sampleManifest} {
		if _, ours, err := parseManifest([]byte(text)); ours || err == nil {
			t.Errorf("%q was taken as ours", text)
		}
	}
}

// A journal is read as it was written, and anything else as a spare in which nothing is trusted.
func TestJournalForm(t *testing.T) {
	d := Sum(nil)
	for _, j := range []journal{
		{state: stateMaking}, {state: stateBefore}, {state: stateBefore, steps: []step{{path: ".gitkeep"}}}, {state: stateInPlace},
		{state: stateInPlace, steps: []step{{"a b", &d, nil}, {"b", nil, &d}, {"c", nil, nil}, {manifestName, &d, &d}}},
	} {
		text := string(j.encode())
		if got := parseJournal(text); !reflect.DeepEqual(got, j) {
			t.Errorf("%q was read as %v", text, got)
		}
		for i := range text {
			if cut := parseJournal(text[:i]); cut.state == stateInPlace && len(cut.steps) > len(j.steps) {
				t.Errorf("%q was read as %v", text[:i], cut)
			}
		}
	}
	for _, text := range []string{
		"", "x", journalHeader, journalHeader + "before", journalHeader + "none\n", journalHeader + "making\n- - a\n",
		journalHeader + "in-place\n- - ../a\n", journalHeader + "in-place\n- -\n", journalHeader + "in-place\n0 - a\n", journalHeader + "in-place\n- - a",
	} {
		if got := parseJournal(text); !reflect.DeepEqual(got, journal{state: stateMaking}) {
			t.Errorf("%q was read as %v", text, got)
		}
	}
}

// Only names that every system can hold are paths, and our own are not.
func TestPathValid(t *testing.T) {
	for _, p := range []Path{"index.html", "a/b/c", ".well-known/security.txt", "å/ä ö.txt", "a..b", "_headers", "a/.manifest", "console/com/com10/index.html", Path(strings.Repeat("a", 255))} {
		if !p.Valid() {
			t.Errorf("%q is no path", p)
		}
	}
	for _, p := range []Path{
		"", ".", "..", "/a", "a/", "a//b", "a/./b", "a/../b", "../a", `a\b`, "a:b", "a\x00", "a\nb", "a\x7f", "a.", "a./b", "a ", "a /b",
		".manifest", ".journal", ".tmp-1", "a/.tmp-1", "a\xff", Path(strings.Repeat("a", 256)),
		"con/index.html", "a/Aux", "nul.txt", "com1", "lpt².x/a", "a?", "a*b", `a"`, "<a>", "a|b", Path(strings.Repeat("ab/", 300) + "a"),
	} {
		if p.Valid() {
			t.Errorf("%q is a path", p)
		}
	}
}
