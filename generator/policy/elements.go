package policy

import (
	"strings"

	"growthportal/generator/read/config"
)

// element notes what an element loads by itself, and what it leads to without being asked.
func (s *scanner) element(name string, t *tag) {
	switch name {
	case "img", "image", "feimage", "use", "source", "track", "video", "audio", "input", "svg", "math", "picture", "main":
		s.picture(name, t)
	case "link":
		s.link(t)
	case "iframe", "frame":
		src, _ := t.attr("src")
		s.load(config.Frame, src, t.value("loading") != "lazy")
		if inner, ok := t.attr("srcdoc"); ok {
			s.markup([]byte(inner))
		}
	case "object", "embed", "applet":
		s.forbid("<" + name + ">")
	case "base":
		if _, ok := t.attr("href"); ok {
			s.forbid("<base>")
		}
	case "form":
		action, _ := t.attr("action")
		s.load(config.Form, action, false)
	case "button":
		action, _ := t.attr("formaction")
		s.load(config.Form, action, false)
	case "meta":
		if t.value("http-equiv") == "refresh" {
			content, _ := t.attr("content")
			s.load("", refreshTarget(content), false)
		}
	}
}

// picture notes what shows, moves or sounds.
func (s *scanner) picture(name string, t *tag) {
	once := t.value("loading") != "lazy"
	switch name {
	case "main":
		s.hasMain = true
		s.depth++
	case "picture":
		s.inPicture = true
	case "svg":
		s.shown()
		s.foreign = true
	case "math":
		s.foreign = true
	case "img":
		s.shown()
		src, _ := t.attr("src")
		s.load(config.Image, src, once)
		s.set(t, "srcset") // one of them is asked for, or src
	case "image", "feimage", "use":
		for _, key := range []string{"href", "xlink:href"} {
			if href, ok := t.attr(key); ok {
				s.load(config.Image, href, true)
			}
		}
	case "source":
		src, _ := t.attr("src")
		s.load(config.Media, src, !s.inPicture)
		s.set(t, "srcset")
	case "track", "audio", "video":
		src, _ := t.attr("src")
		s.load(config.Media, src, name != "track" && t.value("preload") != "none")
		poster, _ := t.attr("poster")
		s.load(config.Image, poster, true)
	case "input":
		src, _ := t.attr("src")
		s.load(config.Image, src, true)
		action, _ := t.attr("formaction")
		s.load(config.Form, action, false)
	}
}

// shown notes that there is a picture here.
func (s *scanner) shown() {
	s.anywhere = true
	s.inMain = s.inMain || s.depth > 0
}

// set notes the addresses of a set of pictures (https://html.spec.whatwg.org/#srcset-attribute): each goes up to a space,
// and what is told of it up to a comma.
func (s *scanner) set(t *tag, key string) {
	rest, _ := t.attr(key)
	for rest = strings.TrimLeft(rest, ", \t\n\f\r"); rest != ""; rest = strings.TrimLeft(rest, ", \t\n\f\r") {
		end := strings.IndexAny(rest, " \t\n\f\r")
		if end < 0 {
			end = len(rest)
		}
		address := rest[:end]
		rest = rest[end:]
		if trimmed := strings.TrimRight(address, ","); trimmed != address {
			address = trimmed
		} else if _, after, more := strings.Cut(rest, ","); more {
			rest = after
		} else {
			rest = ""
		}
		s.load(config.Image, address, false)
	}
}

// preloads are what the values of a link's "as" stand for (https://html.spec.whatwg.org/#attr-link-as).
var preloads = map[string]config.Use{
	"style": config.Style, "script": config.Script, "worker": config.Script, "font": config.Font, "image": config.Image,
	"audio": config.Media, "video": config.Media, "track": config.Media, "document": config.Frame,
}

// link notes what a link loads. Most links of a page's head load nothing.
func (s *scanner) link(t *tag) {
	href, _ := t.attr("href")
	for rel := range strings.FieldsSeq(t.value("rel")) {
		switch rel {
		case "stylesheet":
			s.load(config.Style, href, true)
		case "icon", "apple-touch-icon", "apple-touch-icon-precomposed", "mask-icon", "apple-touch-startup-image":
			s.load(config.Image, href, true)
		case "preload":
			use, ok := preloads[t.value("as")]
			if !ok {
				use = config.Connect
			}
			s.load(use, href, true)
			s.set(t, "imagesrcset")
		case "modulepreload":
			s.load(config.Script, href, true)
		case "manifest", "prefetch", "prerender":
			s.load(config.Connect, href, true)
		case "preconnect", "dns-prefetch":
			s.load(config.Connect, href, false)
		}
	}
}

// runs tells whether a script is code. What has another type is data, which no browser runs: JSON-LD, say
// (https://html.spec.whatwg.org/#attr-script-type).
func (s *scanner) runs(t *tag) bool {
	kind, _, _ := strings.Cut(t.value("type"), ";")
	switch kind = strings.TrimSpace(kind); kind {
	case "", "module", "importmap", "speculationrules":
		return true
	}
	return strings.Contains(kind, "javascript") || strings.Contains(kind, "ecmascript") || strings.Contains(kind, "jscript") || strings.Contains(kind, "livescript")
}

// script notes a script that runs: one that is loaded, or one that stands in the page.
func (s *scanner) script(t *tag) {
	for _, key := range []string{"src", "href", "xlink:href"} { // those with href are of drawings
		if src, ok := t.attr(key); ok {
			s.load(config.Script, src, true)
			return
		}
	}
	s.forbid("<script>")
}

// refreshTarget is where a page goes by itself: "0; url=/x/", in the many forms that browsers take
// (https://html.spec.whatwg.org/#shared-declarative-refresh-steps).
func refreshTarget(content string) string {
	rest := strings.TrimLeft(content, " \t\n\f\r0123456789.")
	rest = strings.TrimLeft(rest, " \t\n\f\r;,")
	if len(rest) >= 3 && strings.EqualFold(rest[:3], "url") {
		if after := strings.TrimLeft(rest[3:], " \t\n\f\r"); strings.HasPrefix(after, "=") {
			rest = strings.TrimLeft(after[1:], " \t\n\f\r")
		}
	}
	if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
		rest, _, _ = strings.Cut(rest[1:], rest[:1])
	}
	return rest
}
