package cli

import (
	"cmp"
	"time"

	"growthportal/generator/build"
	"growthportal/generator/diag"
	"growthportal/generator/explain"
	"growthportal/generator/locale"
)

// telling puts an explanation into words.
type telling struct {
	*session
	plan    *build.Plan
	unbuilt bool
	err     error // the first
}

// listedMost is how many items of a list are named.
const listedMost = 10

// text tells for people.
func (t *telling) text(a explain.Answer) error {
	head := cmp.Or(string(a.URL), a.File)
	if head == "" {
		head = "?"
	}
	if a.Title != "" {
		head += " – " + a.Title
	}
	t.line("%s", head)
	t.facts(a)
	t.line("")
	if a.Shown {
		t.line("%s", t.say("why-shown"))
	} else if a.Kind != explain.Data && a.Kind != explain.Settings && a.Kind != explain.Folder {
		t.line("%s", t.say("why-not-shown"))
	}
	for _, r := range a.Reasons {
		t.line("%s", indent+t.reason(r))
	}
	t.kind(a)
	if t.unbuilt {
		t.line("%s", indent+t.say("why-unbuilt"))
	}
	t.found(a.Findings)
	t.next(a)
	t.lists(a)
	for _, near := range a.Nearest {
		t.line("%s", indent+t.say("why-near", near))
	}
	return t.err
}

// facts are what it is: two columns.
func (t *telling) facts(a explain.Answer) {
	var rows [][]string
	add := func(name, value string) {
		if value != "" {
			rows = append(rows, []string{indent + t.say("fact-"+name), value})
		}
	}
	add("kind", t.say("kind-"+string(a.Kind)))
	if a.URL != "" {
		add("address", t.plan.Config.URL.Absolute(a.URL))
	}
	add("file", a.File)
	if a.Type != nil {
		add("type", a.Type.Name+" ("+a.Type.Label.In(t.lang, t.plan.Config.Languages...)+")")
	}
	add("template", a.Template)
	add("lang", string(a.Lang))
	if err := writeTable(t.Stdout, rows); t.err == nil {
		t.err = err
	}
}

// kind says what holds for everything of the kind.
func (t *telling) kind(a explain.Answer) {
	switch a.Kind {
	case explain.Data, explain.Settings, explain.Generated, explain.Front, explain.Feed, explain.Folder:
		if len(a.Reasons) == 0 {
			t.line("%s", indent+t.say("about-"+string(a.Kind)))
		}
	case explain.Listing, explain.Topic:
		if a.Shown && len(a.Reasons) == 0 {
			t.line("%s", indent+t.say("about-listing"))
		}
	}
}

// reason is a reason in words.
func (t *telling) reason(r explain.Reason) string {
	args := make([]any, len(r.Args))
	for i, arg := range r.Args {
		args[i] = arg
		if at, err := time.Parse(time.RFC3339, arg); err == nil {
			args[i] = t.spoken(at.In(t.plan.Config.Location))
		}
	}
	return t.say("why-"+string(r.Why), args...)
}

// found names the errors of the file in question.
func (t *telling) found(list []diag.Diagnostic) {
	for _, d := range list {
		t.line("%s%s:%d:%d: %s [%s]", indent, d.File, d.Line, d.Column, d.Message(t.lang), d.Code)
		if hint := d.HintText(t.lang); hint != "" {
			t.line("%s", indent+indent+hint)
		}
	}
}

// next says what will change it.
func (t *telling) next(a explain.Answer) {
	switch {
	case a.Next != nil:
		in := *a.Next
		what := t.say("due-" + string(in.What))
		if in.Item.Path() != a.File {
			what += ": " + t.plan.Site.Doc(in.Item).Title
		}
		t.line("%s", t.say("why-next", t.spoken(in.Time.In(t.plan.Config.Location)), what))
	case a.Shown && a.File != "" && a.Type != nil:
		t.line("%s", t.say("why-no-next"))
	}
}

// lists names what it lists, and where it is listed.
func (t *telling) lists(a explain.Answer) {
	if len(a.Lists) > 0 {
		t.line("%s", t.say("why-lists", len(a.Lists)))
		for _, it := range a.Lists[:min(len(a.Lists), listedMost)] {
			t.line("%s%s – %s", indent, cmp.Or(string(it.URL), it.Path()), t.plan.Site.Doc(it).Title)
		}
		if more := len(a.Lists) - listedMost; more > 0 {
			t.line("%s", indent+t.say("live-more", more))
		}
	}
	if len(a.ListedAt) == 0 {
		return
	}
	name := "why-listed"
	if a.Kind == explain.ThemeFile {
		name = "why-made"
	}
	t.line("%s", t.say(name, len(a.ListedAt)))
	for _, u := range a.ListedAt[:min(len(a.ListedAt), listedMost)] {
		t.line("%s%s", indent, u)
	}
	if more := len(a.ListedAt) - listedMost; more > 0 {
		t.line("%s", indent+t.say("live-more", more))
	}
}

// explained is an explanation for programs. Its names are part of the interface.
type explained struct {
	Kind     explain.Kind     `json:"kind"`
	URL      string           `json:"url,omitempty"`
	File     string           `json:"file,omitempty"`
	Title    string           `json:"title,omitempty"`
	Lang     locale.Lang      `json:"lang,omitempty"`
	Type     string           `json:"type,omitempty"`
	Template string           `json:"template,omitempty"`
	Shown    bool             `json:"shown"`
	Reasons  []explain.Reason `json:"reasons,omitempty"`
	Next     *dueObject       `json:"next,omitempty"`
	Lists    []string         `json:"lists,omitempty"` // files, or what is made by the program
	ListedAt []string         `json:"listedAt,omitempty"`
	Nearest  []string         `json:"nearest,omitempty"`
	Built    bool             `json:"built"` // false where it is to be seen and is not in public/ yet
}

// object tells for programs.
func (t *telling) object(a explain.Answer) error {
	o := explained{
		Kind: a.Kind, URL: string(a.URL), File: a.File, Title: a.Title, Lang: a.Lang, Template: a.Template, Shown: a.Shown,
		Reasons: a.Reasons, Nearest: a.Nearest, Built: a.Shown && !t.unbuilt,
	}
	if a.Type != nil {
		o.Type = a.Type.Name
	}
	if a.Next != nil {
		due := dueObjectOf(t.plan, *a.Next)
		o.Next = &due
	}
	for _, it := range a.Lists {
		o.Lists = append(o.Lists, it.Path())
	}
	for _, u := range a.ListedAt {
		o.ListedAt = append(o.ListedAt, string(u))
	}
	return writeJSON(t.Stdout, o)
}
