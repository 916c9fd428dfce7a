package build_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing/fstest"
)

// corpus is a site with n press releases of 300 to 900 words, like those of a municipality's newsroom: one to three of
// 40 topics, two contacts, headings, lists, links, and a table in every fourth. The same n gives the same site.
func corpus(n int) fstest.MapFS {
	r := rand.New(rand.NewPCG(1, 2))
	fs := fstest.MapFS{"config.yaml": file(corpusConfig)}
	for i := range 40 {
		fs[fmt.Sprintf("content/topics/amne-%02d.md", i)] = file(fmt.Sprintf("---\ntitle: Ämne %d\n---\nOm ämnet.\n", i))
	}
	for i := range 8 {
		fs[fmt.Sprintf("content/people/person-%d.md", i)] = file(fmt.Sprintf("---\ntitle: Person %d\nrole: Strateg\nemail: p%d@example.se\nphone: 08-465 004 %02d\n---\n", i, i, i))
	}
	fs["content/publishers/kommunen.md"] = file("---\ntitle: Kommunen\nabout: En kommun.\n---\n")
	for i := range n {
		year := 2006 + i*20/max(n, 1)
		fs[fmt.Sprintf("content/press/%04d-%02d-%02d-nyhet-%06d.md", year, i%12+1, i%28+1, i)] = file(release(r, i))
	}
	return fs
}

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

const corpusConfig = `title: Portalen
url: https://tillvaxt.example.se/
timezone: Europe/Stockholm
languages: [sv]
publisher: kommunen
collections:
  press: {type: press-release, title: Pressmeddelanden, url: /pressmeddelanden/}
  topics: {type: topic, title: Ämnen, url: /amnen/, perPage: 100}
  people: {type: person, title: Personer, url: /personer/}
  publishers: {type: publisher, title: Avsändare, url: /avsandare/}
menu:
  - {page: press}
`

func release(r *rand.Rand, i int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %s %d\nsummary: %s\ntopics: [%s]\ncontacts: [person-%d, person-%d]\n---\n",
		sentence(r, 6), i, sentence(r, 16), topics(r), i%8, (i+1)%8)
	for words := 300 + r.IntN(600); words > 0; words -= 60 {
		switch r.IntN(5) {
		case 0:
			fmt.Fprintf(&b, "## %s\n\n", sentence(r, 4))
		case 1:
			fmt.Fprintf(&b, "- %s\n- %s\n- %s\n\n", sentence(r, 6), sentence(r, 5), sentence(r, 7))
		case 2:
			fmt.Fprintf(&b, "> %s\n\n", sentence(r, 14))
		}
		fmt.Fprintf(&b, "%s %s Läs mer om [ämnet](../topics/amne-%02d.md) och **%s**. %s\n\n", sentence(r, 14), sentence(r, 12), r.IntN(40), word(r), sentence(r, 13))
	}
	if r.IntN(4) == 0 {
		b.WriteString("| År | Antal |\n| --- | ---: |\n| 2010 | 120 |\n| 2011 | 134 |\n")
	}
	return b.String()
}

func topics(r *rand.Rand) string {
	var list []string
	first := r.IntN(40)
	for i := range 1 + r.IntN(3) {
		list = append(list, fmt.Sprintf("amne-%02d", (first+i*7)%40))
	}
	return strings.Join(list, ", ")
}

var words = strings.Fields(`kommunen företag näringsliv arbete mark bostäder skola beslut möte stöd plan service tillväxt
utveckling invånare handel turism kompetens utbildning energi trafik miljö bygglov upphandling samverkan nätverk framtid`)

func word(r *rand.Rand) string { return words[r.IntN(len(words))] }

func sentence(r *rand.Rand, n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = word(r)
	}
	return strings.ToUpper(list[0][:1]) + list[0][1:] + " " + strings.Join(list[1:], " ") + "."
}
