package site

import (
	"path"
	"slices"
	"strings"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/config"
	"growthportal/generator/read/document"
)

// index makes a work known under the names by which others refer to it: the name of its file or folder, alone and with
// its collection, both with the date that it bears as well, for when two share a name; a page outside the collections
// also by its path below content/.
func (g *graph) index(w *work) {
	doc := w.versions[0].doc
	if doc.Name == "" {
		return // the front page is called by nobody
	}
	w.alone[0] = w
	names := []string{path.Base(doc.Name), path.Base(doc.Stem), doc.Name}
	if doc.Collection != "" {
		names = append(names[:2], doc.Collection+"/"+names[0], doc.Collection+"/"+names[1])
	}
	for _, name := range names {
		switch list := g.names[name]; {
		case list == nil:
			g.names[name] = w.alone[:]
		case !slices.Contains(list, w):
			g.names[name] = append(list, w)
		}
	}
}

// find returns the work of that name among those of the types; any type will do where none is given. What is
// published or will be stands before what has come down, and both before drafts, so that nobody's draft can make
// another's reference ambiguous.
func (g *graph) find(name string, types []string) (w *work, others []*work) {
	var best []*work
	rank := 3
	for _, w := range g.names[name] {
		if len(types) > 0 && !slices.Contains(types, w.versions[0].Type.Name) {
			continue
		}
		switch r := w.standing(); {
		case r < rank:
			best, rank = []*work{w}, r
		case r == rank:
			best = append(best, w)
		}
	}
	if len(best) == 0 {
		return nil, nil
	}
	return best[0], best[1:]
}

// standing is 0 for a work that is or will be published, 1 for one that has come down, 2 for a draft.
func (w *work) standing() int {
	rank := 2
	for _, it := range w.versions {
		switch it.State {
		case Published, Scheduled:
			rank = 0
		case Expired:
			rank = min(rank, 1)
		}
	}
	return rank
}

// reference resolves a reference of an item and reports what is wrong with it. The item that it returns is the one
// that readers of the item's language get; it is nil where there is none to show. Where the target has come down it is
// left out with a warning: a list must not hold what is not there.
func (g *graph) reference(from *Item, ref model.Ref, types []string) *Item {
	if ref.Name == "" {
		return nil
	}
	w, others := g.find(ref.Name, types)
	switch {
	case w == nil:
		g.about(from, g.missing(ref, types))
		return nil
	case len(others) > 0:
		g.about(from, diag.AmbiguousReference.At(ref.Place, ref.Name, g.tell(append([]*work{w}, others...))))
		return nil
	}
	if fault, ok := g.unreachable(from.appears(), w, ref.Place, ref.Name); ok {
		g.about(from, fault)
	}
	return w.shown(from.Lang)
}

// unreachable tells what is wrong with leading from something that appears at an instant to a work: that it is a
// draft, appears later, or has come down (a warning).
func (g *graph) unreachable(appears time.Time, w *work, place diag.Place, name string) (diag.Diagnostic, bool) {
	from := appears
	if from.Before(g.Now) {
		from = g.Now
	}
	fault, down := diag.UnpublishedReference.At(place, name), false
	for _, it := range w.versions {
		switch {
		case it.State == Draft:
			fault = fault.With(diag.DraftThere, it.doc.Path)
		case Down(it.doc, from):
			down = true
		case !it.appears().After(from):
			return diag.Diagnostic{}, false
		default:
			fault = fault.With(diag.LaterThere, it.doc.Path, it.doc.Date.Datetime())
		}
	}
	if down {
		return diag.HiddenReference.At(place, name), true
	}
	return fault, true
}

// missing says that there is no item of a name, or only one of another type, and names the nearest.
func (g *graph) missing(ref model.Ref, types []string) diag.Diagnostic {
	if w, _ := g.find(ref.Name, nil); w != nil && w.standing() < 2 {
		return diag.WrongReferenceType.At(ref.Place, ref.Name, w.versions[0].Type.Name, strings.Join(types, ", "))
	}
	found := diag.MissingReference.At(ref.Place, ref.Name)
	var names []string
	for name, works := range g.names {
		for _, w := range works {
			if w.standing() < 2 && (len(types) == 0 || slices.Contains(types, w.versions[0].Type.Name)) {
				names = append(names, name)
				break
			}
		}
	}
	slices.Sort(names)
	near, ok := diag.Nearest(ref.Name, names)
	plain := slices.DeleteFunc(names, func(name string) bool { return strings.Contains(name, "/") })
	switch {
	case ok:
		return found.With(diag.DidYouMean, near)
	case strings.Contains(ref.Name, ","): // several, without the brackets of a list
		return found.With(diag.WriteSo, "["+ref.Name+"]")
	case len(plain) > 0 && len(plain) <= mostNamed:
		return found.With(diag.OneOf, strings.Join(plain, ", "))
	}
	return found
}

// mostNamed is how many names a hint lists.
const mostNamed = 25

// tell lists works by names that tell them apart.
func (g *graph) tell(works []*work) string {
	var names []string
	for _, w := range works {
		doc := w.versions[0].doc
		name := strings.TrimPrefix(doc.Collection+"/"+doc.Name, "/")
		if len(g.names[name]) > 1 {
			name = doc.Collection + "/" + path.Base(doc.Stem)
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

func (g *graph) collection(name string) *config.Collection {
	for i := range g.Config.Collections {
		if g.Config.Collections[i].Name == name {
			return &g.Config.Collections[i]
		}
	}
	return nil
}

// resolve finds out where every reference, link and image of every item leads.
func (g *graph) resolve() {
	if name := g.Config.Publisher; name.Name != "" {
		site := &Item{Lang: g.first(), doc: &document.Document{}}
		g.publisher = g.reference(site, name, role(g.Roles.Publisher))
	}
	for _, it := range g.items {
		g.resolveCore(it)
		g.resolveFields(it)
		g.close(it, it.doc.Body)
	}
	g.unusedFiles()
}

func role(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}

func (g *graph) resolveCore(it *Item) {
	doc := it.doc
	all := func(refs []model.Ref, types []string) (list []*Item) {
		for _, ref := range refs {
			if to := g.reference(it, ref, types); to != nil && !slices.Contains(list, to) {
				list = append(list, to)
			}
		}
		return list
	}
	it.Topics = g.topicsOf(it, all)
	it.Contacts = all(doc.Contacts, role(g.Roles.Person))
	it.Authors = all(doc.Authors, role(g.Roles.Person))
	it.Related = all(doc.Related, nil)
	it.Points = g.inOrder(all(doc.Points, role(g.Roles.Point)), g.Roles.Point, it.Lang)
	it.Publisher = g.reference(it, doc.Publisher, role(g.Roles.Publisher))
	if doc.Publisher.Name == "" && g.publisher != nil {
		it.Publisher = g.publisher.work.shown(it.Lang)
	}
	if doc.Image != nil {
		it.Image = g.picture(it, *doc.Image, model.LeadUse, model.CardUse, model.ShareUse)
		it.Shared = it.Image
	}
	for _, a := range doc.Attachments {
		if file, ok := g.fileOf(it, a.File, a.Place); ok {
			it.Attachments = append(it.Attachments, Attachment{URL: file.URL, Title: a.Title, Media: file.Media})
		}
	}
}

// inOrder puts items of a type into the order that the type declares, in whatever order an author named them; the
// author's order stands where the type declares none.
func (g *graph) inOrder(items []*Item, typeName string, lang locale.Lang) []*Item {
	if t := g.Types[typeName]; t != nil && t.Order != "" {
		return arrange(items, t.Order, lang)
	}
	return items
}

// resolveFields resolves what the type's own fields refer to.
func (g *graph) resolveFields(it *Item) {
	for _, f := range it.doc.Fields {
		if field, ok := it.Type.Field(f.Name); ok {
			g.resolveValue(it, field, f.Value)
		}
	}
}

func (g *graph) resolveValue(it *Item, field model.Field, v model.Value) {
	switch v.Kind {
	case model.KindReference:
		if to := g.reference(it, v.Ref(), field.To); to != nil {
			if it.targets == nil {
				it.targets = map[model.Ref]*Item{}
			}
			it.targets[v.Ref()] = to
		}
	case model.KindImage:
		it.addPicture(v.File().File, g.picture(it, *v.File(), model.TextUse))
	case model.KindFile:
		if file, ok := g.fileOf(it, v.File().File, v.File().Place); ok {
			it.addPicture(v.File().File, &Picture{URL: file.URL, Media: file.Media, File: *v.File()})
		}
	case model.KindMarkdown:
		g.close(it, v.Body())
	case model.KindList:
		for _, element := range v.List {
			g.resolveValue(it, *field.Of, element)
		}
	case model.KindMap:
		for _, entry := range v.Map {
			for _, key := range field.Fields {
				if key.Name == entry.Name {
					g.resolveValue(it, key, entry.Value)
				}
			}
		}
	}
}

func (it *Item) addPicture(file string, p *Picture) {
	if it.pictures == nil {
		it.pictures = map[string]*Picture{}
	}
	it.pictures[file] = p
}
