package newitem

import (
	"strings"

	"growthportal/generator/model"
	"growthportal/generator/read/document"
	"growthportal/generator/read/yaml"
)

// writtenKeys are the keys of a document's front matter, each with its value as it is written in the file.
func writtenKeys(doc *document.Document, content []byte) map[string]string {
	if doc.Broken {
		return nil
	}
	lines := strings.Split(strings.ReplaceAll(strings.TrimPrefix(string(content), "\uFEFF"), "\r\n", "\n"), "\n")
	end := 1
	for end < len(lines) && strings.TrimRight(lines[end], " \t") != "---" {
		end++
	}
	if end >= len(lines) {
		return nil
	}
	node, _ := yaml.Parse(doc.Path, []byte(strings.Join(lines[1:end], "\n")), 2)
	if node == nil {
		return nil
	}
	taken := map[string]string{}
	for i, pair := range node.Pairs {
		from, to := pair.KeyPlace.Line-1, end
		if i+1 < len(node.Pairs) {
			to = node.Pairs[i+1].KeyPlace.Line - 1
		}
		if pair.KeyPlace.Column != 1 || from >= to {
			continue
		}
		taken[pair.Key] = strings.Join(trimmed(lines[from:to]), "\n")
	}
	return taken
}

// trimmed drops the blank lines and comments that end a stretch: they belong to what follows.
func trimmed(lines []string) []string {
	for len(lines) > 1 {
		last := strings.TrimSpace(lines[len(lines)-1])
		if last != "" && !strings.HasPrefix(last, "#") {
			break
		}
		lines = lines[:len(lines)-1]
	}
	return lines
}

// shared tells whether a key's value is the same in every language. Words are left to the translator, and so is what belongs to
// the life of one version alone.
func shared(t *model.Type, key string) bool {
	switch key {
	case "date", "expires", "topics", "publisher", "contacts", "authors", "related", "points", "case":
		return true
	}
	f, ok := t.Field(key)
	if ok && f.Kind == model.KindList {
		f = *f.Of
	}
	switch f.Kind {
	case model.KindNumber, model.KindBoolean, model.KindDate, model.KindInstant, model.KindPeriod, model.KindChoice,
		model.KindReference, model.KindEmail, model.KindPhone, model.KindURL:
		return ok
	}
	return false
}
