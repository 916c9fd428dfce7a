package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"growthportal/generator/diag"
)

// captionTables finds the captions of tables: a paragraph just before a table that begins with "Tabell:" or "Table:".
// The word is left out, since a caption is one already.
func (d *draft) captionTables() {
	d.captions = map[ast.Node]ast.Node{}
	for _, table := range d.find(east.KindTable) {
		d.checkRows(table)
		p := table.PreviousSibling()
		if p == nil || p.Kind() != ast.KindParagraph && p.Kind() != ast.KindTextBlock {
			continue
		}
		first, ok := p.FirstChild().(*ast.Text)
		if !ok {
			continue
		}
		text := d.textOf(first)
		word, caption, found := strings.Cut(text, ":")
		if found && (strings.EqualFold(word, "tabell") || strings.EqualFold(word, "table")) && strings.HasPrefix(caption, " ") {
			d.captions[table] = p
			d.captions[p] = table
			d.set[first] = strings.TrimLeft(caption, " ")
		}
	}
}

// checkRows reports the cells of a row that no column takes: GFM leaves them out.
func (d *draft) checkRows(table ast.Node) {
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		last := row.LastChild()
		if last == nil || last.Lines().Len() == 0 || row.Kind() != east.KindTableRow {
			continue
		}
		taken := last.Lines().At(0).Stop
		start, end := d.trimmed(taken, d.lineEnd(taken))
		for start < end && (d.src[start] == '|' || d.src[start] == ' ' || d.src[start] == '\t') {
			start++
		}
		if start < end {
			d.report(diag.ExtraCells, start, end)
		}
	}
}

// isCaption tells whether a paragraph is written with its table.
func (d *draft) isCaption(paragraph ast.Node) bool { return d.captions[paragraph] != nil }

// renderTable writes a table in a region of its own, which scrolls where the table is too wide and can be reached by
// keyboard; such a region needs a name (WCAG 2.1.1 and 4.1.2): the table's caption, or its number.
func renderTable(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		if n.ChildCount() > 1 {
			d.html("</tbody>\n")
		}
		d.html("</table>\n</div>\n")
		d.plain.end()
		return ast.WalkContinue
	}
	d.tables++
	number := strconv.Itoa(d.tables)
	caption := d.captions[n]
	if caption == nil {
		d.html(`<div class="table" role="region" tabindex="0" aria-label="` + d.words.table + number + "\">\n<table>\n")
		return ast.WalkContinue
	}
	id := d.opt.Prefix + "table:" + number
	d.ids = append(d.ids, id)
	d.html(`<div class="table" role="region" tabindex="0" aria-labelledby="` + id + "\">\n<table>\n" + `<caption id="` + id + `">`)
	for c := caption.FirstChild(); c != nil; c = c.NextSibling() {
		d.renderNode(c)
	}
	d.html("</caption>\n")
	d.plain.end()
	return ast.WalkContinue
}

func renderTableHeader(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		d.html("<thead>\n<tr>\n")
		return ast.WalkContinue
	}
	d.html("</tr>\n</thead>\n")
	if n.NextSibling() != nil {
		d.html("<tbody>\n")
	}
	d.plain.end()
	return ast.WalkContinue
}

func renderTableRow(d *draft, _ ast.Node, entering bool) ast.WalkStatus {
	if entering {
		d.html("<tr>\n")
	} else {
		d.html("</tr>\n")
		d.plain.end()
	}
	return ast.WalkContinue
}

// renderTableCell writes a cell. An empty cell in the header heads nothing and is a plain one; how a column is aligned
// is for the style sheet.
func renderTableCell(d *draft, n ast.Node, entering bool) ast.WalkStatus {
	tag, scope := "td", ""
	if n.Parent().Kind() == east.KindTableHeader && n.FirstChild() != nil {
		tag, scope = "th", ` scope="col"`
	}
	if !entering {
		d.html("</" + tag + ">\n")
		d.plain.space()
		return ast.WalkContinue
	}
	d.html("<" + tag + scope)
	if align := n.(*east.TableCell).Alignment; align != east.AlignNone {
		d.html(` class="align-` + align.String() + `"`)
	}
	d.html(">")
	return ast.WalkContinue
}
