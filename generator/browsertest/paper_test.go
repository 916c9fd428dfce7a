package browsertest

import (
	"fmt"
	"strings"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"growthportal/generator/read/media/pdf"
)

// wordsOnPaper is how many words a sheet of A4 holds at least: half of what a typewritten one does, for pictures, tables and contacts.
const wordsOnPaper = 150

// onPaper: what is printed is the text, without the ways around the site, and takes as many sheets as it needs.
func (p *tab) onPaper(address string) (found []string) {
	p.Helper()
	p.open(address)
	run(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	found = p.find("print.js")
	words := len(strings.Fields(ask[string](p, "document.body.innerText")))
	content, err := chromedp.Run(p.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		p.Fatalf("printing: %v", err)
	}
	sheets := pdf.Read(content).Pages
	record := ask[bool](p, `document.querySelector("article .text") !== null`) // and no list, whose rows stay together
	if most := 1 + words/wordsOnPaper; sheets < 1 || record && sheets > most {
		found = append(found, fmt.Sprintf("%d words take %d sheets", words, sheets))
	}
	return found
}
