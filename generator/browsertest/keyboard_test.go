package browsertest

import (
	"fmt"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// stop is where the keyboard is.
type stop struct {
	At    int // which of the page's stops; beyond: none; scroller: what only scrolls
	Name  string
	Found []string // what is wrong with how it is shown
}

const (
	beyond   = -1
	scroller = -2
)

// walk goes through the page by the Tab key alone, and tells what is wrong: a stop that is not reached in its turn or is not seen, and
// a page that does not let go.
func (p *tab) walk() (found []string) {
	p.Helper()
	stops := ask[int](p, "("+probe(p.T, "stops.js")+")()")
	look := "(" + probe(p.T, "stop.js") + ")()"
	reached := map[int]bool{}
	for next := 0; ; {
		p.do(chromedp.KeyEvent(kb.Tab))
		at := ask[stop](p, look)
		for _, what := range at.Found {
			found = append(found, fmt.Sprintf("by keyboard: %s: %s", at.Name, what))
		}
		switch {
		case at.At == scroller && !reached[scroller-next]:
			reached[scroller-next] = true
			continue
		case at.At < 0 || reached[at.At]: // out of the page, or somewhere again
			if next != stops || at.At > 0 {
				found = append(found, fmt.Sprintf("by keyboard: after %d of %d stops it is at stop %d, %s", len(reached), stops, at.At, at.Name))
			}
			return found
		case at.At != next:
			found = append(found, fmt.Sprintf("by keyboard: stop %d of %d is out of turn, %s", at.At, stops, at.Name))
		}
		reached[at.At] = true
		next = at.At + 1
	}
}

// skip follows the link that skips to what the page is about, and tells whether the next stop is there, or after it where nothing is.
func (p *tab) skip() (found []string) {
	p.Helper()
	ask[int](p, "("+probe(p.T, "stops.js")+")()")
	p.do(chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.Tab))
	if !ask[bool](p, `(() => {
		const main = document.querySelector("main"), e = document.activeElement
		return stops.filter((stop) => main.contains(stop)).length === 0
			? Boolean(main.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)
			: e === stops.find((stop) => main.contains(stop))
	})()`) {
		found = append(found, "the first link does not lead the keyboard to what the page is about")
	}
	return found
}
