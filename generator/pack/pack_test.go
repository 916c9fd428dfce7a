package pack

import (
	"bytes"
	"errors"
	"math"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// sample has a field of everything that can be packed.
type sample struct {
	Text, Again string
	Yes         bool
	Small       int8
	Number      int
	Count       uint64
	Narrow      uint16
	Share       float64
	Digest      [32]byte
	At          time.Time
	Words       []string
	Parts       []part
	Next        *sample
	Nothing     []struct{}
	Do          func() // left out
}

type part struct {
	Name string
	At   *time.Time
	Kids []part
}

func drawTime(t *rapid.T) time.Time {
	if rapid.Bool().Draw(t, "never") {
		return time.Time{}
	}
	return time.Unix(rapid.Int64Range(-1<<36, 1<<36).Draw(t, "seconds"), rapid.Int64Range(0, 999_999_999).Draw(t, "nanoseconds")).UTC()
}

func drawText(t *rapid.T) string {
	return rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "å", "\x00", "\xff", "samma"})).Draw(t, "text")
}

func drawSample(t *rapid.T, depth int) *sample {
	s := &sample{
		Text: drawText(t), Again: drawText(t), Yes: rapid.Bool().Draw(t, "yes"), Small: rapid.Int8().Draw(t, "small"), Number: rapid.Int().Draw(t, "number"),
		Count: rapid.Uint64().Draw(t, "count"), Narrow: rapid.Uint16().Draw(t, "narrow"), Share: rapid.Float64().Draw(t, "share"), At: drawTime(t),
		Words: rapid.SampledFrom([][]string{nil, {}, {"samma", "", "samma"}, {"a", "b", "\xff"}}).Draw(t, "words"),
	}
	copy(s.Digest[:], rapid.SliceOfN(rapid.Byte(), 32, 32).Draw(t, "digest"))
	if depth > 0 && rapid.Bool().Draw(t, "deeper") {
		at := drawTime(t)
		s.Parts = []part{{Name: drawText(t), At: &at, Kids: []part{{}, {Kids: []part{}}}}, {}}
		s.Next = drawSample(t, depth-1)
		s.Nothing = make([]struct{}, 0)
	}
	return s
}

// What was packed is what is unpacked: nil stays nil and empty empty, and no bit of a number is lost.
func TestUnpackUndoesPack(t *testing.T) {
	form := New[sample]()
	rapid.Check(t, func(t *rapid.T) {
		want := drawSample(t, 3)
		packed := form.Pack(want)
		got, err := form.Unpack(packed)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(*want, got, cmp.Comparer(func(a, b float64) bool { return math.Float64bits(a) == math.Float64bits(b) }), cmp.Comparer(func(a, b func()) bool { return a == nil && b == nil })); d != "" {
			t.Fatal(d)
		}
		if again := form.Pack(&got); !bytes.Equal(again, packed) {
			t.Fatal("packed again, it is another")
		}
	})
}

// What is cut off, has bytes too many, or is of another type is foreign.
func TestForeign(t *testing.T) {
	form := New[sample]()
	rapid.Check(t, func(t *rapid.T) {
		packed := form.Pack(drawSample(t, 2))
		cut := rapid.IntRange(0, len(packed)-1).Draw(t, "cut")
		for _, b := range [][]byte{packed[:cut], append(slices.Clone(packed), 0)} {
			if _, err := form.Unpack(b); !errors.Is(err, ErrForeign) {
				t.Fatalf("%d of %d bytes: %v", len(b), len(packed), err)
			}
		}
		if _, err := New[part]().Unpack(packed); !errors.Is(err, ErrForeign) {
			t.Fatal(err)
		}
	})
}

// What cannot be packed is refused when the form is made, and not when somebody's data is lost.
func TestUnpackable(t *testing.T) {
	for name, make := range map[string]func(){
		"a map": func() { New[map[string]int]() }, "an interface": func() { New[struct{ X any }]() }, "an unexported field": func() { New[struct{ x int }]() }, "a channel": func() { New[chan int]() },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s is packed", name)
				}
			}()
			make()
		}()
	}
}

// Bytes of another making cost what they weigh: no length that they claim is believed, and they do not fill the stack.
func TestHostileBytesAreCheap(t *testing.T) {
	form := New[sample]()
	shape := form.Pack(&sample{})[:8]
	deep := New[part]()
	for name, hostile := range map[string]func() error{
		"a long text": func() error {
			_, err := form.Unpack(append(slices.Clone(shape), "\x00\xff\xff\xff\xff\xff\xff\xff\xff\x7f"...))
			return err
		},
		"a long list": func() error {
			_, err := New[[]sample]().Unpack(append(New[[]sample]().Pack(&[]sample{})[:8], append([]byte("\x80\x80\x40"), make([]byte, 1<<20)...)...))
			return err
		},
		"empty objects": func() error {
			_, err := New[[]struct{}]().Unpack(append(New[[]struct{}]().Pack(&[]struct{}{})[:8], "\xff\xff\xff\xff\xff\xff\xff\xff\x7f"...))
			return err
		},
		"many levels": func() error {
			_, err := deep.Unpack(append(deep.Pack(&part{})[:8], bytes.Repeat([]byte{0, 0, 0, 2}, 1<<20)...))
			return err
		},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		err := hostile()
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; !errors.Is(err, ErrForeign) || used > 64<<20 {
			t.Errorf("%s: %v, %d bytes", name, err, used)
		}
	}
}

// Any bytes are a value or foreign, and never a panic; a value that came of some packs and unpacks to itself.
func FuzzUnpack(f *testing.F) {
	form := New[sample]()
	f.Add(form.Pack(&sample{})[8:])
	at := time.Unix(1, 2).UTC()
	f.Add(form.Pack(&sample{Text: "a", Again: "a", Words: []string{"a", ""}, Parts: []part{{Name: "b", At: &at, Kids: []part{{}}}}, Next: &sample{Number: -1}, At: at})[8:])
	f.Fuzz(func(t *testing.T, b []byte) {
		value, err := form.Unpack(append(form.Pack(&sample{})[:8], b...))
		if err != nil {
			return
		}
		packed := form.Pack(&value)
		again, err := form.Unpack(packed)
		if err != nil || !bytes.Equal(form.Pack(&again), packed) {
			t.Fatalf("%q became %q (%v)", b, packed, err)
		}
	})
}
