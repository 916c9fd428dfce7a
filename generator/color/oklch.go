package color

import "math"

// LCh is a colour of OKLCH, in which equal steps look equal: https://www.w3.org/TR/css-color-4/#ok-lab, after
// https://bottosson.github.io/posts/oklab/.
type LCh struct {
	L float64 // lightness, 0 to 1
	C float64 // chroma, from 0 for grey to some 0.32
	H float64 // hue, in radians
}

// LCh is the colour in OKLCH.
func (c RGB) LCh() LCh {
	r, g, b := linear(c.R), linear(c.G), linear(c.B)
	l := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*b)
	m := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*b)
	s := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*b)
	x := 1.9779984951*l - 2.4285922050*m + 0.4505937099*s
	y := 0.0259040371*l + 0.7827717662*m - 0.8086757660*s
	return LCh{L: 0.2104542553*l + 0.7936177850*m - 0.0040720468*s, C: math.Hypot(x, y), H: math.Atan2(y, x)}
}

// RGB is the colour of sRGB of the same lightness and hue. Where there is none so colourful, it has as much chroma as there is.
func (c LCh) RGB() RGB {
	c.L = min(max(c.L, 0), 1)
	if in, ok := c.inside(); ok {
		return in
	}
	low, high := 0.0, c.C
	for range 24 { // halves the doubt each time, to far below what eight bits can tell
		middle := (low + high) / 2
		if _, ok := (LCh{c.L, middle, c.H}).inside(); ok {
			low = middle
		} else {
			high = middle
		}
	}
	in, _ := LCh{c.L, low, c.H}.inside()
	return in
}

// inside is the colour in sRGB, and whether it is one of sRGB.
func (c LCh) inside() (RGB, bool) {
	x, y := c.C*math.Cos(c.H), c.C*math.Sin(c.H)
	l := cube(c.L + 0.3963377774*x + 0.2158037573*y)
	m := cube(c.L - 0.1055613458*x - 0.0638541728*y)
	s := cube(c.L - 0.0894841775*x - 1.2914855480*y)
	r, inR := encoded(4.0767416621*l - 3.3077115913*m + 0.2309699292*s)
	g, inG := encoded(-1.2684380046*l + 2.6097574011*m - 0.3413193965*s)
	b, inB := encoded(-0.0041960863*l - 0.7034186147*m + 1.7076147010*s)
	return RGB{r, g, b}, inR && inG && inB
}

func cube(x float64) float64 { return x * x * x }

// linear is a part of a colour in proportion to its light (IEC 61966-2-1).
func linear(v uint8) float64 {
	s := float64(v) / 255
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}

// encoded is the inverse, and whether the part can be shown at all: half a step of the eight bits is let pass, as it is
// rounded away.
func encoded(v float64) (uint8, bool) {
	s := v * 12.92
	if v > 0.0031308 {
		s = 1.055*math.Pow(v, 1/2.4) - 0.055
	}
	rounded := math.Round(s * 255)
	return uint8(min(max(rounded, 0), 255)), rounded >= 0 && rounded <= 255
}

// Nearest is the colour that passes a test and looks nearest to c, of those that differ from it in lightness alone; of two that are
// equally near the darker. It is false where there is none.
func Nearest(c RGB, passes func(RGB) bool) (RGB, bool) {
	if passes(c) {
		return c, true
	}
	from := c.LCh()
	const step = 1.0 / 1024 // finer than eight bits can show
	for d := step; d <= 1; d += step {
		for _, l := range []float64{from.L - d, from.L + d} {
			if l < 0 || l > 1 {
				continue
			}
			if near := (LCh{l, from.C, from.H}).RGB(); passes(near) {
				return near, true
			}
		}
	}
	return RGB{}, false
}
