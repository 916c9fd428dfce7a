package sample

import (
	_ "embed"
	"html/template"
	"io"

	"growthportal/generator/output"
)

//go:embed index.html
var indexText string

// indexPage is the list of samples. It has no style of its own, so that it holds under any security policy.
var indexPage = template.Must(template.New("index").Parse(indexText))

// entry is a sample in the list.
type entry struct {
	Name, Href, About string
	Faulty            bool
}

// index lists all samples by their layouts.
func (b *book) index() output.Recipe {
	lang := b.Languages[0]
	type group struct {
		Layout  string
		Entries []entry
	}
	var groups []group
	for _, s := range b.samples {
		if n := len(groups); n == 0 || groups[n-1].Layout != s.layout {
			groups = append(groups, group{Layout: s.layout})
		}
		e := entry{Name: s.name, Href: s.path(), About: s.about.In(lang, b.Languages...), Faulty: len(s.faults) > 0}
		if e.Name == "" {
			e.Name = s.file
		}
		last := &groups[len(groups)-1]
		last.Entries = append(last.Entries, e)
	}
	data := map[string]any{
		"Swedish": lang == "sv", "Lang": string(lang), "Theme": b.Theme.Name, "Groups": groups, "Without": b.layoutsWithout(),
	}
	return output.Recipe{
		Path: Folder + "index.html", Maker: maker, Inputs: output.DigestOf(b.digest, b.Theme.Layouts()), Claim: "samples/",
		Make: func(w io.Writer) error { return indexPage.Execute(w, data) },
	}
}
