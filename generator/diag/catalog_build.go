package diag

// The codes of what shows only when pages are made.
const (
	TemplateFailed  Code = "template-failed"  // {0}: the layout, {1}: what the template engine says, in English
	TemplateTimeout Code = "template-timeout" // {0}: the layout, {1}: the seconds that it had
)

var buildEntries = []Entry{
	{TemplateFailed, Error,
		Text{SV: `layouten "{0}" gick inte att använda: {1}`, EN: `the layout "{0}" failed: {1}`},
		Text{
			SV: "Mallen frågar efter något som sidan inte har, eller gör något som inte går. Felet är temats, inte textens.",
			EN: "The template asks for something that the page does not have, or does what cannot be done. The fault is the theme's, not the text's."}},
	{TemplateTimeout, Error,
		Text{SV: `layouten "{0}" blev inte klar på {1} sekunder`, EN: `the layout "{0}" was not done within {1} seconds`},
		Text{
			SV: "Mallen upprepar något för många gånger, eller anropar sig själv. Felet är temats, inte textens.",
			EN: "The template repeats something too many times, or calls itself. The fault is the theme's, not the text's."}},
}
