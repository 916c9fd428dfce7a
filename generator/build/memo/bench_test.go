package memo

import (
	"os"
	"path/filepath"
	"testing"
)

// A site of 10,000 documents of 12 KB each, and 12,000 outputs of 80 bytes.
const (
	benchDocuments = 10_000
	benchOutputs   = 12_000
	kindDocument   = 1
	kindOutput     = 2
)

func benchMemory(b *testing.B) (*Memory, string) {
	path := filepath.Join(b.TempDir(), "memory")
	m := open(b, path)
	for n := range benchDocuments {
		value := make([]byte, 12_000)
		value[0] = byte(n)
		m.Put(kindDocument, keyOf(n), value)
	}
	for n := range benchOutputs {
		m.Put(kindOutput, keyOf(n), make([]byte, 80))
	}
	save(b, m, SaveOptions{})
	return m, path
}

func BenchmarkOpen(b *testing.B) {
	_, path := benchMemory(b)
	for b.Loop() {
		open(b, path).Close()
	}
}

// What Open costs when the index is torn.
func BenchmarkOpenTorn(b *testing.B) {
	_, path := benchMemory(b)
	if err := os.Truncate(path, sizeOf(b, path)-1); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		open(b, path).Close()
	}
}

func BenchmarkGetSmall(b *testing.B) {
	m, _ := benchMemory(b)
	n := 0
	for b.Loop() {
		m.Get(kindOutput, keyOf(n%benchOutputs))
		n++
	}
}

func BenchmarkGetDocument(b *testing.B) {
	m, _ := benchMemory(b)
	n := 0
	for b.Loop() {
		m.Get(kindDocument, keyOf(n%benchDocuments))
		n++
	}
}

// A warm build whose three documents changed.
func BenchmarkSaveThree(b *testing.B) {
	m, _ := benchMemory(b)
	n := 0
	for b.Loop() {
		for i := range 3 {
			n++
			m.Put(kindDocument, keyOf(i), append(make([]byte, 12_000), byte(n), byte(n>>8)))
		}
		save(b, m, SaveOptions{})
	}
	b.ReportMetric(float64(m.Stats().Written), "bytes/save")
}

func BenchmarkSaveAll(b *testing.B) {
	for b.Loop() {
		benchMemory(b)
	}
}
