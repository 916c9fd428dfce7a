package main

import (
	"fmt"
	"slices"
	"strings"
)

// pair is both programs at one size, measured in one round.
type pair struct{ ours, hugo *result }

// comparison is the table of equal page sets: what each took, and what ours took in terms of Hugo's.
func comparison(pairs []pair) string {
	var b strings.Builder
	b.WriteString("| items | | cold: CPU | wall | memory | nothing changed: CPU | wall | one body: CPU | wall | pages | bytes |\n")
	b.WriteString("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	for _, p := range pairs {
		costRow(&b, p.ours)
		if p.hugo == nil {
			continue
		}
		costRow(&b, p.hugo)
		fmt.Fprintf(&b, "| | **ratio** | **%.2f** | **%.2f** | **%.2f** | **%.3f** | **%.3f** | **%.3f** | **%.3f** | %.3f | %.3f |\n",
			p.ratio(cold, cpu), p.ratio(cold, wall), p.ratio(cold, mebibytes), p.ratio(unchanged, cpu), p.ratio(unchanged, wall),
			p.ratio(oneBody, cpu), p.ratio(oneBody, wall),
			float64(p.ours.pages)/float64(p.hugo.pages), float64(p.ours.bytes)/float64(p.hugo.bytes))
	}
	return b.String()
}

func (p pair) ratio(k kind, of func(cost) float64) float64 {
	return ratio(p.ours.series[k], p.hugo.series[k], of)
}

func costRow(b *strings.Builder, r *result) {
	m := func(k kind, of func(cost) float64) float64 { return median(measured(r.series[k], of)) }
	fmt.Fprintf(b, "| %s | %s | %s | %s | %.0f MiB | %s | %s | %s | %s | %s | %.1f MB |\n", thousands(r.items), r.name,
		seconds(m(cold, cpu)), seconds(m(cold, wall)), m(cold, mebibytes), seconds(m(unchanged, cpu)), seconds(m(unchanged, wall)),
		seconds(m(oneBody, cpu)), seconds(m(oneBody, wall)), thousands(r.pages), float64(r.bytes)/1e6)
}

// perItem is the table of what an item costs as a site grows, the smallest site first.
func perItem(list []*result) string {
	var b strings.Builder
	b.WriteString("| items | theme | cold: CPU an item | wall an item | memory | against the smallest: CPU | wall |\n")
	b.WriteString("| ---: | --- | ---: | ---: | ---: | ---: | ---: |\n")
	first := map[string]*result{}
	for _, r := range list {
		if first[r.name] == nil {
			first[r.name] = r
		}
		each := func(r *result, of func(cost) float64) float64 {
			return median(measured(r.series[cold], of)) / float64(r.items)
		}
		fmt.Fprintf(&b, "| %s | %s | %.2f ms | %.2f ms | %.0f MiB | %.2f | %.2f |\n", thousands(r.items), r.place.dialect.theme,
			1000*each(r, cpu), 1000*each(r, wall), median(measured(r.series[cold], mebibytes)),
			each(r, cpu)/each(first[r.name], cpu), each(r, wall)/each(first[r.name], wall))
	}
	return b.String()
}

// syncingTable tells apart what a cold build waited for the disk; it says so where that could not be measured.
func syncingTable(list []*result) string {
	var b strings.Builder
	for _, r := range list {
		if !r.sync.known {
			return "Syncing was not told apart: there is no strace on the PATH.\n"
		}
		if b.Len() == 0 {
			b.WriteString("| items | | a cold build under strace: wall | of which waiting for the disk | calls | wall without |\n")
			b.WriteString("| ---: | --- | ---: | ---: | ---: | ---: |\n")
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %d | %s |\n", thousands(r.items), r.name, seconds(r.sync.whole), seconds(r.sync.waited),
			r.sync.calls, seconds(r.sync.whole-r.sync.waited))
	}
	return b.String()
}

// disturbance says what else used the processors while the builds ran.
func disturbance(list []*result) string {
	var all []float64
	for _, r := range list {
		for _, k := range kinds {
			all = append(all, measured(r.series[k], others)...)
		}
	}
	if len(all) == 0 || slices.Min(all) < 0 {
		return "What else used the processors meanwhile is not known here."
	}
	return fmt.Sprintf("Everything else used %s processors in the median build, %s at worst.", processors(median(all)), processors(slices.Max(all)))
}

func processors(n float64) string {
	if n < 0 {
		return "unknown"
	}
	return fmt.Sprintf("%.2f", n)
}

// seconds has three digits that count.
func seconds(s float64) string {
	switch {
	case s < 1:
		return fmt.Sprintf("%.0f ms", 1000*s)
	case s < 10:
		return fmt.Sprintf("%.2f s", s)
	}
	return fmt.Sprintf("%.1f s", s)
}

// thousands is a number with commas: 10,000.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
