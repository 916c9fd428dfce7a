package card

import (
	"bytes"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"

	"growthportal/generator/site"
)

func sampleCard() site.Card {
	return site.Card{
		Label: "Pressmeddelande", Title: "Åtta lediga tomter på Kvarnåsen – först till\u00a0kvarn från den 16\u00a0maj",
		Date: "5\u00a0november 2026", From: "Älvbrunna kommun", Brand: "#0b5a66",
	}
}

func bytesOf(t testing.TB, c site.Card) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, c, load()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A card is what social networks take: a PNG of 1200 x 630 pixels, small, and the same each time, whatever card was made in its memory before.
func TestCardIsSmallAndTheSame(t *testing.T) {
	b := bytesOf(t, sampleCard())
	bytesOf(t, site.Card{Title: strings.Repeat("Översikt ", 30), Label: "Plan", Date: "I dag", From: "Alla", Brand: "#f00"})
	if !bytes.Equal(b, bytesOf(t, sampleCard())) {
		t.Error("it differs when it is made again")
	}
	m, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if m.Bounds() != image.Rect(0, 0, 1200, 630) || len(b) > 20_000 {
		t.Errorf("%v, %d bytes", m.Bounds(), len(b))
	}
}

// Nothing is set beyond the margins, however long the words are; and every field shows.
func TestCardKeepsItsMargins(t *testing.T) {
	long := strings.Repeat("Översiktsplaneringsförfarandet ", 20)
	for _, c := range []site.Card{
		sampleCard(), {Title: long}, {Title: strings.ReplaceAll(long, " ", "")}, {Title: strings.ReplaceAll(long, " ", "\u00a0"), Label: long, Date: long, From: long},
		{}, {Title: " "}, {Title: "\u00ad"}, {Title: "A", Brand: "#abc"}, {Title: "A", Brand: "röd"},
	} {
		m, err := png.Decode(bytes.NewReader(bytesOf(t, c)))
		if err != nil {
			t.Fatal(err)
		}
		picture := m.(*image.Paletted)
		for y := bar; y < site.CardHeight; y++ {
			for x := range site.CardWidth {
				if (x < margin-6 || x > margin+inner+6 || y > site.CardHeight-40) && picture.ColorIndexAt(x, y) != 0 {
					t.Fatalf("%.20q: ink at %d, %d", c.Title, x, y)
				}
			}
		}
	}
	whole := bytesOf(t, sampleCard())
	for _, clear := range []func(*site.Card){
		func(c *site.Card) { c.Label = "" }, func(c *site.Card) { c.Title = "" }, func(c *site.Card) { c.Date = "" },
		func(c *site.Card) { c.From = "" }, func(c *site.Card) { c.Brand = "" },
	} {
		c := sampleCard()
		clear(&c)
		if bytes.Equal(whole, bytesOf(t, c)) {
			t.Errorf("%+v looks the same with all fields", c)
		}
	}
}

// Swedish typography is kept: no line ends at a no-break space, none is lost, and every letter is in the fonts.
func TestLinesBreakAtSpacesAlone(t *testing.T) {
	setter, err := newSetter(load().bold, 84)
	if err != nil {
		t.Fatal(err)
	}
	got, whole := setter.lines("Stängt torsdag den 16\u00a0maj kl.\u00a09–12, enligt 7\u00a0kap. 2\u00a0§", 700)
	if !whole || strings.Join(got, " ") != "Stängt torsdag den 16\u00a0maj kl.\u00a09–12, enligt 7\u00a0kap. 2\u00a0§" {
		t.Errorf("%q", got)
	}
	if slices.ContainsFunc(got, func(line string) bool {
		return strings.HasSuffix(line, " 16") || strings.HasSuffix(line, "kl.") || setter.width(line) > 700
	}) {
		t.Errorf("%q", got)
	}
	for _, letter := range "ÅÄÖåäöÉéüÜ–—”’»«…§€½²×•" {
		if _, ok := setter.face.GlyphAdvance(letter); !ok {
			t.Errorf("no glyph for %c", letter)
		}
	}
}

func BenchmarkCard(b *testing.B) {
	c, fonts := sampleCard(), load()
	for b.Loop() {
		var out bytes.Buffer
		if err := write(&out, c, fonts); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(out.Len()), "bytes")
	}
}
