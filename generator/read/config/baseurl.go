package config

import (
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/idna"

	"growthportal/generator/diag"
	"growthportal/generator/model"
)

// BaseURL is where the site stands: what its URLs, which begin with "/", are to be put after.
type BaseURL struct {
	Scheme string // "https" or "http"
	Host   string // in ASCII (IDNA) and small letters, with the port where there is one
	Path   string // "" for a site at the root of its host, else such as "/tillvaxt", without "/" at the end
}

// Href is what a link on the site leads to: the URL below the site's path, encoded.
func (b BaseURL) Href(u model.URL) string { return b.Path + u.Encoded() }

// Absolute is the whole address of a URL of the site's, encoded.
func (b BaseURL) Absolute(u model.URL) string {
	return b.Scheme + "://" + b.Host + b.Path + u.Encoded()
}

// String is the address of the site's front page, as config.yaml may give it.
func (b BaseURL) String() string { return b.Absolute("/") }

var (
	sitePath = regexp.MustCompile(`^(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*$`)
	hostName = regexp.MustCompile(`^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$`)
	portPart = regexp.MustCompile(`^[1-9][0-9]{0,4}$`)
)

// ParseURL reads a site's address: http or https, a host, and maybe a path, with or without "/" at the end. The
// diagnostic is nil for a sound one; it has no place, as the address may come from the command line.
func ParseURL(s string) (BaseURL, *diag.Diagnostic) {
	wrong := func(hint diag.HintName, words ...string) (BaseURL, *diag.Diagnostic) {
		d := diag.BadSiteURL.At(diag.Place{}, s).With(hint, words...)
		return BaseURL{}, &d
	}
	u, err := url.Parse(s)
	if err != nil || u.Opaque != "" || u.Scheme != "" && u.Host == "" {
		return wrong(diag.LikeSiteURL)
	}
	scheme := strings.ToLower(u.Scheme)
	switch {
	case scheme == "" && strings.Contains(s, "."):
		return wrong(diag.WriteSo, "https://"+strings.TrimLeft(s, "/"))
	case scheme != "http" && scheme != "https":
		return wrong(diag.LikeSiteURL)
	case u.User != nil:
		return wrong(diag.Remove, u.User.String()+"@")
	case u.RawQuery != "" || u.ForceQuery:
		return wrong(diag.Remove, "?"+u.RawQuery)
	case strings.Contains(s, "#"):
		return wrong(diag.Remove, s[strings.Index(s, "#"):])
	}
	host, ok := asciiHost(u.Hostname())
	port := u.Port()
	if !ok || port == "" && strings.HasSuffix(u.Host, ":") || port != "" && !portPart.MatchString(port) {
		return wrong(diag.LikeSiteURL)
	}
	path := strings.TrimSuffix(u.EscapedPath(), "/")
	if !sitePath.MatchString(path) {
		return wrong(diag.LikeSiteURL)
	}
	if port != "" {
		host += ":" + port
	}
	return BaseURL{Scheme: scheme, Host: host, Path: path}, nil
}

// asciiHost is a host name in the form in which it stands in URLs: small ASCII letters, Swedish ones by IDNA (RFC 5891).
func asciiHost(s string) (host string, ok bool) {
	host, err := idna.Lookup.ToASCII(strings.ToLower(s))
	if err != nil || len(host) > 253 || !hostName.MatchString(host) {
		return "", false
	}
	for label := range strings.SplitSeq(host, ".") {
		if len(label) > 63 {
			return "", false
		}
	}
	return host, true
}
