package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"growthportal/generator/diag"
	"growthportal/generator/site"
	"growthportal/themes"
)

// xssFields are the fields of a type in which an author may write anything; # stands for a payload.
var xssFields = map[string]struct {
	folder, fixed string
	fields        []string
}{
	"release": {"press", "date: 2026-01-01\nimage: {file: bild.png, alt: A, caption: C, credit: D}\ncontacts: asa\n", []string{
		"title: #", "summary: #", "case: #", "changes: [{date: 2026-01-02, note: #}]", "withdrawn: {date: 2026-01-03, reason: #}", "attachments: [{file: tal.csv, title: #}]",
	}},
	"picture": {"press", "date: 2026-01-01\n", []string{"title: #", "image: {file: bild.png, alt: #, caption: #, credit: #}"}},
	"event":   {"events", "start: 2026-12-01 09:00\nend: 2026-12-01 10:00\n", []string{"title: #", "summary: #", "place: #"}},
	"person":  {"people", "email: a@example.se\nphone: 08-465 004 00\n", []string{"title: #", "role: [#, #]", "organisation: #", "hours: #", "place: #", "summary: #"}},
	"report":  {"reports", "date: 2026-01-01\nauthors: asa\n", []string{"title: #", "to: #", "summary: #"}},
	"point":   {"points", "number: 1\n", []string{"title: #", "decision: #"}},
	"topic":   {"topics", "", []string{"title: #", "summary: #"}},
}

// xssSite has every payload in every field of every type, and in texts, names, terms and settings. What an author may not
// write at all is not in it: see settled. Where time matters it has every eighth.
func xssSite(t testing.TB) fstest.MapFS {
	files, list := tracesBase(t, false), payloads()
	tried := func(i int) bool { return i%8 == 0 || os.Getenv("GROWTHPORTAL_FULL_TESTS") == "1" }
	delete(files, "content/press/2026-03-01-ute/index.md")
	put := func(name, content string) { files[name] = &fstest.MapFile{Data: []byte(content)} }
	put("config.yaml", xssConfig(string(tracesBase(t, false)["config.yaml"].Data), list))
	put("content/press/bild.png", makePicture("9"))
	put("content/press/tal.csv", "a;b\n1;2\n")
	for kind, of := range xssFields {
		for i := range list {
			if !tried(i) {
				continue
			}
			var b strings.Builder
			n := 0
			next := func() string { n++; return quoted(list[(i+n*61)%len(list)]) }
			for _, field := range of.fields {
				for part := range strings.SplitAfterSeq(field, "#") {
					if before, ok := strings.CutSuffix(part, "#"); ok {
						part = before + next()
					}
					b.WriteString(part)
				}
				b.WriteString("\n")
			}
			if kind == "report" {
				fmt.Fprintf(&b, "period: %d-%02d\n", 1900+i/12, 1+i%12)
			}
			put(fmt.Sprintf("content/%s/%s-%d.md", of.folder, kind, i), "---\n"+of.fixed+b.String()+"---\nText.\n")
		}
	}
	for i, p := range list {
		if !tried(i) {
			continue
		}
		put(fmt.Sprintf("content/text/t-%d.md", i), fmt.Sprintf("---\ntitle: T\ndate: 2026-01-01\n---\n%s\n\n[a %[1]s](x \"%[1]s\")\n\n`%[1]s`\n\n- %[1]s\n", p))
		for j, line := range []string{"slug: #", "aliases: #", "email: #", "publisher: {x: #}", "image: {file: #, alt: A}", "topics: #", "#: a"} {
			put(fmt.Sprintf("content/people/r-%d-%d.md", j, i), "---\ntitle: T\n"+strings.Replace(line, "#", quoted(p), 1)+"\n---\n")
		}
		for j, link := range []string{"[a](<#>)", "![a](#)", "<#>", "[a]: #\n\n[a]"} {
			put(fmt.Sprintf("content/text/l-%d-%d.md", j, i), "---\ntitle: T\ndate: 2026-01-01\n---\n"+strings.Replace(link, "#", p[strings.Index(p, " ")+1:], 1)+"\n")
		}
	}
	return files
}

// xssEverywhere is a small site that has every payload in what stands on every page: alerts, menu, and the glossary.
func xssEverywhere(t testing.TB) fstest.MapFS {
	files, list := tracesBase(t, false), payloads()
	put := func(name, content string) { files[name] = &fstest.MapFile{Data: []byte(content)} }
	config := xssConfig(string(files["config.yaml"].Data), list)
	var glossary strings.Builder
	for i, p := range list {
		fmt.Fprintf(&glossary, "- {term: %s, meaning: {sv: %s, en: %[2]s}}\n", quoted(p), quoted(list[(i+300)%len(list)]))
		if i%25 == 0 {
			config += "  - {title: " + quoted(strings.Join(list[i:i+25], " ")) + ", href: https://example.org/}\n"
			put(fmt.Sprintf("content/alerts/a-%d.md", i), fmt.Sprintf("---\ntitle: %s\nsummary: %s\ndate: 2026-01-01\nexpires: 2027-01-01\nlevel: info\n---\nText.\n",
				quoted(p), quoted(strings.Join(list[i:i+25], " "))))
		}
		if i%100 == 0 {
			put(fmt.Sprintf("content/press/g-%d.md", i), fmt.Sprintf("---\ntitle: T\ndate: 2026-01-01\n---\n`x` %s\n", strings.ReplaceAll(p, "<", "\\<")))
		}
	}
	put("config.yaml", config)
	put("content/data/glossary.yaml", glossary.String())
	return files
}

func xssConfig(config string, list []string) string {
	config = strings.Replace(config, "{sv: Portalen, en: The portal}", fmt.Sprintf("{sv: %s, en: %s}", quoted(list[3]), quoted(list[4])), 1)
	config = strings.Replace(config, "title: Kalender", "title: "+quoted(list[5]), 1)
	config = strings.Replace(config, "menu:\n", "  text: {type: press-release, title: Text, url: /text/, html: clean, perPage: 100}\nbudgets: {article: 90 MB, page: 90 MB, requests: 900}\nmenu:\n", 1)
	config = strings.ReplaceAll(config, "perPage: 3", "perPage: 100")
	for _, p := range list[:3] {
		config += "  - {title: " + quoted(p) + ", href: https://example.org/}\n"
	}
	return config
}

// settled takes away the files that are refused, until nothing is: what is left is what would be published.
func (s *studio) settled(t testing.TB, files fstest.MapFS) (published map[string][]byte, refused int) {
	for range 10 {
		bad := map[string]bool{}
		plan := s.plan(t, files, traceNow, site.Show{})
		for _, d := range plan.Diagnostics {
			if d.Severity == diag.Error {
				bad[d.File] = true
			}
		}
		if len(bad) == 0 {
			return s.made(t, plan), refused
		}
		for name := range bad {
			if !strings.HasPrefix(name, "content/") {
				t.Fatalf("%s is refused: %.2000s", name, told(plan.Diagnostics))
			}
			refused++
			delete(files, name)
		}
	}
	t.Fatal("still refused")
	return nil, 0
}

// A thousand payloads in every field and every place where text lands: nothing of them acts, and no document breaks.
func TestNothingOfAnAuthorsActs(t *testing.T) {
	s := newStudio(themes.FS())
	s.cardless = true
	for name, files := range map[string]fstest.MapFS{"fields": xssSite(t), "everywhere": xssEverywhere(t)} {
		written := len(files)
		published, refused := s.settled(t, files)
		t.Logf("%s: %d files of content, %d refused, %d files published", name, written, refused, len(published))
		if len(published) < written/2 || name == "fields" && refused < written/4 {
			t.Errorf("%s: %d published, %d refused: little was tried", name, len(published), refused)
		}
		checkHarmless(t, published)
	}
}

func checkHarmless(t *testing.T, published map[string][]byte) {
	kinds := map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(published)) {
		ext := path.Ext(name)
		if kinds[ext]++; strings.HasPrefix(name, "assets/") {
			continue
		}
		if err := harmless(ext, name, published[name]); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, ext := range []string{".html", ".xml", ".json", ".ics", ".vcf", ""} {
		if kinds[ext] == 0 {
			t.Errorf("nothing with the extension %q was looked at", ext)
		}
	}
}

// harmless looks at a published file as those who read it do.
func harmless(ext, name string, content []byte) error {
	switch {
	case ext == ".html":
		return harmlessPage(string(content), true)
	case ext == ".xml":
		return harmlessXML(content)
	case ext == ".json":
		return harmlessJSON(content)
	case ext == ".ics" || ext == ".vcf":
		return harmlessLines(string(content))
	case name == "_headers" || name == "_redirects" || name == "robots.txt":
		return harmlessHosting(name, string(content))
	}
	return nil
}

var (
	quietSchemes = regexp.MustCompile(`^(https?://|mailto:|tel:|webcal:|[^:/?#]*([/?#]|$))`)
	activeTags   = []string{"iframe", "object", "embed", "applet", "base", "frame", "frameset", "portal", "math", "marquee", "style", "foreignobject", "animate", "set", "audio", "video", "source"}
	addressed    = []string{"href", "src", "action", "formaction", "poster", "cite", "data", "background", "xlink:href"}
)

// harmlessPage parses HTML and looks for anything active that the theme does not put there, and for a broken document.
func harmlessPage(content string, whole bool) error {
	count := map[string]int{}
	var wrong error
	for z := html.NewTokenizer(strings.NewReader(content)); ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			if !errors.Is(z.Err(), io.EOF) {
				wrong = z.Err()
			}
			break
		}
		if kind == html.CommentToken {
			return errors.New("a comment")
		}
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		token := z.Token()
		count[token.Data]++
		if err := harmlessTag(token); err != nil {
			return err
		}
		if kind == html.StartTagToken && token.Data == "script" {
			if z.Next() == html.TextToken {
				if err := harmlessJSON(z.Raw()); err != nil {
					return fmt.Errorf("in a script: %w", err)
				}
			}
		}
	}
	if redirect := strings.Contains(content, `http-equiv="refresh"`); whole && !redirect {
		for tag, want := range map[string]int{"html": 1, "head": 1, "body": 1, "title": 1, "main": 1, "h1": 1} {
			if count[tag] != want {
				return fmt.Errorf("%d × <%s>", count[tag], tag)
			}
		}
		if !strings.HasSuffix(strings.TrimSpace(content), "</html>") {
			return errors.New("it does not end")
		}
	}
	return wrong
}

func harmlessTag(token html.Token) error {
	if slices.Contains(activeTags, token.Data) {
		return fmt.Errorf("%s", token)
	}
	attributes := map[string]string{}
	for _, a := range token.Attr {
		attributes[a.Key] = a.Val
		if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc" || strings.ContainsAny(a.Key, `"'<`) {
			return fmt.Errorf("%s", token)
		}
		address := strings.Map(func(r rune) rune {
			if r <= ' ' || r == '\u200b' {
				return -1
			}
			return r
		}, a.Val)
		if slices.Contains(addressed, a.Key) && (!quietSchemes.MatchString(strings.ToLower(address)) || strings.HasPrefix(strings.ReplaceAll(address, `\`, "/"), "//")) {
			return fmt.Errorf("%s", token)
		}
	}
	switch token.Data {
	case "script":
		if kind := attributes["type"]; kind != "application/ld+json" && kind != "application/json" && !strings.HasPrefix(attributes["src"], "/assets/") {
			return fmt.Errorf("%s", token)
		}
	case "link":
		if strings.Contains(attributes["rel"], "stylesheet") && !strings.HasPrefix(attributes["href"], "/assets/") {
			return fmt.Errorf("%s", token)
		}
	case "meta":
		if to := attributes["http-equiv"]; to != "" && to != "Content-Security-Policy" && !strings.Contains(attributes["content"], "url=https://tillvaxt.example.se/") && !strings.Contains(attributes["content"], "url=/") {
			return fmt.Errorf("%s", token)
		}
	case "form":
		if action := attributes["action"]; action != "" && !strings.HasPrefix(action, "/") && !strings.HasPrefix(action, "#") {
			return fmt.Errorf("%s", token)
		}
	}
	return nil
}

// harmlessXML reads a feed or a sitemap strictly, and looks at the HTML in it.
func harmlessXML(content []byte) error {
	known := []string{"feed", "rss", "urlset", "sitemapindex"}
	d := xml.NewDecoder(bytes.NewReader(content))
	var open []xml.StartElement
	for first := true; ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if first && !slices.Contains(known, token.Name.Local) {
				return fmt.Errorf("a document of <%s>", token.Name.Local)
			}
			first = false
			open = append(open, token)
			for _, a := range token.Attr {
				if a.Name.Local == "href" && !quietSchemes.MatchString(a.Value) {
					return fmt.Errorf("%s=%q", a.Name.Local, a.Value)
				}
			}
			if slices.Contains([]string{"script", "img", "svg", "iframe", "a"}, token.Name.Local) {
				return fmt.Errorf("<%s>", token.Name.Local)
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 && isHTML(open[len(open)-1]) {
				if err := harmlessPage(string(token), false); err != nil {
					return err
				}
			}
		case xml.ProcInst:
			if token.Target != "xml" {
				return fmt.Errorf("<?%s", token.Target)
			}
		}
	}
}

// isHTML tells whether readers of feeds take the text of an element for HTML: in Atom where it says so, in RSS always.
func isHTML(e xml.StartElement) bool {
	if e.Name.Space == "http://www.w3.org/2005/Atom" {
		return slices.ContainsFunc(e.Attr, func(a xml.Attr) bool { return a.Name.Local == "type" && a.Value == "html" })
	}
	return e.Name.Local == "description" || e.Name.Local == "encoded"
}

// harmlessJSON reads JSON that may stand in a page, and looks at the HTML in it.
func harmlessJSON(content []byte) error {
	var value any
	if err := json.Unmarshal(content, &value); err != nil {
		return err
	}
	return harmlessValue("", value)
}

func harmlessValue(key string, value any) error {
	switch value := value.(type) {
	case map[string]any:
		for k, v := range value {
			if strings.Contains(strings.ToLower(k), "pwned") {
				return fmt.Errorf("the key %q", k)
			}
			if err := harmlessValue(k, v); err != nil {
				return err
			}
		}
	case []any:
		for _, v := range value {
			if err := harmlessValue(key, v); err != nil {
				return err
			}
		}
	case string:
		if key == "content_html" {
			return harmlessPage(value, false)
		}
	}
	return nil
}

var (
	contentLine = regexp.MustCompile(`^[A-Z][A-Z-]*(;[A-Z-]+=("[^"]*"|[^";:,]*)(,("[^"]*"|[^";:,]*))*)*:`)
	lineNames   = []string{
		"BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "NAME", "COLOR",
		"LAST-MODIFIED", "SEQUENCE", "STATUS", "CATEGORIES", "ORGANIZER", "TZID", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE", "REFRESH-INTERVAL", "SOURCE", "X-WR-CALNAME",
		"X-PUBLISHED-TTL", "X-WR-TIMEZONE", "CREATED", "TRANSP", "CLASS", "FN", "N", "ORG", "TITLE", "ROLE", "EMAIL", "TEL", "ADR", "NOTE", "REV", "KIND", "LANG", "CONTACT", "RDATE", "COMMENT", "LABEL",
	}
)

// harmlessLines reads a calendar or a card: every line is one that the program writes, and what begins ends.
func harmlessLines(content string) error {
	var open []string
	unfolded := strings.ReplaceAll(content, "\r\n ", "")
	if strings.ContainsAny(strings.ReplaceAll(content, "\r\n", ""), "\r\n\x00\x1b\x07") {
		return errors.New("a control character")
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(unfolded, "\r\n"), "\r\n") {
		name, value, _ := strings.Cut(line, ":")
		name, _, _ = strings.Cut(name, ";")
		if !contentLine.MatchString(line) || !slices.Contains(lineNames, name) {
			return fmt.Errorf("the line %q", line)
		}
		switch name {
		case "BEGIN":
			open = append(open, value)
		case "END":
			if len(open) == 0 || open[len(open)-1] != value {
				return fmt.Errorf("%q ends %q", value, open)
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		return fmt.Errorf("%q are open", open)
	}
	return nil
}

// harmlessHosting reads the files for web servers: no line is of an author's making.
func harmlessHosting(name, content string) error {
	if strings.Contains(strings.ToLower(content), "pwned") && name != "_redirects" {
		return errors.New("it repeats what an author wrote")
	}
	if name != "_redirects" {
		return nil
	}
	for line := range strings.Lines(content) {
		if fields := strings.Fields(line); len(fields) != 3 && !strings.HasPrefix(line, "#") || len(fields) == 3 && (fields[0][0] != '/' || fields[1][0] != '/') {
			return fmt.Errorf("the line %q", line)
		}
	}
	return nil
}
