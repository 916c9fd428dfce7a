// Package themes holds the themes that are part of the program, so that a site without a themes folder builds.
package themes

import (
	"embed"
	"io/fs"
)

//go:embed all:portal
var builtin embed.FS

// FS holds the built-in themes, a folder each.
func FS() fs.FS { return builtin }
