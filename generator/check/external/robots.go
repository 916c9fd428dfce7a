package external

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// robots is what a host asks of robots (RFC 9309, and Crawl-delay, which is older and not in it): the rules for us by name,
// else those for all.
type robots struct {
	delay time.Duration
	rules []robotsRule
}

type robotsRule struct {
	path  string
	allow bool
}

// robotsName is what hosts call us.
const robotsName = "growthportal"

// mostRobots is how much of a file is read (RFC 9309, 2.5).
const mostRobots = 500 << 10

// robots asks a host what it wants of robots. One that does not say wants nothing.
func (t *trial) robots(ctx context.Context, host string) robots {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, host+"/robots.txt", nil)
	if err != nil {
		return robots{}
	}
	req.Header.Set("User-Agent", t.Agent)
	resp, err := t.Client.Do(req)
	if err != nil {
		return robots{}
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return robots{}
	}
	return readRobots(io.LimitReader(resp.Body, mostRobots))
}

func readRobots(r io.Reader) robots {
	var ours, all robots
	named, forUs, forAll, listing := false, false, false, false
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		line, _, _ := strings.Cut(scanner.Text(), "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		if key == "user-agent" {
			if !listing {
				forUs, forAll = false, false
			}
			listing = true
			us := strings.Contains(strings.ToLower(value), robotsName)
			forUs, forAll, named = forUs || us, forAll || value == "*", named || us
			continue
		}
		listing = false
		if forUs {
			ours.take(key, value)
		}
		if forAll {
			all.take(key, value)
		}
	}
	if named {
		return ours
	}
	return all
}

func (r *robots) take(key, value string) {
	switch key {
	case "allow", "disallow":
		if value != "" {
			r.rules = append(r.rules, robotsRule{value, key == "allow"})
		}
	case "crawl-delay":
		if seconds, err := strconv.ParseFloat(value, 64); err == nil && seconds > 0 && seconds < 1e6 {
			r.delay = time.Duration(seconds * float64(time.Second))
		}
	}
}

// bars tells whether the host asks robots to leave an address alone: by its longest rule that matches.
func (r robots) bars(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return true
	}
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	longest, barred := 0, false
	for _, rule := range r.rules {
		if n := len(rule.path); robotsMatch(rule.path, path) && (n > longest || n == longest && rule.allow) {
			longest, barred = n, !rule.allow
		}
	}
	return barred
}

// robotsMatch tells whether a path begins as a rule says; "*" stands for anything, and "$" for the end.
func robotsMatch(rule, path string) bool {
	rule, anchored := strings.CutSuffix(rule, "$")
	parts := strings.Split(rule, "*")
	rest, ok := strings.CutPrefix(path, parts[0])
	if !ok {
		return false
	}
	for i, part := range parts[1:] {
		if anchored && i == len(parts)-2 {
			return strings.HasSuffix(rest, part)
		}
		_, after, found := strings.Cut(rest, part)
		if !found {
			return false
		}
		rest = after
	}
	return !anchored || rest == ""
}
