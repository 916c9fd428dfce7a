package browsertest

import (
	"fmt"
	"strings"
	"unicode"

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
	return append(found, p.firstSheet()...)
}

// firstSheet: a text begins on the sheet that has its heading, whatever stands between the two.
func (p *tab) firstSheet() []string {
	p.Helper()
	begins := letters(ask[string](p, `(text => {
		if (!text || text.querySelector("p, li, h2, h3, table, img")?.matches("table, img")) return "" // these are not torn apart
		const printed = text.cloneNode(true)
		printed.querySelectorAll(".unseen").forEach(e => e.remove())
		return printed.textContent.slice(0, 200)
	})(document.querySelector("article .record-words > .text"))`))
	content, err := chromedp.Run(p.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize(), chromedp.PDFPageRanges("1")))
	if err != nil {
		p.Fatalf("printing the first sheet: %v", err)
	}
	begins = begins[:min(len(begins), 12)]
	if !strings.Contains(string(letters(pdf.Text(content))), string(begins)) {
		return []string{fmt.Sprintf("the text, which begins with %q, is not on the first sheet", string(begins))}
	}
	return nil
}

// letters are those of a text, and nothing of what a printer may set in other ways.
func letters(text string) (list []rune) {
	for _, r := range text {
		if unicode.IsLetter(r) {
			list = append(list, r)
		}
	}
	return list
}
