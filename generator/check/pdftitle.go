package check

import (
	"path"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/read/media"
)

// pdfTitle reports PDF files that say neither what they are called nor in what language they are, or that are not tagged
// (ISO 14289-1; WCAG 2.2, techniques PDF18, PDF16 and PDF9). A file is told of where it is first named.
func pdfTitle() Rule {
	return Rule{
		Codes: []diag.Code{diag.PDFTitle, diag.PDFLanguage, diag.PDFTags},
		Site: func(s *Subject, _ Values) []diag.Diagnostic {
			var found []diag.Diagnostic
			s.eachPDF(func(place diag.Place, info media.Info) {
				for code, lacks := range map[diag.Code]bool{diag.PDFTitle: info.Title == "", diag.PDFLanguage: info.Lang == "", diag.PDFTags: !info.Tagged} {
					if lacks {
						found = append(found, code.At(place).With(diag.SaveTagged))
					}
				}
			})
			return found
		},
	}
}

// eachPDF looks into every PDF that a text offers, and gives the place where it is first named.
func (s *Subject) eachPDF(visit func(place diag.Place, info media.Info)) {
	seen := map[string]bool{}
	for _, t := range s.texts {
		for _, f := range t.files() {
			if !strings.EqualFold(path.Ext(f.path), ".pdf") || seen[f.path] {
				continue
			}
			seen[f.path] = true
			content, err := s.Read(f.path)
			if err != nil {
				continue // a missing file is told by a build
			}
			info, _ := media.Inspect(f.path, content, media.Limits{})
			visit(f.place, info)
		}
	}
}
