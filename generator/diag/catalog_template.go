package diag

// The codes of templates: what cannot be read in one, and what goes wrong while one makes a page. {0} of the latter is the
// page that was being made. What has no code of its own is TemplateSyntax or TemplateFailed, in the engine's words.
const (
	TemplateEnd       Code = "template-end"       // {0}: the action
	TemplateStray     Code = "template-stray-end" // {0}: the action
	TemplateUnclosed  Code = "template-unclosed"  //
	TemplateFunction  Code = "template-function"  // {0}: the name
	TemplateVariable  Code = "template-variable"  // {0}: the name, with $
	TemplateValue     Code = "template-value"     // {0}: the word of the action
	TemplateWord      Code = "template-word"      // {0}: the word
	TemplateField     Code = "template-field"     // {1}: the view, {2}: the field
	TemplateNoFields  Code = "template-no-fields" // {1}: what was looked at, {2}: the field
	TemplateNothing   Code = "template-nothing"   // {1}: what was looked at
	TemplateKey       Code = "template-key"       // {1}: the key
	TemplateArguments Code = "template-arguments" // {1}: the function
	TemplateIndex     Code = "template-index"     // {1}: the number
	TemplateAddress   Code = "template-address"   // {1}: the address
)

var templateEntries = []Entry{
	{TemplateEnd, Error,
		Text{SV: "{0} saknar sitt {{end}}", EN: "{0} has no {{end}}"},
		Text{
			SV: "Varje {{if}}, {{range}}, {{with}}, {{block}} och {{define}} slutar med ett {{end}} i samma fil. Stället visar det yttersta som är öppet när filen tar slut.",
			EN: "Every {{if}}, {{range}}, {{with}}, {{block}} and {{define}} ends in an {{end}} in the same file. The place is that of the last one that is open where the file ends."}},
	{TemplateStray, Error,
		Text{SV: "{0} hör inte till något", EN: "{0} belongs to nothing"},
		Text{
			SV: "Före ett {{end}} eller {{else}} ska det stå ett {{if}}, {{range}} eller {{with}} som inte redan har slutat. Ta bort det, eller lägg till början.",
			EN: "Before an {{end}} or {{else}} stands an {{if}}, {{range}} or {{with}} that has not ended yet. Remove it, or add the beginning."}},
	{TemplateUnclosed, Error,
		Text{SV: "det som börjar med {{ är inte avslutat", EN: "what begins with {{ is not closed"},
		Text{
			SV: "Det ska sluta med }} på samma rad. Varje citattecken, parentes och kommentar däremellan ska också ha ett slut.",
			EN: "It ends with }} on the same line. Every quotation mark, parenthesis and comment between has to end as well."}},
	{TemplateFunction, Error,
		Text{SV: `det finns ingen funktion som heter "{0}"`, EN: `there is no function called "{0}"`},
		Text{
			SV: "Ett fält skrivs med punkt före: .Title. En text inom citattecken. Funktionerna är de som html/template har, och args och has.",
			EN: "A field is written with a dot before it: .Title. A text stands in quotes. The functions are those of html/template, and args and has."}},
	{TemplateVariable, Error,
		Text{SV: "variabeln {0} finns inte här", EN: "the variable {0} does not exist here"},
		Text{
			SV: "En variabel får sitt värde med := före, i samma del och inom samma {{if}}, {{range}} eller {{with}}.",
			EN: "A variable is given its value with := before it is used, in the same part and inside the same {{if}}, {{range}} or {{with}}."}},
	{TemplateValue, Error,
		Text{SV: `"{0}" saknar ett värde`, EN: `"{0}" lacks a value`},
		Text{
			SV: "Skriv vad det gäller: {{if .Item.Image}}, {{range .Item.Topics}}, {{with .Item.Summary}}. En tom {{}} betyder ingenting.",
			EN: "Write what it is about: {{if .Item.Image}}, {{range .Item.Topics}}, {{with .Item.Summary}}. An empty {{}} means nothing."}},
	{TemplateWord, Error,
		Text{SV: "{0} kan inte stå här", EN: "{0} cannot stand here"},
		Text{
			SV: "Mellan {{ och }} står ett fält (.Title), en funktion med det som den ska ha ({{len .Items}}), eller ett ord som if, range, with, template, define och end.",
			EN: "Between {{ and }} stands a field (.Title), a function with what it takes ({{len .Items}}), or a word such as if, range, with, template, define and end."}},
	{TemplateField, Error,
		Text{SV: `{1} har inget som heter "{2}" (när {0} gjordes)`, EN: `{1} has nothing called "{2}" (while {0} was being made)`},
		Text{
			SV: "Allt som en mall kan se, och vad det heter, står i docs/themes.md. Felet är temats, inte textens.",
			EN: "All that a template can see, and what it is called, is in docs/themes.md. The fault is the theme's, not the text's."}},
	{TemplateNoFields, Error,
		Text{SV: `{1} är en lista, en text eller ett tal, och har inget "{2}" (när {0} gjordes)`, EN: `{1} is a list, a text or a number, and has no "{2}" (while {0} was being made)`},
		Text{
			SV: "Gå igenom en lista med {{range}}; inom den är punkten ett element i taget. En text eller ett tal skrivs som det är.",
			EN: "Go through a list with {{range}}; inside it, the dot is one element at a time. A text or a number is written as it is."}},
	{TemplateNothing, Error,
		Text{SV: "{1} finns inte här (när {0} gjordes)", EN: "{1} is not there (while {0} was being made)"},
		Text{
			SV: "Det som en sida kan sakna, som en bild eller ett datum, skrivs inom {{with}} eller {{if}}. Felet är temats, inte textens.",
			EN: "What a page may lack, such as a picture or a date, is written inside {{with}} or {{if}}. The fault is the theme's, not the text's."}},
	{TemplateKey, Error,
		Text{SV: `det finns inget "{1}" här (när {0} gjordes)`, EN: `there is no "{1}" here (while {0} was being made)`},
		Text{
			SV: "En innehållstyp har bara sina egna fält i .Data, och en del bara det som den anropas med. Fråga först med has om det kan saknas.",
			EN: "A type has its own fields alone in .Data, and a part what it is called with. Ask with has first where it may be missing."}},
	{TemplateArguments, Error,
		Text{SV: `"{1}" får inte det som den ska ha (när {0} gjordes)`, EN: `"{1}" is not given what it takes (while {0} was being made)`},
		Text{
			SV: "Varje funktion tar ett visst antal värden, av ett visst slag. docs/themes.md berättar vad args, has och index tar.",
			EN: "Every function takes so many values, of a certain kind. docs/themes.md tells what args, has and index take."}},
	{TemplateIndex, Error,
		Text{SV: "listan har inget element nummer {1} (när {0} gjordes)", EN: "the list has no element number {1} (while {0} was being made)"},
		Text{
			SV: "Elementen räknas från 0, och listan kan vara kortare än så, eller tom. Skriv det inom {{with}}, eller jämför med len först.",
			EN: "Elements are counted from 0, and the list may be shorter than that, or empty. Write it inside {{with}}, or compare with len first."}},
	{TemplateAddress, Error,
		Text{SV: "en sida får inte leda till {1} (när {0} gjordes)", EN: "a page may not lead to {1} (while {0} was being made)"},
		Text{
			SV: "Adresser är sökvägar på webbplatsen, eller börjar med https, http, mailto eller tel. Allt annat kan vara ett sätt att köra kod.",
			EN: "Addresses are paths of the site, or begin with https, http, mailto or tel. Anything else may be a way to run code."}},
}
