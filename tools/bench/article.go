package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"growthportal/generator/locale"
)

// article is one text of the corpus, before it is written as one of the programs wants it.
type article struct {
	name     string // of its file, without ".md", and the last part of its URL
	title    string
	kind     string
	date     time.Time
	summary  string
	topics   []string // one to three of topicNames
	contacts []contact
	place    string
	body     string // Markdown of 300 to 900 words
}

// contact is somebody to ask.
type contact struct{ name, role, phone, email string }

// writer makes sentences out of a source of chance, and counts their words.
type writer struct {
	*rand.Rand
	body  strings.Builder
	words int
}

// newArticle is text number i, from 1, the newest first: always the same, so that a smaller corpus is the newest part of a
// larger one.
func newArticle(i int) article {
	w := &writer{Rand: rand.New(rand.NewPCG(20260630, uint64(i)))}
	a := article{kind: "pressmeddelande"}
	a.title = w.one(subjects) + " " + w.one(verbs) + " " + w.one(adjectives) + " " + w.one(objects)
	if w.IntN(5) == 0 {
		a.kind, a.title = "chefsrapport", "Chefens rapport: "+uncapital(a.title)
	}
	newest := time.Date(2026, 6, 30, 8, 0, 0, 0, time.FixedZone("", 3600))
	a.date = newest.Add(-time.Duration(i) * 97 * time.Minute)
	a.summary = w.plain() + " " + w.plain()
	for _, k := range w.Perm(len(topicNames))[:1+w.IntN(3)] {
		a.topics = append(a.topics, topicNames[k])
	}
	for range 1 + w.IntN(2) {
		a.contacts = append(a.contacts, w.contact())
	}
	a.place = w.one(places)
	w.text(300 + w.IntN(601))
	a.body, a.name = w.body.String(), fmt.Sprintf("n%06d-%s", i, short(locale.Slug(a.title), 48))
	return a
}

func (w *writer) contact() contact {
	name := w.person()
	return contact{
		name: name, role: w.one(roles), email: strings.ReplaceAll(locale.Slug(name), "-", ".") + "@exempelkommun.se",
		phone: fmt.Sprintf("0%d-%d %d %d", 200+w.IntN(700), 100+w.IntN(900), 10+w.IntN(90), 10+w.IntN(90)),
	}
}

// text writes paragraphs under headings until there are enough words: lists, quotations and links in all, a table in
// every fourth text and a footnote in every fifth.
func (w *writer) text(enough int) {
	note, table := w.IntN(5) == 0, w.IntN(4) == 0
	w.put(w.paragraph(2, 4))
	if note {
		w.put("[^1]")
	}
	w.put("\n\n")
	order := w.Perm(len(headings))
	for h := 0; w.words < enough; h++ {
		level := "## "
		if h%3 == 2 {
			level = "### "
		}
		w.put(level + headings[order[h%len(order)]] + "\n\n" + w.paragraph(3, 5) + "\n\n")
		w.block(h%4, table)
	}
	w.put(w.paragraph(2, 3) + "\n")
	if note {
		w.put("\n[^1]: Beloppen avser löpande priser, se [budgeten](https://www.exempelkommun.se/budget) för detaljer.\n")
	}
}

// block writes what follows the paragraph below a heading: a list, a quotation, a table or steps.
func (w *writer) block(which int, table bool) {
	switch which {
	case 0:
		for range 3 + w.IntN(3) {
			w.put("- " + w.one(objects) + " " + w.one(endings) + "\n")
		}
	case 1:
		w.put("> – " + w.plain() + " " + w.plain() + "\n>\n> " + w.person() + ", " + w.one(roles) + "\n")
	case 2:
		if !table {
			return
		}
		w.put("| Område | Budget 2025 | Budget 2026 | Ansvarig |\n| --- | ---: | ---: | --- |\n")
		for range 3 + w.IntN(4) {
			w.put(fmt.Sprintf("| %s | %d tkr | %d tkr | %s |\n", w.one(places), 100+w.IntN(9000), 100+w.IntN(9000), w.person()))
		}
	case 3:
		for k := range 3 {
			w.put(fmt.Sprintf("%d. %s\n", k+1, w.plain()))
		}
	}
	w.put("\n")
}

func (w *writer) paragraph(least, most int) string {
	list := make([]string, least+w.IntN(most-least+1))
	for i := range list {
		list[i] = w.sentence()
	}
	return strings.Join(list, " ")
}

// sentence is one that may have a link, strong words or a number in it.
func (w *writer) sentence() string {
	s := strings.TrimSuffix(w.plain(), ".")
	switch w.IntN(12) {
	case 0:
		s = fmt.Sprintf("Under %d %s", 2015+w.IntN(14), uncapital(s))
	case 1:
		s += fmt.Sprintf(", vilket omfattar %d miljoner kronor", 2+w.IntN(240))
	case 2:
		s += ", säger " + w.person() + ", " + w.one(roles)
	case 3:
		s += " och **" + w.one(adjectives) + " " + w.one(objects) + "**"
	case 4:
		s += fmt.Sprintf(" ([läs mer om %s](/topics/%s/))", w.one(objects), w.one(topicNames))
	case 5:
		s += fmt.Sprintf(", se [underlaget](https://www.exempelkommun.se/dokument/%d)", 1000+w.IntN(9000))
	case 6:
		s += ", som *" + w.one(adjectives) + "* prioriteras"
	}
	return s + "."
}

// plain is a sentence without anything in it.
func (w *writer) plain() string {
	return w.one(subjects) + " " + w.one(verbs) + " " + w.one(adjectives) + " " + w.one(objects) + " " + w.one(endings) + "."
}

func (w *writer) person() string           { return w.one(firstNames) + " " + w.one(lastNames) }
func (w *writer) one(list []string) string { return list[w.IntN(len(list))] }

func (w *writer) put(s string) {
	w.words += len(strings.Fields(s))
	w.body.WriteString(s)
}

// uncapital is for what no longer begins a sentence. All subjects begin with an ASCII letter.
func uncapital(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// short cuts a name to so many bytes at most, and at no hyphen.
func short(slug string, most int) string { return strings.Trim(slug[:min(most, len(slug))], "-") }
