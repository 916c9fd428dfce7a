// Package media tells what a picture, a document or another file beside a text is, from its bytes.
//
// [Inspect] holds a file against its name: what it must be, what readers are told of it (type, size in pixels, pages), and what
// keeps it from being published. Only headers and structure are read; no pixel is decoded, and nothing costs more than
// the file's own length. [Strip] takes out of a photograph what is nobody's business (position, serial numbers, thumbnails)
// and leaves its pixels as they are.
package media

import (
	"path"
	"strings"

	"growthportal/generator/diag"
)

// Info is what is known of a file. Fields that do not apply, or that could not be told, are zero.
type Info struct {
	Media string // the media type to serve it with, such as "application/pdf"
	Label string // what readers are told that it is, such as "PDF" or "Excel"

	Width, Height int  // of a picture as it is shown, in pixels: after the turn that its metadata asks for
	Animated      bool // more than one picture in one
	HasPosition   bool // a picture that says where it was taken
	Opaque        bool // a picture without transparent parts, as far as its header tells
	Fixed         bool // a picture that can only be shown as it is: a drawing, an animation, colours made for print

	Pages  int    // of a PDF
	Title  string // of a PDF, from its properties
	Lang   string // of a PDF, as a language tag
	Author string // of a PDF, from its properties: often a member of the staff
	Folder string // of a PDF, a path on somebody's computer that its properties give away; "" for none
	Tagged bool   // a PDF that says what is a heading, a list, a table: what screen readers need

	Active bool // can do something by itself when opened: scripts, macros
}

// Problem is a reason why a file cannot be published, without a place: that is where the file is referred to, or the file.
type Problem struct {
	Code diag.Code
	Args []string
	Hint diag.Hint
}

// At is the problem as a diagnostic.
func (p Problem) At(place diag.Place) diag.Diagnostic {
	d := p.Code.At(place, p.Args...)
	d.Hint = p.Hint
	return d
}

// Limits bounds what is published. A zero field stands for its default.
type Limits struct {
	Pixels  int64 // of a picture: width times height; default 100,000,000
	Side    int   // of a picture: width and height; default 30,000 pixels
	Picture int64 // of a picture: bytes; default 40 MiB
	Drawing int64 // of an SVG: bytes; default 4 MiB
	File    int64 // of any other file: bytes; default 256 MiB
}

func (l Limits) withDefaults() Limits {
	fill := func(field *int64, value int64) {
		if *field == 0 {
			*field = value
		}
	}
	fill(&l.Pixels, 100_000_000)
	fill(&l.Picture, 40<<20)
	fill(&l.Drawing, 4<<20)
	fill(&l.File, 256<<20)
	if l.Side == 0 {
		l.Side = 30_000
	}
	return l
}

// Inspect tells what the file called name is, and why it cannot be published, if it cannot. The content must be what the
// extension says. The Info is as full as could be told, even beside problems.
func Inspect(name string, content []byte, limits Limits) (Info, []Problem) {
	ext := strings.ToLower(path.Ext(name))
	in := &inspection{name: name, content: content, limits: limits.withDefaults()}
	f, known := formatOf(ext)
	if !known {
		in.unsupported(ext)
		return in.info, in.problems
	}
	in.info.Media, in.info.Label = f.media, f.label
	limit := f.limit(in.limits)
	switch {
	case len(content) == 0:
		in.report(diag.EmptyFile)
	case int64(len(content)) > limit:
		is, most := diag.Sizes(int64(len(content)), limit)
		in.report(diag.FileTooLarge, is, most)
	case f.magic != nil && !f.magic(content):
		in.otherwise(f)
	default:
		f.inspect(in)
	}
	return in.info, in.problems
}

// inspection is one file while it is looked at.
type inspection struct {
	name     string
	content  []byte
	limits   Limits
	info     Info
	problems []Problem
}

func (in *inspection) report(code diag.Code, args ...string) {
	in.problems = append(in.problems, Problem{Code: code, Args: args})
}

func (in *inspection) hint(name diag.HintName, args ...string) {
	in.problems[len(in.problems)-1].Hint = diag.Hint{Name: name, Args: args}
}

// unsupported reports an extension that is never published, with what to save the file as where that is clear.
func (in *inspection) unsupported(ext string) {
	in.report(diag.UnsupportedFile, ext)
	if instead := saveAs(ext); instead != "" {
		in.hint(diag.SaveAs, instead)
	}
}

// otherwise reports a file that is not what its name says, with the name that it should have if we know what it is.
func (in *inspection) otherwise(f format) {
	in.report(diag.NotWhatItSays, f.label)
	if ext := sniff(in.content); ext != "" {
		base := path.Base(in.name)
		in.hint(diag.RenameTo, strings.TrimSuffix(base, path.Ext(base))+ext)
	}
}
