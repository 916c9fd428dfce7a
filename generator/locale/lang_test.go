package locale

import "testing"

// Only the two declared forms are languages; what merely looks like one can
// be told from a name, so that NAME.fi.md is reported.
func TestLang(t *testing.T) {
	for _, lang := range Langs() {
		if got, ok := ParseLang(string(lang)); got != lang || !ok {
			t.Errorf("ParseLang(%q) = %q, %v", lang, got, ok)
		}
	}
	for _, s := range []string{"", "SV", "se", "sv-SE", "svenska"} {
		if _, ok := ParseLang(s); ok {
			t.Errorf("ParseLang(%q) is accepted", s)
		}
	}
	for s, want := range map[string]bool{
		"sv": true, "en": true, "fi": true, "smj": true, "en-GB": true,
		"": false, "s": false, "svenska": false, "SV": false, "v2": false, "å": false, "en-": false, "en-GBR": false, "åä": false,
	} {
		if got := LooksLikeLang(s); got != want {
			t.Errorf("LooksLikeLang(%q) = %v", s, got)
		}
	}
}

// What pages say of their language, to machines and to readers.
func TestLangNames(t *testing.T) {
	for _, tt := range []struct{ got, want string }{
		{Swedish.Tag(), "sv"}, {English.Tag(), "en"},
		{Swedish.OGLocale(), "sv_SE"}, {English.OGLocale(), "en_GB"},
		{Swedish.Autonym(), "Svenska"}, {English.Autonym(), "English"},
		{Swedish.Name(Swedish), "svenska"}, {Swedish.Name(English), "Swedish"}, {English.Name(Swedish), "engelska"}, {English.Name(English), "English"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}
