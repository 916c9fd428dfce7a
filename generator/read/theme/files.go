package theme

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/output"
	"growthportal/generator/read/source"
)

// maxFile is how large a file of a theme may be, in bytes. Style sheets, scripts, fonts and pictures that weigh more
// are nothing that a page should load.
const maxFile = 16 << 20

// The folders of a theme, and what the files in them end in; "" for anything.
var folders = map[string]string{
	"types": ".yaml", "layouts": ".html", "parts": ".html", "assets": "", "text": ".yaml", "samples": "",
}

// assetForm is what assets may be called: their names become URLs.
var assetForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$`)

// gather lists the files of the themes in a chain by their path, the nearest of each, and warns of those that nothing
// reads.
func (l *loader) gather(chain []*layer) []file {
	nearest := map[string]file{}
	for _, y := range chain {
		for _, f := range y.snapshot.Files(y.dir) {
			rel := strings.TrimPrefix(f.Path, y.dir+"/")
			if _, ok := nearest[rel]; !ok && l.accept(file{y, rel}) {
				nearest[rel] = file{y, rel}
			}
		}
	}
	files := make([]file, 0, len(nearest))
	for _, rel := range slices.Sorted(maps.Keys(nearest)) {
		files = append(files, nearest[rel])
	}
	return files
}

// accept tells whether a file is one that is read, and reports what is wrong with its name.
func (l *loader) accept(f file) bool {
	folder, rest, inside := strings.Cut(f.rel, "/")
	if !inside {
		if stem := f.stem(); f.rel != "theme.yaml" && (strings.EqualFold(stem, "theme") || path.Ext(f.rel) == ".html") {
			l.report(suggest(diag.ThemeFileStray.At(f.whole()), f.rel, []string{"theme.yaml"}))
		}
		return false
	}
	ext, known := folders[folder]
	switch {
	case !known:
		l.report(suggest(diag.ThemeFolder.At(f.whole(), folder), folder, slices.Sorted(maps.Keys(folders))))
		return false
	case folder == "samples":
		return l.Samples && isSample(rest)
	case folder == "assets":
		return l.acceptAsset(f, rest)
	case path.Ext(rest) == ".md":
		return false
	case path.Ext(rest) != ext || strings.Contains(rest, "/"):
		l.report(diag.ThemeFileStray.At(f.whole()).With(diag.RenameTo, folder+"/"+f.stem()+ext))
		return false
	case folder == "text":
		if _, ok := locale.ParseLang(f.stem()); !ok {
			l.report(diag.UnknownLanguage.At(f.whole(), f.stem()))
			return false
		}
	case !nameForm.MatchString(f.stem()):
		l.report(diag.BadName.At(f.whole(), f.stem()).With(diag.SmallLetters))
		return false
	}
	return true
}

func (l *loader) acceptAsset(f file, rest string) bool {
	for part := range strings.SplitSeq(rest, "/") {
		if !assetForm.MatchString(part) {
			l.report(diag.AssetName.At(f.whole(), rest))
			return false
		}
	}
	return output.Path(f.rel).Valid()
}

// under lists the files of one folder.
func under(files []file, folder string) []file {
	var list []file
	for _, f := range files {
		if strings.HasPrefix(f.rel, folder+"/") {
			list = append(list, f)
		}
	}
	return list
}

// read gives the bytes of a file; false where it cannot be used, which has been reported.
func (l *loader) read(f file) ([]byte, bool) {
	name := path.Join(f.layer.dir, f.rel)
	if info, ok := f.layer.snapshot.Lookup(name); ok && info.Size > maxFile {
		l.report(source.TooLarge(f.label(), info.Size, maxFile))
		return nil, false
	}
	content, err := f.layer.snapshot.Read(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, false
	case err != nil:
		l.fail(fmt.Errorf("reading the theme: %w", err))
		return nil, false
	}
	return content, true
}

// readText gives the text of a file that people write, without a byte order mark and with one kind of line end, so
// that a checkout on Windows gives the same pages.
func (l *loader) readText(f file) (string, bool) {
	content, ok := l.read(f)
	if !ok {
		return "", false
	}
	text := strings.TrimPrefix(string(content), "\ufeff")
	if i := invalid(text); i >= 0 {
		l.report(diag.NotUTF8.At(placeIn(f.label(), text, i, i)).With(diag.SaveAsUTF8))
		return "", false
	}
	return strings.ReplaceAll(text, "\r\n", "\n"), true
}

// invalid is where the first byte stands that is no UTF-8; -1 for none.
func invalid(s string) int {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return i
			}
		}
	}
	return -1
}

// placeIn is the place of the bytes from until to of a text; it ends with its first line. to may be from, where the
// end is not known.
func placeIn(label, text string, from, to int) diag.Place {
	from = min(from, len(text))
	begin := strings.LastIndexByte(text[:from], '\n') + 1
	p := diag.Place{
		File: label, Line: 1 + strings.Count(text[:from], "\n"), Column: 1 + utf8.RuneCountInString(text[begin:from]),
	}
	if to > from {
		words, _, _ := strings.Cut(text[from:min(to, len(text))], "\n")
		p.EndColumn = p.Column + utf8.RuneCountInString(words)
	}
	return p
}

// offsetIn is the inverse: where the byte stands that is column bytes (counted from 0) into a line (from 1).
func offsetIn(text string, line, column int) int {
	at := 0
	for ; line > 1; line-- {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			return len(text)
		}
		at += i + 1
	}
	return min(at+column, len(text))
}
