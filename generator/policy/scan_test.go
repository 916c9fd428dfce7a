package policy

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"growthportal/generator/output"
	"growthportal/generator/read/config"
)

// Whatever makes a browser ask another host is found, in the forms in which browsers understand it.
func TestForeign(t *testing.T) {
	const x = "https://x.example/a"
	for _, c := range []struct {
		name, page string
		want       []Load
	}{
		{"image", `<img src="https://x.example/a">`, []Load{{config.Image, x}}},
		{"without quotes, in capitals", `<IMG SRC=https://x.example/a>`, []Load{{config.Image, x}}},
		{"lazy image", `<img loading=lazy src='https://x.example/a'>`, []Load{{config.Image, x}}},
		{"in entities", `<img src="https:&#x2F;&#47;x.example/a">`, []Load{{config.Image, x}}},
		{"with line ends and spaces", "<img src=\" ht\ntps://x.ex\tample/a \">", []Load{{config.Image, x}}},
		{"backslashes", `<img src="\\x.example/a">`, []Load{{config.Image, "//x.example/a"}}},
		{"the site's scheme", `<script src="//x.example/a"></script>`, []Load{{config.Script, "//x.example/a"}}},
		{"set", `<img srcset="/a 1x, https://x.example/a 2x,https://x.example/b">`, []Load{{config.Image, x}, {config.Image, "https://x.example/b"}}},
		{"picture", `<picture><source srcset="https://x.example/a"><img src="/b"></picture>`, []Load{{config.Image, x}}},
		{"style sheet", `<link rel="alternate StyleSheet" href="https://x.example/a">`, []Load{{config.Style, x}}},
		{"font that is preloaded", `<link rel=preload as=font href="https://x.example/a">`, []Load{{config.Font, x}}},
		{"preconnect", `<link rel=preconnect href="https://x.example/a">`, []Load{{config.Connect, x}}},
		{"icon", `<link rel="shortcut icon" href="https://x.example/a">`, []Load{{config.Image, x}}},
		{"frame", `<iframe src="https://x.example/a"></iframe>`, []Load{{config.Frame, x}}},
		{"frame in words", `<iframe srcdoc="&lt;img src=https://x.example/a>"></iframe>`, []Load{{config.Image, x}}},
		{"video", `<video src="https://x.example/a" poster="https://x.example/b"></video>`, []Load{{config.Media, x}, {config.Image, "https://x.example/b"}}},
		{"sound", `<audio><source src="https://x.example/a"></audio>`, []Load{{config.Media, x}}},
		{"subtitles", `<video><track src="https://x.example/a"></video>`, []Load{{config.Media, x}}},
		{"form", `<form action="https://x.example/a"><button formaction="https://x.example/b">`, []Load{{config.Form, x}, {config.Form, "https://x.example/b"}}},
		{"form by mail", `<form action="mailto:a@x.example">`, []Load{{config.Form, "mailto:a@x.example"}}},
		{"refresh", `<meta http-equiv="Refresh" content="0;URL='https://x.example/a'">`, []Load{{"", x}}},
		{"refresh without a name", `<meta http-equiv=refresh content="5 https://x.example/a">`, []Load{{"", x}}},
		{"drawing", `<svg><image href="https://x.example/a"/><use xlink:href="https://x.example/b#c"/></svg>`, []Load{{config.Image, x}, {config.Image, "https://x.example/b#c"}}},
		{"style", `<p style="background:url(https://x.example/a)">`, []Load{{config.Image, x}}},
		{"style element", `<style>@import "https://x.example/a";</style>`, []Load{{config.Image, x}}},
		{"ping", `<a href="/b" ping="https://x.example/a">`, []Load{{config.Connect, x}}},
		{"background", `<body background="https://x.example/a">`, []Load{{config.Image, x}}},
		{"after a comment", `<!--><img src="https://x.example/a"><!-- --><!-- --!><img src="https://x.example/b">`, []Load{{config.Image, x}, {config.Image, "https://x.example/b"}}},
		{"after a tag that looks like its end", `<a title="</title>><script>"><img src="https://x.example/a">`, []Load{{config.Image, x}}},
		{"the first of two", `<img src="/b" src="https://x.example/a">`, nil},
		{"a link", `<a href="https://x.example/a">`, nil},
		{"what tells of the page", `<link rel=canonical href="https://x.example/a"><link rel=alternate href="https://x.example/a"><meta property=og:image content="https://x.example/a">`, nil},
		{"in a comment", `<!-- <img src="https://x.example/a"> -->`, nil},
		{"in data", `<script type="application/ld+json">{"a": "<img src=https://x.example/a>"}</script>`, nil},
		{"in a title", `<title><img src="https://x.example/a"></title>`, nil},
		{"in words", `&lt;img src="https://x.example/a">`, nil},
		{"in the page itself", `<img src="data:image/png;base64,aGVq">`, nil},
	} {
		if d := cmp.Diff(c.want, Scan("index.html", []byte(c.page)).Foreign); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
	}
}

// What a browser asks for at once is counted, each address once; the rest is not.
func TestCounts(t *testing.T) {
	f := Scan("a/index.html", []byte(`<!DOCTYPE html><html><head>
<link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/a.css"><script src="/a.js" defer></script><link rel="icon" href="/i.svg">
<link rel="alternate" type="application/atom+xml" href="/atom.xml"><link rel="preconnect" href="/p">
<script type="application/ld+json">{}</script></head><body><header><img src="/logo.svg"></header>
<main><img src="/b.png" loading="lazy"><video src="/v.mp4" preload="none"></video><iframe src="/f" loading="lazy"></iframe></main>
<picture><source srcset="/c.avif"><img src="/c.png" srcset="/c2.png 2x"></picture><form action="/f"></form></body></html>`))
	f.Size = 0
	want := Facts{Styles: []string{"/a.css"}, Scripts: []string{"/a.js"}, Others: 3, Picture: true}
	if d := cmp.Diff(want, f); d != "" {
		t.Error(d)
	}
	for page, picture := range map[string]bool{
		`<header><img src=/a></header><main>text</main><footer><img src=/b></footer>`: false,
		`<main><svg></svg></main>`:        true,
		`<img src=/a>`:                    true,
		`<main><img src=/a></main>`:       true,
		`<p>text`:                         false,
		`<main></main><img src=/a>`:       false,
		`<main><main></main><img src=/a>`: true,
	} {
		if f := Scan("index.html", []byte(page)); f.Picture != picture {
			t.Errorf("%s: picture %v", page, f.Picture)
		}
	}
}

// Code that the policy stops is found, and data that it does not is let be.
func TestCode(t *testing.T) {
	for page, want := range map[string]string{
		`<script>a()</script>`:                                    "<script>",
		`<script type=module>a()</script>`:                        "<script>",
		`<script type="text/javascript"></script>`:                "<script>",
		`<script type="importmap">{}</script>`:                    "<script>",
		`<script src="/a.js"></script>`:                           "",
		`<script type="application/ld+json"></script>`:            "",
		`<script type="text/template"><p onclick="a()"></script>`: "",
		`<p onclick="a()" OnLoad=b()>`:                            "onclick=, onload=",
		`<p style="color:red"><p style="color:blue">`:             "style=",
		`<style></style>`:                                         "<style>",
		`<a href="JavaScript:a()">`:                               "javascript:",
		`<a href=" java&#10;script:a()">`:                         "javascript:",
		`<base href="/x/"><object data="/a"></object>`:            "<base>, <object>",
		`<p data-on="a" title="onclick=a()">`:                     "",
	} {
		if got := strings.Join(Scan("index.html", []byte(page)).Code, ", "); got != want {
			t.Errorf("%s: %q, want %q", page, got, want)
		}
	}
	if f := Scan("a.svg", []byte(`<svg><style>a{}</style></svg>`)); f.Code != nil {
		t.Errorf("a drawing holds %q", f.Code)
	}
}

// Whatever is written, every element that browsers come to see, by the parser of another house, has been seen with its
// attributes. More may be seen: what browsers drop.
func TestNothingIsMissed(t *testing.T) {
	pieces := []string{
		"<", ">", "</", "/>", "<!--", "-->", "--!>", "<!", "<?", "=", `"`, "'", " ", "\n", "a", "x=y", "&lt;", "&amp;", "/",
		"<p>", "</p>", `<img src="`, `<img src='https://x.example/1'>`, "<IMG SRC=https://x.example/2>", "<title>", "</title>", "<script>", "</script>",
		`<script type="text/x">`, "</scriptx>", "<textarea>", "</textarea >", "<svg>", "</svg>", "<style>", "</STYLE>", "<noscript>", "</noscript>", "<div", "]]>",
		"<template>", "</template>", "<table>", "<select>", "<math>", "<b", "\f", "é",
	}
	rapid.Check(t, func(t *rapid.T) {
		page := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 30).Draw(t, "pieces"), "")
		root, err := html.ParseWithOptions(strings.NewReader(page), html.ParseOptionEnableScripting(false))
		if err != nil {
			t.Skip(err)
		}
		found := map[string]bool{}
		for _, l := range Scan("index.html", []byte(page)).Foreign {
			found[l.Address] = true
		}
		for n := range root.Descendants() {
			if n.Type != html.ElementNode || n.Data != "img" {
				continue
			}
			for _, a := range n.Attr {
				if address := cleanAddress(a.Val); a.Key == "src" && named(address) && !found[address] {
					t.Errorf("%q: %q is not found", page, a.Val)
				}
			}
		}
	})
}

// Nothing that is written makes the scanner stumble, and what it finds survives being remembered.
func FuzzScan(f *testing.F) {
	f.Add([]byte(`<!DOCTYPE html><main><img src="https://x.example/a" srcset="a 1x, b 2x"></main><script>`))
	f.Add([]byte("<a href='"))
	f.Add([]byte("<!--->"))
	f.Fuzz(func(t *testing.T, page []byte) {
		for _, name := range []string{"index.html", "a.svg", "a.css"} {
			facts := Scan(output.Path(name), page)
			again, ok := Decode(facts.Append(nil))
			if d := cmp.Diff(facts, again); !ok || d != "" {
				t.Errorf("%s: %s", name, d)
			}
		}
	})
}

// What is no memory of facts is not taken for one.
func TestDecode(t *testing.T) {
	whole := Scan("index.html", []byte(`<link rel=stylesheet href=/a.css><style></style><img src=//x.example/a>`)).Append(nil)
	if _, ok := Decode(whole); !ok {
		t.Error("the whole is not understood")
	}
	for n := range whole {
		if _, ok := Decode(whole[:n]); ok {
			t.Errorf("%d of %d bytes are enough", n, len(whole))
		}
	}
	if _, ok := Decode(append(whole, 0)); ok {
		t.Error("a byte too many")
	}
}

// How long a page takes is in proportion to its length, whatever stands in it: a hundred thousand elements inside one another
// would not end otherwise.
func TestNoPitOfTitles(t *testing.T) {
	for _, piece := range []string{"<svg><title>", "<svg><style>", "<svg><iframe srcdoc='", "<!--", "</title", "<a b='"} {
		Scan("index.html", []byte(strings.Repeat(piece, 100_000)))
	}
}
