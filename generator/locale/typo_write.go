package locale

import "unicode/utf8"

// writeTo writes the runs' texts. A character that a rule has put in belongs
// to the run of what stands before it in its token.
func (p *para) writeTo(texts []string) {
	if !p.changed {
		return
	}
	w := runWriter{para: p, texts: texts, altered: -1}
	from := 0 // what has been written
	for i := range p.tokens {
		t := &p.tokens[i]
		pos, end := int(t.start), int(t.end)
		if t.text == p.source[pos:end] {
			continue
		}
		w.copy(from, pos)
		from, w.altered = end, end
		w.goTo(pos)
		for _, c := range t.text {
			if was, size := utf8.DecodeRuneInString(p.source[pos:end]); size > 0 && was == c {
				w.goTo(pos)
				pos += size
			}
			p.out = utf8.AppendRune(p.out, c)
		}
	}
	w.copy(from, len(p.source))
	for ; w.run < len(texts); w.run++ {
		w.endRun()
	}
}

// A runWriter gives the pieces of a paragraph, in order, to the runs that
// they came from. A run in which nothing has been altered keeps its text.
type runWriter struct {
	*para
	texts   []string
	run     int
	begun   int // where the run begins in out
	altered int // where in the source the last token ends that has another text
}

// goTo goes on to the run that a place in the source belongs to. Places must
// not go backwards.
func (w *runWriter) goTo(pos int) {
	for w.run < len(w.ends)-1 && pos >= w.ends[w.run] {
		w.endRun()
		w.run++
	}
}

// endRun gives the run its text.
func (w *runWriter) endRun() {
	if w.altered > w.ends[w.run]-len(w.texts[w.run]) {
		w.texts[w.run] = string(w.out[w.begun:])
	}
	w.begun = len(w.out)
}

// copy writes a stretch of the source.
func (w *runWriter) copy(from, to int) {
	for from < to {
		w.goTo(from)
		stop := min(to, w.ends[w.run])
		w.out = append(w.out, w.source[from:stop]...)
		from = stop
	}
}
