package document

import (
	"net/url"
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/read/yaml"
)

// coreKeys decode the keys that every type has.
var coreKeys = map[string]func(*decoder, *Document, *yaml.Node){
	"title":       (*decoder).title,
	"date":        func(d *decoder, doc *Document, n *yaml.Node) { doc.Date = d.moment(n) },
	"updated":     func(d *decoder, doc *Document, n *yaml.Node) { doc.Updated = d.moment(n) },
	"expires":     func(d *decoder, doc *Document, n *yaml.Node) { doc.Expires = d.moment(n) },
	"pinned":      func(d *decoder, doc *Document, n *yaml.Node) { doc.Pinned = d.moment(n) },
	"draft":       func(d *decoder, doc *Document, n *yaml.Node) { doc.Draft = d.boolean(n, false) },
	"typography":  func(d *decoder, doc *Document, n *yaml.Node) { doc.Typography = d.boolean(n, true) },
	"slug":        (*decoder).slug,
	"aliases":     (*decoder).aliases,
	"summary":     func(d *decoder, doc *Document, n *yaml.Node) { doc.Summary = d.line(n) },
	"case":        func(d *decoder, doc *Document, n *yaml.Node) { doc.Case = d.line(n) },
	"topics":      func(d *decoder, doc *Document, n *yaml.Node) { doc.Topics = d.refs(n) },
	"publisher":   func(d *decoder, doc *Document, n *yaml.Node) { doc.Publisher = d.ref(n) },
	"contacts":    func(d *decoder, doc *Document, n *yaml.Node) { doc.Contacts = d.refs(n) },
	"authors":     func(d *decoder, doc *Document, n *yaml.Node) { doc.Authors = d.refs(n) },
	"related":     func(d *decoder, doc *Document, n *yaml.Node) { doc.Related = d.refs(n) },
	"points":      func(d *decoder, doc *Document, n *yaml.Node) { doc.Points = d.refs(n) },
	"image":       func(d *decoder, doc *Document, n *yaml.Node) { doc.Image = d.image(n) },
	"attachments": (*decoder).attachments,
	"changes":     (*decoder).changes,
	"withdrawn":   (*decoder).withdrawn,
	"review":      (*decoder).review,
	"silence":     (*decoder).silence,
}

func (d *decoder) title(doc *Document, n *yaml.Node) {
	doc.TitlePlace = n.Place
	if n.Kind == yaml.Null {
		d.Report(diag.EmptyText.At(n.Place, "title").With(diag.MustFill))
		return
	}
	text, ok := d.text(n)
	doc.Title = joinSpaces(text)
	if ok && doc.Title == "" {
		d.Report(diag.EmptyText.At(n.Place, "title").With(diag.MustFill))
	}
}

// slug takes the last part of the URL as it is written, and refuses what cannot stand in one.
func (d *decoder) slug(doc *Document, n *yaml.Node) {
	text, ok := d.text(n)
	if !ok {
		return
	}
	if !locale.ValidSlug(text) {
		found := diag.BadSlug.At(n.Place, text)
		if mend := locale.Slug(text); mend != "" {
			found = found.With(diag.WriteSo, mend)
		}
		d.Report(found)
		return
	}
	doc.Slug, doc.SlugPlace = text, n.Place
}

func (d *decoder) aliases(doc *Document, n *yaml.Node) {
	for _, item := range d.List(n) {
		text, ok := d.text(item)
		if !ok {
			continue
		}
		alias, mend, ok := cleanAlias(text)
		if !ok {
			found := diag.BadAlias.At(item.Place, text)
			if mend != "" {
				found = found.With(diag.WriteSo, mend)
			} else {
				found = found.With(diag.LikeListingURL)
			}
			d.Report(found)
			continue
		}
		doc.Aliases = append(doc.Aliases, Alias{URL: alias, Place: item.Place})
	}
}

// cleanAlias makes a site path of an alias: percent escapes are resolved, and one without extension ends in "/".
// mend is what could be written instead where ok is false.
func cleanAlias(text string) (alias model.URL, mend string, ok bool) {
	if alias, ok = sitePath(text); ok {
		return alias, "", true
	}
	mend = "/" + strings.TrimPrefix(text, "/")
	if u, err := url.Parse(text); err == nil {
		mend = "/" + strings.TrimPrefix(u.EscapedPath(), "/") // without host, query and anchor
	}
	if _, sound := sitePath(mend); !sound || mend == "/" {
		mend = ""
	}
	return "", mend, false
}

// sitePath is the alias that a path is.
func sitePath(text string) (model.URL, bool) {
	plain, err := url.PathUnescape(text)
	plain = norm.NFC.String(plain) // as the names of all files are
	if err != nil || !strings.HasPrefix(text, "/") || strings.Contains(plain, "/.") || strings.ContainsAny(plain, "?# \t\n") {
		return "", false
	}
	clean := path.Clean(plain)
	if strings.TrimSuffix(plain, "/") != strings.TrimSuffix(clean, "/") {
		return "", false
	}
	for _, c := range clean {
		if strange(c) != "" {
			return "", false
		}
	}
	if path.Ext(clean) == "" && clean != "/" || clean != "/" && strings.HasSuffix(plain, "/") {
		clean += "/"
	}
	alias := model.URL(clean)
	return alias, output.Path(alias.File()).Valid()
}

func (d *decoder) attachments(doc *Document, n *yaml.Node) {
	for _, item := range d.List(n) {
		if file := d.fileRef(item, false); file != nil {
			doc.Attachments = append(doc.Attachments, *file)
		}
	}
}

func (d *decoder) changes(doc *Document, n *yaml.Node) {
	for _, item := range d.List(n) {
		m, ok := d.mapping(item, []string{"date", "note"}, nil)
		if !ok {
			continue
		}
		c := Change{Date: d.moment(m["date"]), Note: d.line(m["note"])}
		if c.Date.Set() && c.Note != "" {
			doc.Changes = append(doc.Changes, c)
		}
	}
}

func (d *decoder) withdrawn(doc *Document, n *yaml.Node) {
	if m, ok := d.mapping(n, []string{"date", "reason"}, nil); ok {
		w := Withdrawal{Date: d.moment(m["date"]), Reason: d.line(m["reason"])}
		if w.Date.Set() {
			doc.Withdrawn = &w
		}
	}
}

func (d *decoder) review(doc *Document, n *yaml.Node) {
	if m, ok := d.mapping(n, []string{"date"}, []string{"owner"}); ok {
		r := Review{Date: d.moment(m["date"])}
		if owner := m["owner"]; owner != nil {
			r.Owner = d.line(owner)
		}
		doc.Review = &r
	}
}

func (d *decoder) silence(doc *Document, n *yaml.Node) {
	if !d.AnyMapping(n) {
		return
	}
	for _, pair := range n.Pairs {
		reason := d.line(pair.Value)
		if pair.Value.Kind == yaml.Scalar && reason == "" {
			d.Report(diag.EmptyText.At(pair.Value.Place, pair.Key).With(diag.FillIn))
		}
		doc.Silence = append(doc.Silence, Silence{Rule: pair.Key, Reason: reason, Place: pair.KeyPlace})
	}
}
