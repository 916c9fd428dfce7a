package main

import (
	"context"
	"fmt"
	"io"
	"os"
)

// builds is the part of the benchmark that builds sites.
type builds struct {
	opt              options
	round            round
	fair, peer, full contender
}

// measure builds all sizes and writes the tables, and the picture.
func (b builds) measure(ctx context.Context, out io.Writer) error {
	var pairs []pair
	var all, portals []*result
	for _, n := range b.opt.items {
		list, err := b.hold(ctx, n)
		if err != nil {
			return err
		}
		p := pair{ours: list[0]}
		portals = append(portals, list[len(list)-1])
		if len(list) == 3 {
			p.hugo = list[1]
			if err := alike(p.ours.made, p.hugo.made); err != nil {
				return fmt.Errorf("the page sets of %d items are not equal: %w", n, err)
			}
		}
		pairs, all = append(pairs, p), append(all, list...)
	}
	if err := b.alone(ctx, &pairs, &portals, &all); err != nil {
		return err
	}
	growth := portals
	for _, p := range pairs {
		growth = append(growth, p.ours)
	}
	fmt.Fprintf(out, "%s\n%s\n%s\n%s\n\n", comparison(pairs), perItem(growth), syncingTable(all), disturbance(all))
	if b.opt.picture == "" {
		return nil
	}
	return os.WriteFile(b.opt.picture, []byte(chart("Building a site, against its number of items", lines(all))), 0o644)
}

// hold is the round of one size: ours, Hugo where there is one, and the portal's theme.
func (b builds) hold(ctx context.Context, n int) ([]*result, error) {
	list := []contender{b.fair, b.peer, b.full}
	if b.opt.hugo == "" {
		list = []contender{b.fair, b.full}
	}
	var places []*workplace
	for _, c := range list {
		w, err := c.prepare(b.opt.dir, n)
		if err != nil {
			return nil, err
		}
		places = append(places, w)
	}
	return b.round.hold(ctx, places)
}

// alone builds what is too large to wait for Hugo, once.
func (b builds) alone(ctx context.Context, pairs *[]pair, portals, all *[]*result) error {
	b.round.turns = 1
	for _, n := range b.opt.alone {
		for _, c := range []contender{b.fair, b.full} {
			w, err := c.prepare(b.opt.dir, n)
			if err != nil {
				return err
			}
			list, err := b.round.hold(ctx, []*workplace{w})
			if err != nil {
				return err
			}
			*all = append(*all, list...)
			if c.name == b.full.name {
				*portals = append(*portals, list...)
			} else {
				*pairs = append(*pairs, pair{ours: list[0]})
			}
		}
	}
	return nil
}

// measureStart tells what it takes to start the program at all, and its size.
func measureStart(ctx context.Context, program string, out io.Writer) error {
	info, err := os.Stat(program)
	if err != nil {
		return err
	}
	var list []cost
	for range 20 {
		c, err := run(ctx, "", []string{program, "version"}, os.Environ())
		if err != nil {
			return err
		}
		list = append(list, c)
	}
	fmt.Fprintf(out, "The program starts in %s (`version`, median of %d) and weighs %.1f MB.\n\n",
		seconds(median(measured(list, wall))), len(list), float64(info.Size())/1e6)
	return nil
}
