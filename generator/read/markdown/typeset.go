package markdown

// typeset hands the text of every paragraph to the typography of its language.
func (d *draft) typeset() {}

// setLine sets a line that stands for itself, as a caption.
func (d *draft) setLine(text string) string { return text }
