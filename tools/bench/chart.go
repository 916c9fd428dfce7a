package main

import (
	"fmt"
	"html"
	"math"
	"slices"
	"strings"
)

// line is a series of points in the picture: items against seconds.
type line struct {
	name   string
	color  string
	dashes string // as stroke-dasharray; "" for none, so that lines differ without colour too
	points []point
}

type point struct{ x, y float64 }

// The picture's size and margins, in pixels.
const (
	chartWidth, chartHeight = 760.0, 460.0
	chartLeft, chartRight   = 70.0, 190.0
	chartTop, chartBottom   = 46.0, 52.0
)

// lines are the picture's, of all results.
func lines(list []*result) []line {
	byName := map[string]*line{}
	var order []*line
	add := func(name, color, dashes string, r *result, k kind) {
		if len(r.series[k]) == 0 {
			return
		}
		l := byName[name]
		if l == nil {
			l = &line{name: name, color: color, dashes: dashes}
			byName[name] = l
			order = append(order, l)
		}
		l.points = append(l.points, point{float64(r.items), median(measured(r.series[k], cpu))})
	}
	for _, r := range list {
		switch r.name {
		case "Hugo":
			add("Hugo, cold", "#b3261e", "", r, cold)
			add("Hugo, one body", "#b3261e", "2 4", r, oneBody)
		case "portal":
			add("portal theme, cold", "#7a5c00", "", r, cold)
		default:
			add("ours, cold", "#0b5a66", "", r, cold)
			add("ours, one body", "#0b5a66", "2 4", r, oneBody)
			add("ours, unchanged", "#0b5a66", "8 4", r, unchanged)
		}
	}
	out := make([]line, len(order))
	for i, l := range order {
		out[i] = *l
	}
	return out
}

// chart draws cost against number of items, both on scales of powers of ten, as SVG.
func chart(title string, list []line) string {
	s := scaleOf(list)
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%g" height="%g" viewBox="0 0 %g %g" role="img" aria-labelledby="t" font-family="sans-serif" font-size="13">`+"\n",
		chartWidth, chartHeight, chartWidth, chartHeight)
	fmt.Fprintf(&b, `<title id="t">%s</title>`+"\n", html.EscapeString(title))
	fmt.Fprintf(&b, `<rect width="%g" height="%g" fill="#fff"/>`+"\n", chartWidth, chartHeight)
	fmt.Fprintf(&b, `<text x="%g" y="26" font-size="15" font-weight="bold">%s</text>`+"\n", chartLeft, html.EscapeString(title))
	s.grid(&b)
	heights := labelHeights(list, s)
	for i, l := range list {
		var path strings.Builder
		for _, p := range l.points {
			fmt.Fprintf(&path, "%.1f,%.1f ", s.x(p.x), s.y(p.y))
			fmt.Fprintf(&b, `<circle cx="%.1f" cy="%.1f" r="3.5" fill="%s"/>`+"\n", s.x(p.x), s.y(p.y), l.color)
		}
		dashes := ""
		if l.dashes != "" {
			dashes = ` stroke-dasharray="` + l.dashes + `"`
		}
		fmt.Fprintf(&b, `<polyline points="%s" fill="none" stroke="%s" stroke-width="2"%s/>`+"\n", strings.TrimSpace(path.String()), l.color, dashes)
		last := l.points[len(l.points)-1]
		fmt.Fprintf(&b, `<text x="%.1f" y="%.1f" fill="%s">%s, %s</text>`+"\n", s.x(last.x)+8, heights[i]+4, l.color, html.EscapeString(l.name), seconds(last.y))
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// scale maps values to pixels, by their logarithms.
type scale struct{ xMin, xMax, yMin, yMax float64 }

func scaleOf(list []line) scale {
	s := scale{math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)}
	for _, l := range list {
		for _, p := range l.points {
			s.xMin, s.xMax = min(s.xMin, math.Log10(p.x)), max(s.xMax, math.Log10(p.x))
			s.yMin, s.yMax = min(s.yMin, math.Log10(p.y)), max(s.yMax, math.Log10(p.y))
		}
	}
	s.xMin, s.xMax, s.yMin, s.yMax = math.Floor(s.xMin), math.Ceil(s.xMax), math.Floor(s.yMin), math.Ceil(s.yMax)
	s.xMax, s.yMax = max(s.xMax, s.xMin+1), max(s.yMax, s.yMin+1)
	return s
}

func (s scale) x(v float64) float64 {
	return chartLeft + (math.Log10(v)-s.xMin)/(s.xMax-s.xMin)*(chartWidth-chartLeft-chartRight)
}

func (s scale) y(v float64) float64 {
	return chartHeight - chartBottom - (math.Log10(v)-s.yMin)/(s.yMax-s.yMin)*(chartHeight-chartTop-chartBottom)
}

func (s scale) grid(b *strings.Builder) {
	for e := s.xMin; e <= s.xMax; e++ {
		x := s.x(math.Pow(10, e))
		fmt.Fprintf(b, `<path d="M%.1f %gV%g" stroke="#ddd"/><text x="%.1f" y="%g" text-anchor="middle">%s</text>`+"\n",
			x, chartTop, chartHeight-chartBottom, x, chartHeight-chartBottom+20, thousands(int(math.Pow(10, e))))
	}
	for e := s.yMin; e <= s.yMax; e++ {
		y := s.y(math.Pow(10, e))
		fmt.Fprintf(b, `<path d="M%g %.1fH%g" stroke="#ddd"/><text x="%g" y="%.1f" text-anchor="end">%g s</text>`+"\n",
			chartLeft, y, chartWidth-chartRight, chartLeft-8, y+4, math.Pow(10, e))
	}
	fmt.Fprintf(b, `<text x="%.1f" y="%g" text-anchor="middle">items</text>`+"\n", (chartLeft+chartWidth-chartRight)/2, chartHeight-12)
	fmt.Fprintf(b, `<text transform="translate(16 %g) rotate(-90)" text-anchor="middle">CPU seconds</text>`+"\n", (chartTop+chartHeight-chartBottom)/2)
}

// labelHeights puts the names of lines beside their ends, apart from one another where those are close.
func labelHeights(list []line, s scale) []float64 {
	const apart = 16
	order := make([]int, len(list))
	heights := make([]float64, len(list))
	for i, l := range list {
		order[i], heights[i] = i, s.y(l.points[len(l.points)-1].y)
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(heights[a] - heights[b]) })
	for k := 1; k < len(order); k++ {
		heights[order[k]] = max(heights[order[k]], heights[order[k-1]]+apart)
	}
	return heights
}
