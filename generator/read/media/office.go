package media

import (
	"bytes"
	"strings"

	"growthportal/generator/diag"
)

// office inspects a document of ECMA-376: an archive with a main part of a certain name, and none that holds macros.
func office(main string) func(*inspection) {
	return func(in *inspection) {
		found, macros := false, false
		err := walkZip(in.content, func(e zipEntry) {
			found = found || e.name == main
			macros = macros || strings.HasSuffix(strings.ToLower(e.name), "vbaproject.bin")
		})
		switch {
		case err != nil:
			in.report(diag.BrokenFile, in.info.Label)
		case !found:
			in.otherwise(format{label: in.info.Label})
		case macros:
			in.active("VBA")
		}
	}
}

// openDocument inspects a document of ISO 26300 (or an EPUB): an archive that names its own media type, without macros.
func openDocument(in *inspection) {
	own, macros := "", false
	err := walkZip(in.content, func(e zipEntry) {
		if e.name == "mimetype" {
			own = e.stored(200)
		}
		for _, folder := range []string{"Basic/", "Scripts/"} {
			macros = macros || strings.HasPrefix(e.name, folder) && e.name != folder
		}
	})
	switch {
	case err != nil:
		in.report(diag.BrokenFile, in.info.Label)
	case own != in.info.Media:
		in.otherwise(format{label: in.info.Label})
	case macros && in.info.Label != "EPUB":
		in.active("Basic")
	}
}

func anyZip(in *inspection) {
	if walkZip(in.content, func(zipEntry) {}) != nil {
		in.report(diag.BrokenFile, in.info.Label)
	}
}

// sniffZip is the usual extension of what an archive is.
func sniffZip(content []byte) string {
	ext := ".zip"
	err := walkZip(content, func(e zipEntry) {
		switch e.name {
		case "word/document.xml":
			ext = ".docx"
		case "xl/workbook.xml":
			ext = ".xlsx"
		case "ppt/presentation.xml":
			ext = ".pptx"
		case "mimetype":
			own := e.stored(200)
			for _, f := range formats() {
				if f.media == own {
					ext = f.ext
				}
			}
		}
	})
	if err != nil {
		return ""
	}
	return ext
}

// oldOffice inspects a document of the years before 2007, a compound file [MS-CFB]. Macros stand in a storage of a fixed name, which
// the directory holds in UTF-16.
func oldOffice(in *inspection) {
	if bytes.Contains(in.content, []byte("_\x00V\x00B\x00A\x00_\x00P\x00R\x00O\x00J\x00E\x00C\x00T\x00")) {
		in.active("VBA")
	}
}

// active reports what a file can do by itself.
func (in *inspection) active(what string) {
	if !in.info.Active {
		in.info.Active = true
		in.report(diag.ActiveContent, what)
	}
}
