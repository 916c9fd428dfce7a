package browsertest

import (
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// The limits that the portal promises, in bytes and requests.
const (
	lightPage    = 50_000  // an article without pictures: HTML, CSS and JavaScript
	heavyPage    = 150_000 // any other page
	mostRequests = 6
)

// readers are those whom every page must suit.
func readers() []reader {
	return []reader{
		{name: "wide, light", width: 1440, scheme: "light", checks: everything},
		{name: "wide, dark", width: 1440, scheme: "dark", checks: colours},
		{name: "wide, more contrast", width: 1440, scheme: "light", more: true, checks: colours},
		{name: "wide, forced colours", width: 1440, scheme: "dark", forced: true, checks: forced},
		{name: "narrow, dark", width: 320, scheme: "dark", checks: everything},
		{name: "narrow, light", width: 320, scheme: "light", checks: colours},
		{name: "wide, large text", width: 1440, scheme: "light", text: 32, checks: everything},
		{name: "narrow, large text", width: 320, scheme: "dark", text: 32, checks: layout},
	}
}

// Everybody can read the portal and find the way in it: each kind of page, as each kind of reader meets it.
func TestPortal(t *testing.T) {
	axe := findAxe(t)
	b := openBrowser(t)
	site := publish(t)
	for _, name := range site.choose(t) {
		t.Run(strings.Trim(name, "/"), func(t *testing.T) {
			t.Parallel()
			p, address := b.tab(t), site.address+name
			p.as(readers()[0])
			p.open(address)
			p.checkFirst(site)
			ask[bool](p, axe+";true")
			for _, r := range readers() {
				p.as(r)
				p.report(r.name, p.look(r.checks))
			}
			p.as(readers()[0])
			p.report("skipping", p.skip())
			p.report("on paper", p.onPaper(address))
			p.as(readers()[0])
			p.checkBare(address)
		})
	}
}

// checks are what is looked at for a reader. Width and size of text change everything, a scheme of colours only them.
type checks int

const (
	layout checks = iota
	colours
	forced
	everything
)

// look looks at the page as it is, and tells what is wrong.
func (p *tab) look(which checks) (found []string) {
	p.Helper()
	switch which {
	case layout:
		found = append(p.find("reflow.js"), p.find("order.js")...)
	case colours:
		found = p.find("axe.js", []string{"color-contrast", "link-in-text-block"})
	case forced:
		found = append(p.find("forced.js"), p.walk()...)
	case everything:
		found = append(append(p.find("axe.js"), p.look(layout)...), p.walk()...)
	}
	return found
}

// findAxe is the text of axe-core (https://github.com/dequelabs/axe-core). GROWTHPORTAL_AXE is the path of its axe.min.js.
func findAxe(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(os.Getenv("GROWTHPORTAL_AXE"))
	if err != nil {
		needs(t, "axe-core: GROWTHPORTAL_AXE, the path of its axe.min.js")
	}
	return string(text)
}

// report fails the test for each thing that is wrong for a reader.
func (p *tab) report(reader string, found []string) {
	p.Helper()
	for _, what := range found {
		p.Errorf("%s: %s", reader, what)
	}
}

// checkFirst holds the page to what can be seen when it has just been opened: what it asked for, what it weighs, what it keeps, what
// the browser said of it, and how it is put together.
func (p *tab) checkFirst(site *published) {
	p.Helper()
	p.report("at first", p.find("weight.js", lightPage, heavyPage, mostRequests))
	p.report("at first", p.find("structure.js"))
	p.report("at first", p.linkFaults())
	requests, said := p.heard()
	for _, r := range requests {
		if !strings.HasPrefix(r.URL, site.address+"/") {
			p.Errorf("it asks for %s", r.URL)
		}
	}
	for _, text := range said {
		p.Errorf("the browser says: %s", text)
	}
}

// checkBare opens the page without scripts, where it says the same, and then takes its style sheet away.
func (p *tab) checkBare(address string) {
	p.Helper()
	const said = `document.body.innerText`
	before := ask[string](p, said)
	run(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	p.open(address)
	if ask[string](p, said) != before {
		p.Errorf("it says something else without JavaScript")
	}
	p.report("without styles", p.find("bare.js"))
}
