package check

import (
	"errors"
	"io/fs"

	"growthportal/generator/read/document"
	"growthportal/generator/read/yaml"
)

// Glossary is the file of words and abbreviations that the site explains.
const Glossary = document.ContentRoot + "/data/glossary.yaml"

// Terms are the words that the glossary explains; none where there is no glossary, or where it is no list of terms, which
// is for others to report.
func Terms(read func(path string) ([]byte, error)) ([]string, error) {
	content, err := read(Glossary)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	root, _ := yaml.Parse(Glossary, content, 1)
	if root == nil {
		return nil, nil
	}
	var terms []string
	for _, entry := range root.Items {
		term := entry.Get("term")
		switch {
		case term == nil:
		case term.Kind == yaml.Scalar:
			terms = append(terms, term.Text)
		default:
			for _, p := range term.Pairs {
				terms = append(terms, p.Value.Text)
			}
		}
	}
	return terms, nil
}
