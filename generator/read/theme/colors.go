package theme

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"growthportal/generator/color"
	"growthportal/generator/diag"
	"growthportal/generator/read/yaml"
)

// shade says how a colour role looks in one scheme: as it is written, or as the colour that it comes from with another
// lightness or less chroma.
type shade struct {
	set       bool
	fixed     bool
	color     color.RGB
	lightness float64 // negative: as it is
	chroma    float64 // at most that; negative: as it is
}

// of is the shade of a colour.
func (s shade) of(base color.RGB) color.RGB {
	switch {
	case s.fixed:
		return s.color
	case !s.set:
		return base
	}
	c := base.LCh()
	if s.lightness >= 0 {
		c.L = s.lightness
	}
	if s.chroma >= 0 {
		c.C = min(c.C, s.chroma)
	}
	return c.RGB()
}

// colorRole is what theme.yaml says of one colour.
type colorRole struct {
	place       diag.Place // of its name
	from        string     // the brand's colour that it comes from; "" for none
	otherwise   color.RGB  // where the site has none of its own
	light, dark shade
}

// in is the role's colour in the light and in the dark scheme, for a site with that brand.
func (c colorRole) in(brand map[string]color.RGB) (light, dark color.RGB) {
	base, ok := brand[c.from]
	if !ok {
		base = c.otherwise
	}
	light = c.light.of(base)
	if c.from == "" {
		base = light
	}
	return light, c.dark.of(base)
}

// pair is two roles that stand on one another, and what contrast they need (WCAG 2.2, 1.4.3 and 1.4.11).
type pair struct {
	front, ground named
	need          float64
}

// palette is what a theme.yaml, or a chain of them, says of colours.
type palette struct {
	roles map[string]colorRole
	pairs []pair
}

// roleForm is what colour roles may be called: they become custom properties.
var roleForm = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// decodePalette reads what theme.yaml says of colours and of their pairs.
func decodePalette(r *yaml.Reader, colors, pairs *yaml.Node) palette {
	p := palette{roles: map[string]colorRole{}}
	if colors != nil && r.AnyMapping(colors) {
		for _, entry := range colors.Pairs {
			if !roleForm.MatchString(entry.Key) || strings.HasPrefix(entry.Key, "brand-") {
				r.Report(diag.BadName.At(entry.KeyPlace, entry.Key).With(diag.SmallLetters))
			} else if role, ok := decodeColorRole(r, entry); ok {
				p.roles[entry.Key] = role
			}
		}
	}
	for _, item := range r.List(pairs) {
		p.pairs = append(p.pairs, decodePairs(r, item)...)
	}
	return p
}

func decodeColorRole(r *yaml.Reader, entry yaml.Pair) (colorRole, bool) {
	n := entry.Value
	before := len(r.Diags)
	if !r.Mapping(n, "from", "otherwise", "light", "dark") {
		return colorRole{}, false
	}
	c := colorRole{place: entry.KeyPlace}
	if from := n.Get("from"); from != nil {
		c.from, _ = r.Choice(from, "primary", "secondary")
		r.Need(n, entry.KeyPlace, "otherwise")
		c.otherwise, _ = decodeColor(r, n.Get("otherwise"))
	} else {
		r.Need(n, entry.KeyPlace, "light")
		if otherwise := n.Get("otherwise"); otherwise != nil {
			r.Report(diag.MissingKey.At(otherwise.Place, "from").With(diag.AddKey, "from: primary"))
		}
	}
	c.light, c.dark = decodeShade(r, n.Get("light")), decodeShade(r, n.Get("dark"))
	if light := n.Get("light"); c.from == "" && light != nil && light.Kind == yaml.Mapping {
		r.Report(diag.MissingKey.At(light.Place, "from").With(diag.AddKey, "from: primary"))
	}
	return c, len(r.Diags) == before
}

// decodeShade takes a colour, or what is to be changed of the one that it comes from.
func decodeShade(r *yaml.Reader, n *yaml.Node) shade {
	s := shade{set: n != nil, lightness: -1, chroma: -1}
	if n == nil {
		return s
	}
	if n.Kind != yaml.Mapping {
		s.color, s.fixed = decodeColor(r, n)
		return s
	}
	if r.Mapping(n, "lightness", "chroma") {
		s.lightness, s.chroma = fraction(r, n.Get("lightness")), fraction(r, n.Get("chroma"))
	}
	return s
}

// fraction takes a number from 0 to 1; -1 where there is none.
func fraction(r *yaml.Reader, n *yaml.Node) float64 {
	s, ok := r.Text(n)
	if !ok {
		return -1
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || !(f >= 0 && f <= 1) {
		r.Report(diag.NumberOutOfRange.At(n.Place, n.Name).With(diag.WriteSo, "0.8"))
		return -1
	}
	return f
}

func decodeColor(r *yaml.Reader, n *yaml.Node) (color.RGB, bool) {
	if n == nil {
		return color.RGB{}, false
	}
	s, ok := r.Text(n)
	if !ok {
		return color.RGB{}, false
	}
	c, ok := color.Parse(strings.ToLower(s))
	if !ok {
		r.Report(diag.BadColor.At(n.Place, n.Name).With(diag.QuotedColor))
	}
	return c, ok
}

// The least contrasts of WCAG 2.2, level AA.
const (
	textContrast    = 4.5 // https://www.w3.org/TR/WCAG22/#contrast-minimum
	controlContrast = 3   // large text, likewise, and https://www.w3.org/TR/WCAG22/#non-text-contrast
)

// decodePairs takes one line of pairs: what stands on which grounds.
func decodePairs(r *yaml.Reader, n *yaml.Node) []pair {
	if !r.Mapping(n, "text", "large", "control", "on") || !r.Need(n, n.Place, "on") {
		return nil
	}
	var pairs []pair
	for _, kind := range []struct {
		key  string
		need float64
	}{{"text", textContrast}, {"large", controlContrast}, {"control", controlContrast}} {
		for _, front := range r.List(n.Get(kind.key)) {
			for _, ground := range r.List(n.Get("on")) {
				f, okFront := text(r, front)
				g, okGround := text(r, ground)
				if okFront && okGround {
					pairs = append(pairs, pair{f, g, kind.need})
				}
			}
		}
	}
	return pairs
}

// palette merges what the themes of a chain say of colours: of each role the nearest wins, and every pair counts.
func (l *loader) palette(chain []*layer) palette {
	p := palette{roles: map[string]colorRole{}}
	for _, y := range slices.Backward(chain) {
		maps.Copy(p.roles, y.settings.colors.roles)
		p.pairs = append(p.pairs, y.settings.colors.pairs...)
	}
	known := slices.Sorted(maps.Keys(p.roles))
	p.pairs = slices.DeleteFunc(p.pairs, func(q pair) bool {
		missing := false
		for _, role := range []named{q.front, q.ground} {
			if _, ok := p.roles[role.text]; !ok {
				l.report(suggest(diag.UnknownColor.At(role.place, role.text), role.text, known))
				missing = true
			}
		}
		return missing
	})
	return p
}

// css is the style sheet's first rule: the roles as custom properties, in a layer below all others, so that the theme can still
// say otherwise for print or for those who want more contrast. A browser that does not know light-dark() shows the light ones.
func (p palette) css(brand map[string]color.RGB) string {
	if len(p.roles) == 0 {
		return ""
	}
	var plain, both []string
	for _, name := range slices.Sorted(maps.Keys(p.roles)) {
		light, dark := p.roles[name].in(brand)
		plain = append(plain, fmt.Sprintf("--%s:%s", name, light))
		if light != dark {
			both = append(both, fmt.Sprintf("--%s:light-dark(%s,%s)", name, light, dark))
		}
	}
	rules := ":root{" + strings.Join(plain, ";") + "}"
	if len(both) > 0 {
		rules += "@supports (color:light-dark(#000,#fff)){:root{" + strings.Join(both, ";") + "}}"
	}
	return "@layer colors{" + rules + "}"
}
