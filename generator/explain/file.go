package explain

import (
	"path"
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/document"
	"growthportal/generator/read/source"
	"growthportal/generator/read/yaml"
	"growthportal/generator/site"
)

// File explains a file of the source folder, by its path from there with "/" on every system. ok is false where there is none.
func (w *World) File(name string) (Answer, bool) {
	name = path.Clean(name)
	if rest, published := strings.CutPrefix(name, "public/"); published {
		return w.URL("/" + rest), true
	}
	if !w.Exists(name) {
		return Answer{}, false
	}
	a := Answer{Kind: Elsewhere, File: name}
	top, _, _ := strings.Cut(name, "/")
	switch {
	case w.hidden(&a, name):
	case name == "config.yaml":
		a.Kind = Settings
	case top == "themes":
		w.themeFile(&a, name)
	case top != document.ContentRoot:
		a.because(NotContent)
	default:
		a = w.contentFile(name)
	}
	return w.withFindings(a), true
}

// hidden explains a name that keeps a file from being read.
func (w *World) hidden(a *Answer, name string) bool {
	if !source.Ignored(name) {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if part[0] == '_' || part[0] == '.' {
			a.because(Hidden, part)
			return true
		}
	}
	a.because(Ignored, path.Base(name))
	return true
}

// themeFile explains a file of a theme.
func (w *World) themeFile(a *Answer, name string) {
	a.Kind = ThemeFile
	parts := strings.SplitN(name, "/", 3)
	if len(parts) < 3 {
		return
	}
	if !slices.Contains(w.themes(), parts[1]) {
		a.because(OtherTheme, w.Config.Theme)
		return
	}
	a.Shown = true
	a.because(Used, w.Config.Theme)
	if asset, ok := strings.CutPrefix(parts[2], "assets/"); ok && w.Assets[asset] != "" {
		a.Kind, a.URL = Asset, model.URL("/"+string(w.Assets[asset]))
	}
	if strings.HasPrefix(parts[2], "layouts/") {
		a.Template = parts[2]
		for _, p := range w.Shown.Pages {
			if "layouts/"+p.Layout+".html" == parts[2] {
				a.ListedAt = append(a.ListedAt, p.URL)
			}
		}
	}
}

// maxThemes is how far "extends" is followed; the theme's own reader has told of loops.
const maxThemes = 8

// themes are the theme in use and those of the site's own that it stands on.
func (w *World) themes() []string {
	names := []string{w.Config.Theme}
	for len(names) < maxThemes {
		file := "themes/" + names[len(names)-1] + "/theme.yaml"
		content, err := w.Read(file)
		if err != nil {
			break // it is part of the program
		}
		node, _ := yaml.Parse(file, content, 1)
		next := node.Get("extends")
		if next == nil {
			break
		}
		names = append(names, next.Text)
	}
	return names
}

// contentFile explains what stands below content/.
func (w *World) contentFile(name string) Answer {
	for _, doc := range w.Documents {
		if doc.Path == name {
			return w.Document(doc)
		}
	}
	a := Answer{Kind: Attachment, File: name}
	for _, f := range w.Shown.Files {
		if f.Source == name {
			return w.ofFile(f)
		}
	}
	rest := strings.TrimPrefix(name, document.ContentRoot+"/")
	switch {
	case strings.HasPrefix(rest, "data/"):
		a.Kind = Data
	case strings.HasPrefix(rest, "static/"): // a folder of it
		a.Kind = Folder
		a.because(AsIs)
	case document.IsDocument(name):
		w.unread(&a)
	case w.folder(&a, name):
	case slices.ContainsFunc(w.All.Files, func(f site.File) bool { return f.Source == name }):
		a.because(ReferredDark)
	default:
		a.because(NotMarkdown)
		if text, _, twice := strings.Cut(name, ".md."); twice { // as some editors save
			a.Nearest = append(a.Nearest, text+".md")
		}
		a.because(Unreferred)
	}
	return a
}

// unread explains a content file that could not be read.
func (w *World) unread(a *Answer) {
	a.Kind = Item
	for _, d := range w.Findings {
		if d.File == a.File && d.Code == diag.UndeclaredLanguage {
			a.because(BadLang)
			return
		}
	}
	a.because(Faulty)
}

// folder explains a folder of content/: that of an item, or of a collection.
func (w *World) folder(a *Answer, name string) bool {
	inside := false
	for _, lang := range w.Config.Languages {
		for _, doc := range w.Documents {
			if doc.Lang == lang && doc.Folder == name && (doc.Owner || doc.Listing) {
				*a = w.Document(doc)
				return true
			}
			inside = inside || strings.HasPrefix(doc.Path, name+"/")
		}
	}
	if c, ok := w.Config.Collection(strings.TrimPrefix(name, document.ContentRoot+"/")); ok {
		a.Kind = Folder
		if u, ok := c.URL[w.Config.Languages[0]]; ok {
			*a, _ = w.page(u)
			a.File = name
			return true
		}
		a.because(NoPages, c.Name)
		return true
	}
	if inside {
		a.Kind = Folder
	}
	return inside
}

// Name explains an item by its reference; ok is false where there is none of that name.
func (w *World) Name(ref string) (Answer, bool) {
	for _, lang := range w.Config.Languages {
		for _, doc := range w.Documents {
			if doc.Lang == lang && !doc.Listing &&
				slices.Contains([]string{doc.Name, doc.Collection + "/" + doc.Name, path.Base(doc.Stem)}, ref) {
				return w.withFindings(w.Document(doc)), true
			}
		}
	}
	return Answer{}, false
}

// NearestFiles are the content files that were probably meant: by their name, or by words of their title.
func (w *World) NearestFiles(name string) []string {
	var same, all []string
	last := strings.TrimSuffix(path.Base(name), ".md")
	words := locale.Slug(last)
	for _, doc := range w.Documents {
		all = append(all, doc.Path)
		titled := strings.Contains(last, " ") && words != "" && strings.Contains(locale.Slug(doc.Title), words)
		if path.Base(doc.Stem) == last || path.Base(doc.Name) == last || titled {
			same = append(same, doc.Path)
		}
	}
	if len(same) == 0 {
		if near, ok := diag.Nearest(name, all); ok {
			same = append(same, near)
		}
	}
	return same[:min(len(same), maxNearest)]
}
