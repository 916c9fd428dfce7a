package media

import (
	"bytes"
	"regexp"

	"growthportal/generator/diag"
	"growthportal/generator/read/media/pdf"
)

// folderForm is a path on Windows, in a network of its kind, or below somebody's own folder on other systems.
var folderForm = regexp.MustCompile(`(?i)\b[a-z]:\\[^\s<>"|?*][^<>"|?*\r\n]*|\\\\[a-z0-9_.-]+\\[^<>"|?*\r\n]+|(?:file://)?/(?:Users|home|Volumes)/[^<>"\r\n]+`)

func inspectPDF(in *inspection) {
	d := pdf.Read(in.content)
	in.info.Pages, in.info.Lang, in.info.Tagged, in.info.Active = d.Pages, d.Lang, d.Tagged, d.Active
	in.info.Title = credit([]byte(d.Title))
	if in.info.Title == "" {
		in.info.Title = readXMP(d.XMP).title
	}
	in.info.Author = credit([]byte(d.Author))
	if in.info.Author == "" {
		in.info.Author = readXMP(d.XMP).creator
	}
	for _, said := range append(d.Said, string(beginning(d.XMP, maxXMP))) {
		if in.info.Folder == "" {
			in.info.Folder = credit([]byte(folderForm.FindString(said)))
		}
	}
	tail := in.content[max(0, len(in.content)-4096):]
	if d.Pages == 0 && !bytes.Contains(tail, []byte("%%EOF")) {
		in.report(diag.BrokenFile, in.info.Label)
	}
}
