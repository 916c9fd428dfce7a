package check

import (
	"errors"
	"io/fs"

	"growthportal/generator/locale"
	"growthportal/generator/read/glossary"
)

// Terms are the words that the glossary explains, with their forms; none where there is no glossary. What is wrong with it is for
// a build to report.
func Terms(read func(path string) ([]byte, error), langs []locale.Lang) ([]string, error) {
	content, err := read(glossary.File)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	terms, _ := glossary.Parse(content, langs)
	var words []string
	for _, list := range terms {
		for _, t := range list {
			words = append(append(words, t.Term), t.Forms...)
		}
	}
	return words, nil
}
