package diag

// The codes of the rules of check about accessibility, links and the built site. ImageAlt, BrokenLink, BrokenAnchor and
// OverBudget are told by a build as well.
const (
	AltText        Code = "image-alt-text" // {0}: the text
	HeadingGap     Code = "heading-gap"    // {0}: the level, {1}: the level before it
	LinkText       Code = "link-text"      // {0}: the text
	TableHeader    Code = "table-header"
	PDFTitle       Code = "pdf-title"
	PDFAuthor      Code = "pdf-author" // {0}: the name
	PDFFolder      Code = "pdf-folder" // {0}: the path
	PDFLanguage    Code = "pdf-language"
	PDFTags        Code = "pdf-tags"
	ExternalLink   Code = "external-link"    // {0}: the address, {1}: what was answered
	HTMLFault      Code = "html"             // {0}: the element, {1}: the page
	DoubledID      Code = "doubled-id"       // {0}: the id, {1}: the page
	PageHeading    Code = "h1"               // {0}: how many there are, {1}: the page
	SameTitle      Code = "same-title"       // {0}: the title, {1}: the other page
	NoPageTitle    Code = "no-title"         // {0}: the page
	SameSummary    Code = "same-description" // {0}: the other page
	Canonical      Code = "canonical"        // {0}: the page, {1}: what it calls itself
	Hreflang       Code = "hreflang"         // {0}: the page, {1}: the other one
	FeedFault      Code = "feed"             // {0}: the feed, {1}: what is wrong with it
	StructuredData Code = "structured-data"  // {0}: the page, {1}: what is wrong
)

var accessibilityRuleEntries = []Entry{
	{AltText, Warning,
		Text{SV: `bildens text "{0}" säger inte vad bilden visar`, EN: `the image's text "{0}" does not say what it shows`},
		Text{
			SV: "Skärmläsaren säger redan att det är en bild. Beskriv vad den visar, så som du skulle göra i telefon. En bild som bara är prydnad har alt: \"\".",
			EN: "The screen reader says that it is an image already. Describe what it shows, as you would on the telephone. An image that is mere decoration has alt: \"\"."}},
	{HeadingGap, Warning,
		Text{SV: "rubriken är på nivå {0}, direkt under en på nivå {1}", EN: "the heading is of level {0}, right below one of level {1}"},
		Text{
			SV: "Den som lyssnar hoppar mellan rubriker och undrar vad som fattas. Använd nästa nivå, ett # mer än rubriken ovanför.",
			EN: "Those who listen jump between headings and wonder what is missing. Use the next level, one # more than the heading above."}},
	{LinkText, Warning,
		Text{SV: `länktexten "{0}" säger inte vart länken leder`, EN: `the link's text "{0}" does not say where it leads`},
		Text{
			SV: "Skärmläsare kan läsa upp sidans länkar i en lista, utan texten runt dem. Länka orden som säger vad som finns där, som i \"Läs om lediga tomter\".",
			EN: "Screen readers can read a page's links as a list, without the words around them. Link the words that say what is there, as in \"Read about vacant plots\"."}},
	{TableHeader, Warning,
		Text{SV: "tabellen saknar rubriker för sina kolumner", EN: "the table has no headings for its columns"},
		Text{
			SV: "Utan rubriker vet den som lyssnar inte vad siffrorna gäller. Skriv i tabellens första rad vad varje kolumn innehåller; bara den första rutan får vara tom.",
			EN: "Without headings those who listen do not know what the figures are about. Write in the first row of the table what each column holds; only the first cell may be empty."}},
	{PDFTitle, Warning,
		Text{SV: "PDF-filen har ingen titel", EN: "the PDF has no title"},
		Text{
			SV: "Skärmläsare och webbläsarens flik visar filens titel. Fyll i den under egenskaper i programmet där dokumentet skrevs, och spara om som PDF.",
			EN: "Screen readers and the browser's tab show the file's title. Fill it in under properties in the program in which the document was written, and save it as PDF again."}},
	{PDFAuthor, Warning,
		Text{SV: `PDF-filen säger att den är skriven av "{0}"`, EN: `the PDF says that it was written by "{0}"`},
		Text{
			SV: "Programmet skriver in den som är inloggad, även när dokumentet är kommunens. Ta bort namnet under egenskaper och spara om som PDF, eller tysta regeln på sidan om namnet ska stå där.",
			EN: "The program puts in whoever is logged in, even where the document is the municipality's. Remove the name under properties and save it as PDF again, or silence the rule on the page if the name is to stand there."}},
	{PDFFolder, Warning,
		Text{SV: `PDF-filen avslöjar en mapp i någons dator: {0}`, EN: `the PDF gives away a folder on somebody's computer: {0}`},
		Text{
			SV: "Namn på mappar, servrar och användare hjälper den som vill ta sig in. Rätta titeln och de andra egenskaperna i programmet där dokumentet skrevs, och spara om som PDF.",
			EN: "Names of folders, servers and users help those who want to get in. Correct the title and the other properties in the program in which the document was written, and save it as PDF again."}},
	{PDFLanguage, Warning,
		Text{SV: "PDF-filen säger inte vilket språk den är på", EN: "the PDF does not say what language it is in"},
		Text{
			SV: "Utan språk läses texten upp med fel uttal. Ange språket i programmet där dokumentet skrevs, och spara om som PDF.",
			EN: "Without a language the text is read aloud with the wrong pronunciation. Set the language in the program in which the document was written, and save it as PDF again."}},
	{PDFTags, Warning,
		Text{SV: "PDF-filen saknar taggar", EN: "the PDF has no tags"},
		Text{
			SV: "Utan taggar vet skärmläsaren inte vad som är rubriker, listor och tabeller. Spara om som tillgänglig (taggad) PDF, eller lägg innehållet på sidan.",
			EN: "Without tags a screen reader does not know what headings, lists and tables are. Save it again as an accessible (tagged) PDF, or put the content on the page."}},
}

var builtRuleEntries = []Entry{
	{ExternalLink, Warning,
		Text{SV: "länken {0} svarar inte som den ska: {1}", EN: "the link {0} does not answer as it should: {1}"},
		Text{
			SV: "Sidan kan ha flyttat eller tagits bort. Öppna länken, och byt den mot den nya adressen eller ta bort den. Att en server inte svarade kan vara tillfälligt.",
			EN: "The page may have moved or gone. Open the link, and change it to the new address or take it away. That a server did not answer may pass."}},
	{HTMLFault, Error,
		Text{SV: "elementet <{0}> på {1} är inte rätt öppnat och stängt", EN: "the element <{0}> on {1} is not opened and closed as it should be"},
		Text{
			SV: "Webbläsare gissar olika när element inte ligger rätt i varandra. Felet är oftast temats, i en mall.",
			EN: "Browsers guess differently where elements do not lie in one another as they should. The fault is most often the theme's, in a template."}},
	{DoubledID, Error,
		Text{SV: `namnet "{0}" (id) finns två gånger på {1}`, EN: `the name "{0}" (id) stands twice on {1}`},
		Text{
			SV: "En länk till ett ställe på sidan leder då till fel ställe, och skärmläsare kan läsa fel etikett. Felet är oftast temats, i en mall.",
			EN: "A link to a place on the page then leads to the wrong one, and screen readers may read the wrong label. The fault is most often the theme's, in a template."}},
	{PageHeading, Error,
		Text{SV: "{1} har {0} huvudrubriker (h1) i stället för en", EN: "{1} has {0} main headings (h1) instead of one"},
		Text{
			SV: "Huvudrubriken är sidans titel, och varje sida har precis en. Felet är temats, i en layout.",
			EN: "The main heading is the page's title, and each page has just one. The fault is the theme's, in a layout."}},
	{SameTitle, Warning,
		Text{SV: `titeln "{0}" har även {1}`, EN: `the title "{0}" is also that of {1}`},
		Text{
			SV: "I flikar, bokmärken och sökmotorer går sidorna inte att skilja åt. Gör titeln mer exakt, till exempel med årtal eller plats.",
			EN: "In tabs, bookmarks and search engines the pages cannot be told apart. Make the title more exact, with a year or a place."}},
	{NoPageTitle, Error,
		Text{SV: "{0} har ingen titel", EN: "{0} has no title"},
		Text{
			SV: "Titeln visas i fliken och i sökmotorer, och läses upp först. Felet är temats, i en layout.",
			EN: "The title is shown in the tab and by search engines, and is read aloud first. The fault is the theme's, in a layout."}},
	{SameSummary, Warning,
		Text{SV: "beskrivningen är densamma som på {0}", EN: "the description is the same as that of {0}"},
		Text{
			SV: "Sökmotorer visar beskrivningen under titeln, och två lika hjälper ingen att välja. Skriv om summary för den ena.",
			EN: "Search engines show the description below the title, and two that are alike help nobody to choose. Rewrite the summary of one of them."}},
	{Canonical, Error,
		Text{SV: "{0} anger {1} som sin adress", EN: "{0} names {1} as its address"},
		Text{
			SV: "Sökmotorer behåller bara den adress som sidan själv anger (canonical). Felet är temats, i en layout.",
			EN: "Search engines keep only the address that a page itself names (canonical). The fault is the theme's, in a layout."}},
	{Hreflang, Error,
		Text{SV: "{0} och {1} pekar inte på varandra som språkversioner", EN: "{0} and {1} do not name each other as language versions"},
		Text{
			SV: "Sökmotorer tror på språkversioner bara om båda sidorna säger det (hreflang). Felet är temats, i en layout.",
			EN: "Search engines believe in language versions only where both pages say so (hreflang). The fault is the theme's, in a layout."}},
	{FeedFault, Error,
		Text{SV: "flödet {0} är inte riktigt: {1}", EN: "the feed {0} is not sound: {1}"},
		Text{
			SV: "Den som prenumererar får ett felmeddelande i stället för nyheter. Felet är programmets.",
			EN: "Subscribers get an error instead of news. The fault is the program's."}},
	{StructuredData, Error,
		Text{SV: "uppgifterna för sökmotorer på {0} är inte riktiga: {1}", EN: "the data for search engines on {0} is not sound: {1}"},
		Text{
			SV: "Sökmotorer bortser från uppgifter (JSON-LD) som är felskrivna eller saknar det som krävs. Felet är oftast temats.",
			EN: "Search engines ignore data (JSON-LD) that is malformed or lacks what is required. The fault is most often the theme's."}},
}
