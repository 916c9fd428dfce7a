package card

import (
	"fmt"
	"image"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// setter sets lines in one font and size. It is not safe for concurrent use.
type setter struct {
	face font.Face
	size int
}

func newSetter(f *opentype.Font, size int) (*setter, error) {
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: float64(size), DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		return nil, fmt.Errorf("setting in %d pixels: %w", size, err)
	}
	return &setter{face, size}, nil
}

// shown is a text as the fonts have it: a no-break space of whatever width is a space, and what only joins or parts
// letters is left out.
func shown(text string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u00ad", "", "\u2060", "", "\u200b", "", "\u2011", "-").Replace(text)
}

// width is how wide a text is, in pixels.
func (s *setter) width(text string) int { return font.MeasureString(s.face, shown(text)).Ceil() }

// fit is a text, or its beginning with an ellipsis, no wider than width.
func (s *setter) fit(text string, width int) string {
	if s.width(text) <= width {
		return text
	}
	letters := []rune(text)
	for n := len(letters) - 1; n > 0; n-- {
		if cut := strings.TrimRight(string(letters[:n]), " \u00a0,;:–-") + "\u00a0…"; s.width(cut) <= width {
			return cut
		}
	}
	return ""
}

// lines breaks a text into lines no wider than width. It breaks at spaces, and never at those that are not to be broken
// at: "16 maj", "§ 7". whole tells that no word had to be broken as well.
func (s *setter) lines(text string, width int) (lines []string, whole bool) {
	whole = true
	for word := range strings.SplitSeq(text, " ") {
		if word == "" {
			continue
		}
		if n := len(lines); n > 0 && s.width(lines[n-1]+" "+word) <= width {
			lines[n-1] += " " + word
			continue
		}
		for s.width(word) > width {
			whole = false
			n := s.most(word, width)
			lines = append(lines, word[:n])
			word = word[n:]
		}
		lines = append(lines, word)
	}
	return lines, whole
}

// most is how many bytes of a word fit into width; those of one letter at least.
func (s *setter) most(word string, width int) int {
	last := len(word)
	for i := range word {
		if i > 0 && s.width(word[:i]) > width {
			break
		}
		if i > 0 {
			last = i
		}
	}
	return last
}

// line sets a line with its left end and its baseline at a place, and tells how wide it is.
func (s *sheet) line(with *setter, ink ink, text string, x, baseline int) int {
	text = shown(text)
	width := font.MeasureString(with.face, text).Ceil()
	box := image.Rect(x, baseline-with.size*5/4, x+width+4, baseline+with.size/2)
	mask := image.NewAlpha(box)
	d := font.Drawer{Dst: mask, Src: image.Opaque, Face: with.face, Dot: fixed.P(x, baseline)}
	d.DrawString(text)
	s.stamp(mask, ink)
	return width
}
