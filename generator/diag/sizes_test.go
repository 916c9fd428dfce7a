package diag

import "testing"

// A file that is too large never shows as one that is as large as the limit.
func TestSizesDiffer(t *testing.T) {
	for _, c := range []struct {
		size, limit int64
		is, most    string
	}{
		{1_001, 1_000, "1001 B", "1000 B"},
		{130_220, 10_000, "131 kB", "10 kB"},
		{4_000_001, 4_000_000, "4001 kB", "4000 kB"},
		{50_000_001, 50_000_000, "51 MB", "50 MB"},
		{256<<20 + 1, 256 << 20, "269 MB", "268 MB"},
	} {
		if is, most := Sizes(c.size, c.limit); is != c.is || most != c.most {
			t.Errorf("Sizes(%d, %d) = %q, %q; want %q, %q", c.size, c.limit, is, most, c.is, c.most)
		}
	}
}
