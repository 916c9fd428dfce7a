package memo

import (
	"bytes"
	"maps"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"
)

// Against a map: whatever the order of Puts, Gets, Saves and runs, a key has its latest value. It may be absent only when
// the options allowed to drop it, and what is not saved is as it was before.
func TestModel(t *testing.T) {
	dir := t.TempDir()
	runs := 0
	rapid.Check(t, func(t *rapid.T) {
		runs++
		path := filepath.Join(dir, string(rune('a'+runs%20)), "memory")
		m := New(path, testVersion)
		defer func() { m.Close() }()
		now, saved := map[id]string{}, map[id]string{}
		save := func(opt SaveOptions) {
			if err := m.Save(opt); err != nil {
				t.Fatal(err)
			}
		}
		save(SaveOptions{})
		lossy := false
		anyID := rapid.Custom(func(t *rapid.T) id {
			return id{Kind(rapid.IntRange(0, 2).Draw(t, "kind")), keyOf(rapid.IntRange(0, 20).Draw(t, "key"))}
		})
		t.Repeat(map[string]func(*rapid.T){
			"put": func(t *rapid.T) {
				name := anyID.Draw(t, "id")
				fill := rapid.Byte().Draw(t, "fill")
				value := bytes.Repeat([]byte{fill}, rapid.SampledFrom([]int{0, 1, 80, 5000}).Draw(t, "length"))
				m.Put(name.kind, name.key, value)
				now[name] = string(value)
			},
			"get": func(t *rapid.T) {
				name := anyID.Draw(t, "id")
				got, ok := m.Get(name.kind, name.key)
				want, there := now[name]
				if ok && (!there || string(got) != want) {
					t.Fatalf("%v: got %d bytes, want %d (%v)", name, len(got), len(want), there)
				}
				if !ok && there && !lossy {
					t.Fatalf("%v: lost", name)
				}
			},
			"save": func(t *rapid.T) {
				save(SaveOptions{Partial: rapid.Bool().Draw(t, "partial"), Generations: 1 << 20})
				saved = maps.Clone(now)
			},
			"save within bounds": func(t *rapid.T) {
				lossy = true
				save(SaveOptions{MaxBytes: rapid.Int64Range(1, 50_000).Draw(t, "max"), Generations: -1})
				saved = maps.Clone(now)
			},
			"next run": func(t *rapid.T) {
				if err := m.Close(); err != nil {
					t.Fatal(err)
				}
				var err error
				if m, err = Open(path, testVersion); err != nil {
					t.Fatal(err)
				}
				now = maps.Clone(saved)
			},
		})
		if s := m.Stats(); s.Damaged != 0 || s.Recovered || s.Records > len(now) {
			t.Fatalf("%+v, of %d keys", s, len(now))
		}
	})
}
