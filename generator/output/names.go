package output

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// HeldEverywhere tells whether every common file system can hold a file or folder of that name: a site must be the same
// wherever it is built and served, and wherever its repository is checked out. What Windows cannot hold is as Microsoft's "Naming
// Files, Paths, and Namespaces" lists it.
func HeldEverywhere(name string) bool {
	if name == "" || len(name) > maxComponent || strings.ContainsAny(name, `<>:"\|?*`) {
		return false
	}
	if last := name[len(name)-1]; last == '.' || last == ' ' {
		return false
	}
	stem, _, _ := strings.Cut(name, ".")
	if stem = strings.TrimRight(stem, " "); len(stem) > len("CONOUT$") { // and COM with any character
		return true
	}
	stem = strings.ToUpper(stem)
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return false
	}
	number, port := strings.CutPrefix(stem, "COM")
	if !port {
		number, port = strings.CutPrefix(stem, "LPT")
	}
	return !(port && utf8.RuneCountInString(number) == 1 && strings.Contains("123456789¹²³", number))
}

// FoldName is equal for names, and paths, that some file system takes for one: Windows and macOS ignore case, macOS the
// Unicode form.
func FoldName(name string) string {
	for i := range len(name) {
		if name[i] >= utf8.RuneSelf {
			return norm.NFC.String(cases.Fold().String(norm.NFC.String(name)))
		}
	}
	return strings.ToLower(name)
}
