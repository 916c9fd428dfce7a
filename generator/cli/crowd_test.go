package cli

import (
	"net"
	"net/http"
	"testing"
)

// someone is a connection with a name.
type someone struct {
	net.Conn
	name   string
	parted *[]string
}

func (s *someone) Close() error {
	*s.parted = append(*s.parted, s.name)
	return nil
}

// Where there are too many, who asks for nothing goes before who asks, who has been there for longest before who has just come, and
// nobody goes where there is room.
func TestCrowd(t *testing.T) {
	var parted []string
	c := newCrowd(3)
	all := map[string]*someone{}
	for _, name := range []string{"a", "b", "c", "d", "e", "f", "g"} {
		all[name] = &someone{name: name, parted: &parted}
	}
	for i, step := range []struct {
		who  string
		does http.ConnState
		want string // all who have had to go
	}{
		{"a", http.StateNew, ""},
		{"a", http.StateActive, ""},
		{"b", http.StateNew, ""},
		{"c", http.StateNew, ""},
		{"b", http.StateActive, ""},
		{"b", http.StateIdle, ""}, // b has asked, and been silent for less long than c
		{"d", http.StateNew, "c"}, // c has never asked for anything
		{"d", http.StateActive, "c"},
		{"e", http.StateNew, "cb"}, // a asks, for however long
		{"e", http.StateActive, "cb"},
		{"f", http.StateNew, "cba"}, // all ask, and a has asked for longest
		{"a", http.StateClosed, "cba"},
		{"f", http.StateClosed, "cba"},
		{"g", http.StateNew, "cba"},
		{"g", http.StateHijacked, "cba"},
	} {
		c.heed(all[step.who], step.does)
		got := ""
		for _, name := range parted {
			got += name
		}
		if got != step.want {
			t.Fatalf("step %d: %q had to go, want %q", i+1, got, step.want)
		}
	}
	if len(c.silent)+len(c.asking) != 2 {
		t.Errorf("%d and %d are left", len(c.silent), len(c.asking))
	}
}
