package policy

import (
	"net/url"
	"strings"
)

var cleaner = strings.NewReplacer("\t", "", "\n", "", "\r", "", "\\", "/")

// cleanAddress is an address as browsers read it (https://url.spec.whatwg.org/#concept-basic-url-parser): without spaces around
// it, without tabs and line ends in it, and with slashes only.
func cleanAddress(s string) string {
	s = strings.TrimFunc(s, func(r rune) bool { return r <= ' ' })
	if strings.ContainsAny(s, "\t\n\r\\") {
		s = cleaner.Replace(s)
	}
	return s
}

func hasScheme(address, scheme string) bool {
	return len(address) >= len(scheme) && strings.EqualFold(address[:len(scheme)], scheme)
}

// named tells whether an address begins with a host, or with a scheme, rather than with a path of the site's.
func named(address string) bool {
	if strings.HasPrefix(address, "//") {
		return true
	}
	i := strings.IndexAny(address, ":/?#")
	return i > 0 && address[i] == ':'
}

// place is where an address with a host leads: the scheme, the host in small letters, and the port where one is written. An
// address that cannot be read has no host but itself.
func place(address, scheme string) (gotScheme, host, port string) {
	if strings.HasPrefix(address, "//") {
		address = scheme + ":" + address
	}
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return "", address, ""
	}
	return strings.ToLower(u.Scheme), strings.ToLower(u.Hostname()), u.Port()
}
