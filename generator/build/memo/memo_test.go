package memo

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

const testVersion = "test 1"

// keyOf gives the nth key of the tests.
func keyOf(n int) Key {
	var k Key
	binary.BigEndian.PutUint64(k[8:], uint64(n))
	return k
}

func open(t testing.TB, path string) *Memory {
	t.Helper()
	m, err := Open(path, testVersion)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { m.Close() })
	return m
}

func save(t testing.TB, m *Memory, opt SaveOptions) {
	t.Helper()
	if err := m.Save(opt); err != nil {
		t.Fatal(err)
	}
}

func wantValue(t *testing.T, m *Memory, kind Kind, key Key, want string) {
	t.Helper()
	if got, ok := m.Get(kind, key); !ok || string(got) != want {
		t.Errorf("Get(%d, %x) = %q, %v; want %q", kind, key, got, ok, want)
	}
}

func wantAbsent(t *testing.T, m *Memory, kind Kind, key Key) {
	t.Helper()
	if got, ok := m.Get(kind, key); ok {
		t.Errorf("Get(%d, %x) = %q; want nothing", kind, key, got)
	}
}

func sizeOf(t testing.TB, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

// What was Put is there before Save, after it, and in the next run; kinds do not see each other's keys.
func TestRoundTrip(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "memory")
	m := open(t, path)
	big := string(bytes.Repeat([]byte("talstreck – "), 50_000))
	check := func(m *Memory) {
		t.Helper()
		wantValue(t, m, 1, keyOf(1), "one")
		wantValue(t, m, 2, keyOf(1), "another")
		wantValue(t, m, 1, keyOf(2), "")
		wantValue(t, m, 255, Key{}, big)
		wantAbsent(t, m, 3, keyOf(1))
	}
	m.Put(1, keyOf(1), []byte("first"))
	m.Put(1, keyOf(1), []byte("one"))
	m.Put(2, keyOf(1), []byte("another"))
	m.Put(1, keyOf(2), nil)
	m.Put(255, Key{}, []byte(big))
	check(m)
	save(t, m, SaveOptions{})
	check(m)
	check(open(t, path))
}

// What is not saved is not kept: a run that fails leaves no trace.
func TestCloseWithoutSave(t *testing.T) {
	path := filepath.Join(t.TempDir(), "memory")
	m := open(t, path)
	m.Put(1, keyOf(1), []byte("one"))
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	wantAbsent(t, m, 1, keyOf(1))
	wantAbsent(t, open(t, path), 1, keyOf(1))
}

// The file holds what is not published: nobody else may read it, not even when a copy had been opened to all.
func TestFileIsPrivate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "memory")
	m := open(t, path)
	m.Put(1, keyOf(1), []byte("one"))
	save(t, m, SaveOptions{})
	for name, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", name, got, want)
		}
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	m.Put(1, keyOf(2), []byte("two"))
	save(t, m, SaveOptions{})
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("after appending: mode %o, %v", info.Mode().Perm(), err)
	}
}

// A file of another version, and one that is not ours at all, are as if absent, and replaced.
func TestOtherVersion(t *testing.T) {
	path := filepath.Join(t.TempDir(), "memory")
	m := open(t, path)
	m.Put(1, keyOf(1), []byte("old"))
	save(t, m, SaveOptions{})

	next, err := Open(path, "test 2")
	if err != nil {
		t.Fatal(err)
	}
	defer next.Close()
	wantAbsent(t, next, 1, keyOf(1))
	next.Put(1, keyOf(2), []byte("new"))
	save(t, next, SaveOptions{})
	m = open(t, path)
	wantAbsent(t, m, 1, keyOf(1))
	wantAbsent(t, m, 1, keyOf(2))

	if err := os.WriteFile(path, bytes.Repeat([]byte("a diary "), 1000), 0o600); err != nil {
		t.Fatal(err)
	}
	m = open(t, path)
	save(t, m, SaveOptions{})
	if data, _ := os.ReadFile(path); bytes.Contains(data, []byte("diary")) {
		t.Error("the foreign file was not replaced")
	}
}

// A new memory forgets what the file held, from its Save on and not before.
func TestNewForgets(t *testing.T) {
	path := filepath.Join(t.TempDir(), "memory")
	m := open(t, path)
	m.Put(1, keyOf(1), []byte("old"))
	save(t, m, SaveOptions{})
	clean := New(path, testVersion)
	defer clean.Close()
	wantAbsent(t, clean, 1, keyOf(1))
	wantValue(t, open(t, path), 1, keyOf(1), "old")
	clean.Put(1, keyOf(2), []byte("new"))
	save(t, clean, SaveOptions{})
	m = open(t, path)
	wantAbsent(t, m, 1, keyOf(1))
	wantValue(t, m, 1, keyOf(2), "new")
}

// Failures of the machine are told; they are not taken for an empty memory.
func TestMachineFailure(t *testing.T) {
	dir := t.TempDir()
	if _, err := Open(dir, testVersion); err == nil {
		t.Error("a folder was opened as a memory")
	}
	m := New(filepath.Join(dir, "file", "memory"), testVersion)
	if err := os.WriteFile(filepath.Join(dir, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	m.Put(1, keyOf(1), []byte("one"))
	if err := m.Save(SaveOptions{}); err == nil {
		t.Error("saved below a file")
	}
	wantValue(t, m, 1, keyOf(1), "one") // and the next attempt has it still
	if err := os.Remove(filepath.Join(dir, "file")); err != nil {
		t.Fatal(err)
	}
	save(t, m, SaveOptions{})
	m.Close()
}

// The same things Put in any order give the same bytes.
func TestSameBytes(t *testing.T) {
	dir := t.TempDir()
	var files [2][]byte
	for i := range files {
		path := filepath.Join(dir, fmt.Sprint(i))
		m := open(t, path)
		for n := range 50 {
			if i == 1 {
				n = 49 - n
			}
			m.Put(Kind(n%3), keyOf(n), fmt.Append(nil, n))
		}
		save(t, m, SaveOptions{})
		files[i], _ = os.ReadFile(path)
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("the order of Puts shows in the file")
	}
}

// Workers ask and store at the same time, while the file is saved and rewritten; run with -race.
func TestConcurrent(t *testing.T) {
	path := filepath.Join(t.TempDir(), "memory")
	m := open(t, path)
	value := func(n int) string { return fmt.Sprintf("value %d", n) }
	var wg sync.WaitGroup
	for worker := range 8 {
		wg.Go(func() {
			for i := range 400 {
				n := (i*7 + worker*50) % 300
				if got, ok := m.Get(1, keyOf(n)); !ok {
					m.Put(1, keyOf(n), []byte(value(n)))
				} else if string(got) != value(n) {
					t.Errorf("key %d: %q", n, got)
				}
				if i%100 == 50 {
					if err := m.Save(SaveOptions{MaxBytes: int64(4000 + 20_000*(worker%2))}); err != nil {
						t.Error(err)
					}
					m.Stats()
				}
			}
		})
	}
	wg.Wait()
}
