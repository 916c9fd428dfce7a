package main

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"growthportal/generator/check"
	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/read/document"
)

// The sample is a model of what check asks for: it finds nothing in what is published or scheduled, and every rule that the
// sample silences is silenced for a reason, in either language.
func TestSampleChecks(t *testing.T) {
	portal := sample(t)
	subject := &check.Subject{
		Config: portal.plan.Config, Documents: portal.plan.Documents, Read: portal.plan.Sources.Read, Now: portal.plan.Now,
		Told: portal.plan.Diagnostics, Built: &check.Built{Base: portal.plan.Config.URL},
	}
	subject.Settings, _ = check.Settle(portal.plan.Config.Check)
	var err error
	if subject.Terms, err = check.Terms(func(path string) ([]byte, error) { return fs.ReadFile(os.DirFS(".."), path) }, portal.plan.Config.Languages); err != nil {
		t.Fatal(err)
	}
	if len(subject.Terms) < 20 {
		t.Errorf("only %d terms are explained", len(subject.Terms))
	}
	claims := map[string]string{}
	for _, r := range portal.plan.Recipes {
		claims[string(r.Path)] = r.Claim
	}
	for file, content := range portal.files {
		subject.Built.Take(file, claims[file], content)
	}
	result, err := check.Run(subject)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range result.Findings {
		if d.Severity == diag.Error || !d.Unpublished {
			t.Errorf("%s:%d:%d: %s: %s [%s]", d.File, d.Line, d.Column, d.Severity, d.Message(locale.English), d.Code)
		}
	}
	for _, s := range result.Silenced {
		if s.Findings == 0 || s.Reason == "" {
			t.Errorf("%s: %s is silenced for nothing, or without a reason", s.File, s.Rule)
		}
	}
}

// tagInWord is HTML within a word, as in "CO<sub>2</sub>".
var tagInWord = regexp.MustCompile(`</?[a-z]+>`)

// A word of the sample is found in its file at the place that it is said to stand at: a finding is always shown at the very
// word.
func TestSampleWordsHavePlaces(t *testing.T) {
	words := 0
	for _, doc := range sample(t).plan.Documents {
		content, err := os.ReadFile("../" + doc.Path)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(content), "\n")
		written := document.WrittenAs(doc, content)
		for _, block := range written.Texts() {
			for _, word := range locale.Words(block.Text) {
				place := block.Place(word.From, word.To)
				if strings.ContainsAny(word.Text, " \n") || place.EndColumn == 0 {
					continue
				}
				line := []rune(lines[place.Line-1])
				got := tagInWord.ReplaceAllString(string(line[place.Column-1:min(place.EndColumn-1, len(line))]), "")
				if got != word.Text {
					t.Errorf("%s:%d:%d: %q stands there, want %q", doc.Path, place.Line, place.Column, got, word.Text)
				}
				words++
			}
		}
	}
	if words < 20_000 {
		t.Errorf("only %d words were looked at", words)
	}
}
