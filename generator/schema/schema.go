// Package schema describes front matter and config.yaml as JSON Schema, for editors that complete and check as one writes. Front matter
// follows from what a type declares, and from what is declared for all types.
//
// The schemas are of draft 7 (https://json-schema.org/draft-07), which every editor understands. They say of a value what
// can be said of it alone; whether a file or an item of that name exists, a build tells.
package schema

import (
	"encoding/json"
	"fmt"
	"slices"

	"growthportal/generator/locale"
	"growthportal/generator/model"
)

// draft is the dialect that the schemas are written in.
const draft = "http://json-schema.org/draft-07/schema#"

// Schema is a JSON Schema. What is not set is not said.
type Schema struct {
	Dialect     string             `json:"$schema,omitempty"`
	Title       string             `json:"title,omitempty"`
	Description string             `json:"description,omitempty"`
	Type        any                `json:"type,omitempty"` // a name, or several
	Enum        []string           `json:"enum,omitempty"`
	Const       any                `json:"const,omitempty"`
	Pattern     string             `json:"pattern,omitempty"`
	Format      string             `json:"format,omitempty"`
	MinLength   int                `json:"minLength,omitempty"`
	Minimum     *int               `json:"minimum,omitempty"`
	Maximum     *int               `json:"maximum,omitempty"`
	Properties  map[string]*Schema `json:"properties,omitempty"`
	Names       *Schema            `json:"propertyNames,omitempty"`
	Others      any                `json:"additionalProperties,omitempty"` // false, or a schema
	Required    []string           `json:"required,omitempty"`
	Items       *Schema            `json:"items,omitempty"`
	AnyOf       []*Schema          `json:"anyOf,omitempty"`
}

// JSON writes the schema, indented.
func (s *Schema) JSON() ([]byte, error) {
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing a schema: %w", err)
	}
	return append(text, '\n'), nil
}

// Site is what the schemas follow from beside the types.
type Site struct {
	Lang       locale.Lang // of titles and descriptions
	Languages  []locale.Lang
	Roles      model.Roles
	FreeTopics bool
	Names      func(types []string) []string // the names of the items of types, of all items for none
	Extra      map[string]bool               // types that some collection of takes undeclared keys
	Rules      []Rule                        // of "check"
}

// Type describes the front matter of a type.
func (s Site) Type(t *model.Type) *Schema {
	out := object()
	out.Dialect, out.Title = draft, s.in(t.Label)
	if s.Extra[t.Name] {
		out.Others = nil
	}
	for _, f := range append(model.CoreFields(), t.Fields...) {
		required := f.Required || slices.Contains(t.Require, f.Name)
		if required && f.Name != "date" { // the file's name may hold it
			out.Required = append(out.Required, f.Name)
		}
		out.Properties[f.Name] = s.described(f)
	}
	return out
}

// described is a field with its label and help.
func (s Site) described(f model.Field) *Schema {
	to := f.To
	if roles := s.Roles.Targets(f.Name); len(to) == 0 && len(roles) > 0 {
		to = roles
	}
	if f.Name == "topics" && s.FreeTopics {
		to = []string{""}
	}
	out := s.value(f, to)
	out.Title, out.Description = s.in(f.Label), s.in(f.Help)
	return out
}

// value describes the values of a kind.
func (s Site) value(f model.Field, to []string) *Schema {
	switch f.Kind {
	case model.KindBoolean:
		return &Schema{Type: "boolean"}
	case model.KindNumber:
		return &Schema{AnyOf: []*Schema{{Type: "number"}, {Type: "string", Pattern: `^\s*[+-]?\d+(\.\d+)?\s*$`}}}
	case model.KindDate:
		return &Schema{Type: "string", Pattern: day + "$"}
	case model.KindInstant:
		return &Schema{Type: "string", Pattern: day + clock + "$"}
	case model.KindPeriod:
		return &Schema{AnyOf: []*Schema{{Type: "integer"}, {Type: "string", Pattern: `^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$`}}}
	case model.KindChoice:
		return s.choice(f)
	case model.KindReference:
		return s.reference(to)
	case model.KindImage:
		out := object("file", "alt")
		out.Properties["file"], out.Properties["alt"] = written(1), written(0)
		out.Properties["caption"], out.Properties["credit"] = written(0), written(0)
		return out
	case model.KindFile:
		out := object("file")
		out.Properties["file"], out.Properties["title"] = written(1), written(0)
		return &Schema{AnyOf: []*Schema{written(1), out}}
	case model.KindEmail:
		return &Schema{Type: "string", Pattern: `^\s*[^\s@]+@[^\s@]+\s*$`}
	case model.KindURL:
		return &Schema{Type: "string", Pattern: `^\s*(/([^/].*)?|([Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]|[Tt][Ee][Ll]):.*)$`}
	case model.KindMap:
		return s.mapping(f)
	case model.KindList:
		element := s.value(*f.Of, append(slices.Clone(f.Of.To), to...))
		return &Schema{AnyOf: []*Schema{element, {Type: "array", Items: element}}}
	case model.KindAny:
		return &Schema{Type: "object", Others: written(1)}
	}
	return written(least(f))
}

// least is how long the text of a field must be.
func least(f model.Field) int {
	if f.Required {
		return 1
	}
	return 0
}

// choice offers the values of a choice.
func (s Site) choice(f model.Field) *Schema {
	out := &Schema{}
	for _, c := range f.Choices {
		out.AnyOf = append(out.AnyOf, &Schema{Const: c.Value, Title: s.in(c.Label)})
	}
	return out
}

// reference offers the names that there are, and takes others: they may be written tomorrow, or with their collection.
func (s Site) reference(to []string) *Schema {
	out := written(1)
	if names := s.names(to); len(names) > 0 {
		return &Schema{AnyOf: []*Schema{{Enum: names}, out}}
	}
	return out
}

func (s Site) names(to []string) []string {
	if s.Names == nil || slices.Contains(to, "") {
		return nil
	}
	return s.Names(to)
}

// mapping describes a map by its declared keys.
func (s Site) mapping(f model.Field) *Schema {
	out := object()
	for _, key := range f.Fields {
		out.Properties[key.Name] = s.described(key)
		if key.Required {
			out.Required = append(out.Required, key.Name)
		}
	}
	return out
}

func (s Site) in(text model.Text) string { return text.In(s.Lang, s.Languages...) }

// The forms of a day and of the time behind it, as package locale reads them.
const (
	day   = `^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`
	clock = `([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?`
)

// written is a text: anything that stands there as it is written, even where YAML takes it for a number or for true.
func written(least int) *Schema {
	return &Schema{Type: []string{"string", "number", "boolean"}, MinLength: least}
}

// object is a mapping of declared keys alone.
func object(required ...string) *Schema {
	return &Schema{Type: "object", Properties: map[string]*Schema{}, Required: required, Others: false}
}
