package pdf

import "strings"

// What is read of a PDF's text.
const (
	mostText  = 4 << 20 // bytes
	maxForms  = 8       // drawings inside one another
	wordSpace = -180    // a move to the right, in thousandths of the font's size, that parts words
)

// Text is what a PDF says, as far as it can be read without drawing it (ISO 32000-1, 9.4 and 9.10): the words of its pages in
// the order in which they are written, a line's end where the text moves to another line. Letters of fonts that do not tell what they
// stand for are left out, and so is the text of an encrypted file.
func Text(data []byte) string {
	f := newFile(data)
	if !f.load() || f.catalog() == nil {
		f = newFile(data)
		f.rebuild()
	}
	catalog := f.catalog()
	if catalog == nil || f.resolve(f.trailer["Encrypt"]) != nil {
		return ""
	}
	r := &reader{file: f, fonts: map[ref]*font{}}
	r.pages(catalog["Pages"], nil, 0, map[ref]bool{})
	return r.out.String()
}

// reader gathers the text of a file.
type reader struct {
	*file
	out   strings.Builder
	fonts map[ref]*font
	font  *font
	pen   pen
	forms int
}

// pages reads the pages below a node of the tree. Resources are inherited.
func (r *reader) pages(node object, resources dict, depth int, seen map[ref]bool) {
	if at, isRef := node.(ref); isRef {
		if seen[at] {
			return
		}
		seen[at] = true
	}
	page, ok := r.resolve(node).(dict)
	if !ok || depth > maxDepth || r.full() {
		return
	}
	if own, ok := r.resolve(page["Resources"]).(dict); ok {
		resources = own
	}
	if kids, ok := r.resolve(page["Kids"]).(array); ok {
		for _, kid := range kids {
			r.pages(kid, resources, depth+1, seen)
		}
		return
	}
	var content []byte
	parts, several := r.resolve(page["Contents"]).(array)
	if !several {
		parts = array{page["Contents"]}
	}
	for _, part := range parts {
		if s, ok := r.resolve(part).(stream); ok {
			if text, ok := r.decode(s); ok {
				content = append(append(content, text...), '\n')
			}
		}
	}
	r.content(content, resources)
	r.newLine()
}

func (r *reader) full() bool { return r.out.Len() > mostText || r.work <= 0 }

// content follows the operators of a page's content.
func (r *reader) content(data []byte, resources dict) {
	l := &lexer{data: data}
	var operands []object
	for l.at < len(l.data) && !r.full() {
		before := l.at
		o, err := l.object(0)
		r.work -= l.at - before + 1
		if err != nil {
			l.at = max(l.at, before+1)
			operands = operands[:0]
			l.skip()
			continue
		}
		word, isOperator := o.(keyword)
		if !isOperator {
			if operands = append(operands, o); len(operands) > 64 {
				operands = operands[:0]
			}
			continue
		}
		if word == "ID" {
			l.skipImage()
		}
		r.operator(string(word), operands, resources)
		operands = operands[:0]
	}
}

// skipImage passes over the data of an image that stands in the content.
func (l *lexer) skipImage() {
	for l.at < len(l.data) {
		if isSpace(l.data[l.at]) && strings.HasPrefix(string(l.data[l.at+1:min(l.at+4, len(l.data))]), "EI") {
			l.at += 3
			return
		}
		l.at++
	}
}

func (r *reader) operator(name string, operands []object, resources dict) {
	last := object(nil)
	if n := len(operands); n > 0 {
		last = operands[n-1]
	}
	switch name {
	case "BT":
		r.pen = pen{scale: 1, size: r.pen.size, y: r.pen.y}
	case "Tf":
		if len(operands) == 2 {
			r.font = r.fontNamed(operands[0], resources)
			r.pen.size, _ = last.(number)
		}
	case "Tj":
		r.show(last)
	case "'", "\"":
		r.newLine()
		r.show(last)
	case "TJ":
		r.showAll(last)
	case "T*":
		r.newLine()
	case "Td", "TD":
		if len(operands) >= 2 {
			x, _ := operands[len(operands)-2].(number)
			y, _ := last.(number)
			r.end(r.pen.move(x, y))
		}
	case "Tm":
		if len(operands) >= 6 {
			scale, _ := operands[len(operands)-6].(number)
			x, _ := operands[len(operands)-2].(number)
			y, _ := last.(number)
			r.end(r.pen.set(scale, x, y))
		}
	case "Do":
		r.form(last, resources)
	}
}

// showAll shows the parts of a line; a move to the right between them that is wide enough is a space.
func (r *reader) showAll(parts object) {
	list, _ := parts.(array)
	for _, part := range list {
		if move, ok := part.(number); ok {
			r.pen.advance -= move / 1000 * r.pen.size
			if move < wordSpace {
				r.end(" ")
			}
			continue
		}
		r.show(part)
	}
}

func (r *reader) show(o object) {
	if t, ok := o.(text); ok && r.font != nil {
		said, width := r.font.text(t)
		r.out.WriteString(said)
		r.pen.advance += width / 1000 * r.pen.size
	}
}

func (r *reader) newLine() { r.end("\n") }

// end parts words or lines, once.
func (r *reader) end(by string) {
	if s := r.out.String(); s != "" && by != "" && !isSpace(s[len(s)-1]) {
		r.out.WriteString(by)
	}
}

// form reads a drawing of its own.
func (r *reader) form(o object, resources dict) {
	key, ok := o.(name)
	objects, _ := r.resolve(resources["XObject"]).(dict)
	s, isStream := r.resolve(objects[key]).(stream)
	kind, _ := r.resolve(s.dict["Subtype"]).(name)
	if !ok || !isStream || kind != "Form" || r.forms >= maxForms {
		return
	}
	if own, ok := r.resolve(s.dict["Resources"]).(dict); ok {
		resources = own
	}
	if content, ok := r.decode(s); ok {
		r.forms++
		font := r.font
		r.content(content, resources)
		r.font = font
		r.forms--
	}
}
