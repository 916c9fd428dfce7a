package config

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

// told writes diagnostics as "line:column-endColumn code (hint words)", one a line.
func told(list []diag.Diagnostic) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "%d:%d-%d %s (%s)\n", d.Line, d.Column, d.EndColumn, d.Code, d.HintText(locale.English))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// The repository's own settings are sound.
func TestOwnSettings(t *testing.T) {
	src, err := os.ReadFile("../../../config.yaml")
	if err != nil {
		t.Skip("no config.yaml in this checkout")
	}
	c, found := Parse("config.yaml", src)
	if len(found) > 0 {
		t.Errorf("found\n%s", told(found))
	}
	t.Logf("%+v", c)
}

const head = "title: T\nurl: https://a.se/\nlanguages: [sv, en]\n"

// Every fault of the settings is told at its place, with its mend.
func TestFaults(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"empty", "", `1:1-0 empty-file (add the line title: ...)`},
		{"comments only", "# nothing\n", `1:1-0 empty-file (add the line title: ...)`},
		{"no mapping", "- a\n", `1:1-4 yaml-not-mapping ()`},
		{"one line without a space", "title:Portalen\n", `1:1-15 yaml-not-mapping (write title: Portalen)`},
		{"nothing required", "theme: portal\n", "1:1-0 missing-key (add the line title: ...)\n1:1-0 missing-key (add the line url: ...)"},
		{"unknown key", head + "tiemzone: x\n", `4:1-9 unknown-key (did you mean "timezone"?)`},
		{"doubled key", head + "title: U\n", `4:1-6 doubled-key (the other place: f:1)`},
		{"empty title", "title: ''\nurl: https://a.se\n", `1:8-10 empty-text (write a text, or remove the line)`},
		{"no title", "title:\nurl: https://a.se\n", `1:7-0 wrong-type (write a text, or one for each language: sv)`},
		{"undeclared language", "title: {sv: T, en: U}\nurl: https://a.se\n", `1:16-18 undeclared-language (one of: sv)`},
		{"url without scheme", "title: T\nurl: a.se\n", `2:6-10 bad-site-url (write https://a.se)`},
		{"url with query", "title: T\nurl: https://a.se/?x=1\n", `2:6-23 bad-site-url (remove ?x=1)`},
		{"another scheme", "title: T\nurl: ftp://a.se/\n", `2:6-17 bad-site-url (write it like https://www.example.se/)`},
		{"time zone of the machine", head + "timezone: Local\n", `4:11-16 bad-time-zone (write Europe/Stockholm)`},
		{"no time zone", head + "timezone: Stockholm\n", `4:11-20 bad-time-zone (write Europe/Stockholm)`},
		{"path as time zone", head + "timezone: ../../etc/passwd\n", `4:11-27 bad-time-zone (write Europe/Stockholm)`},
		{"unknown language", "title: {en: T}\nurl: https://a.se\nlanguages: [sv, fi]\n", `3:17-19 unknown-language (one of: sv, en)`},
		{"language twice", "title: T\nurl: https://a.se\nlanguages: [sv, sv]\n", `3:17-19 language-twice (remove sv)`},
		{"no languages", "title: T\nurl: https://a.se\nlanguages: []\n", `3:12-14 wrong-type (write a list: [one, two])`},
		{"messages", head + "messages: se\n", `4:11-13 bad-choice (one of: sv, en)`},
		{"theme", head + "theme: ../x\n", `4:8-12 bad-name (write small letters a–z, digits and hyphens)`},
		{"topics", head + "topics: fre\n", `4:9-12 bad-choice (did you mean "free"?)`},
		{"collections as a list", head + "collections: [a]\n", `4:14-17 wrong-type (write keys with values, indented on the lines below)`},
	} {
		_, found := Parse("f", []byte(tt.src))
		if got := told(found); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

func TestCollectionFaults(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"name", "  Press Å: {type: a, title: b}\n", `5:3-10 bad-name (write press-a)`},
		{"reserved name", "  data: {type: a, title: b}\n", `5:3-7 reserved-name ()`},
		{"nothing required", "  press: {}\n", "5:3-8 missing-key (add the line title: ...)\n5:3-8 missing-key (add the line type: ...)"},
		{"unknown key", "  press: {type: a, title: b, perpage: 2}\n", `5:30-37 unknown-key (did you mean "perPage"?)`},
		{"url in capitals", "  press: {type: a, title: b, url: /Nyheter/}\n", `5:35-44 bad-listing-url (write /nyheter/)`},
		{"url of a language", "  press: {type: a, title: b, url: {sv: /å, en: /b/}}\n", `5:40-42 bad-listing-url (write /a/)`},
		{"url of the front page", "  press: {type: a, title: b, url: /}\n", `5:35-36 bad-listing-url (write it like /news/)`},
		{"url of the English front page", "  press: {type: a, title: b, url: {sv: /a/, en: /en/}}\n", `5:35-54 bad-listing-url (write it like /news/)`},
		{"url under another language", "  press: {type: a, title: b, url: {sv: /en/a/, en: /b/}}\n", `5:35-56 foreign-prefix ()`},
		{"url of the theme's files", "  press: {type: a, title: b, url: /assets/a/}\n", `5:35-45 reserved-name ()`},
		{"two on one url", "  a: {type: a, title: b, url: {sv: /x/, en: /y/}}\n  b: {type: a, title: b, url: {sv: /z/, en: /en/y/}}\n", `6:31-52 same-listing-url ()`},
		{"permalink without a name", "  press: {type: a, title: b, permalink: ':year/'}\n", `5:41-49 bad-permalink (write :year/:slug/)`},
		{"permalink with an unknown token", "  press: {type: a, title: b, permalink: ':title/'}\n", `5:41-50 bad-permalink (one of: :year :month :day :slug :period)`},
		{"permalink without an end", "  press: {type: a, title: b, permalink: /:year/:slug}\n", `5:41-53 bad-permalink (write :year/:slug/)`},
		{"page size", "  press: {type: a, title: b, perPage: 0}\n", `5:39-40 number-out-of-range (write a whole number from 1 to 1000, without quotes)`},
		{"page size in quotes", "  press: {type: a, title: b, perPage: '5'}\n", `5:39-42 bad-number (write a whole number from 1 to 1000, without quotes)`},
		{"extra", "  press: {type: a, title: b, extra: true}\n", `5:37-41 bad-choice (one of: forbid, allow)`},
		{"html", "  press: {type: a, title: b, html: allow}\n", `5:36-41 bad-choice (one of: forbid, clean)`},
		{"no settings", "  press:\n", `5:9-0 wrong-type (write keys with values, indented on the lines below)`},
	} {
		_, found := Parse("f", []byte(head+"collections:\n"+tt.src))
		if got := told(found); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

func TestOtherFaults(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"menu without a page", "menu: [{title: T}]\n", `4:8-18 bad-menu-entry (write {page: ...} or {title: ..., href: ...})`},
		{"menu with both", "menu: [{page: a, href: /b/}]\n", `4:8-28 bad-menu-entry (write {page: ...} or {title: ..., href: ...})`},
		{"menu with a bare text", "menu: [press]\n", `4:8-13 wrong-type (write keys with values, indented on the lines below)`},
		{"menu with a file", "menu: [{page: content/om/kontakt.md}]\n", `4:15-36 bad-menu-page (write om/kontakt)`},
		{"menu with a script", "menu: [{title: T, href: 'javascript:x'}]\n", `4:25-39 bad-href (write it like /about/ or https://www.example.se/)`},
		{"menu with a relative link", "menu: [{title: T, href: om/oss}]\n", `4:25-31 bad-href (write /om/oss)`},
		{"colour without quotes", "brand: {\n  primary: #fff\n}\n", `5:11-0 bad-color (write it like "#00558c", in quotes)`},
		{"colour without a sign", "brand: {primary: 00558C}\n", `4:18-24 bad-color (write "#00558c")`},
		{"colour by name", "brand: {primary: red}\n", `4:18-21 bad-color (write it like "#00558c", in quotes)`},
		{"unknown brand", "brand: {tertiary: red}\n", `4:9-17 unknown-key (one of: primary, secondary, logo)`},
		{"logo for the dark alone", "brand: {logo: {dark: x.svg}}\n", `4:15-28 missing-key (add the line light: ...)`},
		{"logo outside", "brand: {logo: ../x.svg}\n", `4:15-23 bad-file-name ()`},
		{"host as an address", "hosts: https://video.example.se/x\n", `4:8-34 bad-host (write video.example.se)`},
		{"contact without a scheme", "security: {contact: a@b.se, expires: 2027-12-31}\n", `4:21-27 bad-contact (write "mailto:a@b.se")`},
		{"security without an end", "security: {contact: 'mailto:a@b.se'}\n", `4:11-37 missing-key (add the line expires: ...)`},
		{"date in another form", "security: {contact: 'mailto:a@b.se', expires: 31/12/2027}\n", `4:47-57 bad-date (write 2027-12-31)`},
		{"ambiguous date", "security: {contact: 'mailto:a@b.se', expires: 01/02/2027}\n", `4:47-57 ambiguous-date (write 2027-02-01 or 2027-01-02)`},
		{"impossible date", "security: {contact: 'mailto:a@b.se', expires: 2027-02-30}\n", `4:47-57 impossible-date ()`},
		{"size", "budgets: {page: large}\n", `4:17-22 bad-size (write it like 150 kB or 2 MB, at most 1000 MB)`},
		{"size out of range", "budgets: {image: 0}\n", `4:18-19 number-out-of-range (write it like 150 kB or 2 MB, at most 1000 MB)`},
		{"pixels with a unit", "budgets: {pixels: 5 MB}\n", `4:19-23 bad-size (write a whole number from 10000 to 500000000, without quotes)`},
		{"as many scripts as bytes", "budgets: {scripts: 5 kB}\n", `4:20-24 bad-size (write a whole number from 0 to 100, without quotes)`},
		{"no request at all", "budgets: {requests: 0}\n", `4:21-22 number-out-of-range (write a whole number from 1 to 1000, without quotes)`},
		{"what a host is for", "hosts: [{name: a.se, for: [scripts]}]\n", `4:28-35 bad-choice (did you mean "script"?)`},
		{"a host for nothing", "hosts: [{name: a.se}]\n", `4:9-21 missing-key (add the line for: ...)`},
		{"a null in a list", "hosts: [~]\n", `4:9-10 wrong-type (write a text, or remove the line)`},
	} {
		_, found := Parse("f", []byte(head+tt.src))
		if got := told(found); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// TestTypeset protects that titles and menus are set like the text of pages.
func TestTypeset(t *testing.T) {
	cfg, diags := Parse("config.yaml", []byte("title: {sv: 'Vårt \"mål\"', en: 'Our \"aim\"'}\nurl: https://x.example/\nlanguages: [sv, en]\n"))
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	if got, want := cfg.Title[locale.Swedish]+cfg.Title[locale.English], "Vårt ”mål”Our “aim”"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
