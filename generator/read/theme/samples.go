package theme

import (
	"path"
	"strings"
)

// Sample is a file of samples/: canned views of a layout (YAML), or a picture that they show. Where themes extend one
// another it is the nearest of its name. What it says is not looked at here.
type Sample struct {
	Name    string // "article.yaml", "town-hall.svg"
	File    string // as messages call it: "themes/my/samples/article.yaml"
	Content []byte
}

// sampleKinds are what files in samples/ end in; others are notes of the author's.
const sampleKinds = " .yaml .svg .jpg .png .webp "

func isSample(name string) bool {
	return assetForm.MatchString(name) && strings.Contains(sampleKinds, " "+path.Ext(name)+" ")
}

// samples reads the files of samples/.
func (l *loader) samples(files []file) []Sample {
	var list []Sample
	for _, f := range under(files, "samples") {
		if content, ok := l.read(f); ok {
			list = append(list, Sample{Name: strings.TrimPrefix(f.rel, "samples/"), File: f.label(), Content: content})
		}
	}
	return list
}
