package serve

import (
	"net"
	"net/http"
	"net/url"
	"strings"
)

// setHeaders sets what goes with every answer: nothing is stored, and no other site can make use of it.
func setHeaders(h http.Header) {
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("X-Frame-Options", "SAMEORIGIN")
}

// refusal is why a request is not answered.
type refusal struct {
	status int
	text   string
}

func (r *refusal) write(w http.ResponseWriter) {
	if r.status == http.StatusMethodNotAllowed {
		w.Header().Set("Allow", "GET, HEAD")
	}
	http.Error(w, r.text, r.status)
}

// refuse tells why a request is not answered, or nil.
func (s *Server) refuse(r *http.Request) *refusal {
	switch {
	case !s.allowed(r.Host):
		return &refusal{http.StatusMisdirectedRequest, "this server does not answer under that host name"}
	case foreign(r):
		return &refusal{http.StatusForbidden, "this server does not answer pages of other sites"}
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		return &refusal{http.StatusMethodNotAllowed, "only GET and HEAD"}
	}
	return nil
}

// allowed refuses requests under foreign names: a page elsewhere must not reach this server by a name that it has made
// resolve to it (DNS rebinding).
func (s *Server) allowed(host string) bool {
	if s.AnyHost {
		return true
	}
	name := host
	if n, _, err := net.SplitHostPort(host); err == nil {
		name = n
	}
	name = strings.Trim(strings.ToLower(strings.TrimSuffix(name, ".")), "[]")
	if name == "localhost" || strings.HasSuffix(name, ".localhost") {
		return true
	}
	if ip := net.ParseIP(name); ip != nil && ip.IsLoopback() {
		return true
	}
	for _, h := range s.Hosts {
		if name == h {
			return true
		}
	}
	return false
}

// foreign tells whether a page of another site asks. Somebody who follows a link does not: the answer is then shown to a person,
// in a window of its own. See https://www.w3.org/TR/fetch-metadata/.
func foreign(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" {
		u, err := url.Parse(origin)
		if err != nil || !strings.EqualFold(u.Host, r.Host) {
			return true
		}
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "cross-site", "same-site": // another port of this machine is the same site, and not us
		return r.Header.Get("Sec-Fetch-Mode") != "navigate" || r.Header.Get("Sec-Fetch-Dest") != "document"
	}
	return false
}
