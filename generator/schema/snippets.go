package schema

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"growthportal/generator/model"
)

// Snippet is what Visual Studio Code offers while one writes
// (https://code.visualstudio.com/docs/editing/userdefinedsnippets). It is how front matter is completed: the editor's support of
// JSON Schema does not reach into Markdown.
type Snippet struct {
	Scope       string   `json:"scope"` // the language of the file
	Prefix      string   `json:"prefix"`
	Body        []string `json:"body"`
	Description string   `json:"description,omitempty"`
}

// Snippets are a key each of all types' front matter, as a file of the editor's.
func (s Site) Snippets(types []*model.Type) ([]byte, error) {
	all := map[string]Snippet{}
	add := func(f model.Field) {
		name := f.Name + " (" + s.in(f.Label) + ")"
		all[name] = Snippet{Scope: "markdown", Prefix: f.Name, Body: s.body(f), Description: s.in(f.Help)}
	}
	for _, f := range model.CoreFields() {
		add(f)
	}
	for _, t := range types {
		for _, f := range t.Fields {
			add(f)
		}
	}
	text, err := json.MarshalIndent(all, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing snippets: %w", err)
	}
	return append(text, '\n'), nil
}

// body is a key with its value as the editor asks for it: a word, or one of several.
func (s Site) body(f model.Field) []string {
	to := append(append([]string{}, f.To...), s.Roles.Targets(f.Name)...)
	if f.Kind == model.KindList {
		to = append(to, f.Of.To...)
		if f.Of.Kind == model.KindMap {
			return append([]string{f.Name + ":"}, "  - "+s.inline(*f.Of))
		}
		if f.Of.Kind == model.KindReference {
			return []string{f.Name + ": [" + offer(s.names(s.free(f, to))) + "]"}
		}
		return []string{f.Name + ": " + s.inline(*f.Of)}
	}
	if f.Kind == model.KindReference {
		return []string{f.Name + ": " + offer(s.names(s.free(f, to)))}
	}
	return []string{f.Name + ": " + s.inline(f)}
}

// free keeps free topics from being offered the names of items.
func (s Site) free(f model.Field, to []string) []string {
	if f.Name == "topics" && s.FreeTopics {
		return []string{""}
	}
	return to
}

// inline is how the value of a kind begins.
func (s Site) inline(f model.Field) string {
	var values []string
	switch f.Kind {
	case model.KindBoolean:
		values = []string{"true", "false"}
	case model.KindChoice:
		for _, c := range f.Choices {
			values = append(values, c.Value)
		}
	case model.KindDate, model.KindInstant:
		return "${1:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}"
	case model.KindImage:
		return `{file: ${1}, alt: "${2}"}`
	case model.KindFile:
		return "{file: ${1}, title: ${2}}"
	case model.KindMap:
		var keys []string
		for i, key := range f.Fields {
			keys = append(keys, key.Name+": ${"+strconv.Itoa(i+1)+"}")
		}
		return "{" + strings.Join(keys, ", ") + "}"
	}
	return offer(values)
}

// offer lets the author choose among values, or write one.
func offer(values []string) string {
	if len(values) == 0 {
		return "${1}"
	}
	escaped := make([]string, len(values))
	for i, v := range values {
		escaped[i] = strings.NewReplacer(`\`, `\\`, ",", `\,`, "|", `\|`).Replace(v)
	}
	return "${1|" + strings.Join(escaped, ",") + "|}"
}
