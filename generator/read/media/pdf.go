package media

import (
	"bytes"

	"growthportal/generator/diag"
	"growthportal/generator/read/media/pdf"
)

func inspectPDF(in *inspection) {
	d := pdf.Read(in.content)
	in.info.Pages, in.info.Lang, in.info.Tagged, in.info.Active = d.Pages, d.Lang, d.Tagged, d.Active
	in.info.Title = credit([]byte(d.Title))
	if in.info.Title == "" {
		in.info.Title = readXMP(d.XMP).title
	}
	tail := in.content[max(0, len(in.content)-4096):]
	if d.Pages == 0 && !bytes.Contains(tail, []byte("%%EOF")) {
		in.report(diag.BrokenFile, in.info.Label)
	}
}
