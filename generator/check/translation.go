package check

import (
	"slices"
	"strings"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/document"
)

// translation reports versions that have not followed a revision of another one, and, in the collections named in
// config.yaml, items that do not exist in every language.
func translation() Rule {
	return Rule{
		Codes: []diag.Code{diag.Translation, diag.NoTranslation},
		Settings: []Setting{{
			Name: "collections", Words: true,
			About: diag.Text{SV: "samlingar som ska finnas på alla språk", EN: "collections that are to exist in all languages"},
		}},
		Site: func(s *Subject, v Values) []diag.Diagnostic {
			byStem := map[string][]*document.Document{}
			for _, t := range s.texts {
				if !t.Doc.Draft {
					byStem[t.Doc.Stem] = append(byStem[t.Doc.Stem], t.Doc)
				}
			}
			var found []diag.Diagnostic
			for _, t := range s.texts {
				versions := byStem[t.Doc.Stem]
				for _, other := range versions {
					if d, older := behind(t.Doc, other, s.Now); older {
						found = append(found, d)
					}
				}
				if len(versions) > 0 && versions[0] == t.Doc && !t.Doc.Listing && slices.Contains(v.Words("collections"), t.Doc.Collection) {
					found = append(found, untranslated(versions, s.Config.Languages)...)
				}
			}
			return found
		},
	}
}

// sameRevision is how long before a revision of one version that of another may be for the two to be one.
const sameRevision = 14 * 24 * time.Hour

// behind tells whether a version was last revised before another one was.
func behind(doc, other *document.Document, now time.Time) (d diag.Diagnostic, older bool) {
	revised := lastRevised(other, now)
	if doc.Lang == other.Lang || doc.Draft || !revised.Set() {
		return d, false
	}
	mine := lastRevised(doc, now)
	followed := mine.Set() && !mine.Time.Before(revised.Time.Add(-sameRevision))
	if followed || doc.Date.Set() && !doc.Date.Time.Before(revised.Time) {
		return d, false
	}
	place := doc.TitlePlace
	if place.Line == 0 {
		place = diag.Whole(doc.Path)
	}
	return diag.Translation.At(place, other.Path, revised.Time.Format(time.DateOnly)), true
}

// lastRevised is the latest revision of a version that readers have seen by now.
func lastRevised(doc *document.Document, now time.Time) model.Moment {
	latest := model.Moment{}
	consider := func(m model.Moment) {
		if m.Set() && !m.Time.After(now) && m.Time.After(latest.Time) {
			latest = m
		}
	}
	consider(doc.Updated)
	for _, c := range doc.Changes {
		consider(c.Date)
	}
	if doc.Withdrawn != nil {
		consider(doc.Withdrawn.Date)
	}
	return latest
}

// untranslated reports the languages that an item does not exist in.
func untranslated(versions []*document.Document, languages []locale.Lang) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, lang := range languages {
		if slices.ContainsFunc(versions, func(d *document.Document) bool { return d.Lang == lang }) {
			continue
		}
		doc := versions[0]
		target := strings.TrimSuffix(doc.Path, ".md")
		if !doc.LangPlain {
			target = strings.TrimSuffix(target, "."+string(doc.Lang))
		}
		if lang != languages[0] {
			target += "." + string(lang)
		}
		found = append(found, diag.NoTranslation.At(diag.Whole(doc.Path), string(lang)).With(diag.TranslateTo, target+".md"))
	}
	return found
}
