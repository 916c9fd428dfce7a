package theme

import (
	"fmt"
	"html/template"
	"strings"

	"growthportal/generator/read/theme/compiled"
)

// withAddresses lets escaped templates write the addresses that a site may have. html/template's own function that looks at addresses in href,
// src and the like takes http, https and mailto for safe and writes "#ZgotmplZ" in the place of anything else: telephone numbers too, and
// without telling anybody. Ours stands in its place once the templates have been escaped.
func withAddresses(t *template.Template) *template.Template {
	return t.Funcs(filters())
}

// filters are what stands in the place of html/template's own.
func filters() template.FuncMap { return template.FuncMap{compiled.URLFilter: address} }

// address passes on a path, or an address whose scheme is http, https, mailto or tel.
func address(values ...any) (string, error) {
	s := fmt.Sprint(values...)
	if err := checkAddress(s); err != nil {
		return "", err
	}
	return s, nil
}

// checkAddress is the error of an address that a page may not have.
func checkAddress(s string) error {
	scheme, _, found := strings.Cut(s, ":")
	if !found || strings.ContainsAny(scheme, "/?#") {
		return nil
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto", "tel":
		return nil
	}
	return fmt.Errorf("a page may not lead to %q", s)
}
