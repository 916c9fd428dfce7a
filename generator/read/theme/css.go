package theme

import (
	"path"
	"slices"
	"strings"

	"growthportal/generator/output"
)

// styleURL is an address in a style sheet: the text of url(...), a string in image-set(...), or what a rule such as
// @import begins.
type styleURL struct {
	text     string
	from, to int    // where the text stands, in bytes, without quotation marks
	rule     string // "@import" and "@namespace", which stand before all other rules
}

// styleKind tells what an address in a style sheet leads to.
type styleKind uint8

const (
	styleAsset   styleKind = iota // a file of the theme's
	styleInline                   // data: and #fragment, which load nothing
	styleOutside                  // anything else
	styleImport                   // a rule that loads another sheet
)

// styleURLs finds the addresses in a style sheet, by the tokens of CSS Syntax Level 3: comments, strings, url() without
// quotes, functions. It works on minified sheets as well.
func styleURLs(src string) []styleURL {
	s := styleScanner{src: src}
	for s.at < len(src) {
		s.token()
	}
	return s.found
}

// StyleAddresses lists the addresses that a style sheet, or a style attribute, loads from, as they are written: those of
// url(...) and the like, and of other style sheets that it imports.
func StyleAddresses(css string) []string {
	var list []string
	for _, u := range styleURLs(css) {
		switch {
		case u.rule == "":
			list = append(list, u.text)
		case u.rule == "@import":
			if rest := strings.TrimLeft(css[u.to:], " \t\n\r\f"); rest != "" && (rest[0] == '"' || rest[0] == '\'') {
				address, _, _ := strings.Cut(rest[1:], rest[:1])
				list = append(list, address)
			}
		}
	}
	return list
}

// styleScanner walks over a style sheet.
type styleScanner struct {
	src   string
	at    int
	open  []string // the functions that are open; "" for other brackets
	found []styleURL
}

func (s *styleScanner) token() {
	switch c := s.src[s.at]; {
	case strings.HasPrefix(s.src[s.at:], "/*"):
		end := strings.Index(s.src[s.at+2:], "*/")
		if end < 0 {
			s.at = len(s.src)
			return
		}
		s.at += 2 + end + 2
	case c == '"' || c == '\'':
		from, to := s.text()
		if len(s.open) > 0 && loadsStrings(s.open[len(s.open)-1]) {
			s.found = append(s.found, styleURL{text: s.src[from:to], from: from, to: to})
		}
	case c == '@':
		s.at++
		if word := s.word(); word == "import" || word == "namespace" {
			s.found = append(s.found, styleURL{rule: "@" + word, from: s.at - len(word) - 1, to: s.at})
		}
	case isNameByte(c):
		s.function(s.word())
	case c == '(' || c == '[' || c == '{':
		s.open = append(s.open, "")
		s.at++
	case c == ')' || c == ']' || c == '}':
		s.open = s.open[:max(0, len(s.open)-1)]
		s.at++
	case c == '\\':
		s.at += 2
	default:
		s.at++
	}
}

// loadsStrings tells functions in which a string is an address.
func loadsStrings(function string) bool {
	switch function {
	case "url", "src", "image", "image-set", "-webkit-image-set":
		return true
	}
	return false
}

// function goes on after a word: into the brackets, if it is the name of a function.
func (s *styleScanner) function(word string) {
	if s.at >= len(s.src) || s.src[s.at] != '(' {
		return
	}
	s.at++
	s.open = append(s.open, word)
	if word != "url" {
		return
	}
	for s.at < len(s.src) && isBlank(s.src[s.at]) {
		s.at++
	}
	if s.at < len(s.src) && (s.src[s.at] == '"' || s.src[s.at] == '\'') {
		return // the string is the next token
	}
	from := s.at
	for s.at < len(s.src) && s.src[s.at] != ')' {
		if s.src[s.at] == '\\' {
			s.at++
		}
		s.at++
	}
	s.at = min(s.at, len(s.src))
	to := from + len(strings.TrimRight(s.src[from:s.at], " \t\n\r\f"))
	s.found = append(s.found, styleURL{text: s.src[from:to], from: from, to: to})
}

// text passes over a string and tells where its content stands.
func (s *styleScanner) text() (from, to int) {
	quote := s.src[s.at]
	from = s.at + 1
	for s.at = from; s.at < len(s.src); s.at++ {
		switch s.src[s.at] {
		case '\\':
			s.at++
		case quote:
			s.at++
			return from, s.at - 1
		case '\n': // a string that is not closed ends with its line
			return from, s.at
		}
	}
	s.at = len(s.src)
	return from, max(from, s.at)
}

// word passes over a name and gives it in small letters.
func (s *styleScanner) word() string {
	from := s.at
	for s.at < len(s.src) && isNameByte(s.src[s.at]) {
		s.at++
	}
	return strings.ToLower(s.src[from:s.at])
}

func isNameByte(c byte) bool {
	return c == '-' || c == '_' || c >= 0x80 || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

// resolveStyleURL tells what an address in the style sheet of that name leads to; of an asset also its name.
func resolveStyleURL(u styleURL, sheet string) (asset string, kind styleKind) {
	clean, _, _ := strings.Cut(u.text, "#")
	clean, _, _ = strings.Cut(clean, "?")
	switch {
	case u.rule != "":
		return "", styleImport
	case strings.HasPrefix(strings.ToLower(u.text), "data:"), clean == "":
		return "", styleInline
	case strings.HasPrefix(clean, "/"), strings.ContainsAny(clean, ":\\"):
		return "", styleOutside
	}
	asset = path.Join(path.Dir(sheet), clean)
	if asset == ".." || strings.HasPrefix(asset, "../") {
		return "", styleOutside
	}
	return asset, styleAsset
}

// rewriteStyle names the assets in a style sheet by their fingerprints. Addresses stay relative, since the site may
// stand below any path.
func rewriteStyle(code, sheet string, assets map[string]output.Path) string {
	var b strings.Builder
	done := 0
	for _, u := range styleURLs(code) {
		asset, kind := resolveStyleURL(u, sheet)
		p, ok := assets[asset]
		if kind != styleAsset || !ok || p == "" {
			continue
		}
		end := u.from + strings.IndexAny(u.text+"#", "?#")
		b.WriteString(code[done:u.from])
		b.WriteString(relative(path.Dir(sheet), strings.TrimPrefix(string(p), "assets/")))
		done = end
	}
	b.WriteString(code[done:])
	return b.String()
}

// relative is the way from a folder to a file, both inside assets/.
func relative(dir, file string) string {
	if dir == "." {
		return file
	}
	from, to := strings.Split(dir, "/"), strings.Split(file, "/")
	for len(from) > 0 && len(to) > 1 && from[0] == to[0] {
		from, to = from[1:], to[1:]
	}
	return strings.Repeat("../", len(from)) + strings.Join(to, "/")
}

func sorted(names []string) []string {
	slices.Sort(names)
	return names
}
