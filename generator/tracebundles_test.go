package main

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing/fstest"

	"pgregory.net/rapid"
)

// bundle is something that is not published, with all that it brings. STATE in its files stands for the lines that say
// so, ? for a canary of its own in each place.
type bundle struct {
	name   string
	files  map[string]string
	broken bool     // it has mistakes that only a draft may have
	never  []string // the canaries that nobody is ever shown
}

func (b bundle) hides(c string) bool { return slices.Contains(b.never, c) }

// placeOf is the line in which a canary stands.
func placeOf(bundles []bundle, c string) string {
	for _, b := range bundles {
		for name, content := range b.files {
			for line := range strings.Lines(content) {
				if strings.Contains(line, c) && len(line) < 300 {
					return name + ": " + strings.TrimSpace(line)
				}
			}
			if slices.Contains(canariesIn([]byte(content)), c) {
				return name
			}
		}
	}
	return c
}

// tracesBase is a published site with something of every type, in two languages, for others to refer to. free is whether its topics
// may be any words.
func tracesBase(t rapid.TB, free bool) fstest.MapFS {
	files := fstest.MapFS{}
	for name, content := range map[string]string{
		"config.yaml": `title: {sv: Portalen, en: The portal}
url: https://tillvaxt.example.se/
languages: [sv, en]
publisher: kommunen
collections:
  press: {type: press-release, title: {sv: Pressmeddelanden, en: Press releases}, url: {sv: /press/, en: /news/}, perPage: 3}
  reports: {type: chief-report, title: Rapporter, url: /rapporter/}
  events: {type: event, title: Kalender, url: /kalender/}
  topics: {type: topic, title: Ämnen, url: /amnen/}
  people: {type: person, title: Personer, url: /personer/}
  publishers: {type: publisher, title: Avsändare, url: /avsandare/}
  points: {type: strategy-point, title: Strategi, url: /strategi/}
  alerts: {type: alert, title: Meddelanden}
menu:
  - {page: press}
  - {page: om}
`,
		"content/data/glossary.yaml":            "- {term: detaljplan, meaning: {sv: karta, en: map}}\n- {term: tomt, meaning: {sv: mark, en: land}}\n",
		"content/index.md":                      "---\ntitle: Start\n---\nVälkommen.\n",
		"content/om.md":                         "---\ntitle: Om\naliases: /gammal/\n---\n## Tider\n\nAlla dagar.\n",
		"content/publishers/kommunen.md":        "---\ntitle: Kommunen\nabout: En kommun.\n---\n",
		"content/people/asa.md":                 "---\ntitle: Åsa Prövare\nrole: Chef\nemail: a@example.se\n---\n",
		"content/topics/mark.md":                "---\ntitle: Mark\n---\n",
		"content/topics/mark.en.md":             "---\ntitle: Land\n---\n",
		"content/points/ett.md":                 "---\ntitle: Ett\nnumber: 1\n---\n",
		"content/reports/a.md":                  "---\ntitle: Rapport\ndate: 2026-10-01\nperiod: 2026-09\nauthors: asa\n---\nAllt väl.\n",
		"content/events/mote.md":                "---\ntitle: Möte\nstart: 2026-12-10 09:00\ntopics: mark\n---\n",
		"content/alerts/sno.md":                 "---\ntitle: Snö\ndate: 2026-11-20\nexpires: 2026-11-30\nlevel: info\n---\nDet snöar.\n",
		"content/press/2026-03-01-ute/index.md": "---\ntitle: Ute\ntopics: mark\ncontacts: asa\nchanges: [{date: 2026-03-02, note: Rättat.}]\nimage: {file: bild.png, alt: Bild}\n---\nEn tomt i detaljplan.\n",
		"content/press/2026-03-01-ute/bild.png": makePicture("1"),
	} {
		files[name] = &fstest.MapFile{Data: []byte(content)}
	}
	for i := range 7 {
		files[fmt.Sprintf("content/press/2026-0%d-02-nyhet-%d.md", i+1, i)] = &fstest.MapFile{Data: []byte(fmt.Sprintf("---\ntitle: Nyhet %d\ntopics: mark\npoints: ett\n---\nText.\n", i))}
	}
	if free {
		files["config.yaml"].Data = append(files["config.yaml"].Data, "topics: free\n"...)
		files["content/press/2026-05-02-fri.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Fri\ntopics: [mark, Fritid]\n---\nText.\n")}
	}
	return files
}

const releaseFields = "aliases: [/alias-sedan/]\nsummary: Ingress ?.\ntopics: [mark, sak]\ncontacts: [asa, bo]\nauthors: bo\npoints: ett\nrelated: [ute, mote]\ncase: KS ?\nupdated: 2026-11-22\n" +
	"image: {file: bild.png, alt: Bild ?, caption: Text ?, credit: Foto ?}\nattachments: [{file: tal.csv, title: Tal ?}, {file: plan.pdf, title: Plan ?}, {file: brev.docx, title: Brev ?}]\n" +
	"changes: [{date: 2026-11-02, note: Rättat ?.}]\nwithdrawn: {date: 2026-11-03, reason: Fel ?.}\npinned: 2027-12-01\nreview: {date: 2027-01-01, owner: Ägare !}\nsilence: {lix: Därför !}\n"

const releaseText = "## Rubrik ?\n\nTomt i *detaljplan* ? med [länk ?](../2026-03-01-ute/index.md \"Titel ?\") och <https://example.org/?>.\n\n![Alt ?](kurva.png \"Bildtext ?\")\n\n> Citat ?\n\n" +
	"| A ? | B |\n| --- | --- |\n| ? | 1 |\n\nOrd[^1] `kod ?`\n\n- punkt ?\n\n::: {lang=en}\nEnglish ?\n:::\n\n[^1]: Not ?.\n\n<!-- Kommentar ! -->\n"

// traceBundles are one bundle for everything that can be unpublished. ! is a canary like ?, but one that nobody sees.
func traceBundles(free bool) []bundle {
	list := []bundle{
		{name: "a release with all that belongs to it", files: map[string]string{
			"content/press/sedan/index.md":    "---\ntitle: Sedan ?\nSTATE\n" + releaseFields + "slug: sedan\n---\n" + releaseText,
			"content/press/sedan/index.en.md": "---\ntitle: Later ?\nSTATE\nsummary: Lead ?.\nslug: later\n---\nText ?.\n",
			"content/press/sedan/bild.png":    pictureWith(2, "?"),
			"content/press/sedan/kurva.png":   pictureWith(3, "?"),
			"content/press/sedan/tal.csv":     "a;b\n?;1\n",
			"content/press/sedan/plan.pdf":    pdfWith("?"),
			"content/press/sedan/brev.docx":   docxWith("?"),
			"content/topics/sak.md":           "---\ntitle: Sak ?\nSTATE\nsummary: Om ?.\n---\nText ?.\n",
			"content/topics/sak.en.md":        "---\ntitle: Matter ?\nSTATE\n---\nText ?.\n",
			"content/people/bo.md":            "---\ntitle: Bo ?\nSTATE\nrole: Chef ?\norganisation: Kontor ?\nemail: ?@example.se\nhours: Jämt ?\nplace: Plan ?\n---\nText ?.\n",
		}},
		{name: "a report", files: map[string]string{
			"content/reports/b.md": "---\ntitle: Rapport ?\nSTATE\nperiod: 2026-10\nauthors: asa\nto: Nämnd ?\nsummary: Ingress ?.\n---\nText ?.\n",
			"content/reports/c.md": "---\ntitle: Rapport ?\nSTATE\nperiod: 2026-08\nauthors: asa\n---\nText ?.\n",
		}},
		{name: "an event", files: map[string]string{"content/events/fest.md": "---\ntitle: Fest ?\nSTATE\nstart: 2026-12-03 07:30\nend: 2026-12-04\nplace: Torg ?\ntopics: mark\n---\nText ?.\n"}},
		{name: "an event of the past", files: map[string]string{"content/events/var.md": "---\ntitle: Var ?\nSTATE\nstart: 2026-01-03 07:30\n---\nText ?.\n"}},
		{name: "an alert", files: map[string]string{"content/alerts/storm.md": "---\ntitle: Storm ?\nSTATE\nEND\nlevel: danger\n---\nText ?.\n"}},
		{name: "pages", files: map[string]string{
			"content/om/sida.md": "---\ntitle: Sida ?\nSTATE\n---\nText ?.\n", "content/om/sida/under.md": "---\ntitle: Under ?\nSTATE\n---\nText ?.\n",
		}},
		{name: "a publisher", files: map[string]string{
			"content/publishers/bolaget.md":    "---\ntitle: Bolag ?\nSTATE\nabout: Text ?.\nemail: ?@example.se\nregistrar: ?@example.se\nlogo: {file: marke.png, alt: Logga !}\n---\nText ?.\n",
			"content/publishers/marke.png":     pictureWith(4, ""),
			"content/press/fran-bolaget.md":    "---\ntitle: Från ?\nSTATE\npublisher: bolaget\n---\nText ?.\n",
			"content/press/fran-bolaget.en.md": "---\ntitle: From ?\nSTATE\npublisher: bolaget\n---\nText ?.\n",
		}},
		{name: "a point", files: map[string]string{"content/points/tva.md": "---\ntitle: Två ?\nSTATE\nnumber: 2\ndecision: KF ?\n---\nText ?.\n"}},
		{name: "a translation of what is published", files: map[string]string{"content/press/2026-03-01-ute/index.en.md": "---\ntitle: Out ?\nSTATE\nslug: out\ntopics: mark\nimage: {file: karta.png, alt: Map ?}\n---\nText ?.\n", "content/press/2026-03-01-ute/karta.png": pictureWith(5, "?")}},
		{name: "a page in English", files: map[string]string{"content/om.en.md": "---\ntitle: About ?\nSTATE\n---\nText ?.\n"}},
		{name: "the text of a listing", files: map[string]string{"content/events/index.md": "---\ntitle: Kalendern ?\nSTATE\nsummary: Ingress ?.\n---\nText ?.\n"}},
		{name: "a file of its own beside what is published", files: map[string]string{
			"content/press/lanar.md": "---\ntitle: Lånar ?\nSTATE\nattachments: [{file: 2026-03-01-ute/lan.csv, title: Lån ?}]\n---\nText ?.\n", "content/press/2026-03-01-ute/lan.csv": "a;b\n?;1\n",
		}},
		{name: "mistakes", broken: true, files: map[string]string{
			"content/press/fel.md":  "---\ntitle: Fel !\nSTATE\ndarft: !\ntopics: finns-inte-!\nstart: !\n---\n[länk !](finns-inte-!.md) <b>!</b>\n",
			"content/press/fel2.md": "---\nSTATE\ntitle: [!\n---\nText !.\n", "content/events/fel3.md": "---\ntitle: Fel !\nSTATE\nstart: !\n---\n![!](!.png)\n",
		}},
		{name: "what is never published", files: map[string]string{
			"content/press/_anteckning.md": "---\ntitle: !\n---\n!\n", "content/press/2026-03-01-ute/orord.csv": "a;b\n!;1\n", "content/press/2026-03-01-ute/orord.png": pictureWith(6, "!"),
			"content/data/tal.yaml": "- {a: !}\n", "content/.dold.md": "!\n",
			"content/press/2026-03-02-nyhet-2.md": "---\ntitle: Nyhet 2\ntopics: mark\npoints: ett\nreview: {date: 2027-01-01, owner: !}\nsilence: {lix: Därför !}\n---\nText.\n\n<!-- ! -->\n",
		}},
		{name: "what will be changed in what is published", files: map[string]string{
			"content/press/2026-04-02-nyhet-3.md": "---\ntitle: Nyhet 3\ntopics: mark\npoints: ett\nupdated: 2026-12-01\nchanges: [{date: 2026-12-01, note: Senare !.}]\nwithdrawn: {date: 2026-12-02, reason: Dras !.}\n---\nText.\n",
		}},
	}
	if free {
		list = append(list, freeBundles()...)
	}
	n := 0
	for i := range list {
		b := &list[i]
		for _, name := range sortedNames(b.files) {
			b.files[name] = hatched(b.files[name], &n, &b.never)
		}
	}
	return list
}

// freeBundles are what only a site whose topics are any words can have: new words, other spellings of known ones, and a page of its own
// for a word.
func freeBundles() []bundle {
	return []bundle{
		{name: "topics in words of their own", files: map[string]string{
			"content/press/fritt.md":    "---\ntitle: Fritt ?\nSTATE\ntopics: [FRITID, Fria ord ?, mark]\n---\nText ?.\n",
			"content/press/fritt.en.md": "---\ntitle: Free ?\nSTATE\ntopics: [fritid, Free words ?]\n---\nText ?.\n",
			"content/events/fritt.md":   "---\ntitle: Fritt ?\nSTATE\nstart: 2026-12-03 07:30\ntopics: [Fria ord ?, MARK]\n---\nText ?.\n",
		}},
		{name: "a page for a word", files: map[string]string{"content/topics/fritid.md": "---\ntitle: Fri tid ?\nSTATE\nsummary: Om ?.\n---\nText ?.\n"}},
	}
}

// placeholder is ? or ! where it stands for a canary: followed by nothing that would make it a mark of Markdown.
var placeholder = regexp.MustCompile(`\?|![^\[-]`)

// hatched puts a canary of its own for each ? and !, in texts, and into the streams of what is compressed.
func hatched(content string, n *int, never *[]string) string {
	if made, compressed := compressedFiles[strings.SplitN(content, ":", 2)[0]]; compressed {
		argument := strings.SplitN(content, ":", 2)[1]
		return made(hatched(argument, n, never))
	}
	return placeholder.ReplaceAllStringFunc(content, func(m string) string {
		c := fmt.Sprintf("zq%03dk", *n)
		*n++
		if m[0] == '!' {
			*never = append(*never, c)
			return c + m[1:]
		}
		return c
	})
}

// compressedFiles are made once their canary is known: "picture:2 ?" is picture 2 with it.
var compressedFiles = map[string]func(string) string{"picture": makePicture, "pdf": makePDF, "docx": makeDOCX}

func pictureWith(seed int, says string) string {
	return fmt.Sprintf("picture:%d %s ", seed, says)
}

func pdfWith(says string) string  { return "pdf:" + says }
func docxWith(says string) string { return "docx:" + says }

// makePicture is a PNG of its own for each seed, so large that others are made of it, with a copyright that is kept.
func makePicture(argument string) string {
	number, says, _ := strings.Cut(strings.TrimSpace(argument), " ")
	seed, err := strconv.Atoi(number)
	if err != nil {
		panic(err)
	}
	r := rand.New(rand.NewPCG(uint64(seed), 7))
	m := image.NewRGBA(image.Rect(0, 0, 620, 330))
	for i := 0; i < len(m.Pix); i += 4 {
		shade := uint8(r.Uint32()) & 0xf8
		x := i / 4 % 620
		c := color.RGBA{shade, uint8(x), uint8(seed * 40), 255}
		m.Pix[i], m.Pix[i+1], m.Pix[i+2], m.Pix[i+3] = c.R, c.G, c.B, 255
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	content := b.String()
	if says != "" {
		chunk := "tEXtCopyright\x00" + says
		size := binary.BigEndian.AppendUint32(nil, uint32(len(chunk)-4))
		sum := binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE([]byte(chunk)))
		content = content[:33] + string(size) + chunk + string(sum) + content[33:]
	}
	return content
}

// makePDF is a page whose words are compressed.
func makePDF(says string) string {
	var stream bytes.Buffer
	z := zlib.NewWriter(&stream)
	_, _ = z.Write([]byte("BT (" + says + ") Tj ET")) // to memory
	_ = z.Close()
	var b strings.Builder
	b.WriteString("%PDF-1.7\n%\xe5\xe4\xf6\xff\n")
	offsets := []int{}
	for i, body := range []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R >>",
		fmt.Sprintf("<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream", stream.Len(), stream.String()),
	} {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	start := b.Len()
	b.WriteString("xref\n0 5\n0000000000 65535 f \n")
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", start)
	return b.String()
}

// makeDOCX is a word processor's file with some words.
func makeDOCX(says string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range [][2]string{{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", strings.Repeat("<w:t>"+says+"</w:t>", 20)}} {
		w, err := z.Create(f[0])
		if err == nil {
			_, err = w.Write([]byte(f[1]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

func sortedNames(files map[string]string) []string {
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
