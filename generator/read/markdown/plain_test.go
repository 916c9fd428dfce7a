package markdown

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	"pgregory.net/rapid"

	"growthportal/generator/locale"
)

// plainPieces are marks of running text, what may stand at their sides, and what begins and ends lines and addresses.
var plainPieces = []string{
	"ord", "a", "Å", "1", " ", " ", "  ", "\t", "\n", "  \n", " \n", "\\\n", "\n\n", "\\", "\\\\", ".", ",", ":", "@", "a@b.se", "a_b@c.se", "_a@b.se",
	"*x@y.z*", "!a@b.c", "http://a.se", "https://a.se/b", " http", "htt", "www.a.se", "www", "(www.b.se)", "(", ")", "(a@b.se)", "*", "**", "_", "~", "~~", "`", "``", "[", "]", "](/u)",
	"![", "!", "<", ">", "<b>", "<a@b.c>", "<!--", "-->", "{", "]{lang=en}", "{lang=en}", "[^1]", "&amp;", "\u00a0", "\u2028",
	"\n- ", "\n> ", "\n# ", "\n    ", "\n| a | b |\n| - | - |\n| ", " | ", "\n: ", "\n[^1]: ", "\n[ord]: /u\n", "[ ] ", "\n---\n",
}

// Taking words a stretch at a time gives the very tree and the very findings that goldmark gives by itself.
func TestPlainWordsMakeNoDifference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		comparePlain(t, strings.Join(rapid.SliceOfN(rapid.SampledFrom(plainPieces), 1, 24).Draw(t, "pieces"), ""))
	})
}

// What goldmark remembers of a backslash is the same.
func TestPlainWordsBesideBackslashes(t *testing.T) {
	for _, text := range []string{`\ ord \*ord*`, `a\\` + "\nord *b*", `\ ord ord \*ord*`, `a \` + "\n" + `b \*c*`, `\ a_b \_c_ d_`} {
		comparePlain(t, text)
	}
}

// So it is with texts as they are written.
func TestPlainWordsInRealText(t *testing.T) {
	for _, file := range []string{"testdata/features.md", "testdata/raw.md", "../../../README.md", "../../../docs/writing.md"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		comparePlain(t, string(text))
	}
}

// FuzzPlainWords looks for a text with which taking words a stretch at a time makes a difference.
func FuzzPlainWords(f *testing.F) {
	for _, piece := range plainPieces {
		f.Add("a " + piece + " b\n" + piece + "c d")
	}
	f.Fuzz(func(t *testing.T, text string) { comparePlain(t, text) })
}

func comparePlain(t interface{ Fatalf(string, ...any) }, text string) {
	quick, slow := newDraft(prepare([]byte(text)), Options{}), newDraft(prepare([]byte(text)), Options{})
	if !quick.withinBounds() {
		return
	}
	quick.parse()
	slow.parseBy(grammarWith())
	quick.joinText()
	slow.joinText()
	if got, want := shownTree(quick), shownTree(slow); got != want {
		t.Fatalf("%q:\n%s\nwithout plainParser:\n%s", text, got, want)
	}
}

// shownTree is all that is known of a tree, and what was found while it was made.
func shownTree(d *draft) string {
	var b strings.Builder
	depth := 0
	_ = ast.Walk(d.tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			depth--
			return ast.WalkContinue, nil
		}
		depth++
		fmt.Fprintf(&b, "%*s%s %d", depth, "", n.Kind(), n.Pos())
		switch n := n.(type) {
		case *ast.Text:
			fmt.Fprintf(&b, " %v %q %v %v", n.Segment, n.Value(d.src), n.SoftLineBreak(), n.HardLineBreak())
		case *ast.Link:
			fmt.Fprintf(&b, " %q %q", n.Destination, n.Title)
		case *ast.AutoLink:
			fmt.Fprintf(&b, " %q", n.URL(d.src))
		case *phrase:
			fmt.Fprint(&b, n.tongue)
		}
		b.WriteByte('\n')
		return ast.WalkContinue, nil
	})
	fmt.Fprint(&b, d.diags)
	return b.String()
}

// An address is given with its words (locale.Setter leaves it alone) wherever the stretch before it ends.
func TestAddressesAmongPlainWords(t *testing.T) {
	for text, want := range map[string]string{
		"skriv till a@b.se nu":       "mailto:a@b.se",
		"se www.b.se":                "http://www.b.se",
		"ord (https://b.se) ord":     "https://b.se",
		"ord a_b.c@d.se":             "mailto:a_b.c@d.se",
		"*ord* och\nhttp://b.se/c d": "http://b.se/c",
	} {
		body, _ := Parse([]byte(text), Options{Lang: locale.Swedish})
		if len(body.Refs) != 1 || body.Refs[0].Target != want {
			t.Errorf("%q: %v, want %s", text, body.Refs, want)
		}
	}
}
