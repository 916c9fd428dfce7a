package check

import (
	"time"

	"growthportal/generator/diag"
)

// reviewDate reports items whose day of review has passed, and who was to look at them.
func reviewDate() Rule {
	return Rule{Codes: []diag.Code{diag.ReviewDate, diag.ReviewOwner}, Text: func(t *Text, _ Values) []diag.Diagnostic {
		review := t.Doc.Review
		if review == nil || !review.Date.Set() || review.Date.Last().After(t.Subject.Now) {
			return nil
		}
		day := review.Date.Time.Format(time.DateOnly)
		d := diag.ReviewOwner.At(review.Date.Place, day)
		if review.Owner != "" {
			d = diag.ReviewDate.At(review.Date.Place, day, review.Owner)
		}
		return []diag.Diagnostic{d.With(diag.MoveReview)}
	}}
}
