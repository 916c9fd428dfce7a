package check

import (
	"strconv"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
)

const docsHead = "# Checks\n\n" +
	"What `growthportal check` looks for, rule by rule. It builds the pages in memory, publishes nothing, and ends with status 1\n" +
	"where there are errors. `check --rules` lists the rules as they are set in this site.\n\n" +
	"Vad `growthportal check` letar efter, regel för regel. Sidorna byggs i minnet och ingenting publiceras. Finns det fel blir\n" +
	"slutstatus 1. `check --rules` listar reglerna så som de är inställda på den här webbplatsen.\n\n" +
	"A rule is set in config.yaml: it is `off`, `error` or `warning`, or has settings of its own, and `severity` among them.\n\n" +
	"```yaml\ncheck:\n  lix: {max: 45, lead: 40}\n  long-sentence: {words: 20, severity: error}\n  officialese: off\n  missing-case: error\n```\n\n" +
	"An item silences a rule in its front matter, with the reason; `check` lists every one of them. A silence that is not needed is\n" +
	"a warning, and one without such a rule an error.\n\n" +
	"```yaml\nsilence:\n  missing-contact: The article is of historical interest alone.\n```\n\n" +
	"This file is made from the rules by `go test ./generator/check -update`.\n"

// Docs is the text of docs/checks.md: every rule with what it tells, why, and what can be set, in both languages.
func Docs() string {
	var b strings.Builder
	b.WriteString(docsHead)
	for _, r := range Rules() {
		b.WriteString("\n## " + r.Name() + "\n\n")
		b.WriteString(strings.Join(r.traits(), "; ") + ".\n\n")
		for _, lang := range []locale.Lang{locale.English, locale.Swedish} {
			b.WriteString(escaped(r.About().In(lang)) + "\n\n")
		}
		b.WriteString("| code | | message |\n| --- | --- | --- |\n")
		for _, c := range r.Codes {
			e := diag.About(c)
			severity := e.Severity
			if raised(r, c) {
				severity = diag.Error
			}
			b.WriteString("| `" + string(c) + "` | " + severity.String() + " | " + escaped(e.Message.EN) + "<br>" + escaped(e.Message.SV) + " |\n")
		}
		if len(r.Settings) > 0 {
			b.WriteString("\n| setting | what it says | default | may be |\n| --- | --- | --- | --- |\n")
		}
		for _, s := range r.Settings {
			value, may := "none", "a list of words"
			if !s.Words {
				value, may = strconv.Itoa(s.Default), strconv.Itoa(s.Least)+" to "+strconv.Itoa(s.Most)
			}
			b.WriteString("| `" + s.Name + "` | " + s.About.EN + "<br>" + s.About.SV + " | " + value + " | " + may + " |\n")
		}
	}
	return b.String()
}

// traits are what can be done about the rule, as a sentence in parts.
func (r Rule) traits() []string {
	parts := []string{"By default " + map[diag.Severity]string{diag.Error: "an error", diag.Warning: "a warning"}[r.Severity()]}
	if r.Always {
		parts = append(parts, "cannot be switched off")
	}
	if r.Whole {
		parts = append(parts, "is about the site as a whole, so that no item can silence it")
	}
	return parts
}

// escaped makes a text safe in Markdown, also in a cell of a table.
func escaped(s string) string {
	return strings.NewReplacer("|", `\|`, "*", `\*`, "<", "&lt;", `\`, `\\`).Replace(s)
}
