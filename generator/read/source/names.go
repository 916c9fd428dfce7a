package source

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"growthportal/generator/diag"
	"growthportal/generator/output"
)

// maxName is the longest name of a file or folder that the common file systems hold, in bytes.
const maxName = 255

// isHidden tells names that an author hides from the generator.
func isHidden(name string) bool { return name[0] == '.' || name[0] == '_' }

// isLeftover tells what editors, desktops and version control leave in folders; nobody means to publish it.
func isLeftover(name string) bool {
	switch strings.ToLower(name) {
	case ".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", // Finder, Explorer
		".git", ".gitkeep", ".gitignore", ".gitattributes", ".gitmodules":
		return true
	}
	for _, prefix := range []string{
		"._",     // AppleDouble
		".#",     // Emacs, a lock
		"~$",     // Microsoft Office, a lock
		".~lock", // LibreOffice, a lock
	} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return strings.HasSuffix(name, "~") || // Emacs, Vim, gedit: backup
		len(name) > 1 && name[0] == '#' && name[len(name)-1] == '#' || // Emacs: autosave
		strings.HasSuffix(name, ".swp") || strings.HasSuffix(name, ".swo") // Vim
}

// Ignored tells whether Scan leaves out what stands at a path in silence, so that nobody need care when it changes.
func Ignored(path string) bool {
	static := strings.HasPrefix(path, staticFolder+"/")
	for name := range strings.SplitSeq(path, "/") {
		if name != "" && (isLeftover(name) || !static && isHidden(name)) {
			return true
		}
	}
	return false
}

// refuseName tells what is wrong with a name that stands at path.
func refuseName(path, name string) (d diag.Diagnostic, bad bool) {
	whole := diag.Whole(visibleName(path))
	switch {
	case !utf8.ValidString(name):
		return diag.NameEncoding.At(whole, visibleName(name)), true
	case strings.ContainsFunc(name, isInvisible):
		return diag.NameCharacters.At(whole, visibleName(name)), true
	case len(name) > maxName:
		return diag.NameLength.At(whole, fmt.Sprint(maxName)), true
	case !output.HeldEverywhere(name):
		return diag.NameReserved.At(whole, name), true
	}
	return diag.Diagnostic{}, false
}

// isInvisible tells characters that make a line or a name look like something else: control characters, and those that
// order text from right to left or left to right (Unicode Standard Annex 9, Bidi_Control), and line separators.
func isInvisible(r rune) bool {
	if r < utf8.RuneSelf {
		return r < ' ' || r == 0x7f
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}

// visibleName writes out what cannot be seen in a name: \x and two digits for a byte that is not UTF-8, \u and four for a
// character.
func visibleName(name string) string {
	if utf8.ValidString(name) && !strings.ContainsFunc(name, isInvisible) {
		return name
	}
	var b strings.Builder
	for len(name) > 0 {
		r, size := utf8.DecodeRuneInString(name)
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, name[0])
		case isInvisible(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
		name = name[size:]
	}
	return b.String()
}
