package page

import (
	"time"

	"growthportal/generator/locale"
	"growthportal/generator/site"
)

// moment is a moment as readers of a language are told it; nil where there is none.
func (r *renderer) moment(m locale.Moment, lang locale.Lang) *Time {
	return TimeOf(m, lang)
}

func (r *renderer) span(it *site.Item, lang locale.Lang) *Span {
	start, end, ok := it.Span()
	if !ok {
		return nil
	}
	return &Span{
		Text: locale.FormatSpan(start, end, lang), Start: *r.moment(start, lang), End: r.moment(end, lang), Past: it.Past(r.Now),
	}
}

// rfc3339 is an instant for machines; "" where there is none.
func rfc3339(m locale.Moment) string {
	if m.IsZero() {
		return ""
	}
	return m.Time.Format(time.RFC3339)
}
