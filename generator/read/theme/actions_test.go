package theme

import (
	"strings"
	"testing"
	texttemplate "text/template"
	"text/template/parse"

	"pgregory.net/rapid"
)

// What is left of a template without its actions is what the template parser takes for text: no quote, comment or brace
// makes the two disagree about where an action ends.
func TestFindActions(t *testing.T) {
	pieces := []string{
		"a", "å<b>", "}}", "}", "\n", "'", "`", `"`, "{", "/*", "*/", "{{.X}}", `{{"}}"}}`, "{{`}}`}}", "{{'}'}}", `{{print "\"}}\\"}}`,
		"{{/* }} ' */}}", "{{/*/ x */}}", `{{if "{{"}}`, "{{else}}", "{{end}}", `{{range .X}}`, `{{$x := "}}"}}`, "{{ .X }}",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "pieces"), "")
		parsed, err := texttemplate.New("x").Parse(text)
		if err != nil || parsed.Tree == nil {
			return
		}
		var want strings.Builder
		walk(parsed.Root, func(n parse.Node) {
			if words, ok := n.(*parse.TextNode); ok {
				want.Write(words.Text)
			}
		})
		var got strings.Builder
		at := 0
		for _, a := range findActions(text) {
			got.WriteString(text[at:a.from])
			at = a.to
		}
		got.WriteString(text[at:])
		if got.String() != want.String() {
			t.Fatalf("%q without actions is %q, not %q", text, got.String(), want.String())
		}
	})
}

// No text makes the scanners run past its end, or find something outside it.
func TestScannersStayInside(t *testing.T) {
	pieces := []string{
		"url(", ")", "'", `"`, `\`, "/*", "*/", "@import", "x", " ", "\n", "image-set(", "{{", "}}", "<script>", "</script>", "<a on=", "å", "\ue0009\ue001", ">",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "pieces"), "")
		for _, u := range styleURLs(text) {
			if u.from < 0 || u.to < u.from || u.to > len(text) {
				t.Fatalf("%q: %d to %d", text, u.from, u.to)
			}
		}
		for _, d := range scanActions(&templateFile{file: file{layer: &layer{}}, text: text}) {
			if d.Line < 1 || d.Column < 1 {
				t.Fatalf("%q: %+v", text, d.Place)
			}
		}
	})
}
