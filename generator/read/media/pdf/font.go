package pdf

import (
	"strings"
	"unicode/utf16"
)

// font tells what the bytes of a text stand for.
type font struct {
	wide    bool              // two bytes a character
	unicode map[uint32]string // what the font says itself
	named   map[uint32]string // characters of a simple font that have other numbers than usual
	widths  map[uint32]number // of characters, in thousandths of the font's size
	width   number            // of the others
}

// fontNamed is a font of the page's, read once. It is nil where there is none.
func (r *reader) fontNamed(key object, resources dict) *font {
	named, _ := key.(name)
	fonts, _ := r.resolve(resources["Font"]).(dict)
	at, isRef := fonts[named].(ref)
	if known, ok := r.fonts[at]; isRef && ok {
		return known
	}
	d, ok := r.resolve(fonts[named]).(dict)
	if !ok {
		return nil
	}
	kind, _ := r.resolve(d["Subtype"]).(name)
	f := &font{wide: kind == "Type0", named: r.differences(d)}
	f.widths, f.width = r.widths(d, f.wide)
	if s, ok := r.resolve(d["ToUnicode"]).(stream); ok {
		if cmap, ok := r.decode(s); ok {
			f.unicode = r.readCMap(cmap)
		}
	}
	if isRef {
		r.fonts[at] = f
	}
	return f
}

// differences are the characters that matter here and that a simple font numbers in its own way (9.6.6).
func (r *reader) differences(d dict) map[uint32]string {
	encoding, _ := r.resolve(d["Encoding"]).(dict)
	list, _ := r.resolve(encoding["Differences"]).(array)
	signs := map[name]string{
		"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
		"hyphen": "-", "plus": "+", "minus": "−", "endash": "–", "space": " ", "period": ".", "comma": ",", "colon": ":", "slash": "/",
	}
	found := map[uint32]string{}
	code := uint32(0)
	for _, o := range list {
		switch v := r.resolve(o).(type) {
		case number:
			code = uint32(max(0, v))
		case name:
			sign, known := signs[v]
			if !known && len(v) == 1 {
				sign, known = string(v), true
			}
			if !known {
				sign = "\ufffd"
			}
			found[code] = sign
			code++
		}
	}
	return found
}

// text is what a shown string says, and how wide it is, in thousandths of the font's size.
func (f *font) text(t text) (said string, width number) {
	var b strings.Builder
	step := 1
	if f.wide {
		step = 2
	}
	for i := 0; i+step <= len(t); i += step {
		code := uint32(t[i])
		if f.wide {
			code = code<<8 | uint32(t[i+1])
		}
		if w, ok := f.widths[code]; ok {
			width += w
		} else {
			width += f.width
		}
		switch said, ok := f.unicode[code]; {
		case ok:
			b.WriteString(said)
		case f.wide:
			b.WriteString("\ufffd")
		case f.named[code] != "":
			b.WriteString(f.named[code])
		default:
			b.WriteRune(winAnsi(byte(code)))
		}
	}
	return b.String(), width
}

// winAnsi is a character of WinAnsiEncoding (annex D.2): Latin-1, but for a range.
func winAnsi(c byte) rune {
	if c >= 0x80 && c < 0xa0 {
		return []rune("€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ")[c-0x80]
	}
	return rune(c)
}

// maxRange is how many characters one line of a map may stand for.
const maxRange = 1 << 16

// readCMap reads what a font says that its characters stand for (9.10.3).
func (r *reader) readCMap(data []byte) map[uint32]string {
	m := map[uint32]string{}
	l := &lexer{data: data}
	var operands []object
	for l.at < len(l.data) && r.work > 0 {
		before := l.at
		o, err := l.object(0)
		r.work -= l.at - before + 1
		if err != nil {
			l.at = max(l.at, before+1)
			l.skip()
			continue
		}
		word, isWord := o.(keyword)
		if !isWord {
			operands = append(operands, o)
			continue
		}
		switch word {
		case "endbfchar":
			for i := 0; i+1 < len(operands); i += 2 {
				from, _ := operands[i].(text)
				to, _ := operands[i+1].(text)
				m[codeOf(from)] = decodeUTF16(to, 1, 0)
			}
		case "endbfrange":
			r.ranges(m, operands)
		}
		operands = operands[:0]
	}
	return m
}

// ranges takes lines of three: from, to, and what the first, or each, stands for.
func (r *reader) ranges(m map[uint32]string, operands []object) {
	for i := 0; i+2 < len(operands); i += 3 {
		from, ok := operands[i].(text)
		to, ok2 := operands[i+1].(text)
		if !ok || !ok2 {
			continue
		}
		first, last := codeOf(from), codeOf(to)
		if last < first || last-first >= maxRange {
			continue
		}
		r.work -= int(last - first)
		switch said := operands[i+2].(type) {
		case text:
			base := utf16.Decode(unitsOf(said))
			for code := first; code <= last && len(base) > 0; code++ {
				m[code] = string(base[:len(base)-1]) + string(base[len(base)-1]+rune(code-first))
			}
		case array:
			for n, o := range said {
				if t, ok := o.(text); ok && uint32(n) <= last-first {
					m[first+uint32(n)] = decodeUTF16(t, 1, 0)
				}
			}
		}
	}
}

func codeOf(t text) uint32 {
	code := uint32(0)
	for _, c := range t[:min(len(t), 4)] {
		code = code<<8 | uint32(c)
	}
	return code
}

func unitsOf(t text) []uint16 {
	var units []uint16
	for ; len(t) >= 2; t = t[2:] {
		units = append(units, uint16(t[0])<<8|uint16(t[1]))
	}
	return units
}
