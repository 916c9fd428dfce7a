package output

import (
	"maps"
	"os"
	"testing"
)

// Where there are no hard links, a file of the version before is a copy, and what was altered in it in place shows in no folder's times: it is read,
// and not published. Each build of the sequence may be the one before which it happens.
func TestGlanceSpareOfCopies(t *testing.T) {
	needsGlance(t)
	for altered := range 7 {
		dest := newDest(t)
		var last Result
		for i := range 8 {
			v := maps.Clone(glanceVersion)
			v["n/index.html"] = string(rune('a' + i))
			exact(&last.Shapes.Live)
			tick(t)
			result, err := publish(&faultyDisk{noLinks: true}, dest, v, Options{Signatures: last.Signatures, Shapes: &last.Shapes})
			must(t, err)
			if got := read(t, dest); !maps.Equal(got, v) {
				t.Errorf("altered after build %d, build %d published %v, want %v", altered, i, got, v)
			}
			if last = result; i == altered && i > 0 {
				must(t, os.WriteFile(spareOf(dest)+"/c/index.html", []byte("X"), 0o644))
			}
		}
	}
}
