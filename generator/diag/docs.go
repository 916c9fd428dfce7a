package diag

import "strings"

const docsHead = "# Diagnostics\n\n" +
	"Everything that `build` and `check` can find wrong with content, settings or a theme, by its code. The code stands in brackets after the\n" +
	"message. An error stops the build; a warning does not, unless `--strict` is given. Words in braces stand for the author's own.\n\n" +
	"Allt som `build` och `check` kan anmärka på i innehåll, inställningar eller tema, efter kod. Koden står inom hakparentes efter\n" +
	"meddelandet. Ett fel stoppar publiceringen; en varning gör det inte, om inte `--strict` anges. Ord inom klammer står för\n" +
	"författarens egna.\n\n" +
	"This file is made from the program's own catalogue by `go test ./generator/diag -update`.\n"

// Docs is the text of docs/diagnostics.md: a table of codes for each area, with what they say and why, in both languages.
func Docs() string {
	var b strings.Builder
	b.WriteString(docsHead)
	for _, area := range areas() {
		if len(area.entries) == 0 {
			continue
		}
		b.WriteString("\n## " + area.title.EN)
		if area.title.SV != area.title.EN {
			b.WriteString(" · " + area.title.SV)
		}
		b.WriteString("\n\n| code | | message | why, and what to do |\n| --- | --- | --- | --- |\n")
		for _, e := range area.entries {
			b.WriteString("| `" + string(e.Code) + "` | " + e.Severity.String() + " | " +
				tableCell(e.Message.EN) + "<br>" + tableCell(e.Message.SV) + " | " +
				tableCell(e.Why.EN) + "<br>" + tableCell(e.Why.SV) + " |\n")
		}
	}
	return b.String()
}

// tableCell makes a text safe in a cell of a Markdown table.
func tableCell(s string) string {
	return strings.NewReplacer("|", `\|`, "\n", " ", "*", `\*`, "<", "&lt;", "`", "\\`", `\`, `\\`).Replace(s)
}
