package check

import (
	"slices"
	"strings"
	"unicode"

	"growthportal/generator/diag"
	"growthportal/generator/read/markdown"
)

// linkText reports links whose words say nothing when they are read by themselves (WCAG 2.2, 2.4.9 and failure F84).
func linkText() Rule {
	return Rule{Codes: []diag.Code{diag.LinkText}, Text: func(t *Text, _ Values) []diag.Diagnostic {
		var found []diag.Diagnostic
		for _, p := range append([]markdown.Prose{t.Writing.Body}, t.Writing.Parts...) {
			for _, l := range p.Links {
				if slices.Contains(emptyLinkTexts(), plainLink(l.Text)) {
					found = append(found, diag.LinkText.At(l.Place, l.Text).With(diag.SayWhereItLeads))
				}
			}
		}
		return found
	}}
}

// plainLink is a link's text in small letters without marks, arrows and "»" around it.
func plainLink(text string) string {
	text = strings.TrimFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.ToLower(strings.Join(strings.Fields(text), " "))
}

// emptyLinkTexts are in both languages, since texts hold links in either.
func emptyLinkTexts() []string {
	return []string{
		"", "här", "klicka här", "klicka", "tryck här", "se här", "läs här", "läs mer", "läs mer här", "läs mera", "läs vidare", "mer", "mer här",
		"mer info", "mer information", "information", "länk", "länken", "denna länk", "den här länken", "den här sidan", "sidan", "denna sida",
		"ladda ner", "ladda ned", "hämta", "dokument", "dokumentet", "vidare", "gå vidare", "via länken", "till sidan",
		"here", "click here", "click", "press here", "see here", "read here", "read more", "read more here", "read on", "more", "more here", "more info",
		"more information", "learn more", "find out more", "link", "the link", "this link", "this page", "page", "download", "continue", "go", "document",
	}
}
