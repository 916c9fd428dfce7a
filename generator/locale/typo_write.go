package locale

import "unicode/utf8"

// writeTo writes the runs' texts. A character that a rule has put in belongs
// to the run of what stands before it in its token.
func (p *para) writeTo(texts []string) {
	if !p.changed {
		return
	}
	w := runWriter{ends: p.ends, out: make([][]byte, len(texts))}
	for i, text := range texts {
		w.out[i] = make([]byte, 0, len(text)+len(text)/16+8)
	}
	from := 0 // what has been written
	for _, t := range p.tokens {
		pos, end := int(t.start), int(t.end)
		if t.text == p.source[pos:end] {
			continue
		}
		w.copy(p.source, from, pos)
		from = end
		run := w.runAt(pos)
		for _, c := range t.text {
			if was, size := utf8.DecodeRuneInString(p.source[pos:end]); size > 0 && was == c {
				run = w.runAt(pos)
				pos += size
			}
			w.out[run] = utf8.AppendRune(w.out[run], c)
		}
	}
	w.copy(p.source, from, len(p.source))
	for i := range texts {
		texts[i] = string(w.out[i])
	}
}

// A runWriter gives the pieces of a paragraph, in order, to the runs that
// they came from.
type runWriter struct {
	ends []int
	out  [][]byte
	run  int
}

// runAt returns the run that a place in the source belongs to. Places must
// not go backwards.
func (w *runWriter) runAt(pos int) int {
	for w.run < len(w.ends)-1 && pos >= w.ends[w.run] {
		w.run++
	}
	return w.run
}

// copy writes a stretch of the source.
func (w *runWriter) copy(source string, from, to int) {
	for from < to {
		run := w.runAt(from)
		stop := min(to, w.ends[run])
		w.out[run] = append(w.out[run], source[from:stop]...)
		from = stop
	}
}
