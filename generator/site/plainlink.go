package site

import (
	"net/url"
	"strings"
)

// parseLink is url.Parse, which most links are too plain for.
func parseLink(target string) (url.URL, error) {
	if u, ok := plainLink(target); ok {
		return u, nil
	}
	u, err := url.Parse(target)
	if err != nil {
		return url.URL{}, err
	}
	return *u, nil
}

// plainLink is what url.Parse makes of a path, or of an address on the web, with a fragment perhaps, in letters that mean nothing
// there. ok is false for all else, and for what is wrong.
func plainLink(target string) (u url.URL, ok bool) {
	rest, web := strings.CutPrefix(target, "https://")
	if web {
		end := strings.IndexAny(rest, "/#")
		if end < 0 {
			end = len(rest)
		}
		u.Scheme, u.Host, rest = "https", rest[:end], rest[end:]
		if u.Host == "" || strings.ContainsAny(u.Host, "_~") || !plainAddress(u.Host) {
			return url.URL{}, false
		}
	} else if strings.HasPrefix(rest, "//") {
		return url.URL{}, false // a host
	}
	u.Path, u.Fragment, _ = strings.Cut(rest, "#")
	return u, plainAddress(u.Path) && plainAddress(u.Fragment)
}

// plainAddress tells whether a text has nothing but the letters and signs that stand for themselves in paths and fragments
// (RFC 3986, 2.3), and slashes.
func plainAddress(text string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '/', c == '.', c == '-', c == '_', c == '~':
		default:
			return false
		}
	}
	return true
}
