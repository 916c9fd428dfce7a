package diag

// The codes of what shows only when pages are made.
const (
	OverBudget      Code = "over-budget"      // {0}: its size, {1}: the limit
	TemplateFailed  Code = "template-failed"  // {0}: the layout, {1}: what the template engine says, in English
	TemplateTimeout Code = "template-timeout" // {0}: the layout, {1}: the seconds that it had
)

var buildEntries = []Entry{
	{OverBudget, Error,
		Text{SV: "för stort: {0}, högst {1} är tillåtet", EN: "too large: {0}, at most {1} is allowed"},
		Text{
			SV: "Stora sidor, bilder och bilagor är långsamma för den som läser på telefon. Minska den, eller höj gränsen under budgets i config.yaml.",
			EN: "Large pages, images and attachments are slow for those who read on a phone. Make it smaller, or raise the limit under budgets in config.yaml."}},
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
