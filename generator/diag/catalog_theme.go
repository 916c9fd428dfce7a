package diag

// The codes of a theme: of its files, and of what goes wrong while its templates make a page.
const (
	NoSuchTheme      Code = "no-such-theme"      // {0}: the name
	ThemeLoop        Code = "theme-loop"         // {0}: the themes, in order
	ThemeDepth       Code = "theme-depth"        // {0}: how many may stand on one another
	ThemeFileMissing Code = "theme-file-missing" // {0}: the file
	ThemeFileStray   Code = "theme-file-unused"
	ThemeFolder      Code = "theme-folder-unused" // {0}: the folder
	ThemeTextMissing Code = "theme-text-missing"  // {0}: the key, {1}: the language
	IdentifierName   Code = "bad-identifier"      // {0}: the name
	BadFolder        Code = "bad-folder"          // {0}: the path
	EmptyQuery       Code = "empty-list"
	QuerySpan        Code = "list-without-time" // {0}: the type
	BadCrop          Code = "bad-crop"          // {0}: what is written
	TooManyWidths    Code = "too-many-widths"   // {0}: how many there may be
	BadSchema        Code = "bad-schema-type"   // {0}: the type of schema.org
	BadSpan          Code = "bad-span"
	UnknownField     Code = "unknown-field"  // {0}: the field
	FieldKind        Code = "field-kind"     // {0}: the field, {1}: its kind
	FieldSetting     Code = "field-setting"  // {0}: the key, {1}: the kind of the field
	FieldTwice       Code = "field-twice"    // {0}: the field
	ChoiceTwice      Code = "choice-twice"   // {0}: the value
	CoreKeyField     Code = "core-key-field" // {0}: the key
	ListOfLists      Code = "list-of-lists"
	BoilerplateRole  Code = "boilerplate-role"
	TemplateSyntax   Code = "template-syntax"   // {0}: what Go's html/template says, in English
	TemplateContext  Code = "template-context"  // {0}: likewise
	TemplateAction   Code = "template-action"   // {0}: what the action stands in
	TemplateOpen     Code = "template-open"     // {0}: the tag
	UnknownPart      Code = "unknown-part"      // {0}: the part
	UnknownText      Code = "unknown-text"      // {0}: the key
	UnknownList      Code = "unknown-list"      // {0}: the list
	PartTwice        Code = "part-twice"        // {0}: the part
	TemplateSize     Code = "template-size"     // {0}: the layout, {1}: MB, {2}: the page
	TemplateDepth    Code = "template-depth"    // {0}: the layout, {1}: the page
	AssetName        Code = "asset-name"        // {0}: the file
	UnknownAsset     Code = "unknown-asset"     // {0}: the file
	AssetOutside     Code = "asset-outside"     // {0}: the address
	StyleImport      Code = "style-import"      // {0}: the rule
	StyleSyntax      Code = "style-syntax"      // {0}: what esbuild says, in English
	StyleDoubt       Code = "style-doubt"       // {0}: likewise
	ScriptSyntax     Code = "script-syntax"     // {0}: likewise
	ScriptDoubt      Code = "script-doubt"      // {0}: likewise
	UnknownColor     Code = "unknown-color"     // {0}: the role
	LowContrast      Code = "low-contrast"      // {0}: the role in front, {1}: the ground, {2}: the contrast, {3}: the least
	LowContrastDark  Code = "low-contrast-dark" // likewise
)

var themeEntries = []Entry{
	{NoSuchTheme, Error,
		Text{SV: `det finns inget tema som heter "{0}"`, EN: `there is no theme called "{0}"`},
		Text{
			SV: "Ett tema söks först i mappen themes/ och sedan bland dem som är inbyggda i programmet. Kontrollera stavningen.",
			EN: "A theme is looked for in the folder themes/, then among those built into the program. Check the spelling."}},
	{ThemeLoop, Error,
		Text{SV: "temana bygger på varandra i en cirkel: {0}", EN: "the themes extend one another in a circle: {0}"},
		Text{
			SV: "Ett tema som bygger på ett annat tar allt därifrån som det inte har själv. Det måste sluta i ett tema som står för sig självt.",
			EN: "A theme that extends another takes from it all that it lacks itself. That must end in a theme that stands alone."}},
	{ThemeDepth, Error,
		Text{SV: "fler än {0} teman bygger på varandra", EN: "more than {0} themes extend one another"},
		Text{
			SV: "Så många lager går inte att överblicka. Slå ihop några av temana.",
			EN: "Nobody can follow that many layers. Make one theme of some of them."}},
	{ThemeFileMissing, Error,
		Text{SV: `temat saknar filen "{0}"`, EN: `the theme lacks the file "{0}"`},
		Text{
			SV: "Programmet använder filen i varje webbplats. Lägg till den, eller bygg temat på ett som har den: extends: portal i theme.yaml.",
			EN: "The program uses the file for every site. Add it, or let the theme extend one that has it: extends: portal in theme.yaml."}},
	{ThemeFileStray, Warning,
		Text{SV: "filen används inte av temat", EN: "the theme does not use the file"},
		Text{
			SV: "types/ och text/ innehåller .yaml-filer, layouts/ och parts/ .html-filer, utan mappar i mappen. Döp om filen eller ta bort den.",
			EN: "types/ and text/ hold .yaml files, layouts/ and parts/ hold .html files, without folders inside. Rename the file or remove it."}},
	{ThemeFolder, Warning,
		Text{SV: `mappen "{0}" används inte av temat`, EN: `the theme does not use the folder "{0}"`},
		Text{
			SV: "Ett tema har mapparna types, layouts, parts, assets, text och samples.",
			EN: "A theme has the folders types, layouts, parts, assets, text and samples."}},
	{ThemeTextMissing, Error,
		Text{SV: `"{0}" saknas på språket "{1}"`, EN: `"{0}" is missing in the language "{1}"`},
		Text{
			SV: "Det som läsaren ser finns på alla språk som webbplatsen har. Lägg till texten.",
			EN: "What readers see exists in every language of the site. Add the text."}},
	{IdentifierName, Error,
		Text{SV: `"{0}" kan inte vara ett namn här`, EN: `"{0}" cannot be a name here`},
		Text{
			SV: "Mallarna använder namnet. Det börjar med en liten bokstav a–z och fortsätter med bokstäver a–z och siffror, som i periodEnd.",
			EN: "Templates use the name. It begins with a small letter a–z and goes on with letters a–z and digits, as in periodEnd."}},
	{BadFolder, Error,
		Text{SV: `"{0}" är inte en mapp under content/`, EN: `"{0}" is not a folder below content/`},
		Text{
			SV: "Mappen skrivs med sin sökväg under content/, med snedstreck (/) och utan .. i, till exempel om.",
			EN: "The folder is given by its path below content/, with slashes (/) and without .. in it, such as about."}},
	{EmptyQuery, Error,
		Text{SV: "listan säger inte vad den ska innehålla", EN: "the list does not say what it holds"},
		Text{
			SV: "Ange minst ett av types, under och topic.",
			EN: "Give at least one of types, under and topic."}},
	{QuerySpan, Error,
		Text{SV: `"{0}" har ingen början och inget slut att välja efter`, EN: `"{0}" has no start and end to choose by`},
		Text{
			SV: "when: coming och when: past väljer bland sådant som äger rum, alltså typer med egenskapen span.",
			EN: "when: coming and when: past choose among what takes place, that is types with the trait span."}},
	{BadCrop, Error,
		Text{SV: `"{0}" är inget format att beskära bilder till`, EN: `"{0}" is no proportion to cut pictures to`},
		Text{
			SV: "Skriv bredd och höjd i det förhållande som bilden ska ha, med x emellan. Den ena får vara högst tio gånger den andra.",
			EN: "Write width and height in the proportion that pictures are to have, with an x between them. One is at most ten times the other."}},
	{TooManyWidths, Error,
		Text{SV: "fler än {0} bredder", EN: "more than {0} widths"},
		Text{
			SV: "Varje bredd är en fil till för varje bild. Tre eller fyra räcker för allt från telefon till stor skärm.",
			EN: "Each width is one more file for every picture. Three or four are enough for everything from a telephone to a large screen."}},
	{BadSchema, Error,
		Text{SV: `"{0}" är inte namnet på en typ i schema.org`, EN: `"{0}" is not the name of a type of schema.org`},
		Text{
			SV: "Namnet skrivs som hos schema.org, med stor bokstav först, till exempel NewsArticle.",
			EN: "The name is written as schema.org does, with a capital first, such as NewsArticle."}},
	{BadSpan, Error,
		Text{SV: "här ska två olika fält stå, början och slut", EN: "two different fields are wanted here, start and end"},
		Text{
			SV: "Skriv till exempel span: [start, end]. Båda fälten är av sorten instant.",
			EN: "Write for example span: [start, end]. Both fields are of the kind instant."}},
	{UnknownField, Error,
		Text{SV: `det finns inget fält som heter "{0}"`, EN: `there is no field called "{0}"`},
		Text{
			SV: "Fältet ska stå under fields i innehållstypens fil.",
			EN: "The field has to stand under fields in the file of the type of content."}},
	{FieldKind, Error,
		Text{SV: `fältet "{0}" är av sorten {1}, som inte duger här`, EN: `the field "{0}" is of the kind {1}, which will not do here`},
		Text{
			SV: "En period krävs för en serie, ett klockslag (instant) för början och slut, Markdown för avsändarens text, och något som går att ordna för en ordning.",
			EN: "A series needs a period, start and end need an instant, a publisher's text needs Markdown, and an order needs something that can be put in order."}},
	{FieldSetting, Error,
		Text{SV: `"{0}" hör inte till fält av sorten {1}`, EN: `"{0}" does not belong to fields of the kind {1}`},
		Text{
			SV: "of hör till list, to till reference, choices till choice och fields till map.",
			EN: "of belongs to list, to to reference, choices to choice, and fields to map."}},
	{FieldTwice, Error,
		Text{SV: `fältet "{0}" står två gånger`, EN: `the field "{0}" is declared twice`},
		Text{
			SV: "Ta bort det ena, eller ge det ett annat namn.",
			EN: "Remove one of them, or give it another name."}},
	{ChoiceTwice, Error,
		Text{SV: `valet "{0}" står två gånger`, EN: `the choice "{0}" is listed twice`},
		Text{
			SV: "Ta bort det ena.",
			EN: "Remove one of them."}},
	{CoreKeyField, Error,
		Text{SV: `"{0}" finns redan för alla innehållstyper`, EN: `"{0}" exists for every type of content already`},
		Text{
			SV: "Nyckeln har en betydelse som är lika för allt innehåll, och kan inte deklareras om. Välj ett annat namn för fältet.",
			EN: "The key means the same for all content and cannot be declared anew. Choose another name for the field."}},
	{ListOfLists, Error,
		Text{SV: "en lista kan inte innehålla listor", EN: "a list cannot hold lists"},
		Text{
			SV: "Låt listans delar vara av sorten map, med ett fält som är en lista.",
			EN: "Let the elements be of the kind map, with a field that is a list."}},
	{BoilerplateRole, Error,
		Text{SV: "temat säger inte vilken innehållstyp som är avsändare", EN: "the theme does not say which type of content is the publisher"},
		Text{
			SV: "boilerplate är ett fält hos avsändaren. Ange typen i theme.yaml: roles: {publisher: ...}.",
			EN: "boilerplate is a field of the publisher. Name the type in theme.yaml: roles: {publisher: ...}."}},
	{TemplateSyntax, Error,
		Text{SV: "mallen går inte att läsa: {0}", EN: "the template cannot be read: {0}"},
		Text{
			SV: "Det som står mellan {{ och }} följer Go:s text/template. Varje {{if}}, {{range}}, {{with}} och {{define}} slutar med {{end}}.",
			EN: "What stands between {{ and }} follows Go's text/template. Every {{if}}, {{range}}, {{with}} and {{define}} ends in {{end}}."}},
	{TemplateContext, Error,
		Text{SV: "mallens HTML går inte att tolka entydigt: {0}", EN: "the template's HTML can be understood in several ways: {0}"},
		Text{
			SV: "Go:s html/template måste veta var i HTML-koden varje värde hamnar för att göra det ofarligt. Stäng taggar och citattecken, och låt båda grenarna av ett {{if}} sluta på samma ställe i koden.",
			EN: "Go's html/template must know where in the HTML each value ends up in order to make it harmless. Close tags and quotes, and let both branches of an {{if}} end at the same point of the code."}},
	{TemplateAction, Error,
		Text{SV: "värden får inte skrivas inuti {0}", EN: "values may not be written inside {0}"},
		Text{
			SV: "Det som skrivs där är kod, och sidornas säkerhetsregler tillåter ingen sådan. Lägg värdet i ett data-attribut och läs det från en skriptfil, eller använd en klass i en stilmall.",
			EN: "What is written there is code, and the pages' security policy allows none. Put the value into a data attribute and read it from a script file, or use a class of a style sheet."}},
	{TemplateOpen, Error,
		Text{SV: "{0} stängs inte i samma fil", EN: "{0} is not closed in the same file"},
		Text{
			SV: "En tagg eller ett skript som börjar i en fil slutar i den.",
			EN: "A tag or a script that begins in a file ends in it."}},
	{UnknownPart, Error,
		Text{SV: `det finns ingen del som heter "{0}"`, EN: `there is no part called "{0}"`},
		Text{
			SV: "En del är en fil i temats mapp parts/ och heter som filen utan .html, eller ett {{define}} i någon av dem eller i layouten själv.",
			EN: "A part is a file in the theme's folder parts/, called like the file without .html, or a {{define}} in one of these or in the layout itself."}},
	{UnknownText, Error,
		Text{SV: `det finns ingen text som heter "{0}"`, EN: `there is no text called "{0}"`},
		Text{
			SV: "Gränssnittets texter står i temats mapp text/, en fil för varje språk.",
			EN: "The texts of the interface stand in the theme's folder text/, a file for each language."}},
	{UnknownList, Error,
		Text{SV: `temat begär ingen lista som heter "{0}" här`, EN: `the theme asks for no list called "{0}" here`},
		Text{
			SV: "Listor begärs i theme.yaml under lists, för en layout eller för alla sidor (every).",
			EN: "Lists are asked for in theme.yaml under lists, for a layout or for all pages (every)."}},
	{PartTwice, Error,
		Text{SV: `delen "{0}" finns två gånger`, EN: `the part "{0}" exists twice`},
		Text{
			SV: "Vilken som gällde skulle bero på läsordningen. Ge den ena ett annat namn.",
			EN: "Which of them counts would depend on the order in which they are read. Give one of them another name."}},
	{TemplateSize, Error,
		Text{SV: `layouten "{0}" skrev mer än {1} MB för en sida ({2})`, EN: `the layout "{0}" wrote more than {1} MB for one page ({2})`},
		Text{
			SV: "Förmodligen går mallen runt utan slut. Se efter i dess {{range}} och i delar som anropar varandra.",
			EN: "The template probably goes on without end. Look at its {{range}} and at parts that call one another."}},
	{TemplateDepth, Error,
		Text{SV: `layouten "{0}" har delar som anropar varandra utan slut (när {1} gjordes)`, EN: `the layout "{0}" has parts that call one another without end (while {1} was being made)`},
		Text{
			SV: "En del som anropar sig själv måste sluta någon gång: sätt anropet inom ett {{if}} eller {{range}}.",
			EN: "A part that calls itself must end at some time: put the call inside an {{if}} or {{range}}."}},
	{AssetName, Error,
		Text{SV: `filen "{0}" har ett namn som inte kan stå i en adress`, EN: `the file "{0}" has a name that cannot stand in an address`},
		Text{
			SV: "Filer i assets/ heter med bokstäver a–z, siffror, bindestreck, understreck och punkter. Döp om filen.",
			EN: "Files in assets/ are named with letters a–z, digits, hyphens, underscores and dots. Rename the file."}},
	{UnknownAsset, Error,
		Text{SV: `temat har ingen fil "{0}" att hämta`, EN: `the theme has no file "{0}" to load`},
		Text{
			SV: "Typsnitt, bilder, stilmallar och skript står i temats mapp assets/.",
			EN: "Fonts, pictures, style sheets and scripts stand in the theme's folder assets/."}},
	{AssetOutside, Error,
		Text{SV: `"{0}" ligger utanför temat`, EN: `"{0}" is outside the theme`},
		Text{
			SV: "Sidorna hämtar ingenting från andra platser. Lägg filen i temats mapp assets/ och skriv dess namn.",
			EN: "Pages load nothing from elsewhere. Put the file into the theme's folder assets/ and write its name."}},
	{StyleImport, Error,
		Text{SV: "{0} kan inte användas i temats stilmallar", EN: "{0} cannot be used in a theme's style sheets"},
		Text{
			SV: "Stilmallar som hämtar andra gör sidan långsam. Skriv allt i en fil, eller länka flera från layouten.",
			EN: "Style sheets that load others make pages slow. Write everything in one file, or link several from the layout."}},
	{StyleSyntax, Error,
		Text{SV: "stilmallen går inte att läsa: {0}", EN: "the style sheet cannot be read: {0}"},
		Text{
			SV: "En webbläsare skulle hoppa över regeln. Oftast saknas en klammer, ett kolon eller ett semikolon strax före.",
			EN: "A browser would skip the rule. Most often a brace, a colon or a semicolon is missing just before."}},
	{StyleDoubt, Warning,
		Text{SV: "stilmallen har något tveksamt: {0}", EN: "something in the style sheet is doubtful: {0}"},
		Text{
			SV: "Regeln går att läsa, men gör troligen inte vad som var tänkt.",
			EN: "The rule can be read, but probably does not do what was meant."}},
	{ScriptSyntax, Error,
		Text{SV: "skriptet går inte att läsa: {0}", EN: "the script cannot be read: {0}"},
		Text{
			SV: "En webbläsare skulle inte köra något av skriptet.",
			EN: "A browser would not run any of the script."}},
	{ScriptDoubt, Warning,
		Text{SV: "skriptet har något tveksamt: {0}", EN: "something in the script is doubtful: {0}"},
		Text{
			SV: "Skriptet går att läsa, men gör troligen inte vad som var tänkt.",
			EN: "The script can be read, but probably does not do what was meant."}},
	{UnknownColor, Error,
		Text{SV: `temat har ingen färg som heter "{0}"`, EN: `the theme has no colour called "{0}"`},
		Text{
			SV: "Ett par består av färger som står under colors i theme.yaml, i temat självt eller i det som temat bygger på.",
			EN: "A pair is made of colours that stand under colors in theme.yaml, in the theme itself or in the one that it extends."}},
	{LowContrast, Error,
		Text{SV: `"{0}" på "{1}" har kontrasten {2}:1 i ljust läge, minst {3}:1 behövs`, EN: `"{0}" on "{1}" has a contrast of {2}:1 in the light scheme, at least {3}:1 is needed`},
		Text{
			SV: "Så små skillnader ser inte alla. Kravet är WCAG 2.2 nivå AA: 4,5:1 för text och 3:1 för stor text, kontroller och fokus. Paren står i temats theme.yaml. Rådet är den närmaste färg som duger, med samma nyans.",
			EN: "Not everybody sees differences so small. The demand is that of WCAG 2.2, level AA: 4.5:1 for text and 3:1 for large text, controls and focus. The pairs stand in the theme's theme.yaml. The advice is the nearest colour that will do, of the same hue."}},
	{LowContrastDark, Error,
		Text{SV: `"{0}" på "{1}" har kontrasten {2}:1 i mörkt läge, minst {3}:1 behövs`, EN: `"{0}" on "{1}" has a contrast of {2}:1 in the dark scheme, at least {3}:1 is needed`},
		Text{
			SV: "Den mörka färgen räknas fram ur varumärkets enligt temats theme.yaml. Kravet är detsamma som i ljust läge.",
			EN: "The dark colour is derived from the brand's as the theme's theme.yaml says. The demand is the same as in the light scheme."}},
}
