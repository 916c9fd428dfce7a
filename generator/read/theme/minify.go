package theme

import (
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"growthportal/generator/diag"
)

// engines are the browsers that style sheets are lowered for: those of the spring of 2023, by which time cascade layers,
// :has() in all but one, container queries and oklch() were there. What is newer (nesting, light-dark()) is rewritten.
func engines() []api.Engine {
	return []api.Engine{
		{Name: api.EngineChrome, Version: "111"},
		{Name: api.EngineEdge, Version: "111"},
		{Name: api.EngineFirefox, Version: "113"},
		{Name: api.EngineSafari, Version: "16.4"},
		{Name: api.EngineIOS, Version: "16.4"},
	}
}

// minifyStyle makes a style sheet small and understandable for older browsers. Nothing is read from anywhere.
func minifyStyle(label, src string) (string, []diag.Diagnostic) {
	result := api.Transform(src, api.TransformOptions{
		Loader: api.LoaderCSS, Engines: engines(), Charset: api.CharsetUTF8, LegalComments: api.LegalCommentsInline,
		MinifyWhitespace: true, MinifySyntax: true, LogLevel: api.LogLevelSilent,
	})
	var found []diag.Diagnostic
	for _, m := range result.Errors {
		found = append(found, explain(diag.StyleSyntax, label, src, m))
	}
	for _, m := range result.Warnings {
		code := diag.StyleDoubt
		if m.ID == "css-syntax-error" { // the sheet is read all the same, but not as it was meant
			code = diag.StyleSyntax
		}
		found = append(found, explain(code, label, src, m))
	}
	return strings.TrimSuffix(string(result.Code), "\n"), found
}

// minifyScript makes a script small. It stays a script of its own: nothing is bundled, nothing is read from anywhere.
func minifyScript(label, src string) ([]byte, []diag.Diagnostic) {
	result := api.Transform(src, api.TransformOptions{
		Loader: api.LoaderJS, Engines: engines(), Charset: api.CharsetUTF8, LegalComments: api.LegalCommentsInline,
		MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true, LogLevel: api.LogLevelSilent,
	})
	var found []diag.Diagnostic
	for _, m := range result.Errors {
		found = append(found, explain(diag.ScriptSyntax, label, src, m))
	}
	for _, m := range result.Warnings {
		found = append(found, explain(diag.ScriptDoubt, label, src, m))
	}
	return result.Code, found
}

// explain makes a diagnostic of esbuild's message. Its columns count bytes from 0, its lines from 1.
func explain(code diag.Code, label, src string, m api.Message) diag.Diagnostic {
	if m.Location == nil {
		return code.At(diag.Whole(label), m.Text)
	}
	from := offsetIn(src, m.Location.Line, m.Location.Column)
	d := code.At(placeIn(label, src, from, from+m.Location.Length), m.Text)
	if s := m.Location.Suggestion; s != "" {
		d = d.With(diag.WriteSo, s)
	}
	return d
}
