package newitem

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/document"
)

// content writes the file.
func (m *maker) content() ([]byte, error) {
	w := &writer{maker: m}
	if m.original != nil {
		content, err := m.Read(m.original.Path)
		if err != nil {
			return nil, fmt.Errorf("reading the version in another language: %w", err)
		}
		w.written = writtenKeys(m.original, content)
	}
	w.line("---")
	w.line("title: " + scalar(m.Title))
	w.slug()
	w.date()
	w.comment(w.words("draft"))
	w.line("draft: true")
	for _, f := range model.CoreFields() {
		w.core(f)
	}
	for _, f := range m.kind.Fields {
		w.field(f, m.known(f))
	}
	w.line("---")
	w.line("<!-- " + w.words("body") + " -->")
	return w.b.Bytes(), nil
}

// writer writes front matter.
type writer struct {
	*maker
	b       bytes.Buffer
	written map[string]string // the keys of the original, as they are written
}

// taken is a key of the original whose value holds in every language, as it is written.
func (w *writer) taken(key string) (string, bool) {
	text, ok := w.written[key]
	return text, ok && shared(w.kind, key)
}

func (w *writer) line(text string) { w.b.WriteString(text + "\n") }

func (w *writer) comment(text string) {
	for line := range strings.SplitSeq(text, "\n") {
		if line != "" {
			w.line("# " + line)
		}
	}
}

// slug gives a version in another language an address in that language.
func (w *writer) slug() {
	if slug := locale.Slug(w.Title); w.original != nil && w.kind.Layout != "" && slug != "" && !w.original.Listing && w.hasPages() {
		w.line("slug: " + cut(slug))
	}
}

// hasPages tells whether items of the collection have pages of their own.
func (w *writer) hasPages() bool {
	return w.collection == nil && w.original.Name != "" || w.collection != nil && len(w.collection.URL) > 0
}

// date tells how an item whose file's name holds the date is published at another time.
func (w *writer) date() {
	if taken, ok := w.taken("date"); ok {
		w.line(taken)
	} else if w.dated && w.original == nil {
		w.comment(w.words("dated"))
		w.line("# date: " + w.Today.String() + " 07:00")
	}
}

// optional are the core keys that are worth a line even where a type does not require them.
func (w *writer) optional(name string) bool {
	pages := w.collection == nil || len(w.collection.URL) > 0
	switch name {
	case "summary":
		return pages
	case "topics":
		return pages && w.collection != nil && !w.isRole()
	case "contacts":
		return w.kind.Traits.People
	case "publisher":
		return w.kind.Traits.Boilerplate != "" && w.Config.Publisher.Name != ""
	}
	return false
}

// isRole tells whether the type is what others refer to: topics have no topics.
func (w *writer) isRole() bool {
	r := w.Roles
	return slices.Contains([]string{r.Topic, r.Person, r.Publisher}, w.kind.Name)
}

// core writes a key that every type has, where it is needed or likely to be wanted.
func (w *writer) core(f model.Field) {
	f.Required = slices.Contains(w.kind.Require, f.Name)
	if slices.Contains([]string{"title", "slug", "date", "draft"}, f.Name) {
		if f.Name == "date" && f.Required && !w.dated && w.written["date"] == "" {
			w.line("date: " + w.Today.String())
		}
		return
	}
	_, taken := w.taken(f.Name)
	translated := w.written[f.Name] != "" && f.Name != "aliases" // pictures and attachments have words in the other language
	if !taken && !translated && !f.Required && !w.optional(f.Name) {
		return
	}
	value := ""
	switch f.Name {
	case "publisher":
		value = w.Config.Publisher.Name
	case "contacts":
		value = flow(w.people(func(d *document.Document) []model.Ref { return d.Contacts }))
	case "authors":
		value = flow(w.people(func(d *document.Document) []model.Ref { return d.Authors }))
	}
	w.field(f, value)
}

// field writes a key with what is known of it. What is required and not known is left empty, which keeps the item from being published;
// what is optional and not known is a comment.
func (w *writer) field(f model.Field, value string) {
	if taken, ok := w.taken(f.Name); ok {
		w.line(taken)
		return
	}
	w.comment(w.about(f, value))
	switch {
	case value != "":
		w.line(f.Name + ": " + value)
	case f.Required:
		w.comment(w.words("fill"))
		w.line(f.Name + ":")
	case w.written[f.Name] != "": // in the other language, to be translated
		w.comment(w.written[f.Name])
	default:
		w.line(strings.TrimRight("# "+f.Name+": "+shape(f), " "))
	}
}

// maxOffered is how many values are listed for the author to choose among.
const maxOffered = 30

// about is what a field is to the author, and what it can be where that is not known already.
func (w *writer) about(f model.Field, value string) string {
	text := w.in(f.Label)
	if help := w.in(f.Help); help != "" {
		text += ". " + help
	}
	switch offered := w.offered(f); {
	case value != "" && slices.Contains([]string{"contacts", "authors"}, f.Name):
		text += " " + w.words("last")
	case value == "" && len(offered) > 0 && len(offered) <= maxOffered:
		text += "\n" + w.words("choose") + " " + list(offered)
	}
	return text
}

// offered are the values that a field can have, where they are known.
func (w *writer) offered(f model.Field) []string {
	var values []string
	for _, c := range f.Choices {
		values = append(values, c.Value)
	}
	if f.Kind == model.KindList {
		return w.offered(model.Field{Name: f.Name, Kind: f.Of.Kind, To: f.Of.To, Choices: f.Of.Choices})
	}
	if f.Kind == model.KindReference && !(f.Name == "topics" && w.Config.FreeTopics) {
		return w.namesOf(append(w.Roles.Targets(f.Name), f.To...))
	}
	return values
}

func (w *writer) in(text model.Text) string { return text.In(w.Speech, w.Config.Languages...) }

// shape is how the value of a kind is written.
func shape(f model.Field) string {
	switch f.Kind {
	case model.KindList:
		return "[]"
	case model.KindImage:
		return `{file: , alt: ""}`
	case model.KindFile:
		return "{file: , title: }"
	case model.KindBoolean:
		return "true"
	}
	return ""
}

func flow(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "[" + list(names) + "]"
}

// plain is a text that YAML takes as it stands.
var plain = regexp.MustCompile(`^[\pL][\pL\pN ,.()/!?’%&+–—-]*$`)

// scalar writes a text so that YAML reads the same text.
func scalar(text string) string {
	switch strings.ToLower(text) {
	case "null", "true", "false", "yes", "no", "on", "off", "y", "n":
		return `"` + text + `"`
	}
	if plain.MatchString(text) {
		return text
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}
