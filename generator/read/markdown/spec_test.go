package markdown

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"growthportal/generator/diag"
	"growthportal/generator/model"
)

// example is one of a specification's: what is written and what it becomes.
type example struct {
	Number   int    `json:"example"`
	Markdown string `json:"markdown"`
	HTML     string `json:"html"`
}

// The examples of the specification CommonMark 0.31.2 give the HTML that it wants, but for those where we are stricter
// or know more than it does: testdata/deviations.txt names each with the reason. An example that is listed and passes
// all the same is an error, so that the list stays true.
func TestCommonMark(t *testing.T) {
	content, err := os.ReadFile(filepath.Join(goldmarkDir(t), "_test", "spec.json"))
	if err != nil {
		t.Fatal(err)
	}
	var examples []example
	if err := json.Unmarshal(content, &examples); err != nil {
		t.Fatal(err)
	}
	if len(examples) < 650 {
		t.Fatalf("only %d examples", len(examples))
	}
	compare(t, "commonmark", examples)
}

// The same for goldmark's examples of tables, strikethrough, task lists, bare links, footnotes and definition lists.
func TestGFM(t *testing.T) {
	dir := filepath.Join(goldmarkDir(t), "extension", "_test")
	for _, name := range []string{"table", "strikethrough", "tasklist", "linkify", "definition_list"} {
		examples := readExamples(t, filepath.Join(dir, name+".txt"))
		if len(examples) < 3 {
			t.Fatalf("%s: only %d examples", name, len(examples))
		}
		compare(t, name, examples)
	}
}

func compare(t *testing.T, suite string, examples []example) {
	t.Helper()
	known := deviations(t)
	for _, e := range examples {
		key := suite + " " + strconv.Itoa(e.Number)
		body, found := Parse([]byte(e.Markdown), Options{})
		got, want := normal(t, closed(body)), normal(t, e.HTML)
		code, listed := known[key]
		switch {
		case listed && got == want:
			t.Errorf("%s is listed as a deviation and is none", key)
		case listed && code != "-" && !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return string(d.Code) == code }):
			t.Errorf("%s: no %s is reported: %v", key, code, found)
		case !listed && got != want:
			t.Errorf("%s\n%s\ngot:\n%s\nwant:\n%s", key, e.Markdown, got, want)
		}
	}
}

// closed is a body's HTML with every reference as CommonMark wants it.
func closed(b *model.Body) string {
	var s strings.Builder
	_ = b.Close(&s, func(i int) (string, string) { return model.EncodeAddress(b.Refs[i].Target), "" }, func(i int) string {
		title := ""
		if b.Refs[i].Title != "" {
			title = ` title="` + escape(b.Refs[i].Title) + `"`
		}
		return fmt.Sprintf(`<img src="%s" alt="%s"%s>`, escape(model.EncodeAddress(b.Refs[i].Target)), escape(b.Refs[i].Alt), title)
	})
	return s.String()
}

// goldmarkDir is where the module of goldmark lies, with the specification's examples: they stay there, under their own
// licence.
func goldmarkDir(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	dir := strings.TrimSpace(string(out))
	if _, missing := os.Stat(filepath.Join(dir, "_test")); err != nil || dir == "" || missing != nil {
		if os.Getenv("GROWTHPORTAL_FULL_TESTS") == "1" {
			t.Fatalf("the examples of goldmark's module cannot be found: %v", err)
		}
		t.Skip("the examples of goldmark's module cannot be found (go list -m github.com/yuin/goldmark)")
	}
	return dir
}

// deviations reads the list: an example's suite and number, and the code that is reported.
func deviations(t *testing.T) map[string]string {
	t.Helper()
	content, err := os.ReadFile("testdata/deviations.txt")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]string{}
	for line := range strings.Lines(string(content)) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		if len(fields) < 4 {
			t.Fatalf("deviations.txt: %q", line)
		}
		for numbers := range strings.SplitSeq(fields[1], ",") {
			low, high, isRange := strings.Cut(numbers, "-")
			if !isRange {
				high = low
			}
			first, _ := strconv.Atoi(low)
			last, _ := strconv.Atoi(high)
			for n := first; n <= last; n++ {
				known[fields[0]+" "+strconv.Itoa(n)] = fields[2]
			}
		}
	}
	return known
}

// readExamples reads goldmark's format: a number, a line of dashes, Markdown, a line of dashes, HTML, a line of equals.
func readExamples(t *testing.T, name string) []example {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var examples []example
	var e example
	part, escaped := 0, false
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "//- -"):
			part++
		case strings.HasPrefix(line, "//= ="):
			e.Markdown = strings.TrimSuffix(e.Markdown, "\n")
			if escaped {
				e.Markdown = strings.ReplaceAll(e.Markdown, `\t`, "\t")
				e.HTML = strings.ReplaceAll(e.HTML, `\t`, "\t")
			}
			escaped = false
			examples, e, part = append(examples, e), example{}, 0
		case part == 0 && strings.Contains(line, "OPTIONS"):
			escaped = strings.Contains(line, "enableEscape")
		case part == 0 && strings.TrimSpace(line) != "":
			number, _, _ := strings.Cut(line, ":")
			if e.Number, err = strconv.Atoi(strings.TrimSpace(number)); err != nil {
				t.Fatalf("%s: %q", name, line)
			}
		case part == 1:
			e.Markdown += line + "\n"
		case part == 2:
			e.HTML += line + "\n"
		}
	}
	return examples
}

// normal writes HTML in one way, without what we add for those who hear a page or use a keyboard: ids of headings, the
// region around a table, scopes. Alignment counts, however it is written.
func normal(t *testing.T, s string) string {
	t.Helper()
	nodes, err := html.ParseFragment(strings.NewReader(s), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
	if err != nil {
		t.Fatal(err)
	}
	root := &html.Node{Type: html.DocumentNode}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	dropCommentNodes(root)
	var b strings.Builder
	for c := root.FirstChild; c != nil; c = c.NextSibling {
		writeNormal(&b, c, false)
	}
	return strings.TrimSpace(b.String())
}

// dropCommentNodes takes comments out and joins the text on both sides of them.
func dropCommentNodes(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		prev := c.PrevSibling
		switch {
		case c.Type == html.CommentNode:
			n.RemoveChild(c)
		case c.Type == html.TextNode && prev != nil && prev.Type == html.TextNode:
			prev.Data += c.Data
			n.RemoveChild(c)
		default:
			dropCommentNodes(c)
		}
		c = next
	}
}

func writeNormal(b *strings.Builder, n *html.Node, pre bool) {
	switch n.Type {
	case html.TextNode:
		text := n.Data
		if !pre {
			text = strings.Join(strings.Fields(" "+text+" "), " ")
			if text == "" {
				return
			}
			if strings.ContainsAny(n.Data[:1], " \n") && n.PrevSibling != nil && isInline(n.PrevSibling) {
				text = " " + text
			}
			if strings.ContainsAny(n.Data[len(n.Data)-1:], " \n") && n.NextSibling != nil && isInline(n.NextSibling) {
				text += " "
			}
		}
		b.WriteString(html.EscapeString(text))
	case html.ElementNode:
		tag, attrs := n.Data, ""
		wrapper := attributeOf(n, "class") == "table"
		if tag == "td" && n.Parent.Parent != nil && n.Parent.Parent.Data == "thead" {
			tag = "th"
		}
		slices.SortFunc(n.Attr, func(a, b html.Attribute) int { return strings.Compare(a.Key, b.Key) })
		for _, a := range n.Attr {
			attrs += normalAttribute(n, a)
		}
		if !wrapper {
			b.WriteString("\n<" + tag + attrs + ">")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			writeNormal(b, c, pre || tag == "pre")
		}
		if !wrapper && !isVoid(tag) {
			b.WriteString("</" + tag + ">")
		}
	}
}

func isInline(n *html.Node) bool {
	return n.Type == html.ElementNode && (phrasing(n.Data) && n.Data != "br" || n.Data == "input")
}

func normalAttribute(n *html.Node, a html.Attribute) string {
	switch {
	case a.Key == "id" && len(n.Data) == 2 && n.Data[0] == 'h', a.Key == "scope", a.Key == "tabindex", a.Key == "aria-label":
		return ""
	case n.Data == "li" && a.Key == "class", n.Data == "input" && a.Key == "type":
		return ""
	case a.Key == "class" && strings.HasPrefix(a.Val, "align-"):
		return " align=" + strconv.Quote(strings.TrimPrefix(a.Val, "align-"))
	case a.Key == "style" && strings.HasPrefix(a.Val, "text-align:"):
		return " align=" + strconv.Quote(strings.TrimPrefix(a.Val, "text-align:"))
	case a.Key == "title":
		return " title=" + strconv.Quote(strings.Join(strings.Fields(a.Val), " "))
	case a.Key == "href", a.Key == "src":
		return " " + a.Key + "=" + strconv.Quote(decoded(a.Val))
	}
	return " " + a.Key + "=" + strconv.Quote(a.Val)
}

// decoded levels the many ways of encoding one address.
func decoded(address string) string {
	var b strings.Builder
	for i := 0; i < len(address); i++ {
		if address[i] == '%' && i+2 < len(address) {
			if n, err := strconv.ParseUint(address[i+1:i+3], 16, 8); err == nil && n != '%' {
				b.WriteByte(byte(n))
				i += 2
				continue
			}
		}
		b.WriteByte(address[i])
	}
	return b.String()
}
