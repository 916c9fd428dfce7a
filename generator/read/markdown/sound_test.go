package markdown

import (
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"growthportal/generator/locale"
)

// pieces are what texts are made of, each the beginning, the middle or the end of something.
var pieces = []string{
	"\n", "\n", "\n\n", "\n\n", " ", "  ", "    ", "\t", "a", "ord", "Åsa", "1", "1. ", "- ", "* ", "+ ", "> ", "# ", "## ", "###", "---", "===", "***",
	"*", "**", "_", "__", "~~", "`", "``", "```", "~~~", "[", "]", "(", ")", "[a]", "[a](b.md)", "![", "![a](b.jpg)", "![a](b.jpg \"Text. Foto: Å\")",
	"](x)", "](<", "](", " \"t\")", "[a]: /u", "[a][b]", "[^1]", "[^1]: ", "[^2]", "[^2]: not", "^", "!", "<", ">", "<a>", "<b>", "</b>", "<div>", "</div>",
	"<p>", "</p>", "<a href=\"x\">", "</a>", "<a href='javascript:x'>", "<img src=x alt=y>", "<img src=\"", "<table>", "<td>", "</td>", "</table>", "<li>", "</ul>",
	"<script>", "</script>", "<style>", "<textarea>", "<h2 id=a>", "<b id=b>", "<a name=c>", "<i id=b>", "</h2>", "<pre>\n", "<br>", "<!--", "-->", "<!-- x -->", "<?", "?>", "<![CDATA[", "]]>", "<!DOCTYPE",
	"|", " | ", "|-", "|:-:|", "|---|---|", "Tabell: x", "Table: y\n", "\\", "\\\n", "&", "&amp;", "&#", "&#10;", "&#xFDD0;1&#xFDD1;", "\uFDD01\uFDD1", ";", ":", ": ", "\n: ",
	":::", "::: {lang=en}", "\n::: {lang=ar}\n", "\n:::\n", "{lang=en}", "]{lang=fi}", "]{.x}", "{", "}", " {#a}", " {#b}\n", "– ", "— ", "-\u00A0", "\"", "'", "http://a.se", "https://", "www.a.se",
	"a@b.se", "<https://a.se>", "<a@b.se>", "javascript:", "[x](javascript:y)", "[x](//a.se)", "[x]()", "[ ] ", "[x] ", "\x00", "\xff", "\r\n", "\r", "\u00AD", "\u2028",
	"section", "fn", "\n# fn 1\n", "## Rubrik\n", "säger hon", ", säger Anna Berg.", "- Ja, säger Anna Berg.\n", "38000 kr", "...",
}

// Whatever a text is made of, what comes out is sound. Texts of pieces of markup find in seconds what random bytes do
// not find in hours.
func TestAnyTextIsSound(t *testing.T) {
	text := rapid.Map(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40), func(p []string) string { return strings.Join(p, "") })
	rounds := 30
	if os.Getenv("GROWTHPORTAL_FULL_TESTS") == "1" {
		rounds = 1000
	}
	for range rounds {
		rapid.Check(t, func(rt *rapid.T) {
			src := text.Draw(rt, "text")
			opt := Options{
				File: "a.md", FirstLine: rapid.SampledFrom([]int{0, 1, 7}).Draw(rt, "line"), Lang: rapid.SampledFrom(locale.Langs()).Draw(rt, "lang"),
				HTML: rapid.SampledFrom([]HTMLMode{Forbid, Clean}).Draw(rt, "html"), Typography: rapid.Bool().Draw(rt, "typography"),
			}
			sound(rt, src, opt)
		})
	}
}
