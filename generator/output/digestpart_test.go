package output

import (
	"reflect"
	"testing"
)

type (
	toldText  string
	toldList  []int
	toldTruth bool
	named     string
)

func (t toldText) Digest() Digest  { return Sum([]byte("told " + t)) }
func (t *toldList) Digest() Digest { return Sum([]byte{byte(len(*t))}) }
func (t toldTruth) Digest() Digest { return Sum([]byte("truth")) }

// A part of a value is encoded as its plan encodes it, also where that is not asked.
func TestPartsAreEncodedByTheirPlans(t *testing.T) {
	text, list := "x", toldList{1, 2}
	for _, value := range []any{
		"", "text", named("n"), toldText("t"), true, false, toldTruth(true), 0, 1, -1, 1 << 40, -1 << 62, int8(-3), uint(7), 1.5,
		(*string)(nil), &text, []string(nil), []string{}, []string{"a", ""}, []byte("b"), map[string]int(nil), map[string]int{}, map[string]int{"b": 1, "a": -2},
		toldList(nil), toldList{1}, (*toldList)(nil), &list, Digest{1}, struct {
			A string
			B *int
			C []bool
			D toldText
		}{"a", nil, nil, "d"},
	} {
		v := reflect.ValueOf(value)
		var quick, planned encoder
		partOf(v.Type()).encode(&quick, v)
		planOf(v.Type()).encode(&planned, v)
		if string(quick.buf) != string(planned.buf) {
			t.Errorf("%T %v: got %x, want %x", value, value, quick.buf, planned.buf)
		}
	}
}
