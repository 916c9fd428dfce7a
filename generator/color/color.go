// Package color knows colours as screens show them: how light and how colourful they look, and whether one can be read on
// another.
package color

import (
	"fmt"
	"strconv"
)

// RGB is a colour of sRGB, with eight bits for each part, as style sheets write it.
type RGB struct{ R, G, B uint8 }

// Parse reads "#rgb" or "#rrggbb".
func Parse(s string) (RGB, bool) {
	if len(s) != 4 && len(s) != 7 || s[0] != '#' {
		return RGB{}, false
	}
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return RGB{}, false
	}
	if len(s) == 4 {
		return RGB{uint8(n>>8&15) * 17, uint8(n>>4&15) * 17, uint8(n&15) * 17}, true
	}
	return RGB{uint8(n >> 16), uint8(n >> 8), uint8(n)}, true
}

// String writes the colour as "#rrggbb".
func (c RGB) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// Luminance is the relative luminance of WCAG 2.2, from 0 for black to 1 for white:
// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance.
func (c RGB) Luminance() float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// Contrast is the contrast ratio of WCAG 2.2 between two colours, from 1 to 21:
// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
func Contrast(a, b RGB) float64 {
	dark, light := a.Luminance(), b.Luminance()
	if dark > light {
		dark, light = light, dark
	}
	return (light + 0.05) / (dark + 0.05)
}
