package main

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"growthportal/generator/locale"
)

// templates are the sites without their content: a theme of the same pages for both programs, and the portal's settings.
//
//go:embed all:sites
var templates embed.FS

// dialect is how a program wants the corpus: its settings and theme, and the front matter of a text.
type dialect struct {
	name   string // of its folder in sites/
	theme  string // what tables call it
	static string // where files stand that are published as they are
	front  func(b *bytes.Buffer, a article)
	rest   func(write func(name, text string) error) error // content beside the texts and the plain pages; may be nil
}

// plainPages are what menu and foot lead to.
var plainPages = []struct{ name, title string }{
	{"etablera", "Etablera företag"}, {"mark", "Mark och lokaler"}, {"bygga", "Bygga och bo"},
	{"kompetens", "Utbildning och kompetens"}, {"besok", "Besöka och uppleva"}, {"kontakt", "Kontakta oss"},
	{"om", "Om Tillväxtportalen"}, {"tillganglighet", "Tillgänglighetsredogörelse"},
	{"personuppgifter", "Behandling av personuppgifter"}, {"kakor", "Kakor på webbplatsen"},
}

// write makes a site of n texts in dir, which must not exist.
func (d dialect) write(dir string, n int) error {
	if err := d.writeTheme(dir); err != nil {
		return fmt.Errorf("writing the theme of %s: %w", d.name, err)
	}
	put := func(name, text string) error {
		name = filepath.Join(dir, "content", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		return os.WriteFile(name, []byte(text), 0o644)
	}
	for _, p := range plainPages {
		text := fmt.Sprintf("---\ntitle: %s\nsummary: Så arbetar kommunen.\n---\nTexten finns hos kommunen.\n", p.title)
		if err := put(p.name+".md", text); err != nil {
			return err
		}
	}
	if d.rest != nil {
		if err := d.rest(put); err != nil {
			return err
		}
	}
	var b bytes.Buffer
	for i := range n {
		a := newArticle(i + 1)
		b.Reset()
		b.WriteString("---\n")
		d.front(&b, a)
		b.WriteString("---\n\n" + a.body)
		if err := put("nyheter/"+a.name+".md", b.String()); err != nil {
			return err
		}
	}
	return nil
}

// writeTheme copies what is the same for any number of texts.
func (d dialect) writeTheme(dir string) error {
	own, err := fs.Sub(templates, "sites/"+d.name)
	if err != nil {
		return err
	}
	if err := os.CopyFS(dir, own); err != nil {
		return err
	}
	if d.static == "" {
		return nil
	}
	shared, err := fs.Sub(templates, "sites/shared")
	if err != nil {
		return err
	}
	return os.CopyFS(filepath.Join(dir, d.static), shared)
}

// equal and hugo are one page set in two dialects; portal is the same texts in the theme that is part of the program.
var (
	equal  = dialect{name: "ours", theme: "equal", front: equalFront}
	hugo   = dialect{name: "hugo", theme: "equal", static: "static/assets", front: hugoFront}
	portal = dialect{name: "portal", theme: "portal", front: portalFront, rest: portalRest}
)

func core(b *bytes.Buffer, a article) {
	title := a.title
	if strings.Contains(title, ":") {
		title = strconv.Quote(title)
	}
	fmt.Fprintf(b, "title: %s\ndate: %s\nsummary: %s\n", title, a.date.Format(time.RFC3339), a.summary)
	fmt.Fprintf(b, "topics:\n  - %s\n", strings.Join(a.topics, "\n  - "))
}

func equalFront(b *bytes.Buffer, a article) {
	core(b, a)
	fmt.Fprintf(b, "kind: %s\nlocation: %s\npeople:\n", a.kind, a.place)
	writeContacts(b, a.contacts)
}

// hugoFront has the year too, since a listing of each year has to be asked for as a taxonomy.
func hugoFront(b *bytes.Buffer, a article) {
	core(b, a)
	fmt.Fprintf(b, "type: %s\nlocation: %s\nyears: [\"%d\"]\ncontacts:\n", a.kind, a.place, a.date.Year())
	writeContacts(b, a.contacts)
}

func writeContacts(b *bytes.Buffer, list []contact) {
	for _, c := range list {
		fmt.Fprintf(b, "  - name: %s\n    role: %s\n    phone: %q\n    email: %s\n", c.name, c.role, c.phone, c.email)
	}
}

// portalFront names people and topics, which are items there.
func portalFront(b *bytes.Buffer, a article) {
	core(b, a)
	var names []string
	for _, c := range a.contacts {
		if name := locale.Slug(c.name); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	fmt.Fprintf(b, "contacts: [%s]\n", strings.Join(names, ", "))
}

func portalRest(write func(name, text string) error) error {
	about := "---\ntitle: Exempelkommunen\nabout: En kommun som växer.\nemail: kommun@exempelkommun.se\n---\n"
	if err := write("publishers/exempelkommunen.md", about); err != nil {
		return err
	}
	for _, topic := range topicNames {
		if err := write("topics/"+topic+".md", fmt.Sprintf("---\ntitle: %s\nsummary: Allt om %s.\n---\n", topic, topic)); err != nil {
			return err
		}
	}
	for i, first := range firstNames {
		for j, last := range lastNames {
			name := first + " " + last
			text := fmt.Sprintf("---\ntitle: %s\nrole: %s\nemail: %s@exempelkommun.se\nphone: 08-465 %03d %02d\n---\n",
				name, roles[(i+j)%len(roles)], strings.ReplaceAll(locale.Slug(name), "-", "."), i*len(lastNames)+j, j)
			if err := write("people/"+locale.Slug(name)+".md", text); err != nil {
				return err
			}
		}
	}
	return nil
}
