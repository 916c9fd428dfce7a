package site_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/site"
)

// An item appears and comes down at its instants, never early and never late; a date alone begins with its day and ends
// with it, in the site's time zone.
func TestLife(t *testing.T) {
	const never, up, gone = "", "up", "gone"
	for _, c := range []struct{ name, date, expires, now, want string }{
		{"a date begins with its day", "2026-12-01", "", "2026-11-30T22:59:59Z", never},
		{"a date begins with its day", "2026-12-01", "", "2026-11-30T23:00:00Z", up},
		{"in summer", "2026-07-01", "", "2026-06-30T21:59:59Z", never},
		{"in summer", "2026-07-01", "", "2026-06-30T22:00:00Z", up},
		{"a time", "2026-12-01 07:00", "", "2026-12-01T05:59:59.999Z", never},
		{"a time", "2026-12-01 07:00", "", "2026-12-01T06:00:00Z", up},
		{"a time with its zone", "2026-12-01T07:00:00-05:00", "", "2026-12-01T11:59:59Z", never},
		{"a time with its zone", "2026-12-01T07:00:00-05:00", "", "2026-12-01T12:00:00Z", up},
		{"an hour that comes twice is the later one", "2026-10-25 02:30", "", "2026-10-25T01:29:59Z", never},
		{"an hour that comes twice is the later one", "2026-10-25 02:30", "", "2026-10-25T01:30:00Z", up},
		{"an end includes its day", "2026-01-01", "2026-11-30", "2026-11-30T22:59:59Z", up},
		{"an end includes its day", "2026-01-01", "2026-11-30", "2026-11-30T23:00:00Z", gone},
		{"the day on which summer time ends has 25 hours", "2026-01-01", "2026-10-25", "2026-10-25T22:59:59Z", up},
		{"the day on which summer time ends has 25 hours", "2026-01-01", "2026-10-25", "2026-10-25T23:00:00Z", gone},
		{"the day on which summer time begins has 23 hours", "2026-01-01", "2026-03-29", "2026-03-29T21:59:59Z", up},
		{"the day on which summer time begins has 23 hours", "2026-01-01", "2026-03-29", "2026-03-29T22:00:00Z", gone},
		{"an end with a time", "2026-01-01", "2026-11-30 12:00", "2026-11-30T10:59:59Z", up},
		{"an end with a time", "2026-01-01", "2026-11-30 12:00", "2026-11-30T11:00:00Z", gone},
	} {
		front := []string{"date: " + c.date}
		if c.expires != "" {
			front = append(front, "expires: "+c.expires)
		}
		m := world{now: c.now, files: map[string]string{"content/news/x.md": item(front...)}}.sound(t)
		got := never
		if p := m.page("/nyheter/" + model.URL(c.date[:4]) + "/x/"); p != nil && p.Kind == site.GonePage {
			got = gone
		} else if p != nil {
			got = up
		}
		if got != c.want {
			t.Errorf("%s: at %s: %q, want %q", c.name, c.now, got, c.want)
		}
		if listed := len(m.at("/nyheter/").Listing.Items) > 0; listed != (c.want == up) {
			t.Errorf("%s: at %s: listed: %v", c.name, c.now, listed)
		}
	}
}

// What is not published stands nowhere: no page, list, feed, menu, year, topic or neighbour knows of it.
func TestNoTrace(t *testing.T) {
	seen := map[string]string{
		"content/news/2026-01-01-a.md": item("topics: s"), "content/subjects/s.md": item(), "content/people/p.md": item(),
	}
	hidden := map[string]string{
		"content/news/2026-01-02-b.md": item("draft: true", "topics: [s, new]", "contacts: p", "aliases: /old/"), "content/news/2027-01-02-c.md": item("topics: s", "contacts: p"),
		"content/subjects/new.md": item("draft: true"), "content/om.md": item("draft: true"), "content/alarms/x.md": item("date: 2027-01-01", "expires: 2027-02-01"),
	}
	all := map[string]string{}
	for _, files := range []map[string]string{seen, hidden} {
		for name, text := range files {
			all[name] = text
		}
	}
	with, without := world{config: subjects, files: all}.make(t), world{config: subjects, files: seen}.make(t)
	if d := cmp.Diff(without.urls(), with.urls()); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(names(without.at("/saker/s/").Listing.Items), names(with.at("/saker/s/").Listing.Items)); d != "" {
		t.Error(d)
	}
	if a := with.at("/nyheter/2026/a/").Item; a.Later != nil || a.Earlier != nil {
		t.Error("a neighbour that is not published")
	}
	if len(with.Banners["sv"]) > 0 {
		t.Error("a banner before its time")
	}
	if p := with.at("/folk/p/"); len(p.Listing.Items) > 0 {
		t.Error("a person gathers what is not published")
	}
}

// What is asked for is shown all the same.
func TestShow(t *testing.T) {
	files := map[string]string{
		"content/news/2026-01-01-draft.md": item("draft: true"), "content/news/2027-01-01-later.md": item(), "content/news/2026-01-01-gone.md": item("expires: 2026-02-01"),
		"content/news/2026-01-01-broken.md": item("draft: true", "darft: true"),
	}
	for _, c := range []struct {
		show site.Show
		want []string
	}{
		{site.Show{}, []string{}}, {site.Show{Drafts: true}, []string{"draft"}}, {site.Show{Future: true}, []string{"later"}}, {site.Show{Expired: true}, []string{"gone"}},
		{site.Show{Drafts: true, Future: true, Expired: true}, []string{"later", "draft", "gone"}},
	} {
		m := world{files: files, show: c.show}.make(t)
		if d := cmp.Diff(c.want, names(m.at("/nyheter/").Listing.Items)); d != "" {
			t.Errorf("%+v: %s", c.show, d)
		}
	}
}

// What readers see as revised is the latest of "updated", of changes and of a withdrawal, from its instant on.
func TestRevisions(t *testing.T) {
	files := map[string]string{"content/news/2026-01-01-x.md": item(
		"updated: 2026-02-01", "changes:", "  - {date: 2026-03-01, note: Rättat}", "  - {date: 2026-03-05 12:00, note: Mer}", "withdrawn: {date: 2026-04-01, reason: Fel}")}
	for _, c := range []struct {
		now, updated string
		changes      int
		withdrawn    bool
	}{
		{"2026-01-31 23:59", "", 0, false},
		{"2026-02-01", "2026-02-01", 0, false},
		{"2026-03-01", "2026-03-01", 1, false},
		{"2026-03-05 11:59", "2026-03-01", 1, false},
		{"2026-03-05 12:00", "2026-03-05 12:00", 2, false},
		{"2026-04-01", "2026-04-01", 2, true},
	} {
		it := world{files: files, now: c.now}.sound(t).at("/nyheter/2026/x/").Item
		want := ""
		if !it.Updated.IsZero() {
			want = it.Updated.Time.Format("2006-01-02 15:04")
			if it.Updated.DateOnly {
				want = want[:10]
			}
		}
		if want != c.updated || len(it.Changes) != c.changes || (it.Withdrawn != nil) != c.withdrawn {
			t.Errorf("%s: updated %s, %d changes, withdrawn %v", c.now, want, len(it.Changes), it.Withdrawn)
		}
	}
	it := world{files: files}.sound(t).at("/nyheter/2026/x/").Item
	if it.Changes[0].Note != "Mer" {
		t.Errorf("the newest change is not first: %v", it.Changes)
	}
	early := world{files: map[string]string{"content/news/2026-02-02-x.md": item("updated: 2026-01-01")}}.sound(t).at("/nyheter/2026/x/").Item
	if early.Updated != (locale.Moment{}) {
		t.Errorf("revised before it was published: %v", early.Updated)
	}
}

// An item is pinned to the end of the day that is named, and no date of it changes.
func TestPinned(t *testing.T) {
	files := newsOf("a", "b")
	files["content/news/2026-01-01-a.md"] = item("pinned: 2026-11-30")
	for now, want := range map[string]string{"2026-11-30 23:59": "a", "2026-12-01": "b"} {
		l := world{files: files, now: now}.sound(t).at("/nyheter/").Listing
		if got := l.Newest(); site.DocOf(got[0]).Name != want || len(got) != 2 {
			t.Errorf("%s: %v", now, names(got))
		}
	}
}

// All that happens by itself is known beforehand, in order; what has happened, or is a draft's, is not told.
func TestInstants(t *testing.T) {
	m := world{files: map[string]string{
		"content/news/2026-12-01-x.md": item("expires: 2026-12-31", "pinned: 2026-12-05", "updated: 2026-12-10", "changes: {date: 2026-12-11 10:00, note: N}", "withdrawn: {date: 2026-12-20, reason: R}"),
		"content/news/2026-01-01-y.md": item("expires: 2026-02-01", "updated: 2027-01-01"),
		"content/news/2026-01-02-z.md": item("draft: true", "expires: 2027-01-01"),
		"content/meetings/m.md":        item("start: 2026-12-02"), "content/meetings/n.md": item("start: 2026-12-02 18:00", "stop: 2026-12-03 20:00"), "content/meetings/past.md": item("start: 2020-12-02"),
		"content/alarms/l.md": item("expires: 2026-12-24 15:00"),
	}}.sound(t)
	var got []string
	for _, i := range m.Instants {
		got = append(got, i.Time.In(m.Config.Location).Format("01-02 15:04 ")+string(i.What)+" "+site.DocOf(i.Item).Name)
	}
	want := []string{
		"12-01 00:00 appears x", "12-03 00:00 passes m", "12-03 20:00 passes n", "12-06 00:00 unpinned x", "12-10 00:00 revised x", "12-11 10:00 revised x",
		"12-20 00:00 withdrawn x", "12-24 15:00 expires l", "01-01 00:00 expires x",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// Nothing happens between two instants: the site is the same from one to the next.
func TestInstantsAreAll(t *testing.T) {
	files := map[string]string{
		"content/news/2026-12-01-x.md": item("expires: 2026-12-31", "pinned: 2026-12-05", "updated: 2026-12-10", "changes: {date: 2026-12-11 10:00, note: N}", "withdrawn: {date: 2026-12-20, reason: R}"),
		"content/news/2026-11-01-w.md": item(), "content/meetings/n.md": item("start: 2026-12-02 18:00", "stop: 2026-12-03 20:00"), "content/alarms/l.md": item("date: 2026-12-12 12:00", "expires: 2026-12-24 15:00"),
	}
	lists := map[string]map[string]model.Query{"home": {"coming": {Types: []string{"meeting"}, When: "coming"}}}
	told := map[string]bool{}
	for _, i := range (world{files: files}).sound(t).Instants {
		told[i.Time.UTC().Format("2006-01-02T15:04:05Z")] = true
	}
	before := ""
	for at, end := moment(t, "2026-11-23"), moment(t, "2027-01-05"); at.Before(end); at = at.Add(time.Hour) {
		now := at.UTC().Format("2006-01-02T15:04:05Z")
		m := world{files: files, lists: lists, now: now}.sound(t)
		look := cmp.Diff([]model.URL{}, m.urls()) + cmp.Diff([]string{}, names(m.Banners["sv"])) + cmp.Diff([]string{}, names(m.Lists["sv"]["home"]["coming"].Items)) +
			cmp.Diff([]string{}, names(m.at("/nyheter/").Listing.Newest()))
		if p := m.page("/nyheter/2026/x/"); p != nil {
			look += cmp.Diff("", p.Item.Updated.Time.String()) + cmp.Diff(0, len(p.Item.Changes)+int(p.Kind))
		}
		if before != "" && look != before && !told[now] {
			t.Errorf("at %s something changes that was not told of", now)
		}
		before = look
	}
}
