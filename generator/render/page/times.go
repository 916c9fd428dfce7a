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
	span := SpanOf(start, end, lang)
	span.Past = it.Past(r.Now)
	return span
}

// SpanOf is the time from start to end, which may be zero, as readers of a language are told it; whether it has been is not told.
func SpanOf(start, end locale.Moment, lang locale.Lang) *Span {
	return &Span{
		Text: locale.FormatSpan(start, end, lang), Beside: locale.FormatSpanBeside(start, end, lang),
		Start: *TimeOf(start, lang), End: TimeOf(end, lang),
	}
}

// rfc3339 is an instant for machines; "" where there is none.
func rfc3339(m locale.Moment) string {
	if m.IsZero() {
		return ""
	}
	return m.Time.Format(time.RFC3339)
}
