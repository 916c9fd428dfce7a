package markdown

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/locale"
	"growthportal/generator/model"
)

// show is what a text becomes, its references as CommonMark wants them.
func show(src string, opt Options) string {
	body, _ := Parse([]byte(src), opt)
	return strings.TrimSpace(closed(body))
}

func TestFeatures(t *testing.T) {
	for _, tt := range []struct{ promise, src, want string }{
		{"a heading's id is folded", "## Åtgärder för idé", `<h2 id="atgarder-for-ide">Åtgärder för idé</h2>`},
		{"ids are unique", "## A\n## A\n## A 2", "<h2 id=\"a\">A</h2>\n<h2 id=\"a-2\">A</h2>\n<h2 id=\"a-2-2\">A 2</h2>"},
		{"a heading without letters has an id", "## …", `<h2 id="section">…</h2>`},
		{"an id by hand stays", "## B\n## *Tider* {#b}\n", "<h2 id=\"b-2\">B</h2>\n<h2 id=\"b\"><em>Tider</em></h2>"},
		{"a link's title", `[a](b.md "c & d")`, `<p><a href="b.md" title="c &amp; d">a</a></p>`},
		{"an address in angle brackets", "<a@b.se>", `<p><a href="mailto:a@b.se">a@b.se</a></p>`},
		{"a bare address", "se www.a.se/ö.", `<p>se <a href="http://www.a.se/%C3%B6">www.a.se/ö</a>.</p>`},
		{"a link has no link in it", "[se <https://a.se> nu](b.md)", `<p><a href="b.md">se https://a.se nu</a></p>`},
		{"a refused link is its text", "[*a*](javascript:x)", `<p><em>a</em></p>`},
		{"an image in running text keeps its title", `x ![a](b.jpg "c")`, `<p>x <img src="b.jpg" alt="a" title="c"></p>`},
		{"an image alone without title is no figure", "![a](b.jpg)", `<p><img src="b.jpg" alt="a"></p>`},
		{"a figure", `![a](b.jpg "Vid ån.")`, "<figure>\n<img src=\"b.jpg\" alt=\"a\">\n<figcaption>Vid ån.</figcaption>\n</figure>"},
		{"a figure's credit", `![a](b.jpg "Vid ån. Foto: Åsa")`, "<figure>\n<img src=\"b.jpg\" alt=\"a\">\n<figcaption>Vid ån. <span class=\"credit\">Foto: Åsa</span></figcaption>\n</figure>"},
		{"a credit alone", `![a](b.jpg "Photo: Å")`, "<figure>\n<img src=\"b.jpg\" alt=\"a\">\n<figcaption><span class=\"credit\">Photo: Å</span></figcaption>\n</figure>"},
		{"no credit within a word", `![a](b.jpg "ProFoto: b")`, "<figure>\n<img src=\"b.jpg\" alt=\"a\">\n<figcaption>ProFoto: b</figcaption>\n</figure>"},
		{"a figure that is a link", `[![a](b.jpg "c")](d.md)`, "<figure>\n<a href=\"d.md\"><img src=\"b.jpg\" alt=\"a\"></a>\n<figcaption>c</figcaption>\n</figure>"},
		{"code keeps its language", "```go\na<b\n```", "<pre tabindex=\"0\"><code class=\"language-go\">a&lt;b\n</code></pre>"},
		{"tasks", "- [x] a\n- [ ] b", "<ul>\n<li class=\"task\"><input type=\"checkbox\" aria-label=\"Klart\" disabled checked> a</li>\n" +
			"<li class=\"task\"><input type=\"checkbox\" aria-label=\"Klart\" disabled> b</li>\n</ul>"},
		{"a definition list", "Term\n: Text", "<dl>\n<dt>Term</dt>\n<dd>Text</dd>\n</dl>"},
		{"speech", "– Ja.", `<p class="speech">– Ja.</p>`},
		{"a hyphen is a list", "- Ja.", "<ul>\n<li>Ja.</li>\n</ul>"},
		{"a comment in the text", "a <!-- b --> c", "<p>a  c</p>"},
		{"a comment that is a paragraph", "a\n\n<!--\nb\n\nc -->\n\nd", "<p>a</p>\n<p>d</p>"},
		{"text after a comment on its line", "<!-- a --> *b*", "<p><em>b</em></p>"},
		{"text after a comment's last line", "<!-- a\nb --> *c*\n", "<p><em>c</em></p>"},
		{"a comment alone leaves nothing", "<!-- a -->", ""},
		{"words in another language", "[a *b*]{lang=en} c", `<p><span lang="en">a <em>b</em></span> c</p>`},
		{"from right to left", "[a]{lang=ar}", `<p><span lang="ar" dir="rtl">a</span></p>`},
		{"a link in another language", "[[a](b.md)]{lang=en}", `<p><span lang="en"><a href="b.md">a</a></span></p>`},
		{"in a link", "[a [b]{lang=en}](c.md)", `<p><a href="c.md">a <span lang="en">b</span></a></p>`},
		{"emphasis around", "*a [b*]{lang=en}*", `<p><em>a <span lang="en">b*</span></em></p>`},
		{"a passage in another language", "::: {lang=fi}\n- a\n\n  b\n:::\nc", "<div lang=\"fi\">\n<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n</div>\n<p>c</p>"},
		{"passages in one another", "::: {lang=fi}\na\n\n::: {lang=en}\nb\n:::\n\nc\n:::", "<div lang=\"fi\">\n<p>a</p>\n<div lang=\"en\">\n<p>b</p>\n</div>\n<p>c</p>\n</div>"},
		{"colons in code end nothing", "::: {lang=fi}\n```\n:::\n```\n:::", "<div lang=\"fi\">\n<pre tabindex=\"0\"><code>:::\n</code></pre>\n</div>"},
		{"a character that HTML forbids", "a\x01b\uFDD0c&#x80;&#0;", "<p>a\uFFFDb\uFFFDc\uFFFD\uFFFD</p>"},
		{"escapes are resolved once", `\&amp; &amp;amp; \\*`, `<p>&amp;amp; &amp;amp; \*</p>`},
	} {
		if diff := cmp.Diff(tt.want, show(tt.src, Options{})); diff != "" {
			t.Errorf("%s: %q\n%s", tt.promise, tt.src, diff)
		}
	}
}

// A table stands in a region that can be reached and has a name: its caption, or its number in the page's language.
func TestTables(t *testing.T) {
	const rows = "| År |  | Antal |\n|:---|:-:|---:|\n| 2012 | | 3 |\n"
	got := show("Tabell: Siffror för *åren*\n\n"+rows, Options{Prefix: "om-"})
	want := `<div class="table" role="region" tabindex="0" aria-labelledby="om-table:1">
<table>
<caption id="om-table:1">Siffror för <em>åren</em></caption>
<thead>
<tr>
<th scope="col" class="align-left">År</th>
<td class="align-center"></td>
<th scope="col" class="align-right">Antal</th>
</tr>
</thead>
<tbody>
<tr>
<td class="align-left">2012</td>
<td class="align-center"></td>
<td class="align-right">3</td>
</tr>
</tbody>
</table>
</div>`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	two := show(rows+"\n\n"+rows, Options{Lang: locale.English})
	if !strings.Contains(two, `aria-label="Table 1"`) || !strings.Contains(two, `aria-label="Table 2"`) {
		t.Error(two)
	}
	if within := show("Table: x\n"+rows, Options{}); !strings.Contains(within, `<caption id="table:1">x</caption>`) {
		t.Errorf("a caption on the line above: %s", within)
	}
	if other := show("Tabellen: x\n\n"+rows, Options{}); strings.Contains(other, "<caption") {
		t.Error(other)
	}
}

// Footnotes are numbered by their first calls, lead back to every call, and their ids never meet a heading's.
func TestFootnotes(t *testing.T) {
	got := show("a[^x] b[^y] c[^x]\n\n[^y]: två[^z]\n[^x]: ett\n\n    mer\n[^z]: tre\n", Options{Lang: locale.English})
	want := `<p>a<sup class="footnote-call"><a id="fnref:1" href="#fn:1" role="doc-noteref" aria-label="Footnote 1">1</a></sup> b<sup class="footnote-call"><a id="fnref:2" href="#fn:2" role="doc-noteref" aria-label="Footnote 2">2</a></sup> c<sup class="footnote-call"><a id="fnref:1:2" href="#fn:1" role="doc-noteref" aria-label="Footnote 1">1</a></sup></p>
<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">
<ol>
<li id="fn:1">
<p>ett</p>
<p>mer~<a class="footnote-back" href="#fnref:1" role="doc-backlink" aria-label="Back to the text, footnote 1">↩</a>~<a class="footnote-back" href="#fnref:1:2" role="doc-backlink" aria-label="Back to the text, footnote 1 (2)">↩<sup>2</sup></a></p>
</li>
<li id="fn:2">
<p>två<sup class="footnote-call"><a id="fnref:3" href="#fn:3" role="doc-noteref" aria-label="Footnote 3">3</a></sup>~<a class="footnote-back" href="#fnref:2" role="doc-backlink" aria-label="Back to the text, footnote 2">↩</a></p>
</li>
<li id="fn:3">
<p>tre~<a class="footnote-back" href="#fnref:3" role="doc-backlink" aria-label="Back to the text, footnote 3">↩</a></p>
</li>
</ol>
</section>`
	if diff := cmp.Diff(strings.ReplaceAll(want, "~", noBreakSpace), got); diff != "" {
		t.Error(diff)
	}
	for src, promise := range map[string]string{
		"[a[^1]](b.md)\n\n[^1]: c":          `<a href="b.md">a</a><sup class="footnote-call">`, // a call in a link follows it
		"- a[^1]\n\n  [^1]: c":              `<ol>` + "\n" + `<li id="fn:1">`,
		"a[^1]\n\n[^1]: b\n\n    - c":       "</ul>\n<p>" + noBreakSpace + `<a class="footnote-back"`,
		"## fn 1\n\na[^1]\n\n[^1]: ## fn 1": `<h2 id="fn-1-2">`,
	} {
		if got := show(src, Options{}); !strings.Contains(got, promise) {
			t.Errorf("%q: no %q in %s", src, promise, got)
		}
	}
}

// What raw HTML becomes where it is cleaned: text and structure stay, all else goes, and nothing reaches beyond the
// block that it stands in.
func TestCleanedHTML(t *testing.T) {
	for _, tt := range []struct{ promise, src, want string }{
		{"attributes go", `<p class="x" style="a" onclick="b" data-ref="9" lang="en">å</p>`, `<p lang="en">å</p>`},
		{"links and images are open references", `<p><a href="b.md" target=_blank>a</a><img src="c.jpg" alt="d" onerror=x></p>`,
			`<p><a href="b.md">a</a><img src="c.jpg" alt="d"></p>`},
		{"a refused link is its text", `<p><a href=" java&#10;script:x">a</a></p>`, `<p><a>a</a></p>`},
		{"script goes with its content", "<div>a<script>b</script>c</div>", "<div>ac</div>"},
		{"an unknown element leaves its text", "a <font>b</font>", "<p>a b</p>"},
		{"unclosed tags are closed in their block", "> a <b>b\n\nc", "<blockquote>\n<p>a <b>b</b></p>\n</blockquote>\n<p>c</p>"},
		{"end tags close nothing of ours", "- a</li></ul></div>\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"},
		{"a footnote is not left", "a[^1]\n\n[^1]: b</li></ol></section>", "</a></p>\n</li>\n</ol>\n</section>"},
		{"a table is not left", "| a |\n|---|\n| b</td></tr></table></div> |\n| c |", "<td>b</td>\n</tr>\n<tr>\n<td>c</td>"},
		{"Markdown between blocks", "<div>\n\n*a*\n\n</div>\n\nb", "<div>\n<p><em>a</em></p>\n</div>\n<p>b</p>"},
		{"comments go", "<div>a<!-- b -->c</div>", "<div>ac</div>"},
		{"ids are unique", "## A\n\n<h2 id=\"a\">b</h2><h2 id=\"c\">d</h2>", "<h2>b</h2><h2 id=\"c\">d</h2>"},
		{"an old anchor", `<a name="x"></a>`, `<a id="x"></a>`},
		{"an anchor as a layout may have it", `<a id="main_content"></a>`, `<a id="main-content"></a>`},
		{"forged marks", "<p title=\"&#xFDD0;1&#xFDD1;\">&#xFDD0;1&#xFDD1;</p>", "<p title=\"\uFFFD1\uFFFD\">\uFFFD1\uFFFD</p>"},
		{"a list's start", `<ol start="3" type="a"><li value="4">a</ol>`, `<ol start="3"><li value="4">a</li></ol>`},
		{"a line break in pre", "<pre>\n\na</pre>", "<pre>\n\na</pre>"},
	} {
		if got := show(tt.src, Options{HTML: Clean}); !strings.Contains(got, tt.want) {
			t.Errorf("%s: %q\ngot  %q\nwant %q", tt.promise, tt.src, got, tt.want)
		}
	}
}

// Typography goes through emphasis, leaves code, addresses and other languages alone, moves no anchor, and can be
// switched off.
func TestTypography(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{`Han sa "ja *och* nej".`, "<p>Han sa ”ja <em>och</em> nej”.</p>"},
		{"20 %\nav `20 %`", "<p>20\u00A0%\nav <code>20 %</code></p>"},
		{"den 18\nseptember", "<p>den\u00A018\u00A0september</p>"},
		{`"a" [b "c"](x.md "d "e"")`, ""},
		{"[the \"word\" in]{lang=en} \"sv\"", "<p><span lang=\"en\">the “word” in</span> ”sv”</p>"},
		{"[\"fi\"]{lang=fi}", "<p><span lang=\"fi\">&quot;fi&quot;</span></p>"},
		{"::: {lang=en}\n\"a\"\n:::", "<div lang=\"en\">\n<p>“a”</p>\n</div>"},
		{"— Ja, säger *hon*.", "<p class=\"speech\">–\u00A0Ja, säger <em>hon</em>.</p>"},
		{`## "A" 20 %`, "<h2 id=\"a-20\">”A” 20\u00A0%</h2>"},
		{`![a](b.jpg "20 % av "x"")`, ""},
		{"https://a.se/\"b\" \"c\"", ""},
		{`![a](b.jpg 'en "bild"')`, "<figure>\n<img src=\"b.jpg\" alt=\"a\">\n<figcaption>en ”bild”</figcaption>\n</figure>"},
	} {
		if got := show(tt.src, Options{Typography: true}); tt.want != "" && got != tt.want {
			t.Errorf("%q\ngot  %q\nwant %q", tt.src, got, tt.want)
		}
	}
	const src = "— Han sa \"ja\" till 20 %..."
	if got := show(src, Options{}); got != `<p class="speech">`+escape(src)+"</p>" {
		t.Errorf("the text is not left alone: %q", got)
	}
}

// The words of a body, for search and excerpts.
func TestPlain(t *testing.T) {
	body, _ := Parse([]byte("## Rubrik *ett*\n\nEn [länk](x.md)\ntill  text.  \nRad `kod`[^1]\n\n- a\n- b\n\n| c | d |\n|---|---|\n| e | f |\n\n![alt](x.jpg \"Text. Foto: Å\")\n\n"+
		"<!-- dold -->\n\n– 1 000 kr &amp; mer.\n\n[^1]: not\n"), Options{})
	want := "Rubrik ett\nEn länk till text. Rad kod\na\nb\nc d\ne f\nText. Foto: Å\n– 1 000 kr & mer.\nnot"
	if body.Plain != want || body.Words != 22 {
		t.Errorf("got  %q, %d words\nwant %q", body.Plain, body.Words, want)
	}
	body, _ = Parse([]byte("<div>ett<p>två <b>tr</b>e<script>x</script></div>\n\nfyra <u>fem</u><br>sex"), Options{HTML: Clean})
	if want := "ett\ntvå tre\nfyra fem sex"; body.Plain != want {
		t.Errorf("got %q, want %q", body.Plain, want)
	}
}

// A body is plain data: one that has been kept in the memory renders as the one that was made.
func TestBodyIsPlainData(t *testing.T) {
	body, _ := Parse([]byte("## Å\n\n[a](b.md) ![c](d.jpg)\n\n![e](f.jpg \"g\")\n\nx[^1]\n\n[^1]: y"), Options{File: "f.md", FirstLine: 9})
	kept, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	var again model.Body
	if err := json.Unmarshal(kept, &again); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(body, &again); diff != "" {
		t.Error(diff)
	}
	if closed(body) != closed(&again) {
		t.Error("renders otherwise")
	}
	want := []model.BodyRef{
		{Kind: model.LinkRef, Target: "b.md", Spot: body.Refs[0].Spot}, {Kind: model.ImageRef, Target: "d.jpg", Alt: "c", Spot: body.Refs[1].Spot},
		{Kind: model.ImageRef, Target: "f.jpg", Alt: "e", Figure: true, Spot: body.Refs[2].Spot},
	}
	if diff := cmp.Diff(want, body.Refs); diff != "" {
		t.Error(diff)
	}
	if p := body.Refs[2].Spot; p.Line != 13 || p.Column != 6 || p.EndColumn != 11 {
		t.Errorf("place of the figure: %v", p)
	}
	if diff := cmp.Diff([]model.Heading{{Level: 2, ID: "a", Text: "Å", Spot: body.Headings[0].Spot}}, body.Headings); diff != "" {
		t.Error(diff)
	}
}

// Many texts can be read at once.
func TestConcurrentUse(t *testing.T) {
	const src = "## Å\n\n[a](b.md) *c*[^1] \"d\"\n\n[^1]: e\n\n<b>f</b>"
	want := show(src, Options{HTML: Clean, Typography: true})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				if got := show(src, Options{HTML: Clean, Typography: true}); got != want {
					t.Errorf("got %q", got)
				}
			}
		})
	}
	wg.Wait()
}

// The source is left as it is, since others hold it too.
func TestSourceIsNotAltered(t *testing.T) {
	src := []byte("a\r\nb\x00\n\n```\nc")
	before := string(src)
	Parse(src, Options{Typography: true})
	if string(src) != before {
		t.Errorf("%q", src)
	}
}

// Href writes addresses so that they can stand in an attribute and a browser reads the same.
func TestHref(t *testing.T) {
	for in, want := range map[string]string{
		"https://a.se/å ä?q=100%&x=%C3%A5#b": "https://a.se/%C3%A5%20%C3%A4?q=100%25&x=%C3%A5#b", `a"b<c>`: "a%22b%3Cc%3E", "a[1]": "a[1]", "": "",
	} {
		if got := model.EncodeAddress(in); got != want {
			t.Errorf("EncodeAddress(%q) = %q, want %q", in, got, want)
		}
		if got := model.EncodeAddress(want); got != want {
			t.Errorf("EncodeAddress(%q) = %q: not the same twice", want, got)
		}
	}
}
