package markdown

import (
	"net/url"
	"strings"

	"growthportal/generator/diag"
)

// verdict is what is wrong with an address: a code with its words, and the mend. The zero verdict is none.
type verdict struct {
	code diag.Code
	args []string
	hint diag.HintName
	mend string
}

// judge tells whether an address may be linked to: http, https, mailto, tel and paths, and nothing else however it is
// spelt. The address has had its escapes and references resolved, as a browser will have; what else a browser would
// do to it before it looks at the scheme (drop controls and line ends, turn backslashes; WHATWG URL, 4.4) is no way
// around, since an address with any of that is refused.
func judge(address string) verdict {
	switch {
	case strings.TrimSpace(address) == "":
		return verdict{code: diag.EmptyLink}
	case len(address) > maxAddress:
		return verdict{code: diag.BadLink, args: []string{strings.ToValidUTF8(address[:60], "") + "…"}}
	}
	scheme, hasScheme := schemeOf(address)
	if hasScheme && !linkable(scheme) {
		return verdict{code: diag.BadScheme, args: []string{scheme}}
	}
	if strings.ContainsFunc(address, func(r rune) bool { return r < ' ' || r == 0x7F || r == '\uFFFD' }) {
		return verdict{code: diag.BadLink, args: []string{visible(address)}}
	}
	if hasScheme {
		return judgeExternal(address, scheme)
	}
	if turned := strings.ReplaceAll(address, `\`, "/"); strings.HasPrefix(turned, "//") {
		return verdict{diag.NoScheme, []string{address}, diag.WriteSo, "https:" + turned}
	} else if path, _, _ := strings.Cut(address, "#"); strings.Contains(path, `\`) {
		return verdict{diag.BadLink, []string{address}, diag.WriteSo, turned}
	}
	return verdict{}
}

// judgeExternal looks at an address that leads off the site.
func judgeExternal(address, scheme string) verdict {
	_, rest, _ := strings.Cut(address, ":")
	bad := verdict{code: diag.BadLink, args: []string{address}}
	switch scheme {
	case "http", "https":
		if !strings.HasPrefix(rest, "//") {
			return bad
		}
		authority := rest[2:]
		if end := strings.IndexAny(authority, "/?#\\"); end >= 0 {
			authority = authority[:end]
		}
		if u, err := url.Parse("https://" + authority); err != nil || u.Hostname() == "" || strings.ContainsAny(authority, " \t") {
			return bad
		}
	case "mailto", "tel":
		if strings.Trim(rest, "/? ") == "" {
			return bad
		}
	}
	return verdict{}
}

// schemeOf is the scheme of an address in lower case, read as leniently as any browser ever did: controls, spaces and
// characters without width at the start and inside do not hide it.
func schemeOf(address string) (string, bool) {
	name, _, found := strings.Cut(address, ":")
	if !found {
		return "", false
	}
	name = strings.Map(func(r rune) rune {
		if r <= ' ' || r >= 0x7F && r <= 0xA0 || r == 0xAD || r >= 0x200B && r <= 0x200F || r == 0xFEFF || r == 0xFFFD {
			return -1
		}
		return r
	}, name)
	for i, c := range []byte(name) {
		letter := c|0x20 >= 'a' && c|0x20 <= 'z'
		if !letter && (i == 0 || !strings.ContainsRune("0123456789+-.", rune(c))) {
			return "", false
		}
	}
	return strings.ToLower(name), name != ""
}

func linkable(scheme string) bool {
	switch scheme {
	case "http", "https", "mailto", "tel":
		return true
	}
	return false
}

// visible shows an address on one line.
func visible(address string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F {
			return '\uFFFD'
		}
		return r
	}, address)
}
