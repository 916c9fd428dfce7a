package diag

// The codes of what shows only when pages are made.
const (
	OverBudget      Code = "over-budget"      // {0}: its size, {1}: the limit, both in kB, {2}: its path
	TemplateFailed  Code = "template-failed"  // {0}: the layout, {1}: what the template engine says, in English
	TemplateTimeout Code = "template-timeout" // {0}: the layout, {1}: the seconds that it had
)

var buildEntries = []Entry{
	{OverBudget, Error,
		Text{SV: "sidan {2} är för stor: {0} kB, högst {1} kB är tillåtet", EN: "the page {2} is too large: {0} kB, at most {1} kB is allowed"},
		Text{
			SV: "Stora sidor är långsamma för den som läser på telefon. Dela upp texten, eller höj gränsen med html under budgets i config.yaml.",
			EN: "Large pages are slow for those who read on a phone. Divide the text, or raise the limit with html under budgets in config.yaml."}},
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
