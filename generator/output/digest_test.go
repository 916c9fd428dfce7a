package output

import (
	"fmt"
	"html/template"
	"math"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

type name string

type inner struct {
	Text  string
	Count int
}

type left struct{ A, B string }
type right struct{ A, C string }

type view struct {
	Inner   inner
	Pointer *inner
	List    []inner
	ByName  map[string]inner
	Any     any
	Skipped func() `digest:"-"`
	skipped int    `digest:"-"`
}

type list struct {
	Value int
	Next  *list
}

// document knows its own digest, as does a pointer to asset.
type document struct{ digest Digest }

func (d document) Digest() Digest { return d.digest }

type asset struct {
	digest Digest
	cached bool
}

func (a *asset) Digest() Digest { return a.digest }

// Values that differ in anything that a maker could see have digests that differ.
func TestDigestsDiffer(t *testing.T) {
	stockholm, err := time.LoadLocation("Europe/Stockholm")
	must(t, err)
	noon := time.Date(2012, 5, 16, 12, 0, 0, 0, time.UTC)
	two := Sum([]byte("2"))
	seen := map[Digest]string{}
	for i, values := range [][]any{
		{}, {nil}, {nil, nil}, {""}, {"", ""}, {"a", "b"}, {"ab"}, {"ab", ""}, {"a", "b", ""},
		{name("ab")}, {template.HTML("ab")}, {[]byte("ab")}, {[]byte(nil)}, {[]byte{}}, {[2]byte{'a', 'b'}},
		{0}, {1}, {-1}, {int64(1)}, {uint(1)}, {int8(1)}, {1.0}, {float32(1)}, {math.Copysign(0, -1)}, {0.0}, {complex(1, 0)}, {true}, {false},
		{[]string(nil)}, {[]string{}}, {[]string{""}}, {[]string{"", ""}}, {[]string{"a", "b"}}, {[]string{"ab"}}, {[]any{"a", "b"}}, {[]name{"a", "b"}},
		{[][]string{{"a"}, {"b"}}}, {[][]string{{"a", "b"}}}, {[][]string{{"a", "b"}, {}}}, {[][]string{{}, {"a", "b"}}}, {[]bool{true}},
		{map[string]int(nil)}, {map[string]int{}}, {map[string]int{"a": 1, "b": 2}}, {map[string]int{"a": 2, "b": 1}}, {map[string]int{"a": 1}},
		{map[name]int{"a": 1}}, {map[int]string{1: "a"}},
		{left{"a", "b"}}, {left{"b", "a"}}, {left{"ab", ""}}, {right{"a", "b"}}, {&left{"a", "b"}}, {(*left)(nil)}, {[]left{{"a", "b"}}},
		{noon}, {noon.In(stockholm)}, {noon.Add(1)}, {noon.In(time.FixedZone("CEST", 7200))}, {time.Time{}},
		{view{}}, {view{Inner: inner{Text: "x"}}}, {view{Pointer: &inner{}}}, {view{Pointer: &inner{Text: "x"}}}, {view{List: []inner{{}}}},
		{view{ByName: map[string]inner{"x": {}}}}, {view{Any: 1}}, {view{Any: "1"}}, {view{Any: inner{}}}, {view{Any: &inner{}}},
		{list{1, &list{2, nil}}}, {list{1, &list{2, &list{}}}},
		{two}, {two[:]}, {document{two}}, {&document{two}}, {document{}}, {asset{digest: two}}, {&asset{digest: two}}, {(*asset)(nil)},
		{[]Digest{two}}, {[]Digester{document{two}}}, {[]Digester{nil}}, {[1]Digest{two}}, {struct{ D Digest }{two}},
	} {
		d, what := DigestOf(values...), fmt.Sprintf("%d: %#v", i, values)
		if other, twice := seen[d]; twice {
			t.Errorf("one digest for\n%s\n%s", other, what)
		}
		seen[d] = what
		if DigestOf(values...) != d {
			t.Errorf("another digest the second time: %s", what)
		}
	}
}

// What a maker cannot see, or what another value with the same content holds, makes no difference.
func TestDigestsAgree(t *testing.T) {
	d := Sum([]byte("x"))
	noon := time.Date(2012, 5, 16, 12, 0, 0, 0, time.UTC)
	for name, pair := range map[string][2]any{
		"skipped fields":             {view{skipped: 1}, view{Skipped: func() {}, skipped: 2}},
		"two pointers":               {&inner{Text: "x"}, &inner{Text: "x"}},
		"capacity":                   {[]string{"a"}, append(make([]string, 0, 9), "a")},
		"map order":                  {map[string]int{"a": 1, "b": 2, "c": 3}, map[string]int{"c": 3, "b": 2, "a": 1}},
		"monotonic clock":            {noon, noon.Round(0)},
		"what a Digester leaves out": {&asset{digest: d}, &asset{digest: d, cached: true}},
		"a Digester by value":        {[]asset{{digest: d}}, []asset{{digest: d, cached: true}}},
	} {
		if DigestOf(pair[0]) != DigestOf(pair[1]) {
			t.Errorf("%s: two digests", name)
		}
	}
}

// Values without content to tell, or whose content cannot be reached, are a fault of ours and do not pass in silence.
func TestDigestPanics(t *testing.T) {
	cycle := &list{Value: 1}
	cycle.Next = cycle
	for name, value := range map[string]any{
		"function":         func() {},
		"channel":          make(chan int),
		"unexported field": struct{ a int }{1},
		"hidden deeper":    []any{map[string]any{"x": struct{ b strings.Builder }{}}},
		"cycle":            cycle,
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if r := recover(); r == nil || !strings.HasPrefix(fmt.Sprint(r), "output: ") {
					t.Errorf("recovered %v", r)
				}
			}()
			DigestOf(value)
		})
	}
	DigestOf(struct{ P *struct{ a int } }{}) // nothing to be met: no panic
}

// Two lists of strings have one digest exactly when they are equal.
func TestDigestIsInjective(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lists := rapid.SliceOfN(rapid.StringMatching(`[ab]{0,2}`), 0, 3)
		a, b := lists.Draw(t, "a"), lists.Draw(t, "b")
		if (DigestOf(a) == DigestOf(b)) != (fmt.Sprintf("%q", a) == fmt.Sprintf("%q", b)) {
			t.Fatalf("%q and %q", a, b)
		}
	})
}

// Only what String writes is read as a digest.
func TestParseDigest(t *testing.T) {
	d := Sum([]byte("abc"))
	const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" // FIPS 180-4, appendix B.1
	if d.String() != abc {
		t.Fatalf("SHA-256 of abc is %s", d)
	}
	if got, err := ParseDigest(abc); got != d || err != nil {
		t.Errorf("%v, %v", got, err)
	}
	for _, bad := range []string{"", abc[1:], abc + "0", strings.ToUpper(abc), strings.Replace(abc, "b", "g", 1)} {
		if _, err := ParseDigest(bad); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

// The key of a recipe is of its maker, path and inputs and of nothing else.
func TestRecipeKey(t *testing.T) {
	r := Recipe{Path: "a", Maker: "page/1", Inputs: Sum([]byte("x")), Claim: "a.md"}
	same := r
	same.Claim, same.Make = "b.md", text("")
	if r.Key() != same.Key() {
		t.Errorf("the claim is part of the key")
	}
	for _, other := range []Recipe{
		{Path: "b", Maker: r.Maker, Inputs: r.Inputs}, {Path: r.Path, Maker: "page/2", Inputs: r.Inputs}, {Path: r.Path, Maker: r.Maker},
	} {
		if other.Key() == r.Key() {
			t.Errorf("%v has the key of another", other)
		}
	}
}
