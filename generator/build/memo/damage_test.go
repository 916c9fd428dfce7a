package memo

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/zeebo/xxh3"
)

const sampleRecords = 6

func sampleValue(n int) string { return fmt.Sprintf("the value of %d", n) }

// sample writes a small file of three segments, and returns its bytes.
func sample(t testing.TB) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample")
	m := open(t, path)
	for n := range sampleRecords {
		m.Put(Kind(n), keyOf(n), []byte(sampleValue(n)))
		if n%2 == 1 {
			save(t, m, SaveOptions{})
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// survive opens a file of arbitrary bytes, and checks that it answers rightly or not at all; that it takes new values; and
// that the next run then finds everything. It returns how many of the sample's records were there.
func survive(t testing.TB, path string, data []byte) int {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	m, err := Open(path, testVersion)
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	defer m.Close()
	found := 0
	for n := range sampleRecords {
		got, ok := m.Get(Kind(n), keyOf(n))
		if ok && string(got) != sampleValue(n) {
			t.Fatalf("record %d: wrong value %q", n, got)
		}
		if ok {
			found++
		}
		m.Put(Kind(n), keyOf(n), []byte(sampleValue(n)))
	}
	m.Put(7, keyOf(7), []byte("seven"))
	if err := m.Save(SaveOptions{}); err != nil {
		t.Fatalf("save: %v", err)
	}
	after, err := Open(path, testVersion)
	if err != nil {
		t.Fatalf("open again: %v", err)
	}
	defer after.Close()
	for n := range sampleRecords {
		if got, ok := after.Get(Kind(n), keyOf(n)); !ok || string(got) != sampleValue(n) {
			t.Fatalf("record %d after mending: %q, %v", n, got, ok)
		}
	}
	if got, ok := after.Get(7, keyOf(7)); !ok || string(got) != "seven" {
		t.Fatalf("new record after mending: %q, %v", got, ok)
	}
	if after.Stats().Recovered {
		t.Fatal("the Save did not mend the index")
	}
	return found
}

// Any single damaged byte costs at most some records, and never gives a wrong value.
func TestEveryByteDamaged(t *testing.T) {
	data, path := sample(t), filepath.Join(t.TempDir(), "memory")
	for i := range data {
		for _, flip := range []byte{0x01, 0x80, 0xff} {
			damaged := bytes.Clone(data)
			damaged[i] ^= flip
			if found := survive(t, path, damaged); i >= headSize && found < 1 {
				t.Errorf("byte %d: nothing was found again", i)
			}
		}
	}
}

// A file cut anywhere keeps what lies before the cut.
func TestEveryTruncation(t *testing.T) {
	data, path := sample(t), filepath.Join(t.TempDir(), "memory")
	found := 0
	for n := range len(data) + 1 {
		now := survive(t, path, data[:n])
		if now < found {
			t.Errorf("cut at %d: %d records, but %d when cut before", n, now, found)
		}
		found = now
	}
	if found != sampleRecords {
		t.Errorf("%d records in the whole file", found)
	}
}

// What a crash leaves behind the last segment is cut off, and costs nothing that was saved before.
func TestTornTail(t *testing.T) {
	data, path := sample(t), filepath.Join(t.TempDir(), "memory")
	for name, tail := range map[string][]byte{
		"zeros":         make([]byte, 5000),
		"one byte":      {1},
		"itself":        data,
		"last segment":  data[len(data)-300:],
		"points inside": binary.LittleEndian.AppendUint64(nil, headSize),
	} {
		if found := survive(t, path, append(bytes.Clone(data), tail...)); found != sampleRecords {
			t.Errorf("%s: %d records left", name, found)
		}
		if got, _ := os.ReadFile(path); !bytes.HasPrefix(got, data) || bytes.Contains(got[len(data):], []byte(sampleValue(0))) {
			t.Errorf("%s: the tail was not cut off", name)
		}
	}
}

// A damaged index in the middle of the chain loses nothing: headers and newer indexes make up for it.
func TestMiddleIndexDamaged(t *testing.T) {
	data, path := sample(t), filepath.Join(t.TempDir(), "memory")
	at := bytes.Index(data, tagIndex[:])
	data[at+headerSize+3] ^= 0xff
	if found := survive(t, path, data); found != sampleRecords {
		t.Errorf("%d of %d records found", found, sampleRecords)
	}
}

// Lengths and offsets are believed only within bounds, even where all checksums agree.
func TestLyingLengths(t *testing.T) {
	l := newLayout(testVersion)
	index := func(at int64, body []byte) []byte {
		body = binary.LittleEndian.AppendUint64(body, uint64(at))
		h := l.put(header{tag: tagIndex, length: int64(len(body)), sum: xxh3.Hash(body)}, at)
		return append(h[:], body...)
	}
	rows := func(r ...row) []byte {
		body := make([]byte, indexHead)
		for _, r := range r {
			body = r.appendTo(body)
		}
		return body
	}
	zero := id{0, keyOf(0)}
	huge := l.put(header{tag: tagRecord, id: zero, length: 1 << 60}, headSize)
	long := l.put(header{tag: tagRecord, id: zero, length: maxLength}, headSize)
	cases := map[string][]byte{
		"record of 2^60 bytes": append(l.head[:], huge[:]...),
		"record past the end":  append(l.head[:], long[:]...),
		"row of 2^60 bytes":    append(l.head[:], index(headSize, rows(row{zero, place{headSize, 1 << 60, 0}, 0}))...),
		"row past the end":     append(l.head[:], index(headSize, rows(row{zero, place{headSize, 1 << 20, 0}, 0}))...),
		"row far away":         append(l.head[:], index(headSize, rows(row{zero, place{1<<63 - 1, 1, 0}, 0}))...),
		"row before the file":  append(l.head[:], index(headSize, rows(row{zero, place{-64, 1, 0}, 0}))...),
		"row on the index":     append(l.head[:], index(headSize, rows(row{zero, place{headSize, 0, 0}, 0}))...),
		"half a row":           append(l.head[:], index(headSize, make([]byte, indexHead+5))...),
		"no index head":        append(l.head[:], index(headSize, nil)...),
		"index before itself":  append(l.head[:], index(headSize, binary.LittleEndian.AppendUint64(nil, headSize))...),
		"late generation": append(l.head[:], index(headSize,
			append(make([]byte, 8), 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0))...),
	}
	path := filepath.Join(t.TempDir(), "memory")
	for name, data := range cases {
		t.Run(name, func(t *testing.T) {
			if found := survive(t, path, data); found != 0 {
				t.Errorf("%d records found", found)
			}
		})
	}
}

// A value that is itself the bytes of a memory is not taken for one, whatever happens to the file around it.
func TestMemoryWithinMemory(t *testing.T) {
	inner, path := sample(t), filepath.Join(t.TempDir(), "memory")
	m := open(t, path)
	m.Put(9, keyOf(9), inner)
	save(t, m, SaveOptions{})
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(data, inner)
	if found := survive(t, path, data[:at+len(inner)]); found != 0 {
		t.Errorf("%d records of the inner memory showed", found)
	}
}

// The file may vanish, shrink, or be replaced while it is in use: reads then fail quietly, and Save puts a whole file there.
func TestFileChangesUnderneath(t *testing.T) {
	data := sample(t)
	changes := map[string]func(path string) error{
		"deleted":    os.Remove,
		"emptied":    func(path string) error { return os.Truncate(path, 0) },
		"cut":        func(path string) error { return os.Truncate(path, int64(len(data)/2)) },
		"lengthened": func(path string) error { return os.Truncate(path, int64(len(data)*2)) },
		"replaced": func(path string) error {
			if err := os.Remove(path); err != nil {
				return err
			}
			return os.WriteFile(path, []byte("something else"), 0o600)
		},
		"overwritten": func(path string) error { return os.WriteFile(path, make([]byte, len(data)), 0o600) },
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "memory")
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			m := open(t, path)
			if err := change(path); err != nil {
				t.Fatal(err)
			}
			for n := range sampleRecords {
				if got, ok := m.Get(Kind(n), keyOf(n)); ok && string(got) != sampleValue(n) {
					t.Errorf("record %d: wrong value %q", n, got)
				}
				m.Put(Kind(n), keyOf(n), []byte(sampleValue(n)))
			}
			m.Put(8, keyOf(8), []byte("eight"))
			save(t, m, SaveOptions{})
			after := open(t, path)
			wantValue(t, after, 8, keyOf(8), "eight")
			for n := range sampleRecords {
				wantValue(t, after, Kind(n), keyOf(n), sampleValue(n))
			}
		})
	}
}

// FuzzOpen: no bytes make Open fail, Get lie, or Save leave a bad file. Run it with -fuzzminimizetime=10x: what it finds new
// is of little interest small, and minimising would take all its time.
func FuzzOpen(f *testing.F) {
	data := sample(f)
	f.Add(data)
	f.Add(data[:len(data)-1])
	f.Add(data[:headSize])
	f.Add([]byte(nil))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte) {
		survive(t, filepath.Join(dir, fmt.Sprint(os.Getpid())), data)
	})
}
