package media

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"

	"growthportal/generator/diag"
)

func isZip(b []byte) bool { return begins("PK\x03\x04", "PK\x05\x06")(b) }

// openZip lists an archive; nothing in it is unpacked.
func openZip(content []byte) (*zip.Reader, error) {
	return zip.NewReader(bytes.NewReader(content), int64(len(content)))
}

func hasEntry(z *zip.Reader, is func(name string) bool) bool {
	return slices.ContainsFunc(z.File, func(f *zip.File) bool { return is(f.Name) })
}

// office inspects a document of ECMA-376: an archive with a main part of a certain name, and none that holds macros.
func office(main string) func(*inspection) {
	return func(in *inspection) {
		z, err := openZip(in.content)
		switch {
		case err != nil:
			in.report(diag.BrokenFile, in.info.Label)
		case !hasEntry(z, func(name string) bool { return name == main }):
			in.otherwise(format{label: in.info.Label})
		case hasEntry(z, func(name string) bool { return strings.HasSuffix(strings.ToLower(name), "vbaproject.bin") }):
			in.active("VBA")
		}
	}
}

// openDocument inspects a document of ISO 26300 (or an EPUB): an archive that names its own media type, without macros.
func openDocument(in *inspection) {
	z, err := openZip(in.content)
	switch {
	case err != nil:
		in.report(diag.BrokenFile, in.info.Label)
	case ownType(z) != in.info.Media:
		in.otherwise(format{label: in.info.Label})
	case in.info.Media != "application/epub+zip" && hasEntry(z, func(name string) bool {
		return strings.HasPrefix(name, "Basic/") && name != "Basic/" || strings.HasPrefix(name, "Scripts/") && name != "Scripts/"
	}):
		in.active("Basic")
	}
}

// ownType is the media type that an archive states in its entry mimetype, or "".
func ownType(z *zip.Reader) string {
	for _, f := range z.File {
		if f.Name != "mimetype" {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return ""
		}
		defer r.Close()
		kind, _ := io.ReadAll(io.LimitReader(r, 200))
		return strings.TrimSpace(string(kind))
	}
	return ""
}

func anyZip(in *inspection) {
	if _, err := openZip(in.content); err != nil {
		in.report(diag.BrokenFile, in.info.Label)
	}
}

// sniffZip is the usual extension of what an archive is.
func sniffZip(content []byte) string {
	z, err := openZip(content)
	if err != nil {
		return ""
	}
	own := ownType(z)
	for _, f := range formats() {
		if own != "" && f.media == own {
			return f.ext
		}
	}
	for _, known := range [][2]string{{"word/document.xml", ".docx"}, {"xl/workbook.xml", ".xlsx"}, {"ppt/presentation.xml", ".pptx"}} {
		if hasEntry(z, func(name string) bool { return name == known[0] }) {
			return known[1]
		}
	}
	return ".zip"
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
