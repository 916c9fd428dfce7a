package theme

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"growthportal/generator/diag"
)

var (
	syntaxForm = regexp.MustCompile(`(?s)^template: [^:]*:(\d+): (.*)$`)
	quotedWord = regexp.MustCompile(`[<"]([^"<>]+)[">]`)

	noFunction = regexp.MustCompile(`^function "(.+)" not defined$`)
	noVariable = regexp.MustCompile(`^undefined variable "(.+)"$`)
	noValue    = regexp.MustCompile(`^missing value for (\S+)$`)
	strayEnd   = regexp.MustCompile(`^unexpected (\{\{(?:end|else).*\}\})`)
	strayWord  = regexp.MustCompile(`^unexpected (?:<(.+)>|"(.+)"|(\S+)) (?:in|after) `)
	badLetter  = regexp.MustCompile(`^bad character U\+[0-9A-F]+ '(.+)'$`)
	badNumber  = regexp.MustCompile(`^bad number syntax: "(.+)"$`)
	notClosed  = regexp.MustCompile(`^(?:unclosed |unterminated |unexpected left delim|bad character U\+007D)`)
)

// syntaxError makes a diagnostic of an error of the template parser's. It tells the line; the column is that of the
// word which it complains about, where that stands once in the line, else that of the line's first action.
func syntaxError(t *templateFile, err error) diag.Diagnostic {
	m := syntaxForm.FindStringSubmatch(err.Error())
	if m == nil {
		return diag.TemplateSyntax.At(t.whole(), err.Error())
	}
	line, _ := strconv.Atoi(m[1])
	begin := offsetIn(t.text, line, 0)
	words, _, _ := strings.Cut(t.text[begin:], "\n")
	from, to := max(0, strings.Index(words, "{{")), 0
	if q := quotedWord.FindStringSubmatch(m[2]); q != nil && strings.Count(words, q[1]) == 1 {
		from = strings.Index(words, q[1])
		to = from + len(q[1])
	}
	return syntaxWords(t, m[2], placeIn(t.label(), t.text, begin+from, begin+max(from, to)))
}

// syntaxWords tells in our own words what the parser says, where it is one of the common mistakes.
func syntaxWords(t *templateFile, said string, at diag.Place) diag.Diagnostic {
	open, stray := unbalanced(t.text)
	is := func(form *regexp.Regexp) (string, bool) {
		m := form.FindStringSubmatch(said)
		return strings.Join(m[min(1, len(m)):], ""), m != nil
	}
	if said == "unexpected EOF" && open != nil {
		return diag.TemplateEnd.At(placeIn(t.label(), t.text, open.from, open.to), t.text[open.from:open.to])
	}
	if word, ok := is(strayEnd); ok {
		if stray != nil {
			at, word = placeIn(t.label(), t.text, stray.from, stray.to), t.text[stray.from:stray.to]
		}
		return diag.TemplateStray.At(at, word)
	}
	if name, ok := is(noFunction); ok {
		return suggest(diag.TemplateFunction.At(at, name), name, functionNames())
	}
	if name, ok := is(noVariable); ok {
		return diag.TemplateVariable.At(at, name)
	}
	if word, ok := is(noValue); ok {
		return diag.TemplateValue.At(at, word)
	}
	if _, ok := is(notClosed); ok {
		return diag.TemplateUnclosed.At(at)
	}
	for _, form := range []*regexp.Regexp{strayWord, badLetter, badNumber} {
		if word, ok := is(form); ok {
			return diag.TemplateWord.At(at, word)
		}
	}
	return diag.TemplateSyntax.At(at, said)
}

// functionNames are the functions that a template can call: ours, and those of
// https://pkg.go.dev/text/template#hdr-Functions.
func functionNames() []string {
	names := []string{
		"and", "call", "eq", "ge", "gt", "html", "index", "js", "le", "len", "lt", "ne", "not", "or", "print", "printf",
		"println", "slice", "urlquery",
	}
	for name := range functions() {
		names = append(names, name)
	}
	return slices.Compact(sorted(names))
}

// opening and closing tell what begins something that ends in {{end}}, and what belongs inside it.
var (
	opening = regexp.MustCompile(`^\{\{-?\s*(?:if|range|with|define|block)\b`)
	closing = regexp.MustCompile(`^\{\{-?\s*end\b`)
	between = regexp.MustCompile(`^\{\{-?\s*else\b`)
)

// unbalanced finds the last action that is open where a text ends, and the first {{end}} or {{else}} without a beginning;
// nil for none.
func unbalanced(text string) (open, stray *action) {
	var stack []action
	for _, a := range findActions(text) {
		if a.comment {
			continue
		}
		switch words := text[a.from:a.to]; {
		case opening.MatchString(words):
			stack = append(stack, a)
		case closing.MatchString(words) && len(stack) > 0:
			stack = stack[:len(stack)-1]
		case closing.MatchString(words), between.MatchString(words) && len(stack) == 0:
			if stray == nil {
				stray = &a
			}
		}
	}
	if len(stack) > 0 {
		open = &stack[len(stack)-1]
	}
	return open, stray
}
