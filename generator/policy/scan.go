package policy

import (
	"bytes"
	"slices"
	"strings"

	"growthportal/generator/output"
	"growthportal/generator/read/config"
	"growthportal/generator/read/theme"
)

// Held tells whether a file of that name is one that is looked at.
func Held(p output.Path) bool {
	return slices.ContainsFunc([]string{".html", ".svg", ".css"}, func(ext string) bool { return strings.HasSuffix(string(p), ext) })
}

// IsPage tells whether a file of that name is a page.
func IsPage(p output.Path) bool { return strings.HasSuffix(string(p), ".html") }

// Scan finds out what a finished file asks of a browser: a page, a drawing (SVG), or a style sheet.
func Scan(p output.Path, content []byte) Facts {
	s := scanner{facts: Facts{Size: int64(len(content))}, seen: map[string]bool{}}
	if strings.HasSuffix(string(p), ".css") {
		s.sheet(string(content))
	} else {
		s.markup(content)
	}
	f := s.facts
	f.Picture = s.inMain || !s.hasMain && s.anywhere
	if !IsPage(p) {
		f.Code = nil // a drawing is not under the policy of the page that shows it
	}
	return f
}

// scanner gathers facts.
type scanner struct {
	facts Facts
	seen  map[string]bool // addresses that are counted among the others

	depth                     int // of main elements
	hasMain, inMain, anywhere bool
	inPicture                 bool
	inWords                   bool // of an element that holds text
	foreign                   bool // there has been a drawing or a formula
}

func (s *scanner) markup(content []byte) {
	m := markup{src: content}
	for m.next() {
		t := &m.tag
		name := string(t.name)
		if t.end {
			s.close(name)
			continue
		}
		s.attributes(t)
		s.element(name, t)
		if name == "script" && s.runs(t) {
			s.script(t)
		}
		if s.inWords {
			continue
		}
		switch name {
		case "script":
			s.words(m.text(name))
		case "style":
			s.forbid("<style>")
			css := m.text(name)
			s.sheet(string(css))
			s.words(css)
		case "textarea", "title", "xmp", "noembed", "noframes", "iframe":
			s.words(m.text(name))
		}
	}
}

// words looks at what stands in an element that holds nothing but text. In drawings and formulas it may hold elements too; where they
// end is hard to tell, so that it is looked at in all that follows one.
func (s *scanner) words(text []byte) {
	if s.foreign && bytes.IndexByte(text, '<') >= 0 {
		s.inWords = true
		s.markup(text)
		s.inWords = false
	}
}

func (s *scanner) close(name string) {
	switch name {
	case "main":
		s.depth = max(0, s.depth-1)
	case "picture":
		s.inPicture = false
	}
}

// attributes looks at those that any element may have.
func (s *scanner) attributes(t *tag) {
	for _, a := range t.attrs {
		switch name := a.name; {
		case len(name) > 2 && name[0] == 'o' && name[1] == 'n':
			s.forbid(string(name) + "=")
		case string(name) == "style":
			s.forbid("style=")
			s.sheet(a.value())
		case string(name) == "background":
			s.load(config.Image, a.value(), true)
		case string(name) == "href" || string(name) == "action" || string(name) == "formaction" || string(name) == "src":
			if len(a.raw) > 0 && (a.raw[0]|0x20 == 'j' || a.raw[0] <= ' ' || a.raw[0] == '&') && strings.HasPrefix(strings.ToLower(cleanAddress(a.value())), "javascript:") {
				s.forbid("javascript:")
			}
		case string(name) == "ping":
			for address := range strings.FieldsSeq(a.value()) {
				s.load(config.Connect, address, false)
			}
		}
	}
}

// forbid notes code that stands in the page.
func (s *scanner) forbid(what string) {
	if !slices.Contains(s.facts.Code, what) {
		s.facts.Code = append(s.facts.Code, what)
	}
}

// load notes an address; once tells whether a browser asks for it as soon as the page is open.
func (s *scanner) load(use config.Use, address string, once bool) {
	address = cleanAddress(address)
	if address == "" || strings.HasPrefix(address, "#") || hasScheme(address, "data:") || hasScheme(address, "blob:") || hasScheme(address, "about:") {
		return
	}
	if named(address) && !slices.Contains(s.facts.Foreign, Load{use, address}) {
		s.facts.Foreign = append(s.facts.Foreign, Load{use, address})
	}
	if !once || use == config.Form || use == "" {
		return
	}
	list := &s.facts.Styles
	switch use {
	case config.Style:
	case config.Script:
		list = &s.facts.Scripts
	default:
		if !s.seen[address] {
			s.seen[address] = true
			s.facts.Others++
		}
		return
	}
	if !slices.Contains(*list, address) {
		*list = append(*list, address)
	}
}

// sheet notes what a style sheet, or a style attribute, loads.
func (s *scanner) sheet(css string) {
	for _, address := range theme.StyleAddresses(css) {
		s.load(config.Image, address, true)
	}
}
