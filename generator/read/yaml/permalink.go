package yaml

import (
	"regexp"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// permalinkTokens are what a permalink may hold beside fixed text.
var permalinkTokens = []string{":year", ":month", ":day", ":slug", ":period"}

var (
	anyToken  = regexp.MustCompile(`:[A-Za-z]*`)
	fixedText = regexp.MustCompile(`^[a-z0-9-]*$`)
)

// Permalink takes the pattern of an item's URL below its listing, such as ":year/:slug/": parts that end in "/", of
// small letters, digits, hyphens and tokens; ":slug" or ":period" is among them, since else all items shared one URL.
func (r *Reader) Permalink(n *Node) (pattern string, ok bool) {
	s, ok := r.Text(n)
	if !ok {
		return "", false
	}
	d := diag.BadPermalink.At(n.Place, s)
	for _, token := range anyToken.FindAllString(s, -1) {
		if !isToken(token) {
			if near, found := diag.Nearest(token, permalinkTokens); found {
				r.Report(d.With(diag.DidYouMean, near))
			} else {
				r.Report(d.With(diag.OneOf, strings.Join(permalinkTokens, " ")))
			}
			return "", false
		}
	}
	mend := strings.Trim(s, "/") + "/"
	for part := range strings.SplitSeq(strings.TrimSuffix(mend, "/"), "/") {
		fixed := anyToken.ReplaceAllString(part, "")
		if part == "" || !fixedText.MatchString(fixed) || fixed == part && !locale.ValidSlug(part) {
			r.Report(d.With(diag.LikePermalink))
			return "", false
		}
	}
	switch {
	case !strings.Contains(s, ":slug") && !strings.Contains(s, ":period"):
		r.Report(d.With(diag.WriteSo, mend+":slug/"))
	case s != mend:
		r.Report(d.With(diag.WriteSo, mend))
	default:
		return s, true
	}
	return "", false
}

func isToken(s string) bool {
	for _, t := range permalinkTokens {
		if s == t {
			return true
		}
	}
	return false
}
