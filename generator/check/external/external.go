// Package external tries links to other sites, politely: one request at a time to a host, with a pause after each that the
// host may ask to be longer (robots.txt), a name that says who asks, and never more than so many, nor for longer than so long. What
// was learnt is kept, so that a link is not tried again every time.
package external

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"growthportal/generator/diag"
)

// Options say how links are tried.
type Options struct {
	Client *http.Client // with a timeout for each request; redirects are followed as it says
	Agent  string       // who asks: "growthportal/1.0 (+https://example.se/)"
	Now    time.Time
	Pause  func(ctx context.Context, d time.Duration) error // waits, or ends with ctx
	Delay  time.Duration                                    // between requests to a host; it may ask for more, up to MostDelay
	Most   int                                              // links that are tried at most; the rest is left for the next time
	Hosts  int                                              // hosts that are asked at a time; at least one
}

// MostDelay is the longest pause that a host can ask for. One that asks for more is left alone.
const MostDelay = 30 * time.Second

// How long what was learnt of a link holds: news of a fault is looked at again sooner.
const (
	soundFor  = 7 * 24 * time.Hour
	faultyFor = 24 * time.Hour
)

// Link is an address on another site, and where it stands in the content.
type Link struct {
	URL    string // without a fragment
	Places []diag.Place
}

// Report is what came of trying links.
type Report struct {
	Findings []diag.Diagnostic
	Tried    int // now
	Known    int // from before
	Left     int // not tried: there were too many, or no time was left
	Barred   int // not tried: the host asks robots not to, or asks for a longer pause than we have time for
}

// Try tries links, as far as it may before ctx ends. What is learnt goes into the memory.
func Try(ctx context.Context, links []Link, memory *Memory, opt Options) Report {
	t := &trial{Options: opt, memory: memory}
	byHost := map[string][]Link{}
	for _, l := range links {
		known, fresh := memory.get(l.URL, opt.Now)
		if fresh {
			t.report.Known++
			t.tell(l, known)
			continue
		}
		if t.report.Tried+t.planned >= opt.Most {
			t.report.Left++
			continue
		}
		t.planned++
		host := hostOf(l.URL)
		byHost[host] = append(byHost[host], l)
	}
	var hosts []string
	for host := range byHost {
		hosts = append(hosts, host)
	}
	slices.Sort(hosts)
	slots := make(chan struct{}, max(1, opt.Hosts))
	var workers sync.WaitGroup
	for _, host := range hosts {
		workers.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			t.host(ctx, byHost[host])
		})
	}
	workers.Wait()
	t.report.Findings = diag.Sort(t.report.Findings)
	return t.report
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Scheme + "://" + u.Host)
}

// trial is one run of Try.
type trial struct {
	Options
	memory  *Memory
	planned int

	mu     sync.Mutex
	report Report
}

// host tries the links to one host, one after the other.
func (t *trial) host(ctx context.Context, links []Link) {
	rules := t.robots(ctx, hostOf(links[0].URL))
	for i, l := range links {
		delay := max(t.Delay, rules.delay)
		if rules.bars(l.URL) || delay > MostDelay {
			t.count(func(r *Report) { r.Barred++ })
			continue
		}
		if t.Pause(ctx, delay) != nil {
			t.count(func(r *Report) { r.Left += len(links) - i })
			return
		}
		answer := t.ask(ctx, l.URL)
		if ctx.Err() != nil {
			t.count(func(r *Report) { r.Left += len(links) - i })
			return
		}
		t.memory.put(l.URL, known{At: t.Now, Answer: answer})
		t.count(func(r *Report) { r.Tried++ })
		t.tell(l, known{Answer: answer})
	}
}

func (t *trial) count(f func(*Report)) {
	t.mu.Lock()
	defer t.mu.Unlock()
	f(&t.report)
}

// tell reports a link that leads nowhere, at each of its places.
func (t *trial) tell(l Link, k known) {
	if k.Answer == sound {
		return
	}
	t.count(func(r *Report) {
		for _, p := range l.Places {
			r.Findings = append(r.Findings, diag.ExternalLink.At(p, l.URL, k.Answer))
		}
	})
}

// Sorted puts links in the order of their addresses, and those of one address together.
func Sorted(links []Link) []Link {
	byURL := map[string]Link{}
	for _, l := range links {
		one := byURL[l.URL]
		byURL[l.URL] = Link{URL: l.URL, Places: append(one.Places, l.Places...)}
	}
	var list []Link
	for _, l := range byURL {
		list = append(list, l)
	}
	slices.SortFunc(list, func(a, b Link) int { return cmp.Compare(a.URL, b.URL) })
	return list
}
