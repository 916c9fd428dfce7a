package theme

import (
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"growthportal/generator/diag"
)

// action is a {{...}} in a template: where it stands, in bytes.
type action struct {
	from, to int
	comment  bool
}

// findActions finds the actions in the text of a template that has been parsed.
func findActions(text string) []action {
	var list []action
	for at := 0; ; {
		i := strings.Index(text[at:], "{{")
		if i < 0 {
			return list
		}
		from := at + i
		inner := strings.TrimLeft(strings.TrimPrefix(text[from+2:], "-"), " \t\r\n")
		begin := len(text) - len(inner)
		if comment := strings.HasPrefix(inner, "/*"); comment {
			if end := strings.Index(inner[2:], "*/"); end >= 0 {
				begin += 2 + end + 2
			}
			at = actionEnd(text, begin)
			list = append(list, action{from, at, true})
			continue
		}
		at = actionEnd(text, begin)
		list = append(list, action{from, at, false})
	}
}

// actionEnd is where the action ends that begins before at: after the next "}}" outside quotes.
func actionEnd(text string, at int) int {
	for ; at < len(text); at++ {
		switch quote := text[at]; quote {
		case '}':
			if strings.HasPrefix(text[at:], "}}") {
				return at + 2
			}
		case '"', '\'', '`':
			for at++; at < len(text) && text[at] != quote; at++ {
				if text[at] == '\\' && quote != '`' {
					at++
				}
			}
		}
	}
	return len(text)
}

// The marks around the number of an action, where it has been taken out of the text: private use characters, which HTML
// takes for letters.
const markFrom, markTo = "\ue000", "\ue001"

var (
	mark = regexp.MustCompile(markFrom + `(\d+)` + markTo)
	// handler is an event attribute or a style with an action in its value, wherever it stands: a part may hold nothing
	// but attributes, which looks like text.
	handler = regexp.MustCompile(`(?is)(?:^|[\s"'/` + markTo + `])(on[a-z]+|style)\s*=\s*(?:"[^"]*?` + mark.String() +
		`|'[^']*?` + mark.String() + `|[^\s"'>]*?` + mark.String() + `)`)
)

// scanActions reports actions inside scripts, style sheets and event attributes: what they would write there is code,
// and a page's policy allows none. A script or a tag that the file does not close would hide them, so that is reported
// too.
func scanActions(t *templateFile) []diag.Diagnostic {
	scan := &actionScan{file: t, actions: findActions(t.text)}
	text := scan.marked()
	for _, m := range handler.FindAllStringSubmatch(text, -1) {
		scan.report(m[2]+m[3]+m[4], strings.ToLower(m[1])+`="..."`)
	}
	tokens := html.NewTokenizer(strings.NewReader(text))
	inside := "" // the element whose text is code
	for {
		switch kind := tokens.Next(); kind {
		case html.ErrorToken:
			scan.finish(inside, len(tokens.Raw()) > 0 && tokens.Err() == io.EOF)
			return scan.found
		case html.StartTagToken:
			if name, _ := tokens.TagName(); string(name) == "script" || string(name) == "style" {
				inside = string(name)
				scan.opened = fmt.Sprintf("<%s>", inside)
			}
		case html.EndTagToken:
			inside = ""
		case html.TextToken:
			if inside == "" {
				continue
			}
			for _, m := range mark.FindAllStringSubmatch(string(tokens.Raw()), -1) {
				scan.report(m[1], "<"+inside+">")
			}
		}
	}
}

// actionScan gathers what is found in one file.
type actionScan struct {
	file    *templateFile
	actions []action
	opened  string
	found   []diag.Diagnostic
}

// marked is the file's text with a mark in the place of each action, and nothing in that of a comment.
func (s *actionScan) marked() string {
	var b strings.Builder
	at := 0
	for i, a := range s.actions {
		b.WriteString(s.file.text[at:a.from])
		if !a.comment {
			b.WriteString(markFrom + strconv.Itoa(i) + markTo)
		}
		at = a.to
	}
	b.WriteString(s.file.text[at:])
	return b.String()
}

// report adds the action of that number.
func (s *actionScan) report(number, where string) {
	i, err := strconv.Atoi(number)
	if err != nil || i >= len(s.actions) {
		return // marks that stood in the file itself
	}
	a := s.actions[i]
	s.found = append(s.found, diag.TemplateAction.At(placeIn(s.file.label(), s.file.text, a.from, a.to), where))
}

// finish reports what the file leaves open.
func (s *actionScan) finish(inside string, tag bool) {
	if inside != "" {
		at := strings.LastIndex(strings.ToLower(s.file.text), "<"+inside)
		s.found = append(s.found, diag.TemplateOpen.At(placeIn(s.file.label(), s.file.text, max(0, at), 0), s.opened))
	} else if tag {
		at := strings.LastIndex(s.file.text, "<")
		s.found = append(s.found, diag.TemplateOpen.At(placeIn(s.file.label(), s.file.text, max(0, at), 0), "<"))
	}
}
