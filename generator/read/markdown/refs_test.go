package markdown

import (
	"testing"

	"growthportal/generator/model"
)

// A picture stands at the top of its page where no word comes before it.
func TestLeads(t *testing.T) {
	for before, want := range map[string]bool{"": true, "<p>": true, "<figure>\n": true, `<p class="a">`: true, "<p>Hej ": false, "<h2>Så</h2>\n<p>": false, "hej": false} {
		if got := leads([]model.Segment{{HTML: before, Ref: 1}}); got != want {
			t.Errorf("%q: %v", before, got)
		}
	}
}
