package model

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// A text that is given segment by segment is closed as one that is here, up to the first error.
func TestCloseEach(t *testing.T) {
	body := &Body{
		Segments: []Segment{{"<a href=\"", 1}, {"\">å</a>", 2}, {"", 3}, {"<p>", 0}},
		Refs:     []BodyRef{{}, {Kind: ImageRef}, {Kind: TermRef}}, Length: 20,
	}
	lean := *body
	lean.Segments = nil
	lean.Each = func(of *Body, give func([]byte, int) error) error {
		if of != &lean {
			t.Error("told another body")
		}
		for _, s := range body.Segments {
			piece := []byte(s.HTML)
			if err := give(piece, s.Ref); err != nil {
				return err
			}
			clear(piece)
		}
		return nil
	}
	link := func(i int) (string, string) { return fmt.Sprint("/x?a&b", i), "en" }
	image := func(i int) string { return fmt.Sprint("<img>", i) }
	var plain, each strings.Builder
	if err := errors.Join(body.Close(&plain, link, image), lean.Close(&each, link, image)); err != nil || plain.String() != each.String() || plain.Len() == 0 {
		t.Errorf("%v: %q, want %q", err, each.String(), plain.String())
	}
	for room := range plain.Len() {
		a, b := &narrow{room: room}, &narrow{room: room}
		if body.Close(a, link, image) == nil || lean.Close(b, link, image) == nil || string(a.got) != string(b.got) {
			t.Errorf("with room for %d: %q, want %q", room, b.got, a.got)
		}
	}
}

// narrow takes so many bytes and no write that is longer than what is left.
type narrow struct {
	room int
	got  []byte
}

func (n *narrow) Write(b []byte) (int, error) {
	if len(n.got)+len(b) > n.room {
		return 0, errors.New("no room")
	}
	n.got = append(n.got, b...)
	return len(b), nil
}

// The bytes that are passed over at a glance are those that no address has to encode, of URLs of the site and of what authors write.
func TestPlainBytesNeedNoEncoding(t *testing.T) {
	for c := range 256 {
		encoded := URL("/"+string([]byte{byte(c)})).Encoded() != "/"+string([]byte{byte(c)})
		unfit := c <= ' ' || c >= 0x7F
		for _, special := range "\"<>\\^`{|}%?#[]" {
			unfit = unfit || c == int(special)
		}
		if encoded != unfit {
			t.Errorf("%#x: encoded is %t", c, encoded)
		}
	}
	for address, want := range map[string]string{
		"a b": "a%20b", "?q=å&x=[1]#%41": "?q=%C3%A5&x=[1]#%41", "100%": "100%25", "%zz": "%25zz", "/ren": "/ren", "": "",
	} {
		if got := EncodeAddress(address); got != want {
			t.Errorf("%q: got %q, want %q", address, got, want)
		}
	}
}
