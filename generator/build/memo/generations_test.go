package memo

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// run is one build: it asks for keys from first up to but not last, and puts what is missing, of a size each.
func run(t *testing.T, path string, first, last, size int, opt SaveOptions) Stats {
	t.Helper()
	m := open(t, path)
	for n := first; n < last; n++ {
		want := bytes.Repeat([]byte{byte(n)}, size)
		got, ok := m.Get(1, keyOf(n))
		if ok && !bytes.Equal(got, want) {
			t.Fatalf("key %d: wrong value", n)
		}
		if !ok {
			m.Put(1, keyOf(n), want)
		}
	}
	save(t, m, opt)
	s := m.Stats()
	m.Close()
	return s
}

const kib = 1 << 10

// Cost follows change: a Save of three changed values writes these and a small index, not the file.
func TestSaveWritesWhatChanged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "memory")
	run(t, path, 0, 2000, kib, SaveOptions{})
	m := open(t, path)
	for n := range 2000 {
		m.Get(1, keyOf(n))
	}
	before := sizeOf(t, path)
	for n := range 3 {
		m.Put(1, keyOf(n), []byte("changed"))
	}
	save(t, m, SaveOptions{})
	if s := m.Stats(); s.Written > kib || s.FileBytes != before+s.Written || sizeOf(t, path) != s.FileBytes {
		t.Errorf("%d bytes written, file grew from %d to %d", s.Written, before, sizeOf(t, path))
	}
	if s := run(t, path, 3, 2000, kib, SaveOptions{Partial: true}); s.Written != 0 || s.Misses != 0 {
		t.Errorf("a run that changes nothing wrote %d bytes and missed %d values", s.Written, s.Misses)
	}
}

// The same value again makes no new record.
func TestSameValueAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "memory")
	run(t, path, 0, 10, kib, SaveOptions{})
	m := open(t, path)
	for n := range 10 {
		m.Put(1, keyOf(n), bytes.Repeat([]byte{byte(n)}, kib))
	}
	save(t, m, SaveOptions{})
	if s := m.Stats(); s.Written != 0 {
		t.Errorf("%d bytes written", s.Written)
	}
}

// A long chain of small Saves is begun anew now and then, so that Open stays quick.
func TestChainIsBounded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "memory")
	m := open(t, path)
	for n := range 3*maxLinks + 5 {
		m.Put(1, keyOf(n), []byte{byte(n)})
		save(t, m, SaveOptions{})
		if m.links > maxLinks {
			t.Fatalf("chain of %d", m.links)
		}
	}
	after := open(t, path)
	if after.links != m.links || after.last != m.last || after.Stats().Recovered {
		t.Errorf("chain of %d read as %d", m.links, after.links)
	}
	for n := range 3*maxLinks + 5 {
		wantValue(t, after, 1, keyOf(n), string([]byte{byte(n)}))
	}
}

// What was overwritten, again and again, does not pile up.
func TestOverwrittenIsDropped(t *testing.T) {
	path := filepath.Join(t.TempDir(), "memory")
	m := open(t, path)
	for n := range 100 {
		m.Put(1, keyOf(1), bytes.Repeat([]byte{byte(n)}, 200*kib))
		save(t, m, SaveOptions{})
		if size := sizeOf(t, path); size > 2*wasteFloor {
			t.Fatalf("%d bytes for one value of 200 KiB", size)
		}
	}
	if m.Stats().Rewrites < 2 {
		t.Error("never rewritten")
	}
	wantValue(t, open(t, path), 1, keyOf(1), string(bytes.Repeat([]byte{99}, 200*kib)))
}

// Another branch is checked out, and some builds later the first again: its values are there still. After as many
// generations as were asked for, they are not.
func TestBranchesSurviveGenerations(t *testing.T) {
	for _, c := range []struct {
		name   string
		builds int
		misses int64
	}{
		{"few builds elsewhere", 4, 0},
		{"many builds elsewhere", 7, 200},
	} {
		t.Run(c.name, func(t *testing.T) {
			path, opt := filepath.Join(t.TempDir(), "memory"), SaveOptions{Generations: 6}
			run(t, path, 0, 200, 20*kib, opt)
			for b := range c.builds {
				run(t, path, 1000, 1001+b, 20*kib, opt)
			}
			if s := run(t, path, 0, 200, 20*kib, opt); s.Misses != c.misses {
				t.Errorf("%d misses, want %d", s.Misses, c.misses)
			}
		})
	}
}

// Runs that change nothing are no generations: however many builds of a branch follow each other, the other is kept.
func TestIdleBuildsDoNotAge(t *testing.T) {
	path, opt := filepath.Join(t.TempDir(), "memory"), SaveOptions{Generations: 2}
	run(t, path, 0, 200, 20*kib, opt)
	run(t, path, 1000, 1010, 20*kib, opt)
	for range 10 {
		if s := run(t, path, 1000, 1010, 20*kib, opt); s.Written != 0 {
			t.Fatalf("%d bytes written", s.Written)
		}
	}
	if s := run(t, path, 0, 200, 20*kib, opt); s.Misses != 0 {
		t.Errorf("%d misses", s.Misses)
	}
}

// Builds that break off early say so, and what they did not come to ask for does not age.
func TestPartialRunsDoNotAge(t *testing.T) {
	path, opt := filepath.Join(t.TempDir(), "memory"), SaveOptions{Generations: 2}
	run(t, path, 0, 200, 20*kib, opt)
	for b := range 10 {
		run(t, path, 1000, 1001+b, 20*kib, SaveOptions{Generations: 2, Partial: true})
	}
	if s := run(t, path, 0, 200, 20*kib, opt); s.Misses != 0 {
		t.Errorf("%d misses", s.Misses)
	}
}

// With a negative number of generations, what a run does not use goes as soon as it is worth a rewrite.
func TestNoGenerations(t *testing.T) {
	path := filepath.Join(t.TempDir(), "memory")
	run(t, path, 0, 200, 20*kib, SaveOptions{})
	s := run(t, path, 0, 20, 20*kib, SaveOptions{Generations: -1})
	if s.Records != 20 || s.Rewrites != 1 || s.Dropped != 180 || sizeOf(t, path) > 500*kib {
		t.Errorf("%+v", s)
	}
}

// The file never passes its bound, and what goes first is what has been idle longest.
func TestSizeIsBounded(t *testing.T) {
	path, opt := filepath.Join(t.TempDir(), "memory"), SaveOptions{MaxBytes: 1000 * kib}
	for b := range 20 {
		run(t, path, b*10, b*10+30, 10*kib, opt)
		if size := sizeOf(t, path); size > opt.MaxBytes {
			t.Fatalf("build %d: %d bytes", b, size)
		}
	}
	m := open(t, path)
	defer m.Close()
	oldest := 220
	for n := range 220 {
		if _, ok := m.Get(1, keyOf(n)); ok {
			oldest = min(oldest, n)
		} else if n/10 > oldest/10 { // ten at a time become idle together
			t.Errorf("%d was dropped, but %d kept", n, oldest)
		}
	}
	if oldest > 190 || oldest < 100 {
		t.Errorf("oldest kept: %d", oldest)
	}
}

// One run that needs more than the bound keeps what fits, small values first: nothing breaks, and nothing is wrong.
func TestRunLargerThanBound(t *testing.T) {
	path, opt := filepath.Join(t.TempDir(), "memory"), SaveOptions{MaxBytes: 100 * kib}
	m := open(t, path)
	for n := range 100 {
		m.Put(1, keyOf(n), make([]byte, n*100))
	}
	save(t, m, opt)
	if size := sizeOf(t, path); size > opt.MaxBytes/4*3 {
		t.Errorf("%d bytes", size)
	}
	wantValue(t, m, 1, keyOf(1), string(make([]byte, 100)))
	wantAbsent(t, m, 1, keyOf(99))
}

// A rewrite leaves out what is damaged, and a file that was left behind by one that was killed is no hindrance.
func TestRewriteSkipsDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "memory")
	run(t, path, 0, 200, 20*kib, SaveOptions{})
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data[headSize+headerSize+10] ^= 1 // in the value of key 0
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path+".new", []byte("half a file"), 0o600); err != nil {
		t.Fatal(err)
	}
	m := open(t, path)
	for n := range 50 {
		m.Put(1, keyOf(n+1), bytes.Repeat([]byte{byte(n + 1)}, 20*kib))
	}
	save(t, m, SaveOptions{Generations: -1, MaxBytes: 1 << 30})
	if s := m.Stats(); s.Records != 50 || s.Rewrites != 1 {
		t.Errorf("%+v", s)
	}
	if _, err := os.Stat(path + ".new"); err == nil {
		t.Error("the new file was left beside the old")
	}
	m.Close()
	data, _ = os.ReadFile(path)
	data[headSize+headerSize+10] ^= 1 // in the value of key 1
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	s := run(t, path, 2, 3, 20*kib, SaveOptions{MaxBytes: 900 * kib})
	if s.Rewrites != 1 {
		t.Fatalf("%+v", s)
	}
	wantAbsent(t, open(t, path), 1, keyOf(1))
}
