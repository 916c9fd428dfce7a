package document

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
)

// Identity is what a content file's path says about it.
type Identity struct {
	Path       string // "content/press/2012-05-16-x/index.en.md"
	Collection string // "press"; "" for a page outside the collections
	Name       string // what references call it: the name without date and language, "x"; a page's is its path, "om/kontakt"
	Lang       locale.Lang
	LangPlain  bool         // the language is not written in the file's name
	Folder     string       // the folder whose files stand beside it: "content/press/2012-05-16-x"
	Owner      bool         // the folder is the item's own (it is an index file)
	Listing    bool         // the text of a collection's listing: content/<collection>/index.md
	FileDate   model.Moment // the leading date of the name
	Stem       string       // the path without language and extension, which all language versions share: "content/press/2012-05-16-x"
}

// ContentRoot is the folder of the content, below the site's.
const ContentRoot = "content"

// IsDocument tells whether the file at path is one that this package reads.
func IsDocument(file string) bool {
	rest, ok := strings.CutPrefix(file, ContentRoot+"/")
	if !ok || path.Ext(file) != ".md" {
		return false
	}
	top, _, _ := strings.Cut(rest, "/")
	return top != "data" && top != "static"
}

// leadingDate is a date that a name begins with; what follows the hyphen is the name.
var leadingDate = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})(?:-(.+))?$`)

// Identify tells from its path what a content file is.
func (r *Reader) Identify(file string) (Identity, []diag.Diagnostic) {
	id := Identity{Path: file, Folder: path.Dir(file), Lang: r.Languages[0]}
	stem := strings.TrimSuffix(path.Base(file), ".md")
	stem, diags := r.cutLanguage(&id, stem)
	dir := strings.TrimPrefix(strings.TrimPrefix(path.Dir(file), ContentRoot), "/")
	top, _, _ := strings.Cut(dir, "/")
	_, inCollection := r.Shelves[top]
	if inCollection {
		id.Collection = top
	}
	id.Stem = path.Join(ContentRoot, dir, stem)
	if stem == "index" {
		id.Stem = path.Dir(id.Stem)
		id.Owner = true
		if inCollection && dir == top {
			id.Listing, id.Owner = true, false
			id.Name = "index"
			return id, diags
		}
		stem = path.Base(dir)
		dir = parent(dir)
		if dir == "" && stem == "." {
			stem = "" // the front page
		}
	}
	name, fault := r.cutDate(&id, stem)
	diags = append(diags, fault...)
	if !inCollection && dir != "" {
		name = dir + "/" + name
	}
	id.Name = norm.NFC.String(name)
	return id, diags
}

func parent(dir string) string {
	if i := strings.LastIndexByte(dir, '/'); i >= 0 {
		return dir[:i]
	}
	return ""
}

// cutLanguage takes the language off a file's stem: "index.en".
func (r *Reader) cutLanguage(id *Identity, stem string) (string, []diag.Diagnostic) {
	id.LangPlain = true
	i := strings.LastIndexByte(stem, '.')
	if i <= 0 {
		return stem, nil
	}
	if small := strings.ToLower(stem[i+1:]); small != stem[i+1:] && slices.Contains(r.Languages, locale.Lang(small)) {
		found := diag.UndeclaredLanguage.At(diag.Whole(id.Path), stem[i+1:])
		return stem[:i], []diag.Diagnostic{found.With(diag.RenameTo, stem[:i+1]+small+".md")}
	}
	if !locale.LooksLikeLang(stem[i+1:]) {
		return stem, nil
	}
	lang := locale.Lang(stem[i+1:])
	if !slices.Contains(r.Languages, lang) {
		return stem[:i], []diag.Diagnostic{diag.UndeclaredLanguage.At(diag.Whole(id.Path), string(lang)).With(diag.OneOf, r.languages())}
	}
	id.Lang, id.LangPlain = lang, false
	return stem[:i], nil
}

// languages lists the declared languages for a message.
func (r *Reader) languages() string {
	names := make([]string, len(r.Languages))
	for i, lang := range r.Languages {
		names[i] = string(lang)
	}
	return strings.Join(names, ", ")
}

// cutDate takes the leading date off a name.
func (r *Reader) cutDate(id *Identity, stem string) (string, []diag.Diagnostic) {
	m := leadingDate.FindStringSubmatch(stem)
	if m == nil {
		return stem, nil
	}
	moment, err := locale.ParseInstant(m[1], r.Location)
	if err != nil {
		return stem, []diag.Diagnostic{diag.BadFileDate.At(diag.Whole(id.Path), m[1]).With(diag.LikeDate)}
	}
	id.FileDate = model.Moment{Moment: moment, Place: diag.Whole(id.Path)}
	if m[2] == "" {
		return stem, nil
	}
	return m[2], nil
}
