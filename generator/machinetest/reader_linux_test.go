package machinetest

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// reader reads the published site all the time, as a web server does: by the names of files, one after another.
type reader struct {
	k     *killing
	names []string // of all files that any version has, assets left out
	done  chan struct{}
	over  sync.WaitGroup

	mu    sync.Mutex
	round round
	reads reads
}

// round is the change of versions that is under way.
type round struct{ number, before, after int }

// reads is what has been read: files, and pages together with all that they refer to, without a version having come in between
// that is none of the two.
type reads struct{ files, pages int }

func startReader(k *killing) *reader {
	r := &reader{k: k, done: make(chan struct{}), round: round{0, k.version, k.version}}
	names := map[string]bool{}
	for _, v := range k.all {
		for name := range v {
			names[name] = !strings.HasPrefix(name, "assets/")
		}
	}
	maps.DeleteFunc(names, func(_ string, page bool) bool { return !page })
	r.names = slices.Sorted(maps.Keys(names))
	r.over.Go(r.read)
	k.Cleanup(func() { r.stop() })
	return r
}

// stop ends the reading, which may have ended.
func (r *reader) stop() reads {
	r.mu.Lock()
	select {
	case <-r.done:
	default:
		close(r.done)
	}
	r.mu.Unlock()
	r.over.Wait()
	return r.reads
}

// turn tells that a version is about to follow another.
func (r *reader) turn(before, after int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.round = round{r.round.number + 1, before, after}
}

func (r *reader) now() round {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.round
}

func (r *reader) read() {
	turned := -1 // the round in which something of the new version has been seen
	for {
		for _, name := range r.names {
			select {
			case <-r.done:
				return
			default:
			}
			start := r.now()
			content, there := r.file(name)
			if r.now() != start {
				continue // it may be of the version after the next
			}
			r.reads.files++
			old, new := r.k.all[start.before], r.k.all[start.after]
			isOld, isNew := same(old, name, content, there), same(new, name, content, there)
			switch {
			case !isOld && !isNew:
				r.k.Errorf("%s is read as neither version has it: %.60q, there: %v", name, content, there)
				return
			case isNew && !isOld:
				turned = start.number
			case isOld && !isNew && turned == start.number && !r.k.inPlace:
				r.k.Errorf("%s is read as it was, after something else was read as it is now", name)
				return
			}
			if there && strings.HasSuffix(name, ".html") {
				r.follow(start, name, content)
			}
		}
	}
}

// follow reads what a page refers to.
func (r *reader) follow(start round, page, content string) {
	for _, name := range references(content) {
		got, there := r.file(name)
		if r.now() != start {
			return
		}
		if !there {
			r.k.Errorf("%s refers to %s, which is not there", page, name)
			return
		}
		if !same(r.k.all[start.before], name, got, true) && !same(r.k.all[start.after], name, got, true) {
			r.k.Errorf("%s refers to %s, which is read as neither version has it: %.60q", page, name, got)
		}
	}
	r.reads.pages++
}

func same(version tree, name, content string, there bool) bool {
	want, listed := version[name]
	return listed == there && want == content
}

func (r *reader) file(name string) (string, bool) {
	content, err := os.ReadFile(r.k.path("public/" + name))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		r.k.Error(err)
	}
	return string(content), err == nil
}

var reference = regexp.MustCompile(`(?:href|src)="/([^"]*)"`)

// references are the files that a page refers to.
func references(page string) (names []string) {
	for _, m := range reference.FindAllStringSubmatch(page, -1) {
		name := m[1]
		if name == "" || strings.HasSuffix(name, "/") {
			name = path.Join(name, "index.html")
		}
		names = append(names, name)
	}
	return names
}
