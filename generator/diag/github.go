package diag

import (
	"bufio"
	"fmt"
	"io"
	"path"
	"strings"

	"growthportal/generator/locale"
)

// WriteGitHub writes diagnostics as workflow commands, which GitHub Actions and Forgejo Actions show beside the lines of a change
// (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands). below is the source folder's path from the top
// of the repository, with "/"; "" or "." for the top itself.
func WriteGitHub(w io.Writer, list []Diagnostic, lang locale.Lang, below string) error {
	out := bufio.NewWriter(w)
	for _, d := range list {
		text := d.Message(lang)
		if hint := d.HintText(lang); hint != "" {
			text += "; " + hint
		}
		place := ""
		if d.File != "" {
			place = "file=" + commandProperty(path.Join(below, d.File)) + ","
		}
		if d.Line > 0 {
			place += fmt.Sprintf("line=%d,col=%d,", d.Line, d.Column)
			if d.EndColumn > d.Column {
				place += fmt.Sprintf("endColumn=%d,", d.EndColumn-1) // the last one, here
			}
		}
		fmt.Fprintf(out, "::%s %stitle=%s::%s\n", d.Severity, place, commandProperty(string(d.Code)), commandText(text))
	}
	return out.Flush()
}

// commandText escapes what ends a workflow command; commandProperty also what parts its properties.
func commandText(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func commandProperty(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}
