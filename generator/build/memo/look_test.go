package memo

import (
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// What Look shows is what Get gives, before Save and after it, to many at once, though the memory of the values is used again.
func TestLook(t *testing.T) {
	path := filepath.Join(t.TempDir(), "memory")
	m, err := Open(path, "1")
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	want := func(n int) string { return strings.Repeat(string(rune('a'+n)), 10+n*1000) }
	for n := range 20 {
		m.Put(1, keyOf(n), []byte(want(n)))
	}
	look := func() {
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				for n := range 20 {
					shown := ""
					if !m.Look(1, keyOf(n), func(value []byte) { shown = string(value) }) || shown != want(n) {
						t.Errorf("value %d is shown as %.20q", n, shown)
					}
				}
			})
		}
		all.Wait()
	}
	look()
	save(t, m, SaveOptions{})
	look()
	if m.Look(1, keyOf(99), func([]byte) { t.Error("something is shown where there is nothing") }) {
		t.Error("Look tells of what is not there")
	}
}
