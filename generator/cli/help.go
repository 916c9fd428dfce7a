package cli

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/alecthomas/kong"
	"golang.org/x/term"
)

// helpWidth is how wide help is where it is not written on a terminal, and the most that it ever is.
const (
	helpWidth    = 80
	maxHelpWidth = 120
)

// showHelp writes the help of the program or of one command, in the user's language. (Kong's own has English headings.)
func (s *session) showHelp(_ kong.HelpOptions, ctx *kong.Context) error {
	h := helpPage{session: s, w: ctx.Stdout, width: widthOf(ctx.Stdout)}
	node := ctx.Selected()
	if node == nil {
		h.app(ctx.Model)
	} else {
		h.command(ctx.Model, node)
	}
	return h.err
}

// helpPage writes one page of help.
type helpPage struct {
	*session
	w     io.Writer
	width int
	err   error // the first
}

func (h *helpPage) line(text string) {
	if _, err := fmt.Fprintln(h.w, text); h.err == nil && err != nil {
		h.err = fmt.Errorf("writing help: %w", err)
	}
}

func (h *helpPage) app(app *kong.Application) {
	h.line(h.say("usage", app.Name+" "+h.say("usageCommand")))
	h.about(app.Help)
	h.flags(app.Node)
	h.line("\n" + h.say("usageCommands"))
	var rows [][2]string
	for _, n := range app.Leaves(true) {
		rows = append(rows, [2]string{usageOf(n), n.Help})
	}
	h.columns(rows)
	h.line("\n" + h.say("usageMore", app.Name))
}

func (h *helpPage) command(app *kong.Application, n *kong.Node) {
	h.line(h.say("usage", app.Name+" "+usageOf(n)+" "+h.say("usageFlagsWord")))
	h.about(n.Help)
	if len(n.Positional) > 0 {
		h.line("\n" + h.say("usageArguments"))
		var rows [][2]string
		for _, v := range n.Positional {
			rows = append(rows, [2]string{argument(v), v.Help})
		}
		h.columns(rows)
	}
	h.flags(n)
}

// about is what the program or a command is for.
func (h *helpPage) about(text string) {
	h.line("")
	for _, row := range wrap(text, h.width) {
		h.line(row)
	}
}

func (h *helpPage) flags(n *kong.Node) {
	h.line("\n" + h.say("usageFlags"))
	var rows [][2]string
	for _, group := range n.AllFlags(true) {
		for _, f := range group {
			rows = append(rows, [2]string{flagName(f), f.Help})
		}
	}
	h.columns(rows)
}

// columns writes names and what they mean beside them.
func (h *helpPage) columns(rows [][2]string) {
	wide := 0
	for _, r := range rows {
		if n := len([]rune(r[0])); n <= h.width/2 {
			wide = max(wide, n)
		}
	}
	pad := strings.Repeat(" ", wide+4)
	for _, r := range rows {
		name := "  " + r[0]
		if n := len([]rune(name)); n < len(pad) {
			name += pad[n:]
		} else {
			h.line(name)
			name = pad
		}
		for _, text := range wrap(r[1], h.width-len(pad)) {
			h.line(name + text)
			name = pad
		}
	}
}

// usageOf is a command with what must follow it: "init DIR".
func usageOf(n *kong.Node) string {
	text := n.Name
	for _, v := range n.Positional {
		text += " " + argument(v)
	}
	return text
}

func argument(v *kong.Value) string {
	name := v.Tag.PlaceHolder
	if name == "" {
		name = strings.ToUpper(v.Name)
	}
	if !v.Required {
		return "[" + name + "]"
	}
	return name
}

// flagName is a flag as it is written: "--destination=DIR".
func flagName(f *kong.Flag) string {
	name := "--" + f.Name
	if f.Short != 0 {
		name = "-" + string(f.Short) + ", " + name
	}
	switch {
	case f.IsBool():
		return name
	case f.Tag.PlaceHolder != "":
		return name + "=" + f.Tag.PlaceHolder
	case f.HasDefault && f.Default != "":
		return name + "=" + f.Default
	}
	return name + "=" + strings.ToUpper(f.Name)
}

// wrap breaks a text into lines of at most width characters; a longer word has a line to itself.
func wrap(text string, width int) []string {
	var lines []string
	line, n := "", 0
	for word := range strings.FieldsSeq(text) {
		size := len([]rune(word))
		if n > 0 && n+1+size > width {
			lines = append(lines, line)
			line, n = "", 0
		}
		if n > 0 {
			line, n = line+" ", n+1
		}
		line, n = line+word, n+size
	}
	return append(lines, line)
}

func widthOf(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if wide, _, err := term.GetSize(int(f.Fd())); err == nil && wide >= 40 {
			return min(wide, maxHelpWidth)
		}
	}
	return helpWidth
}
