package cli

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"
)

// editor is the URL that opens a place in the editor of whoever writes the site. In it {file} stands for the file's whole path, {line} and
// {column} for the place, counted from 1. "" opens nothing.
type editor string

// editors are those that have a scheme of their own, by the names that --editor takes.
func editors() map[string]editor {
	return map[string]editor{
		"none":     "",
		"vscode":   "vscode://file{file}:{line}:{column}", // https://code.visualstudio.com/docs/configure/command-line#_opening-vs-code-with-urls
		"vscodium": "vscodium://file{file}:{line}:{column}",
		"cursor":   "cursor://file{file}:{line}:{column}",
		"zed":      "zed://file{file}:{line}:{column}",
		"idea":     "idea://open?file={file}&line={line}&column={column}",
		"textmate": "txmt://open?url=file://{file}&line={line}&column={column}", // https://macromates.com/blog/2007/the-textmate-url-scheme/
		"macvim":   "mvim://open?url=file://{file}&line={line}&column={column}",
	}
}

// editorNames are the names that --editor takes, in the order in which they are told.
const editorNames = "vscode, vscodium, cursor, zed, idea, textmate, macvim, none"

// usualEditor is the one that most who write Markdown have.
const usualEditor = "vscode"

// editorURL is a URL with {file}, of a scheme that some program on the machine has registered. A browser would run what the others hold.
var (
	editorURL   = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9+.-]*):\S*\{file\}\S*$`)
	notAnEditor = regexp.MustCompile(`(?i)^(javascript|data|vbscript|blob|about|view-source|https?|file):`)
)

// editorOf is the editor of a name or a URL; "" is the usual one.
func editorOf(choice string) (e editor, known bool) {
	if choice == "" {
		choice = usualEditor
	}
	if e, known = editors()[choice]; known {
		return e, true
	}
	return editor(choice), editorURL.MatchString(choice) && !notAnEditor.MatchString(choice)
}

// opens is the URL that opens a place in a file. Line 0 is the file as a whole.
func (e editor) opens(path string, line, column int) string {
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive's letter
	}
	before, after, found := strings.Cut(string(e), "{file}")
	if !found {
		return ""
	}
	if strings.ContainsAny(before, "?#") {
		path = strings.ReplaceAll(url.QueryEscape(path), "+", "%20")
		path = strings.ReplaceAll(path, "%2F", "/")
	} else {
		path = (&url.URL{Path: path}).EscapedPath()
	}
	if line == 0 && after == ":{line}:{column}" {
		after = ""
	}
	return before + path + strings.NewReplacer("{line}", strconv.Itoa(max(line, 1)), "{column}", strconv.Itoa(max(column, 1))).Replace(after)
}
