package theme

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"

	"growthportal/generator/color"
	"growthportal/generator/diag"
)

// weak is a pair with too little contrast in one scheme.
type weak struct {
	pair
	dark  bool
	ratio float64
}

// lack is how far the pair is from what it needs: 1 for just enough, less for too little.
func (w weak) lack() float64 { return w.ratio / w.need }

// code tells the scheme.
func (w weak) code() diag.Code {
	if w.dark {
		return diag.LowContrastDark
	}
	return diag.LowContrast
}

// at is the diagnostic at a place.
func (w weak) at(place diag.Place) diag.Diagnostic {
	floor := math.Floor(w.ratio*100) / 100 // 4.499 is not 4.50
	return w.code().At(place, w.front.text, w.ground.text, fmt.Sprintf("%.2f", floor), fmt.Sprintf("%g", w.need))
}

// weak lists the pairs that have too little contrast for a site with that brand, in their order, light before dark.
func (p palette) weak(brand map[string]color.RGB) []weak {
	var list []weak
	for _, q := range p.pairs {
		frontLight, frontDark := p.roles[q.front.text].in(brand)
		groundLight, groundDark := p.roles[q.ground.text].in(brand)
		for _, w := range []weak{
			{q, false, color.Contrast(frontLight, groundLight)}, {q, true, color.Contrast(frontDark, groundDark)},
		} {
			if w.ratio < w.need {
				list = append(list, w)
			}
		}
	}
	return list
}

// checkContrast reports colours that cannot be told from what they stand on. What comes from the site's brand is told at its place
// in config.yaml, once for each of its colours, with the weakest pair and the nearest colour that would do for all; what is the
// theme's own, and what no colour of the site's could mend, at the pair.
func (l *loader) checkContrast(p palette) {
	brand := l.brandColors()
	of := map[string][]weak{}
	for _, w := range p.weak(brand) {
		name := p.brandOf(w.pair, brand)
		of[name] = append(of[name], w)
	}
	own := of[""]
	for _, b := range l.Brand {
		list := of[b.Name]
		if len(list) == 0 {
			continue
		}
		near, ok := p.nearest(b.Name, brand)
		if !ok {
			own = append(own, list...)
			continue
		}
		worst := slices.MinFunc(list, func(a, b weak) int { return cmp.Compare(a.lack(), b.lack()) })
		l.report(worst.at(b.Place).With(diag.WriteSo, `"`+near.String()+`"`))
	}
	for _, w := range own {
		l.report(w.at(w.front.place))
	}
}

// brandColors are the site's own colours by name.
func (l *loader) brandColors() map[string]color.RGB {
	brand := map[string]color.RGB{}
	for _, b := range l.Brand {
		if c, ok := color.Parse(b.Value); ok {
			brand[b.Name] = c
		}
	}
	return brand
}

// brandOf is the site's colour that a pair depends on: that of the front, else that of the ground; "" for none.
func (p palette) brandOf(q pair, brand map[string]color.RGB) string {
	for _, role := range []named{q.front, q.ground} {
		from := p.roles[role.text].from
		if _, ok := brand[from]; ok {
			return from
		}
	}
	return ""
}

// nearest is the colour nearest to one of the brand's with which every pair that depends on it has its contrast.
func (p palette) nearest(name string, brand map[string]color.RGB) (color.RGB, bool) {
	return color.Nearest(brand[name], func(c color.RGB) bool {
		tried := maps.Clone(brand)
		tried[name] = c
		for _, w := range p.weak(tried) {
			if p.brandOf(w.pair, tried) == name {
				return false
			}
		}
		return true
	})
}
