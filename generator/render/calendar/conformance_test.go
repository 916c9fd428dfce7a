package calendar_test

import (
	"strings"
	"testing"

	"growthportal/generator/output"
	"growthportal/generator/render/calendar"
	"growthportal/generator/render/rendertest"
)

func calendars() rendertest.Renderer {
	return rendertest.Renderer{
		Recipes: func(m rendertest.Made) []output.Recipe { return calendar.Recipes(m.Site, "growthportal test") },
		Owns:    func(path string) bool { return strings.HasSuffix(path, ".ics") },
		Moves:   8,
	}
}

// Calendars keep the promises of every renderer.
func TestConformance(t *testing.T) { rendertest.Run(t, calendars()) }

// A new event changes its own invitation and its listing's calendar; news of other types changes none.
func TestNewsTouchesLittle(t *testing.T) {
	for _, c := range []struct {
		name, file, text string
		want             []string
	}{
		{"an event", "content/events/ny.md", "---\ntitle: Ny\nstart: 2026-12-24\n---\n", []string{"kalender/kalender.ics", "kalender/ny/ny.ics"}},
		{"a release", "content/press/2026-11-15-ny.md", "---\ntitle: Ny\ntopics: mark\n---\nText.\n", nil},
	} {
		got := calendars().Changed(t, rendertest.Write(c.file, c.text))
		if strings.Join(got, " ") != strings.Join(c.want, " ") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
