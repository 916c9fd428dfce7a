package page

import (
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/site"
)

// own closes what a page of the whole site shows beside its text.
func (r *renderer) own(p *site.Page, v *View) {
	if p.Item.Own == model.GlossaryPage {
		v.Glossary = terms(r.Site.Glossary[p.Lang], p.Lang)
	}
	if p.Item.Own != model.CorrectionsPage {
		return
	}
	for _, c := range r.Site.Corrections[p.Lang] {
		v.Corrections = append(v.Corrections, Correction{
			Card: r.card(c.Item, p.Lang), Time: *r.moment(c.Date, p.Lang), Note: c.Note, Withdrawn: c.Withdrawn,
		})
	}
}

// terms puts the words of the glossary under their initials.
func terms(list []model.Term, lang locale.Lang) []Terms {
	var groups []Terms
	for _, t := range list {
		initial := locale.Initial(lang, t.Term)
		if len(groups) == 0 || groups[len(groups)-1].Initial != initial {
			groups = append(groups, Terms{Initial: initial})
		}
		last := &groups[len(groups)-1]
		last.Terms = append(last.Terms, Term{ID: t.ID, Term: t.Term, Meaning: t.Meaning})
	}
	return groups
}

// ownLink leads to a page of the whole site; nil where there is none in the language.
func (r *renderer) ownLink(name model.Own, lang locale.Lang) *Link {
	it := r.Site.Own[name][lang]
	if it == nil {
		return nil
	}
	return &Link{Title: r.Site.Doc(it).Title, Href: r.href(it.URL)}
}
