package vcard_test

import (
	"strings"
	"testing"

	govcard "github.com/emersion/go-vcard"

	"growthportal/generator/render/rendertest"
)

// parse reads a card with a parser that is not ours.
func parse(t *testing.T, text string) govcard.Card {
	t.Helper()
	card, err := govcard.NewDecoder(strings.NewReader(text)).Decode()
	if err != nil {
		t.Fatalf("%v:\n%s", err, text)
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line of %d bytes, or ended otherwise: %q", len(line), line)
		}
	}
	return card
}

// unspaced undoes what typography does to spaces.
func unspaced(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// Another program finds in a person's card all that the page says of how to reach them.
func TestPerson(t *testing.T) {
	w := rendertest.Corpus()
	w.Files["content/people/asa.md"] = "---\ntitle: Åsa Maria von Prövare\ndate: 2026-01-02 08:00\nrole: [Chef, \"Strateg: mark, vatten\"]\norganisation: Kommunledningens kontor\n" +
		"email: asa@example.se\nphone: 08-465 004 00\nhours: Måndag till fredag kl. 9–12\nplace: Kommunhuset, plan 4\n---\n"
	card := parse(t, cards().Maker(t)(w)["personer/asa/asa.vcf"])
	for name, want := range map[string]string{
		"VERSION": "3.0", "FN": "Åsa Maria von Prövare", "N": "von Prövare;Åsa Maria;;;", "TITLE": "Chef, Strateg: mark, vatten",
		"ORG": "Kommunledningens kontor", "TEL": "+46846500400", "EMAIL": "asa@example.se", "ADR": `;;Kommunhuset, plan 4;;;;`,
		"NOTE": "Träffas: Måndag till fredag kl. 9–12", "URL": "https://tillvaxt.example.se/personer/asa/",
		"UID": "https://tillvaxt.example.se/personer/asa/", "REV": "2026-01-02T07:00:00Z",
	} {
		if got := unspaced(card.Value(name)); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if got := card.Get("TITLE").Params.Get("LANGUAGE"); got != "sv" {
		t.Errorf("the language is %q", got)
	}
	if types := card.Get("TEL").Params.Types(); len(types) == 0 {
		t.Error("a number without a type is dropped by older programs")
	}
}

// A publisher's card is one of an organisation; who has no way to be reached, has come down or is a draft has none; and
// somebody without an organisation belongs to their publisher.
func TestWhoHasACard(t *testing.T) {
	files := cards().Maker(t)
	w := rendertest.Corpus()
	made := files(w)
	body := parse(t, made["avsandare/kommunen/kommunen.vcf"])
	if body.Value("ORG") != "Kommunen" || body.Value("X-ABSHOWAS") != "COMPANY" || body.Value("N") != ";;;;" {
		t.Error(made["avsandare/kommunen/kommunen.vcf"])
	}
	if got := parse(t, made["personer/asa/asa.vcf"]).Value("ORG"); got != "Kommunen" {
		t.Errorf("the organisation is %q", got)
	}
	if _, ok := made["personer/bo/bo.vcf"]; ok || len(made) != 2 {
		t.Errorf("%d cards", len(made))
	}
	w.Files["content/people/asa.md"] = "---\ntitle: Åsa\ndraft: true\nemail: a@example.se\n---\n"
	w.Files["content/people/bo.md"] = "---\ntitle: Bo\ndate: 2026-01-01\nexpires: 2026-02-01\nemail: b@example.se\n---\n"
	for _, name := range []string{"content/om.md", "content/press/2026-11-10-stor/index.md", "content/reports/a.md", "content/reports/b.md"} {
		w.Files[name] = strings.NewReplacer("contacts: asa\n", "", "authors: asa\n", "authors: cia\n", "authors: [asa, bo]\n", "authors: cia\n").Replace(w.Files[name])
	}
	w.Files["content/people/cia.md"] = "---\ntitle: Cia\n---\n"
	if made := files(w); len(made) != 1 {
		t.Errorf("%d cards", len(made))
	}
}
