package diag

// The codes of Markdown texts. A link with a scheme that is not allowed is BadScheme, as in front matter.
const (
	TextTooLarge      Code = "text-too-large" // {0}: MiB, {1}: lines
	TooComplex        Code = "too-complex"
	RawHTML           Code = "raw-html"     // {0}: the tag
	RemovedHTML       Code = "removed-html" // {0}: the tag
	RemovedText       Code = "removed-text" // {0}: the tag
	UnclosedTag       Code = "unclosed-tag"
	UnclosedComment   Code = "unclosed-comment"
	NoScheme          Code = "no-scheme" // {0}: the address
	BadLink           Code = "bad-link"  // {0}: the address
	EmptyLink         Code = "empty-link"
	MissingDefinition Code = "missing-definition" // {0}: the label
	MissingFootnote   Code = "missing-footnote"   // {0}: the label
	UnusedFootnote    Code = "unused-footnote"    // {0}: the label
	DoubledFootnote   Code = "doubled-footnote"   // {0}: the label
	HeadingOne        Code = "heading-one"
	EmptyHeading      Code = "empty-heading"
	BadAnchor         Code = "bad-anchor"     // {0}: the anchor
	DoubledAnchor     Code = "doubled-anchor" // {0}: the anchor
	ImageAlt          Code = "image-alt"
	SpeechAsList      Code = "speech-as-list"
	ExtraCells        Code = "extra-cells"
	UnknownAttribute  Code = "unknown-attribute" // {0}: the attribute
	BadLanguage       Code = "bad-language"      // {0}: what is written
	StrayLanguage     Code = "stray-language"    // {0}: what is written
	UnclosedFence     Code = "unclosed-passage"
	StrayFence        Code = "stray-passage"
)

var markdownEntries = []Entry{
	{TextTooLarge, Error,
		Text{SV: "texten är för stor, högst {0} MiB och {1} rader", EN: "the text is too large, at most {0} MiB and {1} lines"},
		Text{
			SV: "Ingen läser en så lång text på en sida. Dela den på flera sidor, eller lägg den som bilaga.",
			EN: "Nobody reads a text as long as that on one page. Divide it into several pages, or attach it as a file."}},
	{TooComplex, Error,
		Text{SV: "texten är för invecklad från och med här", EN: "the text is too complex from here on"},
		Text{
			SV: "Det ligger för många listor, citat, parenteser eller markeringar i varandra, eller så har en tabell orimligt många celler. Oftast är det data som har hamnat i texten av misstag. Förenkla stället, eller lägg innehållet som bilaga.",
			EN: "Too many lists, quotes, brackets or emphases lie in one another, or a table has an absurd number of cells. Most often data has ended up in the text by mistake. Simplify the place, or attach the content as a file."}},
	{RawHTML, Error,
		Text{SV: "HTML ({0}) kan inte användas i texten", EN: "HTML ({0}) cannot be used in the text"},
		Text{
			SV: "Texter skrivs i Markdown, så att de ser likadana ut överallt och inget kan smygas in på sidan. Skriv motsvarigheten i Markdown. Ska tecknet < synas i texten: sätt ett omvänt snedstreck före. I en samling med främmande innehåll kan html: clean ställas in i config.yaml.",
			EN: "Texts are written in Markdown, so that they look alike everywhere and nothing can be slipped into the page. Write its equal in Markdown. If the character < is to be seen in the text, put a backslash before it. For a collection with foreign content, html: clean can be set in config.yaml."}},
	{RemovedHTML, Warning,
		Text{SV: "{0} togs bort ur texten", EN: "{0} was removed from the text"},
		Text{
			SV: "HTML-koden hör inte till dem som får finnas i en text. Ord som stod i den är kvar. Skriv stället i Markdown om det ska se ut på ett visst sätt.",
			EN: "The HTML is not of the kind that may stand in a text. Words that stood in it are still there. Write the place in Markdown if it is to look a certain way."}},
	{RemovedText, Warning,
		Text{SV: "innehållet i {0} togs bort ur texten", EN: "the content of {0} was removed from the text"},
		Text{
			SV: "Det som står i den här sortens HTML är kod och inte text, och får inte finnas på sidan. Är det något som läsaren ska se: skriv det i Markdown.",
			EN: "What stands in HTML of this kind is code and not text, and may not be on the page. If readers are to see it, write it in Markdown."}},
	{UnclosedTag, Error,
		Text{SV: "HTML-koden tar slut mitt i en tagg", EN: "the HTML ends in the middle of a tag"},
		Text{
			SV: "En tagg som börjar med < slutar med >. Saknas det syns inte det som står i taggen.",
			EN: "A tag that begins with < ends with >. Where it is missing, what stands in the tag is not seen."}},
	{UnclosedComment, Error,
		Text{SV: "kommentaren som öppnas här avslutas aldrig", EN: "the comment that opens here is never closed"},
		Text{
			SV: "En kommentar börjar med <!-- och slutar med -->. Saknas slutet försvinner all text efter den.",
			EN: "A comment begins with <!-- and ends with -->. Without its end all the text after it is lost."}},
	{NoScheme, Error,
		Text{SV: `länken "{0}" saknar https: i början`, EN: `the link "{0}" has no https: in front`},
		Text{
			SV: "Utan https: beror det på sidan som länken står på hur den andra webbplatsen hämtas.",
			EN: "Without https: it depends on the page with the link how the other site is fetched."}},
	{BadLink, Error,
		Text{SV: `"{0}" är ingen adress`, EN: `"{0}" is not an address`},
		Text{
			SV: "Adressen saknar något, är orimligt lång, eller innehåller tecken som inte kan stå i en adress. Kopiera den på nytt, och skriv sökvägar med vanliga snedstreck.",
			EN: "The address lacks something, is absurdly long, or holds characters that cannot stand in one. Copy it again, and write paths with ordinary slashes."}},
	{EmptyLink, Error,
		Text{SV: "länken leder ingenstans", EN: "the link leads nowhere"},
		Text{
			SV: "Inom parentesen efter texten ska adressen stå: [texten](adressen).",
			EN: "The address stands in the parentheses after the text: [the text](the address)."}},
	{MissingDefinition, Warning,
		Text{SV: `adressen till "[{0}]" finns ingenstans`, EN: `there is no address for "[{0}]"`},
		Text{
			SV: "En länk av formen [text][namn] hämtar sin adress från en rad [namn]: adress längre ner. Utan den raden syns hakparenteserna i texten.",
			EN: "A link of the form [text][name] takes its address from a line [name]: address further down. Without that line the brackets are seen in the text."}},
	{MissingFootnote, Error,
		Text{SV: `fotnoten "{0}" finns inte`, EN: `there is no footnote "{0}"`},
		Text{
			SV: "En fotnot hämtar sin text från en rad som börjar med [^namn]: och texten. Lägg till raden, eller rätta namnet.",
			EN: "A footnote takes its text from a line that begins with [^name]: and the text. Add the line, or correct the name."}},
	{UnusedFootnote, Warning,
		Text{SV: `ingen hänvisar till fotnoten "{0}", så den syns inte`, EN: `nothing refers to the footnote "{0}", so that it is not shown`},
		Text{
			SV: "En fotnot visas bara om texten hänvisar till den med [^namn]. Lägg till hänvisningen, eller ta bort fotnoten.",
			EN: "A footnote is shown only where the text refers to it with [^name]. Add the reference, or remove the footnote."}},
	{DoubledFootnote, Warning,
		Text{SV: `fotnoten "{0}" står två gånger, och den här syns inte`, EN: `the footnote "{0}" is written twice, and this one is not shown`},
		Text{
			SV: "Bara den första av två fotnoter med samma namn visas. Ge den andra ett eget namn.",
			EN: "Only the first of two footnotes with one name is shown. Give the other a name of its own."}},
	{HeadingOne, Warning,
		Text{SV: "rubriken är av samma nivå som sidans titel", EN: "the heading is of the same level as the page's title"},
		Text{
			SV: "Sidans titel är dess enda rubrik på översta nivån. Rubriker i texten börjar med två nummertecken: ## Rubrik.",
			EN: "The page's title is its only heading on the top level. Headings in the text begin with two number signs: ## Heading."}},
	{EmptyHeading, Warning,
		Text{SV: "rubriken är tom", EN: "the heading is empty"},
		Text{
			SV: "En rubrik utan text förvirrar den som lyssnar på sidan. Skriv en text, eller ta bort raden.",
			EN: "A heading without text confuses those who listen to the page. Write a text, or remove the line."}},
	{BadAnchor, Error,
		Text{SV: `"{0}" kan inte vara en rubriks adress`, EN: `"{0}" cannot be the address of a heading`},
		Text{
			SV: "Det som står efter # i en länk skrivs med små bokstäver a till z, siffror och bindestreck.",
			EN: "What stands after # in a link is written with small letters a to z, digits and hyphens."}},
	{DoubledAnchor, Error,
		Text{SV: `en annan rubrik har redan adressen "{0}"`, EN: `another heading has the address "{0}" already`},
		Text{
			SV: "En länk kan bara leda till en av dem. Ge den andra rubriken en egen adress.",
			EN: "A link can lead to one of them only. Give the other heading an address of its own."}},
	{ImageAlt, Warning,
		Text{SV: "bilden saknar textalternativ", EN: "the image has no alternative text"},
		Text{
			SV: "Den som inte ser bilden behöver veta vad den visar. Skriv det inom hakparentesen: ![vad bilden visar](bild.jpg).",
			EN: "Those who do not see the image need to know what it shows. Write it in the brackets: ![what the image shows](image.jpg)."}},
	{SpeechAsList, Warning,
		Text{SV: "repliken är skriven som en punktlista", EN: "the line of speech is written as a list"},
		Text{
			SV: "Ett bindestreck först på raden gör en punktlista. En replik börjar med ett talstreck (–) och ett mellanslag.",
			EN: "A hyphen at the beginning of a line makes a list. Speech begins with a dash (–) and a space."}},
	{ExtraCells, Warning,
		Text{SV: "raden har fler celler än tabellen har kolumner, och de här syns inte", EN: "the row has more cells than the table has columns, and these are not shown"},
		Text{
			SV: "Tabellens rubrikrad och strecken under den bestämmer hur många kolumner det finns. Lägg till kolumner där, eller ta bort ett lodstreck ur raden. Ett lodstreck som hör till texten skrivs \\|.",
			EN: "The header of the table and the dashes below it decide how many columns there are. Add columns there, or remove a bar from the row. A bar that belongs to the text is written \\|."}},
	{UnknownAttribute, Error,
		Text{SV: `okänd egenskap "{0}" inom klammer`, EN: `unknown attribute "{0}" in braces`},
		Text{
			SV: "Inom klammer kan bara språket för ett stycke eller några ord anges: {lang=en}.",
			EN: "Only the language of a passage or of some words can be given in braces: {lang=en}."}},
	{BadLanguage, Error,
		Text{SV: `"{0}" är inget språk`, EN: `"{0}" is not a language`},
		Text{
			SV: "Språk anges med en förkortning: en för engelska, fi för finska, ar för arabiska, sv för svenska. Då läses orden upp med rätt uttal.",
			EN: "Languages are given by their codes: en for English, fi for Finnish, ar for Arabic, sv for Swedish. The words are then read aloud with the right pronunciation."}},
	{StrayLanguage, Error,
		Text{SV: `"{0}" står inte efter en hakparentes`, EN: `"{0}" does not stand after square brackets`},
		Text{
			SV: "Orden på det andra språket ska stå inom hakparentes precis före klamrarna: [Growing Together]{lang=en}.",
			EN: "The words in the other language stand in square brackets just before the braces: [Tillväxtportalen]{lang=sv}."}},
	{UnclosedFence, Error,
		Text{SV: "stycket på ett annat språk avslutas aldrig", EN: "the passage in another language is never closed"},
		Text{
			SV: "Ett stycke som börjar med ::: {lang=en} slutar med en rad ::: för sig.",
			EN: "A passage that begins with ::: {lang=en} ends with a line ::: of its own."}},
	{StrayFence, Error,
		Text{SV: "raden med kolon avslutar ingenting", EN: "the line of colons closes nothing"},
		Text{
			SV: "En rad ::: avslutar ett stycke som börjar med ::: {lang=en}. Här finns inget sådant öppet.",
			EN: "A line ::: closes a passage that begins with ::: {lang=en}. No such passage is open here."}},
}
