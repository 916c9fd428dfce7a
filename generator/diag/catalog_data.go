package diag

// The codes of the files in content/data/.
const (
	DataKind    Code = "data-kind"   // {0}: the extension
	DataSyntax  Code = "data-syntax" // {0}: the format, {1}: what the reader of the format says, in English
	DataRow     Code = "data-row"
	DoubledTerm Code = "doubled-term" // {0}: the word, {1}: the line where it stands first
)

var dataEntries = []Entry{
	{DataKind, Error,
		Text{SV: `data kan inte läsas ur en {0}-fil`, EN: `data cannot be read from a {0} file`},
		Text{
			SV: "I content/data/ står filer i formaten YAML, JSON och CSV. Spara om filen, eller flytta den.",
			EN: "content/data/ holds files in the formats YAML, JSON and CSV. Save it as one of these, or move it."}},
	{DataSyntax, Error,
		Text{SV: `filen följer inte formatet {0}: {1}`, EN: `the file does not follow the format {0}: {1}`},
		Text{
			SV: "Sidor hämtar siffror och ord ur filen, så den måste gå att läsa från början till slut.",
			EN: "Pages draw figures and words from the file, so that it must be readable from beginning to end."}},
	{DoubledTerm, Error,
		Text{SV: `”{0}” förklaras redan på rad {1}`, EN: `“{0}” is explained on line {1} already`},
		Text{
			SV: "Ett ord i ordlistan har en enda förklaring, så att texterna kan visa den. Samma ord kan inte heller vara en form av ett annat.",
			EN: "A word of the glossary has a single explanation, which texts can show. Nor can one word be a form of another."}},
	{DataRow, Error,
		Text{SV: `raden har inte lika många fält som den första`, EN: `the row does not have as many fields as the first`},
		Text{
			SV: "Varje rad i en tabell har lika många fält. Ett kommatecken i en text kräver citattecken runt texten.",
			EN: "Each row of a table has the same number of fields. A comma in a text needs quotation marks around the text."}},
}
