package cli

import (
	"slices"
	"strings"
	"time"

	"growthportal/generator/build"
)

// changes is what has changed in the sources since somebody was last told.
type changes struct {
	paths   []string // in order, each once
	blurred bool     // more may have changed than is known
	due     []string // items whose instant has come
	ahead   []pendingInstant
}

type pendingInstant struct {
	at   time.Time
	path string
}

// add notes what a build has found.
func (c *changes) add(plan *build.Plan) {
	c.paths = append(c.paths, plan.Changed...)
	slices.Sort(c.paths)
	c.paths = slices.Compact(c.paths)
	for _, p := range c.ahead {
		if !p.at.After(plan.Now) {
			c.due = append(c.due, p.path)
		}
	}
	if plan.Site == nil {
		return
	}
	c.ahead = c.ahead[:0]
	for _, i := range plan.Site.Instants {
		c.ahead = append(c.ahead, pendingInstant{i.Time, i.Item.Path()})
	}
}

// unknown notes that a build was broken off, and what it had found is lost.
func (c *changes) unknown() { c.blurred = true }

func (c *changes) none() bool { return len(c.paths) == 0 && len(c.due) == 0 && !c.blurred }

// styleOnly tells whether nothing but style sheets of themes have changed.
func (c *changes) styleOnly() bool {
	if len(c.paths) == 0 || len(c.due) > 0 || c.blurred {
		return false
	}
	return !slices.ContainsFunc(c.paths, func(p string) bool {
		return !strings.HasPrefix(p, "themes/") || !strings.HasSuffix(p, ".css")
	})
}

// take names what has changed, in a few words, and forgets it. It is "" where nothing has.
func (c *changes) take(s *session) string {
	all := append(slices.Clone(c.paths), c.due...)
	c.paths, c.due, c.blurred = nil, nil, false
	switch len(all) {
	case 0:
		return ""
	case 1:
		return s.emphasis(all[0])
	}
	return s.say("andOthers", s.emphasis(all[0]), len(all)-1)
}

// emphasis makes a name stand out on a terminal.
func (s *session) emphasis(name string) string {
	if !s.colored(s.Stdout) {
		return name
	}
	return "\x1b[1m" + name + "\x1b[0m"
}

// clockTime is the time of day, as it stands before a line of a program that stays.
func (s *session) clockTime() string {
	if s.lang == "sv" {
		return s.Clock().Format("15.04.05")
	}
	return s.Clock().Format("15:04:05")
}
