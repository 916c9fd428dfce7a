package theme

import (
	"path"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/output"
)

// Asset is a file that pages load. Its path holds a part of its hash, so that it can be kept by browsers for good.
type Asset struct {
	Name    string        // inside assets/: "site.css", "fonts/text.woff2"
	Path    output.Path   // "assets/site.0123456789abcdef.css"
	Content []byte        // as it is published; not to be altered
	Digest  output.Digest // of Content
	Loads   int           // of a style sheet: how many addresses it loads, each once
}

// fingerprint is how many hexadecimal digits of the SHA-256 of an asset's bytes stand in its name.
const fingerprint = 16

func newAsset(name string, content []byte) Asset {
	d := output.Sum(content)
	ext := path.Ext(name)
	file := strings.TrimSuffix(name, ext) + "." + d.String()[:fingerprint] + ext
	return Asset{Name: name, Path: output.Path("assets/" + file), Content: content, Digest: d}
}

// assets makes what stands in assets/ ready to be published. Style sheets come last, since they name other assets by
// their fingerprints. One that cannot be made is reported and stands there as it is written, so that pages which use it
// do not complain as well.
func (l *loader) assets(files []file) []Asset {
	sources := under(files, "assets")
	list := make([]Asset, len(sources))
	made := map[string]output.Path{}
	name := func(i int) string { return strings.TrimPrefix(sources[i].rel, "assets/") }
	for i, f := range sources {
		if path.Ext(f.rel) == ".css" {
			made[name(i)] = ""
			continue
		}
		content, _ := l.read(f)
		if path.Ext(f.rel) == ".js" {
			content = l.script(f)
		}
		list[i] = newAsset(name(i), content)
		made[name(i)] = list[i].Path
	}
	for i, f := range sources {
		if path.Ext(f.rel) == ".css" {
			list[i] = newAsset(name(i), l.style(f, name(i), made))
			list[i].Loads = loads(list[i].Content)
		}
	}
	return list
}

// loads is how many addresses a finished style sheet loads.
func loads(css []byte) int {
	seen := map[string]bool{}
	for _, address := range StyleAddresses(string(css)) {
		if !strings.HasPrefix(address, "#") && !strings.HasPrefix(strings.ToLower(address), "data:") {
			seen[address] = true
		}
	}
	return len(seen)
}

// script minifies a script.
func (l *loader) script(f file) []byte {
	src, ok := l.readText(f)
	if !ok {
		return nil
	}
	code, faults := minifyScript(f.label(), src)
	l.report(faults...)
	return code
}

// style minifies a style sheet, names the assets that it loads by their fingerprints, and puts the site's colours on top.
func (l *loader) style(f file, name string, assets map[string]output.Path) []byte {
	src, ok := l.readText(f)
	if !ok {
		return nil
	}
	for _, u := range styleURLs(src) {
		l.checkStyleURL(f, src, u, name, assets)
	}
	code, faults := minifyStyle(f.label(), src)
	l.report(faults...)
	code = strings.TrimPrefix(code, `@charset "UTF-8";`) // pages say it already
	return []byte(l.colors + l.brand() + rewriteStyle(code, name, assets))
}

// brand is the rule that makes the site's colours known to a style sheet.
func (l *loader) brand() string {
	if len(l.Brand) == 0 {
		return ""
	}
	var b strings.Builder
	for i, c := range l.Brand {
		if i > 0 {
			b.WriteByte(';')
		}
		b.WriteString("--brand-" + c.Name + ":" + c.Value)
	}
	return ":root{" + b.String() + "}"
}

// checkStyleURL reports what a style sheet may not load: anything but the theme's own assets.
func (l *loader) checkStyleURL(f file, src string, u styleURL, name string, assets map[string]output.Path) {
	place := placeIn(f.label(), src, u.from, u.to)
	target, kind := resolveStyleURL(u, name)
	switch kind {
	case styleImport:
		l.report(diag.StyleImport.At(place, u.rule))
	case styleOutside:
		l.report(diag.AssetOutside.At(place, u.text))
	case styleAsset:
		if p, ok := assets[target]; !ok || p == "" {
			l.report(suggest(diag.UnknownAsset.At(place, u.text), target, loadable(assets)))
		}
	}
}

// loadable lists the assets that a style sheet can name.
func loadable(assets map[string]output.Path) []string {
	var names []string
	for name, p := range assets {
		if p != "" {
			names = append(names, name)
		}
	}
	return sorted(names)
}
