package site

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/config"
	"growthportal/generator/read/document"
)

// File is a file of the sources that is published as it is, or without what a photograph must not tell.
type File struct {
	URL    model.URL
	Source string
	Media  model.Media // the zero Media of a static file
	Static bool
	item   *Item
}

// fileOf finds a file that an item refers to, and publishes it below the URL of the item whose folder it stands in,
// else below that of the item that refers to it.
func (g *graph) fileOf(it *Item, target string, place diag.Place) (File, bool) {
	source := contentPath(it.doc, target)
	if name, err := url.PathUnescape(target); err == nil && !g.Files.Exists(source) {
		source = contentPath(it.doc, name)
	}
	if !g.Files.Exists(source) || !strings.HasPrefix(source, document.ContentRoot+"/") {
		g.about(it, g.noFile(source, target, place))
		return File{}, false
	}
	g.referred[source] = true
	owner, inside := g.owner(it, source)
	if owner != it && owner.work != it.work {
		if fault, ok := g.unreachable(it.appears(), owner.work, place, target); ok {
			g.about(it, fault)
			return File{}, false
		}
	}
	media, ok := g.inspect(it, source)
	if !ok {
		return File{}, false
	}
	if owner.URL == "" {
		owner, inside = g.pageOf(it), path.Base(source)
	}
	u, ok := below(owner.URL, inside)
	if !ok {
		g.about(it, diag.NoSlug.At(place, target))
		return File{}, false
	}
	file := File{URL: u, Source: source, Media: media, item: owner}
	if it.Shown && owner.URL != "" {
		if other, taken := g.beside[string(u)]; taken && other.Source != source {
			g.about(it, diag.URLCollision.At(place, string(u), other.Source))
			return File{}, false
		}
		g.beside[string(u)] = file
	}
	return file, true
}

// owner is the item that a file belongs to, in the language of the item that refers to it, and the file's path below
// that item's folder.
func (g *graph) owner(it *Item, source string) (*Item, string) {
	for dir := path.Dir(source); dir != "." && dir != "/"; dir = path.Dir(dir) {
		w, ok := g.folders[dir]
		if !ok || dir == path.Dir(it.doc.Path) && !it.doc.Owner {
			continue
		}
		if it.work == w {
			return it, strings.TrimPrefix(source, dir+"/")
		}
		if dir == document.ContentRoot {
			break // the front page does not own what stands in other folders
		}
		if to := w.shown(it.Lang); to != nil {
			return to, strings.TrimPrefix(source, dir+"/")
		}
		return w.versions[0], strings.TrimPrefix(source, dir+"/")
	}
	return it, path.Base(source)
}

// pageOf is an item with a page for the file of an item without: the site's front page, where logos of publishers
// without pages, for one, can stand.
func (g *graph) pageOf(it *Item) *Item {
	if it.URL != "" {
		return it
	}
	home := *it
	home.URL = g.root(it.Lang)
	for _, part := range []string{strings.ToLower(it.doc.Collection), locale.Slug(it.doc.Name)} {
		if part != "" {
			home.URL += model.URL(part + "/")
		}
	}
	return &home
}

// below is the URL of a file below an item's: its folders and its name folded, its extension in lower case.
func below(u model.URL, inside string) (model.URL, bool) {
	parts := strings.Split(inside, "/")
	for i, part := range parts {
		ext := ""
		if i == len(parts)-1 {
			ext = path.Ext(part)
		}
		slug := locale.Slug(strings.TrimSuffix(part, ext))
		if slug == "" {
			return "", false
		}
		parts[i] = slug + strings.ToLower(ext)
	}
	return u + model.URL(strings.Join(parts, "/")), true
}

// inspect looks into a file once. What is wrong with the file is said of the first item that is not a draft.
func (g *graph) inspect(it *Item, source string) (model.Media, bool) {
	if m, ok := g.media[source]; ok {
		return m, true
	}
	media, found := g.Files.Media(source)
	found = unsilenced(it, found)
	if len(found) > 0 {
		g.about(it, slices.Clone(found)...)
	}
	if diag.HasErrors(found) {
		return model.Media{}, false
	}
	g.media[source] = media
	return media, true
}

// noFile says that there is no such file, and names the nearest in the folder.
func (g *graph) noFile(source, target string, place diag.Place) diag.Diagnostic {
	code := diag.MissingFile
	if path.Ext(target) == ".md" || path.Ext(target) == "" {
		code = diag.BrokenLink
	}
	found := code.At(place, target, path.Dir(source))
	var names []string
	for _, file := range g.Files.Beside() {
		if path.Dir(file) == path.Dir(source) {
			names = append(names, path.Base(file))
		}
	}
	if code == diag.BrokenLink {
		for file := range g.paths {
			if path.Dir(file) == path.Dir(source) {
				names = append(names, path.Base(file))
			}
		}
		slices.Sort(names)
	}
	if near, ok := diag.Nearest(path.Base(source), names); ok {
		found = found.With(diag.DidYouMean, near)
	}
	return found
}

// picture resolves an image for its uses. Images of other hosts are allowed where config.yaml names the host.
func (g *graph) picture(it *Item, ref model.FileRef, uses ...model.Use) *Picture {
	if u, err := url.Parse(ref.File); err == nil && u.Host != "" {
		if !g.Config.MayLoad(u.Hostname(), config.Image) {
			g.about(it, diag.RemoteImage.At(ref.Place, u.Hostname()).With(diag.CopyBeside))
			return nil
		}
		return &Picture{External: ref.File, File: ref}
	}
	file, ok := g.fileOf(it, ref.File, ref.Place)
	if !ok {
		return nil
	}
	if !file.Media.Image {
		g.about(it, diag.NotAnImage.At(ref.Place, ref.File))
		return nil
	}
	return &Picture{URL: file.URL, Media: file.Media, File: ref, Sets: g.sets(it, file.Media, uses)}
}

// logo is a picture that config.yaml's brand names, by its path below content/. One in content/static/ stands where it
// is published anyway, another at the root of the site.
func (g *graph) logo(name string, place diag.Place) *Picture {
	if name == "" {
		return nil
	}
	source := path.Join(document.ContentRoot, name)
	if !g.Files.Exists(source) {
		g.report(diag.MissingFile.At(place, path.Base(name), path.Dir(source)))
		return nil
	}
	media, ok := g.inspect(nil, source)
	if !ok {
		return nil
	}
	if !media.Image {
		g.report(diag.NotAnImage.At(place, name))
		return nil
	}
	if rest, static := strings.CutPrefix(name, "static/"); static {
		return &Picture{URL: model.URL("/" + rest), Media: media}
	}
	u, ok := below("/", path.Base(name))
	if !ok {
		g.report(diag.NoSlug.At(place, name))
		return nil
	}
	if other, taken := g.beside[string(u)]; taken && other.Source != source {
		g.report(diag.URLCollision.At(place, string(u), other.Source))
		return nil
	}
	g.beside[string(u)] = File{URL: u, Source: source, Media: media}
	return &Picture{URL: u, Media: media}
}

// unusedFiles warns of files beside items that nothing refers to: they are not published.
func (g *graph) unusedFiles() {
	for _, logo := range []string{g.Config.Brand.Logo, g.Config.Brand.DarkLogo} {
		g.referred[path.Join(document.ContentRoot, logo)] = true
	}
	for _, source := range g.Files.Beside() {
		if !g.referred[source] {
			g.report(unused(source))
		}
	}
}

// unused is the finding about a file that nothing refers to. What was meant as content has another extension than content has.
func unused(source string) diag.Diagnostic {
	found := diag.UnusedFile.At(diag.Whole(source))
	ext := path.Ext(source)
	switch strings.ToLower(ext) {
	case ".md", ".markdown", ".mdown", ".mkd":
		return found.With(diag.RenameTo, strings.TrimSuffix(path.Base(source), ext)+".md")
	}
	return found
}

// files lists everything that is published as it is, ordered by URL.
func (g *graph) files() []File {
	var list []File
	for _, file := range g.beside {
		list = append(list, file)
	}
	for _, source := range g.Static {
		u := model.URL(strings.TrimPrefix(source, document.ContentRoot+"/static"))
		list = append(list, File{URL: u, Source: source, Static: true})
	}
	slices.SortFunc(list, func(a, b File) int {
		if c := strings.Compare(string(a.URL), string(b.URL)); c != 0 {
			return c
		}
		return strings.Compare(a.Source, b.Source)
	})
	return list
}
