package markdown

import (
	"os"
	"runtime"
	"strings"
	"testing"

	"growthportal/generator/diag"
)

// From 16 to 256 kB no text of the classes that make Markdown parsers slow costs more than its size to the power of 1.2, or it
// is refused in words that name the limit. Counted is what the meter charges for looks at text, which time follows; the clock
// is not asked. What is allocated is held to the same by TestCostIsProportional.
func TestCostGrowsWithSize(t *testing.T) {
	const small, times, most = 16 << 10, 16, 27.9 // 16 to the power of 1.2
	modes := []HTMLMode{Clean}
	if os.Getenv("GROWTHPORTAL_FULL_TESTS") == "1" {
		modes = append(modes, Forbid)
	}
	for name, make := range pathological {
		for _, mode := range modes {
			looks, _ := spent(make(small), mode)
			many, refused := spent(make(times*small), mode)
			const slack = 1 << 20 // a millisecond
			if !refused && float64(many) > most*float64(looks)+slack {
				t.Errorf("%s: %d looks, and %d for %d times as much", name, looks, many, times)
			}
			if refused {
				t.Logf("%s: refused at %d kB", name, times*small>>10)
			}
		}
	}
}

// spent is what a text costs, and whether it is refused.
func spent(src string, mode HTMLMode) (looks int, refused bool) {
	d := newDraft(prepare([]byte(src)), Options{HTML: mode, Typography: true})
	full := d.meter.left
	if !d.withinBounds() {
		return 0, true
	}
	d.parse()
	looks = full - d.meter.left
	return looks, d.meter.empty || d.tooDeep()
}

// A hundred megabytes on one line are refused before they are parsed, for the price of a copy or two.
func TestHugeLine(t *testing.T) {
	src := []byte(strings.Repeat("[*a ", 25<<20))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, found := Parse(src, Options{File: "a.md"})
	runtime.ReadMemStats(&after)
	if len(found) != 1 || found[0].Code != diag.TextTooLarge {
		t.Errorf("found %v", found)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 400<<20 {
		t.Errorf("%d MB were allocated", used>>20)
	}
}

// BenchmarkPathological is what each class costs at 256 kB, in time.
func BenchmarkPathological(b *testing.B) {
	for name, make := range pathological {
		src := []byte(make(256 << 10))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				Parse(src, Options{HTML: Clean, Typography: true})
			}
		})
	}
}
