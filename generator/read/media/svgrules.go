package media

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf8"
)

// svgElements are the elements of SVG 1.1 and 2, and of what drawing programs add to them, that only draw, describe or move. Scripts,
// listeners, embedded pages and media are not among them.
const svgElements = ` a altGlyph animate animateColor animateMotion animateTransform circle clipPath color-profile cursor defs desc discard
 ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
 feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
 feSpecularLighting feSpotLight feTile feTurbulence filter font font-face font-face-name font-face-src foreignObject g glyph hatch
 hatchpath hkern image line linearGradient marker mask mesh meshgradient meshpatch meshrow metadata missing-glyph mpath path pattern
 polygon polyline radialGradient rect set solidcolor stop style svg switch symbol text textPath title tref tspan use view vkern
 flowRoot flowRegion flowPara flowSpan flowDiv `

// isInertElement tells elements that a drawing may hold: of SVG those above, of other vocabularies (that drawing programs keep their
// own notes in) all but those that browsers know.
func isInertElement(name xml.Name) bool {
	switch name.Space {
	case svgSpace:
		fields := strings.ReplaceAll(svgElements, "\n", " ")
		return name.Local != "" && !strings.Contains(name.Local, " ") && strings.Contains(fields, " "+name.Local+" ")
	case "", xhtmlSpace, mathSpace, eventsSpace, xsltSpace:
		return false
	}
	switch strings.ToLower(name.Local) { // what would wake up in a page of HTML
	case "script", "iframe", "object", "embed", "link", "base", "meta", "form", "frame", "frameset", "audio", "video", "img", "template":
		return false
	}
	return true
}

// activeAttribute is what an attribute would do, as it stands in the file, or "".
func activeAttribute(element string, a xml.Attr) string {
	name := strings.ToLower(a.Name.Local)
	switch {
	case a.Name.Space == "xmlns" || a.Name.Space == "" && name == "xmlns":
		return ""
	case strings.HasPrefix(name, "on") || name == "ping" || a.Name.Space == eventsSpace:
		return a.Name.Local
	case name == "base" && a.Name.Space == xmlSpace:
		return "xml:base"
	case name == "attributename" && isReferenceName(squeeze(a.Value)):
		return "attributeName=" + a.Value
	case name == "href" && (a.Name.Space == "" || a.Name.Space == xlinkSpace), name == "src", name == "action", name == "formaction",
		name == "data", name == "poster", name == "srcset":
		if !isInertReference(element, a.Value) {
			return short(a.Value)
		}
	case name == "from", name == "to", name == "by", name == "values":
		if strings.Contains(squeeze(a.Value), "script:") {
			return short(a.Value)
		}
		return activeCSS(a.Value)
	default:
		return activeCSS(a.Value) // presentation attributes are CSS: fill="url(#a)"
	}
	return ""
}

// isReferenceName tells names of attributes that an animation may not set.
func isReferenceName(name string) bool {
	name = name[strings.LastIndexByte(name, ':')+1:]
	return name == "href" || name == "src" || name == "base" || strings.HasPrefix(name, "on")
}

// isInertReference tells references that fetch nothing from elsewhere: into the drawing itself, or, for pictures, a picture within
// the reference. A link may lead anywhere that a text's links may: it is followed by the reader.
func isInertReference(element, value string) bool {
	ref := squeeze(value)
	if ref == "" || ref[0] == '#' {
		return true
	}
	switch element {
	case "image", "feImage":
		return isPictureData(ref)
	case "a":
		scheme, _, ok := strings.Cut(ref, ":")
		if !ok || strings.ContainsAny(scheme, "/?#") {
			return true
		}
		return scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel"
	}
	return false
}

func isPictureData(ref string) bool {
	for _, kind := range []string{"png", "jpeg", "jpg", "gif", "webp"} {
		if strings.HasPrefix(ref, "data:image/"+kind+";") || strings.HasPrefix(ref, "data:image/"+kind+",") {
			return true
		}
	}
	return false
}

// squeeze is a reference as browsers read its scheme: small letters, without blanks and control characters.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7f {
			return -1
		}
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}, s)
}

// activeCSS is what in a piece of CSS would fetch or run something, or "".
func activeCSS(css string) string {
	if !strings.ContainsAny(css, "(@\\:") {
		return ""
	}
	css = squeeze(unescapeCSS(css))
	for _, word := range []string{"@import", "expression(", "javascript:", "vbscript:", "-moz-binding", "image-set(", "src("} {
		if strings.Contains(css, word) {
			return word
		}
	}
	for {
		_, after, ok := strings.Cut(css, "url(")
		if !ok {
			return ""
		}
		css = after
		target := strings.TrimLeft(after, `"'`)
		inert := strings.HasPrefix(target, "#") || strings.HasPrefix(target, ")") || isPictureData(target) ||
			strings.HasPrefix(target, "data:font/") || strings.HasPrefix(target, "data:application/font-") ||
			strings.HasPrefix(target, "data:application/x-font-")
		if !inert {
			return short("url(" + target)
		}
	}
}

// unescapeCSS resolves backslashes (CSS Syntax 3, 4.3.7), so that none hides a word.
func unescapeCSS(css string) string {
	if !strings.Contains(css, `\`) {
		return css
	}
	var b strings.Builder
	for len(css) > 0 {
		c := css[0]
		css = css[1:]
		if c != '\\' {
			b.WriteByte(c)
			continue
		}
		digits := 0
		for digits < len(css) && digits < 6 && strings.IndexByte("0123456789abcdefABCDEF", css[digits]) >= 0 {
			digits++
		}
		if digits == 0 {
			continue // the next character stands for itself
		}
		r, _ := strconv.ParseUint(css[:digits], 16, 32)
		css = css[digits:]
		if css != "" && strings.IndexByte(" \t\r\n\f", css[0]) >= 0 {
			css = css[1:]
		}
		if r <= utf8.MaxRune {
			b.WriteRune(rune(r))
		}
	}
	return b.String()
}

// short is the beginning of a text for a message.
func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s[:min(len(s), 200)]); len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return s
}
