package serve

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"regexp"
)

// The addresses of what is ours.
const (
	ourFolder = "/.growthportal/"
	scriptURL = ourFolder + "live.js"
	styleURL  = ourFolder + "live.css"
	streamURL = ourFolder + "events"
)

// bar is what the script draws at the foot of a page.
type bar struct {
	Lang    string `json:"lang"`
	Label   string `json:"label"`
	Source  string `json:"source,omitempty"`
	Open    string `json:"open,omitempty"`
	OpenTip string `json:"openTip,omitempty"`
	Mark    string `json:"mark,omitempty"`
	Facts   []fact `json:"facts"`
	Took    string `json:"took"`
}

type fact struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// inject adds the script to a page: before </body>, or at the end where that is left out, as HTML allows.
func inject(page []byte, seen string, b *bar) []byte {
	element := `<script src="` + scriptURL + `" data-seen="` + html.EscapeString(seen) + `"`
	if b != nil {
		text, err := json.Marshal(b)
		if err != nil {
			panic(fmt.Sprintf("serve: the bar: %v", err)) // plain strings
		}
		element += ` data-bar="` + html.EscapeString(string(text)) + `"`
	}
	element += ` defer></script>`
	at := len(page)
	if found := endOfBody.FindAllIndex(page, -1); found != nil {
		at = found[len(found)-1][0]
	}
	out := make([]byte, 0, len(page)+len(element))
	return append(append(append(out, page[:at]...), element...), page[at:]...)
}

var (
	endOfBody = regexp.MustCompile(`(?i)</body\s*>`)
	injected  = regexp.MustCompile(`<script src="` + regexp.QuoteMeta(scriptURL) + `"[^>]* defer></script>`)
)

// Strip takes out of a page what this package has added, so that it can be held against what would be published.
func Strip(page []byte) []byte {
	found := injected.FindAllIndex(page, -1)
	if found == nil {
		return page
	}
	last := found[len(found)-1]
	return bytes.Join([][]byte{page[:last[0]], page[last[1]:]}, nil)
}
