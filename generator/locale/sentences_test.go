package locale

import "testing"

// The measure itself: words of more than six letters are long, abbreviations and numbers are one word and end nothing.
func TestLIX(t *testing.T) {
	for _, c := range []struct {
		blocks    []string
		sentences int
		words     int
		lix       float64
	}{
		{[]string{"Vi bor här. Du bor där."}, 2, 6, 3},
		{[]string{"Kommunen växer. Nu."}, 2, 3, 1.5 + 100.0/3},
		{[]string{"Den 12 januari kl. 7 öppnar anmälan."}, 1, 7, 7 + 200.0/7},
		{[]string{"Det gäller t.ex. Äpplen och bl.a. Päron."}, 1, 7, 7},
		{[]string{"I år kom 38\u00a0000 personer, 3,5 gånger fler."}, 1, 8, 8 + 100.0/8},
		{[]string{"Först ska vi", "äta", "dricka", "och sova."}, 1, 7, 7},
		{[]string{"Vi gör så:", "Äter.", "Sover."}, 3, 5, 5.0 / 3},
		{[]string{"– ”Hej!” sa hon. Sedan gick hon."}, 2, 6, 3},
		{nil, 0, 0, 0},
	} {
		sentences := Sentences(c.blocks, false)
		words := 0
		for _, s := range sentences {
			words += len(s)
		}
		if lix := LIX(sentences); len(sentences) != c.sentences || words != c.words || lix != c.lix {
			t.Errorf("%q: %d sentences, %d words, LIX %v; want %d, %d, %v", c.blocks, len(sentences), words, lix, c.sentences, c.words, c.lix)
		}
	}
}

// A word tells where it stands, so that a finding can be shown at it; and alone keeps the blocks of a list apart.
func TestSentencesTellPlaces(t *testing.T) {
	blocks := []string{"Å, vi går. Ni", "står"}
	sentences := Sentences(blocks, true)
	if len(sentences) != 3 {
		t.Fatalf("%d sentences", len(sentences))
	}
	for _, s := range sentences {
		for _, w := range s {
			if blocks[w.Block][w.From:w.To] != w.Text {
				t.Errorf("%q is told to be %q", w.Text, blocks[w.Block][w.From:w.To])
			}
		}
	}
	if joined := Sentences(blocks, false); len(joined) != 2 || len(joined[1]) != 2 {
		t.Errorf("a list that goes on: %v", joined)
	}
}
