package build

import (
	"regexp"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/read/document"
	"growthportal/generator/read/media"
	"growthportal/generator/read/source"
)

// datedName is the date of what is published, with which names begin: the digits that follow it belong to a title.
var datedName = regexp.MustCompile(`/(?:199[5-9]|20\d\d)-\d\d-\d\d-`)

// namedNumbers reports personal identity numbers in the names of content files and folders.
func namedNumbers(snap *source.Snapshot) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, f := range snap.Files(document.ContentRoot) {
		if len(locale.PersonalNumbers(datedName.ReplaceAllString(f.Path, "/"))) > 0 {
			found = append(found, diag.PersonalNumber.At(diag.Whole(f.Path)).With(diag.RemoveNumber))
		}
	}
	return found
}

// writtenNumbers reports that a file that is published as it is holds personal identity numbers, as far as its text can be
// read. In what is text already, each is told at its place.
func writtenNumbers(path string, content []byte) []diag.Diagnostic {
	words := media.Words(path, content)
	if words == string(content) {
		return diag.PersonalNumbers(path, words)
	}
	if len(locale.PersonalNumbers(words)) == 0 {
		return nil
	}
	return []diag.Diagnostic{diag.PersonalNumber.At(diag.Whole(path)).With(diag.RemoveNumber)}
}
