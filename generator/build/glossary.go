package build

import (
	"fmt"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/config"
	"growthportal/generator/read/data"
	"growthportal/generator/read/glossary"
	"growthportal/generator/read/markdown"
	"growthportal/generator/read/theme"
)

// glossary reads the words that the site explains, if the theme has a page for them.
func (b *builder) glossary(cfg *config.Config, thm *theme.Theme) error {
	file, ok := b.snap.Lookup(glossary.File)
	if _, wanted := thm.Own[model.GlossaryPage]; !wanted || !ok || file.Size > data.MaxSize {
		return nil
	}
	content, err := b.snap.Read(glossary.File)
	if err != nil {
		return fmt.Errorf("reading the glossary: %w", err)
	}
	terms, diags := glossary.Parse(content, cfg.Languages)
	b.terms = terms
	b.add(diags)
	return nil
}

// looked are the words of the glossary as texts are searched for them.
func (b *builder) looked() map[locale.Lang]*markdown.Terms {
	terms := map[locale.Lang]*markdown.Terms{}
	for lang, list := range b.terms {
		terms[lang] = markdown.NewTerms(list)
	}
	return terms
}
