package locale

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestSlug(t *testing.T) {
	for _, tt := range []struct{ in, want, promise string }{
		{"Näringslivet i fokus", "naringslivet-i-fokus", "ä gives a"},
		{"Åsa Pråve", "asa-prave", "å gives a, also as a capital"},
		{"Öström & Söner AB", "ostrom-soner-ab", "ö gives o; signs between words are one hyphen"},
		{"Café Idé", "cafe-ide", "é gives e"},
		{"Smørrebrød på Færøerne", "smorrebrod-pa-faeroerne", "Danish and Faroese letters"},
		{"Straße nach Köln über Łódź", "strasse-nach-koln-uber-lodz", "ß, ü and ł"},
		{"Þingvellir ıÐ", "thingvellir-id", "letters that do not decompose"},
		{"Till\u00advä\u00adxt\u200bportalen", "tillvaxtportalen", "soft hyphens and zero width vanish"},
		{"e\u00ad\u0301", "e", "a soft hyphen between letter and accent"},
		{"  --Hej,  du!-- ", "hej-du", "edges are trimmed"},
		{"1700- och 1800-talen", "1700-och-1800-talen", "suspended hyphens are single"},
		{"2009–2011", "2009-2011", "a dash is a hyphen"},
		{"38\u00a0000 invånare", "38-000-invanare", "no-break spaces are hyphens"},
		{"What's new? It’s Åsa’s", "whats-new-its-asas", "apostrophes inside words vanish"},
		{"’Ny’ plan", "ny-plan", "quotes around words do not join them"},
		{"ﬁnans x² ½", "finans-x2-1-2", "compatibility forms are spelt out"},
		{"ＦＵＬＬ", "full", "full width"},
		{"Привет", "", "no Latin letter gives nothing"},
		{"", "", "nothing gives nothing"},
		{"a\xffb", "a-b", "broken UTF-8 is a separator"},
		{"KS 2012/0123", "ks-2012-0123", "a case number"},
		{"a_b.c", "a-b-c", "underscore and dot"},
	} {
		if got := Slug(tt.in); got != tt.want {
			t.Errorf("%s: Slug(%q) = %q, want %q", tt.promise, tt.in, got, tt.want)
		}
	}
}

// A long title is cut between words, and a single endless word is cut all the same.
func TestSlugIsBounded(t *testing.T) {
	words := Slug(strings.Repeat("ord ", 100))
	if len(words) > maxSlug || !strings.HasSuffix(words, "-ord") {
		t.Errorf("cut inside a word: %q", words)
	}
	if exact := strings.Repeat("a", maxSlug) + " b"; Slug(exact) != exact[:maxSlug] {
		t.Errorf("a first word of exactly the bound is not kept: %q", Slug(exact))
	}
	if got := Slug(strings.Repeat("å", 300)); len(got) != maxSlug {
		t.Errorf("an endless word has %d bytes, want %d", len(got), maxSlug)
	}
}

// The quick way to a slug is the full one, where it is taken at all; and it is taken for plain headings.
func TestQuickSlug(t *testing.T) {
	taken := 0
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`[A-Za-zÀ-ÿ0-9 .,:;!?()/_"\x{FD}\x{DF}×÷\-]{0,80}`), rapid.StringMatching(`[a-zåäöéÅÄÖ ’'–\x{AD}\x{301}]{0,20}`)).Draw(t, "s")
		if slug, ok := quickSlug(s); ok {
			taken++
			if full := fullSlug(s); slug != full {
				t.Fatalf("%q: quickly %q, in full %q", s, slug, full)
			}
		}
	})
	if _, ok := quickSlug("Så går arbetet vidare"); !ok || taken == 0 {
		t.Error("the quick way is never taken")
	}
}

func TestSlugLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-zåäöéÅÄÖ0-9 '’\-–\x{AD}\x{301}\x{30A}]*`)).Draw(t, "s")
		slug := Slug(s)
		if slug != "" && !ValidSlug(slug) {
			t.Fatalf("Slug(%q) = %q is no valid slug", s, slug)
		}
		if again := Slug(slug); again != slug {
			t.Fatalf("Slug(%q) = %q, twice %q", s, slug, again)
		}
		if c, d := Slug(norm.NFC.String(s)), Slug(norm.NFD.String(s)); c != d {
			t.Fatalf("composed gives %q, decomposed %q", c, d)
		}
	})
}

func TestValidSlug(t *testing.T) {
	for in, want := range map[string]bool{
		"a": true, "a-b": true, "2012": true, "a1-b2-c3": true,
		"": false, "-": false, "-a": false, "a-": false, "a--b": false, "A": false, "å": false, "a_b": false, "a b": false, "a/b": false,
		strings.Repeat("a", maxSlug): true, strings.Repeat("a", maxSlug+1): false,
	} {
		if got := ValidSlug(in); got != want {
			t.Errorf("ValidSlug(%q) = %v, want %v", in, got, want)
		}
	}
}

// Topics that share a URL are one topic; names in other scripts stay apart.
func TestFold(t *testing.T) {
	for _, same := range [][]string{{"Fritid", "fritid", "FRITID", " fritid "}, {"Café", "cafe\u0301"}, {"Привет", "ПРИВЕТ"}} {
		for _, s := range same[1:] {
			if Fold(s) != Fold(same[0]) {
				t.Errorf("Fold(%q) = %q, Fold(%q) = %q", s, Fold(s), same[0], Fold(same[0]))
			}
		}
	}
	if Fold("Привет") == Fold("Мир") {
		t.Error("different names without Latin letters fold to one")
	}
}

// Every heading of a document gets an id of its own, also where a numbered
// one would meet a heading that is written with that number.
func TestAnchorsNeverClash(t *testing.T) {
	var a Anchors
	a.Reserve("innehall")
	for _, tt := range []struct{ text, want string }{
		{"Bakgrund", "bakgrund"}, {"Bakgrund 2", "bakgrund-2"}, {"Bakgrund", "bakgrund-3"}, {"Bakgrund", "bakgrund-4"},
		{"bakgrund 2", "bakgrund-2-2"}, {"Innehåll", "innehall-2"}, {"???", "section"}, {"…", "section-2"},
	} {
		if got := a.Unique(tt.text); got != tt.want {
			t.Errorf("Unique(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
	if a.Reserve("bakgrund") {
		t.Error("an id in use can be reserved")
	}
	rapid.Check(t, func(t *rapid.T) {
		var a Anchors
		seen := map[string]bool{}
		for _, text := range rapid.SliceOf(rapid.StringMatching(`(a|A|å|-2|2| )*`)).Draw(t, "texts") {
			id := a.Unique(text)
			if seen[id] {
				t.Fatalf("%q came twice", id)
			}
			seen[id] = true
		}
	})
}
