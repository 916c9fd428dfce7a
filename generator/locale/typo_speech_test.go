package locale

import "testing"

// A paragraph is speech by its dash, whatever kind of dash and spaces a word
// processor has left; a list's hyphen, a span and a minus are none.
func TestSpeech(t *testing.T) {
	for _, tt := range []struct {
		text, rest string
		ok         bool
	}{
		{"– Vi är glada", "Vi är glada", true},
		{"–~Vi är glada", "Vi är glada", true},
		{"— Vi är glada", "Vi är glada", true},
		{"― Vi är glada", "Vi är glada", true},
		{"~~~– Vi är glada", "Vi är glada", true},
		{"  –  Vi är glada", "Vi är glada", true},
		{"–¶Vi är glada", "Vi är glada", true},
		{"~~ - Vi är glada", "Vi är glada", true},
		{"-~Vi är glada", "Vi är glada", true},
		{"- Vi är glada", "", false},
		{"–Vi är glada", "", false},
		{"– ", "", false},
		{"–", "", false},
		{"", "", false},
		{"Vi – är glada", "", false},
		{"−5 grader", "", false},
		{"~-5 grader", "", false},
		{"-- Vi", "", false},
	} {
		text := unveil.Replace(tt.text)
		want := tt.rest
		if !tt.ok {
			want = text
		}
		if rest, ok := Speech(text); rest != want || ok != tt.ok {
			t.Errorf("Speech(%q) = %q, %v; want %q, %v", tt.text, rest, ok, want, tt.ok)
		}
	}
}

// What a press release says of who is speaking is recognised, and ordinary
// items of a list are not.
func TestAttribution(t *testing.T) {
	for _, tt := range []struct {
		lang Lang
		text string
		want bool
	}{
		{Swedish, "Vi är glada, säger Anna Berg, näringslivschef.", true},
		{Swedish, "Det finns alltid saker att förbättra. Syftet är att växa, avslutar Anna Berg.", true},
		{Swedish, "Är det klart? frågar hon.", true},
		{Swedish, "”Vi är glada” säger hon.", true},
		{Swedish, "\"Vi är glada\", berättar kommundirektören.", true},
		{Swedish, "Arbetet, säger hon, går bra.", true},
		{Swedish, "Det går bra! menar Anna", true},
		{Swedish, "Vi är glada, SÄGER ANNA BERG", true},
		{Swedish, "Det blir bra, tror jag", false},
		{Swedish, "Ordförande i styrgruppen för Matchningsprojektet", false},
		{Swedish, "Deltagare i gruppen som förklarar beslutet", false},
		{Swedish, "Hon säger att det går bra", false},
		{Swedish, "Planen, skriver vi under", false},
		{Swedish, "", false},
		{English, "We are glad, says Anna Berg, head of business.", true},
		{English, "We are glad, Anna Berg says.", true},
		{English, "We are glad”, she adds.", true},
		{English, "Is it done? asks the mayor.", true},
		{English, "We are glad, she said", true},
		{English, "Chair of the group that says no", false},
		{English, "The plan, as the board said", false},
		{English, "Members of the steering group", false},
	} {
		if got := Attribution(tt.text, tt.lang); got != tt.want {
			t.Errorf("Attribution(%q, %s) = %v", tt.text, tt.lang, got)
		}
	}
}
