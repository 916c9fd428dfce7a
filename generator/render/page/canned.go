package page

import (
	"html/template"

	"growthportal/generator/locale"
	"growthportal/generator/output"
)

// Written is a text whose HTML is there already: what a sample says in the place of an item's Markdown.
func Written(html template.HTML) *Text {
	return &Text{written: html, digest: output.DigestOf(string(html))}
}

// TimeOf is a moment as readers of a language are told it; nil where there is none.
func TimeOf(m locale.Moment, lang locale.Lang) *Time {
	if m.IsZero() {
		return nil
	}
	day := m.Date()
	short := day.String()
	return &Time{
		Text: locale.FormatMoment(m, lang), Day: locale.FormatDate(day, lang), Short: short,
		Datetime: m.Datetime(), Year: short[:len(short)-len("-01-02")],
	}
}

// Dialled is a telephone number as the tel scheme wants it (RFC 3966).
func Dialled(number string) string { return "tel:" + locale.Dialled(number) }
