package color

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func hex(t *testing.T, s string) RGB {
	c, ok := Parse(s)
	if !ok {
		t.Fatalf("%q is no colour", s)
	}
	return c
}

// The ratios are those that everybody's tools give: white on black is 21, #767676 the lightest grey for text on white.
func TestContrast(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"#fff", "#000", 21}, {"#000000", "#ffffff", 21}, {"#123456", "#123456", 1}, {"#767676", "#fff", 4.54}, {"#777", "#fff", 4.48},
		{"#00f", "#fff", 8.59}, {"#f00", "#fff", 4}, {"#0b5a66", "#fff", 7.87},
	} {
		if got := Contrast(hex(t, c.a), hex(t, c.b)); math.Abs(got-c.want) > 0.005 {
			t.Errorf("%s on %s: %.3f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

// The values are those of CSS Color 4's own conversion: oklch() of the primaries.
func TestLCh(t *testing.T) {
	for _, c := range []struct {
		color   string
		l, c, h float64 // hue in degrees
	}{
		{"#ff0000", 0.628, 0.2577, 29.23}, {"#00ff00", 0.8664, 0.2948, 142.5}, {"#0000ff", 0.452, 0.3132, 264.05}, {"#ffffff", 1, 0, 0}, {"#000000", 0, 0, 0},
	} {
		got := hex(t, c.color).LCh()
		hue := math.Mod(got.H*180/math.Pi+360, 360)
		if math.Abs(got.L-c.l) > 0.001 || math.Abs(got.C-c.c) > 0.001 || c.c > 0 && math.Abs(hue-c.h) > 0.1 {
			t.Errorf("%s is %.4f %.4f %.2f", c.color, got.L, got.C, hue)
		}
	}
}

func colors() *rapid.Generator[RGB] {
	return rapid.Custom(func(t *rapid.T) RGB {
		return RGB{rapid.Uint8().Draw(t, "r"), rapid.Uint8().Draw(t, "g"), rapid.Uint8().Draw(t, "b")}
	})
}

// A colour survives being written, and being looked at in OKLCH.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := colors().Draw(t, "colour")
		if again, ok := Parse(c.String()); !ok || again != c {
			t.Errorf("%v is written %s", c, c)
		}
		if again := c.LCh().RGB(); again != c {
			t.Errorf("%v becomes %v", c, again)
		}
	})
}

// What lies outside of sRGB keeps its lightness, as far as eight bits can tell, which is little near black.
func TestInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := LCh{rapid.Float64Range(0.3, 1).Draw(t, "l"), rapid.Float64Range(0, 0.4).Draw(t, "c"), rapid.Float64Range(-3.2, 3.2).Draw(t, "h")}
		if got := c.RGB().LCh(); math.Abs(got.L-c.L) > 0.006 {
			t.Errorf("%v becomes %v", c, got)
		}
	})
}

// The nearest colour passes, and no lightness between it and the colour does. On any ground there is one for text.
func TestNearest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, ground := colors().Draw(t, "colour"), colors().Draw(t, "ground")
		passes := func(c RGB) bool { return Contrast(c, ground) >= 4.5 }
		near, ok := Nearest(c, passes)
		if !ok || !passes(near) {
			t.Fatalf("%v on %v: %v, %v", c, ground, near, ok)
		}
		if passes(c) && near != c {
			t.Errorf("%v would do and is made %v", c, near)
		}
		from, to := c.LCh(), near.LCh().L
		if to < 0.3 || from.L < 0.3 {
			return // near black, eight bits are too few for comparisons
		}
		for part := 0.02; part < 0.97; part += 0.05 {
			if between := (LCh{from.L + (to-from.L)*part, from.C, from.H}).RGB(); between != near && math.Abs(between.LCh().L-to) > 0.004 && passes(between) {
				t.Errorf("%v on %v: %v is nearer than %v", c, ground, between, near)
			}
		}
	})
	if _, ok := Nearest(RGB{}, func(RGB) bool { return false }); ok {
		t.Error("there is a colour that passes nothing")
	}
}
