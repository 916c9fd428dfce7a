package diag

// The codes of YAML as such: of config.yaml, of front matter, and of a theme's files.
const (
	YAMLTooLarge        Code = "yaml-too-large" // {0}: the limit
	YAMLTooDeep         Code = "yaml-too-deep"  // {0}: the limit
	YAMLAlias           Code = "yaml-alias"     // {0}: "*", "&" or "<<"
	YAMLTag             Code = "yaml-tag"
	YAMLKey             Code = "yaml-key"
	YAMLDocuments       Code = "yaml-documents"
	YAMLNotMapping      Code = "yaml-not-mapping"
	YAMLTab             Code = "yaml-tab"
	YAMLIndentation     Code = "yaml-indentation"
	YAMLNoColon         Code = "yaml-no-colon"
	YAMLSpaceAfterColon Code = "yaml-space-after-colon"
	YAMLColon           Code = "yaml-colon"
	YAMLHash            Code = "yaml-hash"
	YAMLReserved        Code = "yaml-reserved"
	YAMLListInLine      Code = "yaml-list-in-line"
	YAMLUnclosedQuote   Code = "yaml-unclosed-quote"
	YAMLAfterQuote      Code = "yaml-after-quote"
	YAMLEscape          Code = "yaml-escape"
	YAMLUnclosedBracket Code = "yaml-unclosed-bracket"
	YAMLBracket         Code = "yaml-bracket"
	YAMLAfterBracket    Code = "yaml-after-bracket"
	YAMLSyntax          Code = "yaml-syntax" // {0}: what the YAML library says, in English
)

var yamlEntries = []Entry{
	{YAMLTooLarge, Error,
		Text{SV: "inställningarna är för stora, högst {0}", EN: "the settings are too large, at most {0}"},
		Text{
			SV: "Ingen fil behöver så många inställningar. Ofta har en hel text hamnat ovanför det avslutande ---; flytta den under.",
			EN: "No file needs that many settings. Often a whole text has ended up above the closing ---; move it below."}},
	{YAMLTooDeep, Error,
		Text{SV: "här ligger listor och nycklar i varandra på fler än {0} nivåer", EN: "lists and keys lie inside one another in more than {0} levels here"},
		Text{
			SV: "Så djupa värden används inte av något. Ta bort nivåer.",
			EN: "Nothing uses values as deep as that. Remove levels."}},
	{YAMLAlias, Error,
		Text{SV: `ett värde kan inte börja med "{0}" utan citattecken`, EN: `a value cannot begin with "{0}" without quotes`},
		Text{
			SV: "I YAML betyder *, & och << att ett värde hämtas någon annanstans ifrån. Det används inte här, eftersom en liten fil då kan bli hur stor som helst. Ska tecknet stå i texten: sätt citattecken om hela värdet.",
			EN: "In YAML *, & and << mean that a value is fetched from elsewhere. That is not used here, since a small file could then become as large as anything. If the character belongs to the text, put the whole value in quotes."}},
	{YAMLTag, Error,
		Text{SV: `ett värde kan inte börja med "!" utan citattecken`, EN: `a value cannot begin with "!" without quotes`},
		Text{
			SV: "I YAML betyder ett utropstecken först att värdet är av en särskild sort. Det används inte här. Ska tecknet stå i texten: sätt citattecken om hela värdet.",
			EN: "In YAML an exclamation mark in front says that the value is of a special kind. That is not used here. If the character belongs to the text, put the whole value in quotes."}},
	{YAMLKey, Error,
		Text{SV: "det som står före kolonet måste vara ett namn", EN: "what stands before the colon must be a name"},
		Text{
			SV: "En rad med en inställning har ett namn, ett kolon, ett mellanslag och ett värde. Här är namnet tomt, eller en lista.",
			EN: "A line with a setting has a name, a colon, a space and a value. Here the name is empty, or a list."}},
	{YAMLDocuments, Error,
		Text{SV: "filen börjar om här", EN: "the file begins anew here"},
		Text{
			SV: "En rad med bara --- skiljer två dokument åt, och en fil är ett enda. Ta bort raden.",
			EN: "A line with nothing but --- separates two documents, and a file is a single one. Remove the line."}},
	{YAMLNotMapping, Error,
		Text{SV: `här ska det stå rader av formen "namn: värde"`, EN: `lines of the form "name: value" are expected here`},
		Text{
			SV: "Filen innehåller bara en text eller en lista. Kontrollera att det står ett kolon och ett mellanslag efter varje namn.",
			EN: "The file holds nothing but a text or a list. Check that a colon and a space stand after each name."}},
	{YAMLTab, Error,
		Text{SV: "raden är indragen med tabb", EN: "the line is indented with a tab"},
		Text{
			SV: "YAML förstår bara mellanslag i början av en rad, eftersom en tabb är olika bred i olika program.",
			EN: "YAML understands only spaces at the beginning of a line, since a tab is of different width in different programs."}},
	{YAMLIndentation, Error,
		Text{SV: "indraget stämmer inte med raderna ovanför", EN: "the indentation does not agree with the lines above"},
		Text{
			SV: "Namn som hör ihop ska börja i samma kolumn, och det som hör till ett namn ska vara indraget under det. Ett namn som redan har ett värde på sin rad kan inte ha rader under sig.",
			EN: "Names that belong together begin in the same column, and what belongs to a name is indented below it. A name that has a value on its own line cannot have lines below it."}},
	{YAMLNoColon, Error,
		Text{SV: "raden saknar kolon", EN: "the line has no colon"},
		Text{
			SV: "En rad med en inställning har ett namn, ett kolon, ett mellanslag och ett värde. Om raden hör till texten på raden ovanför ska den vara indragen.",
			EN: "A line with a setting has a name, a colon, a space and a value. If the line belongs to the text of the line above, indent it."}},
	{YAMLSpaceAfterColon, Error,
		Text{SV: "det saknas ett mellanslag efter kolonet", EN: "a space is missing after the colon"},
		Text{
			SV: "Utan mellanslag är kolonet en del av texten, som i en webbadress.",
			EN: "Without a space the colon is part of the text, as in a web address."}},
	{YAMLColon, Error,
		Text{SV: "texten innehåller ett kolon och måste stå inom citattecken", EN: "the text has a colon in it and must be in quotes"},
		Text{
			SV: "Ett kolon följt av ett mellanslag skiljer namnet från värdet. Ett kolon till på samma rad, till exempel i en rubrik, måste därför stå inom citattecken.",
			EN: "A colon followed by a space parts the name from the value. Another colon on the same line, as in a heading, must therefore be in quotes."}},
	{YAMLHash, Warning,
		Text{SV: "resten av raden är en kommentar och visas inte", EN: "the rest of the line is a comment and does not show"},
		Text{
			SV: "Ett # efter ett mellanslag inleder en kommentar. Hör det till texten: sätt citattecken om hela värdet. Är det en kommentar: skriv ett mellanslag efter #.",
			EN: "A # after a space begins a comment. If it belongs to the text, put the whole value in quotes. If it is a comment, write a space after the #."}},
	{YAMLReserved, Error,
		Text{SV: "texten börjar med ett tecken som har en särskild betydelse", EN: "the text begins with a character that has a meaning of its own"},
		Text{
			SV: "Tecken som @ ` % | > har en betydelse i YAML när de står först. Ska tecknet stå i texten: sätt citattecken om hela värdet.",
			EN: "Characters such as @ ` % | > mean something in YAML when they stand first. If the character belongs to the text, put the whole value in quotes."}},
	{YAMLListInLine, Error,
		Text{SV: "en lista med streck kan inte börja på samma rad som namnet", EN: "a list with dashes cannot begin on the line of its name"},
		Text{
			SV: "Sätt varje streck på en egen rad under namnet, eller skriv listan inom hakparentes: [ett, två]. Är strecket en del av texten: sätt citattecken om den.",
			EN: "Put each dash on a line of its own below the name, or write the list in brackets: [one, two]. If the dash belongs to the text, put it in quotes."}},
	{YAMLUnclosedQuote, Error,
		Text{SV: "citattecknet som öppnas här stängs aldrig", EN: "the quote that opens here is never closed"},
		Text{
			SV: "En text som börjar med ett citattecken slutar med ett likadant. Saknas det läses raderna nedanför som en del av texten.",
			EN: "A text that begins with a quotation mark ends with one like it. Where it is missing, the lines below are read as part of the text."}},
	{YAMLAfterQuote, Error,
		Text{SV: "här står något efter det avslutande citattecknet", EN: "something stands after the closing quote"},
		Text{
			SV: `Citattecknen ska omsluta hela värdet. Har texten egna citattecken: sätt den andra sorten runt om, som i '"Ja", säger kommunen'.`,
			EN: `The quotes must enclose the whole value. If the text has quotes of its own, put the other kind around it, as in '"Yes", says the municipality'.`}},
	{YAMLEscape, Error,
		Text{SV: `ett omvänt snedstreck (\) har en särskild betydelse inom "..."`, EN: `a backslash (\) has a meaning of its own inside "..."`},
		Text{
			SV: `Inom dubbla citattecken inleder \ ett specialtecken. Skriv \\, eller använd enkla citattecken, där \ bara är ett tecken.`,
			EN: `Inside double quotes \ begins a special character. Write \\, or use single quotes, where \ is a character like any other.`}},
	{YAMLUnclosedBracket, Error,
		Text{SV: "parentesen som öppnas här stängs aldrig", EN: "the bracket that opens here is never closed"},
		Text{
			SV: "En lista inom [ ] och en grupp inom { } behöver båda sina parenteser.",
			EN: "A list in [ ] and a group in { } need both of their brackets."}},
	{YAMLBracket, Error,
		Text{SV: "det här är inte parentesen som ska stängas", EN: "this is not the bracket that is to be closed"},
		Text{
			SV: "[ stängs med ] och { med }, den inre först.",
			EN: "[ is closed with ] and { with }, the inner one first."}},
	{YAMLAfterBracket, Error,
		Text{SV: "här står något efter den avslutande parentesen", EN: "something stands after the closing bracket"},
		Text{
			SV: "Ett värde som börjar med [ eller { är en lista eller en grupp, och inget får stå efter den. Ska parentesen stå i texten: sätt citattecken om hela värdet.",
			EN: "A value that begins with [ or { is a list or a group, and nothing may follow it. If the bracket belongs to the text, put the whole value in quotes."}},
	{YAMLSyntax, Error,
		Text{SV: "raden kan inte läsas som YAML ({0})", EN: "the line cannot be read as YAML ({0})"},
		Text{
			SV: "Jämför med en fil som fungerar. Vanliga fel är indrag som inte stämmer och tecken som behöver citattecken.",
			EN: "Compare with a file that works. Common faults are indentation that does not agree and characters that need quotes."}},
}
