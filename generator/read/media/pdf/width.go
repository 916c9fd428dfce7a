package pdf

// usualWidth is how wide a character is taken for whose font does not say, in thousandths of the font's size.
const usualWidth = 500

// widths are how wide the characters of a font are, in thousandths of its size, as far as it says (ISO 32000-1, 9.7.4.3 and
// 9.2.4). They tell a move to the next letter from one to the next word.
func (r *reader) widths(d dict, wide bool) (by map[uint32]number, otherwise number) {
	by, otherwise = map[uint32]number{}, usualWidth
	if !wide {
		first, _ := r.resolve(d["FirstChar"]).(number)
		list, _ := r.resolve(d["Widths"]).(array)
		r.eachWidth(by, uint32(max(0, first)), list)
		return by, otherwise
	}
	below, _ := r.resolve(d["DescendantFonts"]).(array)
	if len(below) == 0 {
		return by, 1000
	}
	d, _ = r.resolve(below[0]).(dict)
	otherwise = 1000
	if w, ok := r.resolve(d["DW"]).(number); ok {
		otherwise = w
	}
	list, _ := r.resolve(d["W"]).(array)
	for i := 0; i+1 < len(list); {
		first, _ := r.resolve(list[i]).(number)
		if each, ok := r.resolve(list[i+1]).(array); ok {
			r.eachWidth(by, uint32(max(0, first)), each)
			i += 2
			continue
		}
		if i+2 >= len(list) {
			break
		}
		last, _ := r.resolve(list[i+1]).(number)
		width, _ := r.resolve(list[i+2]).(number)
		for code := max(0, first); code <= last && code < first+maxRange && r.work > 0; code++ {
			by[uint32(code)] = width
			r.work--
		}
		i += 3
	}
	return by, otherwise
}

func (r *reader) eachWidth(by map[uint32]number, first uint32, list array) {
	r.work -= len(list)
	for n, o := range list {
		if w, ok := r.resolve(o).(number); ok && n < maxRange {
			by[first+uint32(n)] = w
		}
	}
}

// pen is where text is being written: on which line, and how far the last letter has brought it from where the line was begun.
type pen struct {
	x, y    number // where the line begins, in the page's units
	scale   number // of the text's units in those of the page
	size    number // of the font
	advance number // in the text's units
}

// gap is how much of a letter's size stands between the last letter and a place on the line, in the text's units from its
// beginning.
func (p *pen) gap(x number) number {
	if p.size == 0 {
		return 1
	}
	return (x - p.advance) / p.size
}

// The least gaps that part words and columns, in letters' sizes.
const (
	wordGap   = 0.15
	columnGap = 1
)

// move takes the pen to a place seen from where the line began, as Td does; it tells what that parts: lines, columns, words, nothing.
func (p *pen) move(x, y number) (parts string) {
	gap := p.gap(x)
	p.advance = 0
	p.x += x * p.scale
	p.y += y * p.scale
	if y != 0 {
		return "\n"
	}
	return partedBy(gap)
}

// set takes the pen to a place on the page, as Tm does.
func (p *pen) set(scale, x, y number) (parts string) {
	same := y == p.y && scale == p.scale && p.scale != 0
	gap := number(0)
	if same {
		gap = p.gap((x - p.x) / p.scale)
	}
	p.x, p.y, p.scale, p.advance = x, y, scale, 0
	if !same {
		return "\n"
	}
	return partedBy(gap)
}

// partedBy tells what a gap parts: the columns of a table, words, or nothing.
func partedBy(gap number) string {
	switch {
	case gap > columnGap || gap < -1:
		return "\t"
	case gap > wordGap:
		return " "
	}
	return ""
}
