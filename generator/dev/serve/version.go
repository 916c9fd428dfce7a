package serve

import (
	"bytes"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"growthportal/generator/output"
)

// Version is one state of the site.
type Version struct {
	Recipes []output.Recipe
	Base    string                      // the path of the site's root: "/" or "/tillvaxt/"
	Page    func(file output.Path) Page // what the bar tells of a page; nil for no bar
	Styled  bool                        // of the sources, nothing but style sheets has changed since the version before
	Words   Words
	Took    time.Duration // what it took to make the site ready
	// Check tells what is wrong with a file that has been made; nil for nothing.
	Check func(path output.Path, content []byte) []Problem
	// Explain tells what an author did wrong, from the error of a recipe; nothing where it is the machine's fault. nil for nothing.
	Explain func(err error) []Problem
}

// Page is what the bar at the foot tells of a page.
type Page struct {
	Source string // the file that it is made from, relative to the source folder; "" where there is none of its own
	Open   string // a URL that opens the file in the editor
	Type   string
	Layout string
	Mark   string // why it is not published: "Utkast"; "" where it is
}

// version is a Version with what has been made of it.
type version struct {
	Version
	order  []*file
	places map[string]int   // in order, by path; those of the version before where it has the same files
	policy string           // the site's own Content-Security-Policy
	former map[string]*file // style sheets of the version before, for pages that have not heard yet
	styles []string         // hrefs of the style sheets
	kept   atomic.Int64     // bytes of made files
}

// newVersion makes a version that takes over from the one before what is the same.
func newVersion(v Version, before *version) *version {
	next := &version{Version: v, order: make([]*file, len(v.Recipes)), former: map[string]*file{}}
	alike := before != nil && len(before.order) == len(v.Recipes)
	for i, r := range v.Recipes {
		var former *file
		if alike = alike && before.order[i].path == r.Path; alike {
			former = before.order[i]
		} else if before != nil {
			former = before.file(string(r.Path))
		}
		next.order[i] = newFile(r, former, &next.kept)
		if isStyle(r.Path) {
			next.styles = append(next.styles, v.Base+string(r.Path))
		}
	}
	if alike {
		next.places = before.places
	} else {
		next.places = placesOf(next.order)
	}
	if before != nil {
		for _, f := range before.order {
			if isStyle(f.path) && next.file(string(f.path)) == nil {
				next.former[string(f.path)] = f
			}
		}
	}
	next.policy = next.sitePolicy()
	next.Recipes = nil // each file has its own, and lets go of what it was made from
	return next
}

// placesOf are the places of files in their order, by path.
func placesOf(order []*file) map[string]int {
	places := make(map[string]int, len(order))
	for i, f := range order {
		places[string(f.path)] = i
	}
	return places
}

// file is the file of a name, such as "om/index.html"; nil where there is none.
func (v *version) file(name string) *file {
	if i, ok := v.places[name]; ok {
		return v.order[i]
	}
	return nil
}

func isStyle(p output.Path) bool {
	return strings.HasPrefix(string(p), "assets/") && strings.HasSuffix(string(p), ".css")
}

func isPage(p output.Path) bool { return strings.HasSuffix(string(p), ".html") }

// sitePolicy is the Content-Security-Policy that the site asks its host for, in _headers: what it forbids is to be seen here.
func (v *version) sitePolicy() string {
	f := v.file("_headers")
	if f == nil {
		return ""
	}
	var b bytes.Buffer
	if f.recipe.Make == nil {
		b.Write(f.content)
	} else if f.recipe.Make(&b) != nil {
		return ""
	}
	all := false
	for line := range strings.Lines(b.String()) {
		if line = strings.TrimRight(line, "\r\n"); !strings.HasPrefix(line, " ") {
			all = line == v.Base+"*"
			continue
		}
		if rest, ok := strings.CutPrefix(strings.TrimSpace(line), "Content-Security-Policy: "); ok && all {
			return rest
		}
	}
	return ""
}

// change tells how a version differs from the one before.
type change uint8

const (
	same    change = iota
	styled         // style sheets alone, and the pages that name them
	changed        // anything else
)

// since compares the version with the one before, and counts the files that are new or other. It asks before each file whether
// that is wanted still, and gives up, and whole is false, when it is not.
func (v *version) since(before *version, wanted func() bool) (diff change, fresh int, whole bool) {
	if before == nil {
		return changed, len(v.order), true
	}
	if !v.prepare(wanted) {
		return changed, 0, false
	}
	for _, f := range v.order {
		if !f.prepare() {
			continue
		}
		fresh++
		if v.Styled && (isStyle(f.path) || isPage(f.path) && before.file(string(f.path)) != nil) {
			diff = max(diff, styled)
		} else {
			diff = changed
		}
	}
	for _, f := range before.order {
		if v.file(string(f.path)) == nil && !(v.Styled && isStyle(f.path)) {
			diff = changed
		}
	}
	if v.Base != before.Base {
		diff = changed
	}
	return diff, fresh, true
}

// prepare finds out what every file is made from, several at a time, as long as that is wanted. One processor is left to those who ask for
// pages meanwhile: where all are at work, a request is not even noticed until the scheduler looks, which it does every ten milliseconds.
func (v *version) prepare(wanted func() bool) (whole bool) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range max(1, runtime.GOMAXPROCS(0)-1) {
		workers.Go(func() {
			for i := next.Add(1); i <= int64(len(v.order)) && wanted(); i = next.Add(1) {
				v.order[i-1].prepare()
			}
		})
	}
	workers.Wait()
	return wanted()
}
