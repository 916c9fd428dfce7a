package check

import (
	"growthportal/generator/diag"
	"growthportal/generator/read/media"
)

// pdfAuthor reports PDF files whose properties give away who wrote them and in which folder. Word and its like fill them in
// unasked, and nobody sees it before somebody else looks.
func pdfAuthor() Rule {
	return Rule{
		Codes: []diag.Code{diag.PDFAuthor, diag.PDFFolder},
		Site: func(s *Subject, _ Values) []diag.Diagnostic {
			var found []diag.Diagnostic
			s.eachPDF(func(place diag.Place, info media.Info) {
				if info.Author != "" {
					found = append(found, diag.PDFAuthor.At(place, info.Author))
				}
				if info.Folder != "" {
					found = append(found, diag.PDFFolder.At(place, info.Folder))
				}
			})
			return found
		},
	}
}
