package output

import (
	"io/fs"
	"strings"
)

// Path is a slash-separated path inside public/, such as "pressmeddelanden/2012/x/index.html": clean and relative.
type Path string

// The names that this package keeps for itself in the root of a tree, and the beginning of its temporary names anywhere.
const (
	manifestName = ".manifest"
	journalName  = ".journal"
	tempPrefix   = ".tmp-"
	spareSuffix  = ".spare" // of the spare's name: .public.spare
)

// maxComponent is the longest name that the common file systems take, in bytes.
const maxComponent = 255

// MaxPath is the longest path, in bytes: macOS takes 1,024 for a whole one, and public/ stands somewhere.
const MaxPath = 800

// Valid reports whether every system that we run on can hold a file of that path, and whether the name is free: not
// absolute, no "..", no control character, not longer than [MaxPath], every component as [HeldEverywhere] says, and none of the
// names that this package keeps for itself.
func (p Path) Valid() bool {
	s := string(p)
	if !fs.ValidPath(s) || s == "." || len(s) > MaxPath || s == manifestName || s == journalName {
		return false
	}
	if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return false
	}
	for part := range strings.SplitSeq(s, "/") {
		if !HeldEverywhere(part) || strings.HasPrefix(part, tempPrefix) {
			return false
		}
	}
	return true
}

// Pictures is the folder of what is made of pictures beside texts. They are no part of the theme: where a text comes down,
// its pictures do as well.
const Pictures = "assets/pictures/"

// asset reports whether p is a file whose name holds its hash, and which pages need.
func (p Path) asset() bool { return strings.HasPrefix(string(p), "assets/") }

// themed reports whether p is one of the theme's style sheets, scripts, fonts or pictures.
func (p Path) themed() bool { return p.asset() && !strings.HasPrefix(string(p), Pictures) }

// page reports whether p is an HTML page.
func (p Path) page() bool { return strings.HasSuffix(string(p), ".html") }

// hasTempName reports whether the last part of p is a temporary name of ours.
func hasTempName(p Path) bool {
	return strings.HasPrefix(string(p[strings.LastIndexByte(string(p), '/')+1:]), tempPrefix)
}

// dirOf is the folder that p stands in; "" for the root.
func dirOf(p Path) Path {
	return p[:max(0, strings.LastIndexByte(string(p), '/'))]
}
