package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
)

// kind is what a build finds: nothing, its own work unchanged, or that with one body changed.
type kind string

// The kinds of builds, in the order in which a turn has them.
const (
	cold      kind = "cold"
	unchanged kind = "nothing changed"
	oneBody   kind = "one body changed"
)

var kinds = []kind{cold, unchanged, oneBody}

// series are the costs of one kind of build, a turn each.
type series map[kind][]cost

// result is what one contender reached at one size.
type result struct {
	name  string
	items int
	series
	made
	sync  syncing // of one more cold build
	place *workplace
}

// round builds some sites in turn (A B A B …), so that whatever else the machine does meets them alike.
type round struct {
	turns int
	tell  func(format string, a ...any)
}

// hold runs the round. The first build of each is not counted: it reads the program and the sources from the disk.
func (r round) hold(ctx context.Context, places []*workplace) ([]*result, error) {
	var list []*result
	for _, w := range places {
		if _, err := w.cold(ctx); err != nil {
			return nil, err
		}
		m, err := look(filepath.Join(w.dir, "public"))
		if err != nil {
			return nil, err
		}
		list = append(list, &result{name: w.name, items: w.items, series: series{}, made: m, place: w})
	}
	for _, k := range kinds {
		for turn := range r.turns {
			for _, res := range list {
				if err := r.build(ctx, res, k, turn); err != nil {
					return nil, err
				}
			}
		}
	}
	for _, res := range list {
		var err error
		if res.sync, err = measureSyncing(ctx, res.place); err != nil {
			return nil, err
		}
	}
	return list, nil
}

func (r round) build(ctx context.Context, res *result, k kind, turn int) error {
	var c cost
	var err error
	switch k {
	case cold:
		c, err = res.place.cold(ctx)
	case unchanged:
		c, err = res.place.again(ctx)
	case oneBody:
		c, err = res.place.edited(ctx, turn)
	}
	if err != nil {
		return fmt.Errorf("%s, %d items, %s: %w", res.name, res.items, k, err)
	}
	r.tell("%7d %-6s %-16s wall %7.2f s, CPU %7.2f s, memory %5.0f MiB, others %s", res.items, res.name, k,
		c.wall.Seconds(), c.cpu.Seconds(), mebibytes(c), processors(c.others))
	res.series[k] = append(res.series[k], c)
	return nil
}

// measures of a cost, in the units of the tables.
func wall(c cost) float64      { return c.wall.Seconds() }
func cpu(c cost) float64       { return c.cpu.Seconds() }
func mebibytes(c cost) float64 { return float64(c.memory) / (1 << 20) }
func others(c cost) float64    { return c.others }

func measured(list []cost, of func(cost) float64) []float64 {
	values := make([]float64, len(list))
	for i, c := range list {
		values[i] = of(c)
	}
	return values
}

// median is the middle of some values, 0 of none.
func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	if n == 0 {
		return 0
	}
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

// ratio is the median of what a took in terms of what b took, turn by turn.
func ratio(a, b []cost, of func(cost) float64) float64 {
	var list []float64
	for i := range min(len(a), len(b)) {
		if d := of(b[i]); d > 0 {
			list = append(list, of(a[i])/d)
		}
	}
	return median(list)
}
