package theme

import (
	"maps"
	"slices"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/read/yaml"
)

// word is a text of the interface with the layer and the place that say it.
type word struct {
	text  string
	layer *layer
	place diag.Place // of the key
}

// texts merges the files in text/, key by key; the nearest theme wins. A key that one language has and another lacks
// is an error.
func (l *loader) texts(chain []*layer) map[locale.Lang]map[string]string {
	said := map[locale.Lang]map[string]word{}
	for _, lang := range locale.Langs() {
		said[lang] = map[string]word{}
		for _, y := range slices.Backward(chain) {
			maps.Copy(said[lang], l.textFile(y, lang))
		}
	}
	keys := map[string]word{}
	for _, lang := range slices.Backward(l.Languages) {
		maps.Copy(keys, said[lang])
	}
	texts := map[locale.Lang]map[string]string{}
	for _, lang := range l.Languages {
		texts[lang] = make(map[string]string, len(keys))
		for key, other := range keys {
			w, ok := said[lang][key]
			if !ok {
				l.textMissing(key, lang, other)
			}
			texts[lang][key] = w.text
		}
	}
	return texts
}

// textMissing reports a key that a language lacks: in the file where it should stand, if the theme has it, else where
// the other language says it.
func (l *loader) textMissing(key string, lang locale.Lang, other word) {
	place, rel := other.place, textFile(lang)
	if _, ok := other.layer.snapshot.Lookup(other.layer.dir + "/" + rel); ok {
		place = diag.Whole(other.layer.path(rel))
	}
	l.report(diag.ThemeTextMissing.At(place, key, string(lang)).With(diag.AddKey, key+": ..."))
}

// textFile is the path of a language's file inside a theme.
func textFile(lang locale.Lang) string { return "text/" + string(lang) + ".yaml" }

// textFile reads one language's file of one theme; a theme need not have one.
func (l *loader) textFile(y *layer, lang locale.Lang) map[string]word {
	f := file{y, textFile(lang)}
	if _, ok := y.snapshot.Lookup(y.dir + "/" + f.rel); !ok {
		return nil
	}
	content, ok := l.read(f)
	if !ok {
		return nil
	}
	node, faults := yaml.Parse(f.label(), content, 1)
	l.report(faults...)
	r := &yaml.Reader{}
	if node == nil || !r.AnyMapping(node) {
		l.report(r.Diags...)
		return nil
	}
	words := map[string]word{}
	for _, p := range node.Pairs {
		text, _ := r.Text(p.Value)
		words[p.Key] = word{text, y, p.KeyPlace}
	}
	l.report(r.Diags...)
	return words
}
