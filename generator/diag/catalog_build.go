package diag

// The codes of what shows only when pages are made.
const (
	TemplateFailed  Code = "template-failed"  // {0}: the page, {1}: what the template engine says, in English
	TemplateTimeout Code = "template-timeout" // {0}: the layout, {1}: the seconds that it had, {2}: the page
)

var buildEntries = []Entry{
	{TemplateFailed, Error,
		Text{SV: "{0} gick inte att göra: {1}", EN: "{0} could not be made: {1}"},
		Text{
			SV: "Mallen frågar efter något som sidan inte har, eller gör något som inte går. Felet är temats, inte textens.",
			EN: "The template asks for something that the page does not have, or does what cannot be done. The fault is the theme's, not the text's."}},
	{TemplateTimeout, Error,
		Text{SV: `layouten "{0}" blev inte klar på {1} sekunder (när {2} gjordes)`, EN: `the layout "{0}" was not done within {1} seconds (while {2} was being made)`},
		Text{
			SV: "Mallen upprepar något för många gånger, eller anropar sig själv. Felet är temats, inte textens.",
			EN: "The template repeats something too many times, or calls itself. The fault is the theme's, not the text's."}},
}
