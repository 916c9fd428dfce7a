package diag

// The codes of keys and values, in front matter first of all; config.yaml and themes use the general ones too.
// {0} is the key unless something else is said.
const (
	UnknownKey          Code = "unknown-key"
	ForeignKey          Code = "foreign-key"
	DoubledKey          Code = "doubled-key"
	MissingKey          Code = "missing-key"
	WrongType           Code = "wrong-type"
	EmptyText           Code = "empty-text"
	BadBoolean          Code = "bad-boolean"
	BadNumber           Code = "bad-number"
	NumberOutOfRange    Code = "number-out-of-range"
	BadChoice           Code = "bad-choice"          // {0}: the key, {1}: the word
	UndeclaredLanguage  Code = "undeclared-language" // {0}: the language
	BadDate             Code = "bad-date"            // {0}: what was written, here and below
	AmbiguousDate       Code = "ambiguous-date"
	ImpossibleDate      Code = "impossible-date"
	YearOutOfRange      Code = "year-out-of-range"
	NonexistentHour     Code = "nonexistent-hour"
	BadPeriod           Code = "bad-period"
	BadFileDate         Code = "bad-file-date"
	ReversedSpan        Code = "reversed-span" // {0}: the start
	BadSlug             Code = "bad-slug"
	BadAlias            Code = "bad-alias"
	BadEmail            Code = "bad-email"
	BadPhone            Code = "bad-phone"
	BadURL              Code = "bad-url"
	BadScheme           Code = "bad-scheme"  // {0}: the scheme, "javascript"
	AltMissing          Code = "alt-missing" // {0}: the image's file
	NoFrontMatter       Code = "no-front-matter"
	UnclosedFrontMatter Code = "unclosed-front-matter"
	BlankBeforeFence    Code = "blank-before-fence"
	BadFence            Code = "bad-fence" // {0}: the line
	EmptyFile           Code = "empty-file"
	NotUTF8             Code = "not-utf8"
	ControlCharacter    Code = "control-character" // {0}: its number, U+0007
	BidiOverride        Code = "bidi-override"     // {0}: its number, U+202E
)

var frontMatterEntries = []Entry{
	{UnknownKey, Error,
		Text{SV: `okänd nyckel "{0}"`, EN: `unknown key "{0}"`},
		Text{
			SV: "Nyckeln finns inte för den här sortens innehåll, så värdet skulle aldrig synas. Oftast är den felstavad.",
			EN: "There is no such key for content of this kind, so that the value would never show. Most often it is misspelt."}},
	{ForeignKey, Error,
		Text{SV: `nyckeln "{0}" heter något annat här`, EN: `the key "{0}" is called something else here`},
		Text{
			SV: "Nyckeln kommer från ett annat publiceringsverktyg. Byt namnet mot det som används här.",
			EN: "The key comes from another publishing tool. Replace its name with the one that is used here."}},
	{DoubledKey, Error,
		Text{SV: `"{0}" står två gånger`, EN: `"{0}" is written twice`},
		Text{
			SV: "Det går inte att veta vilket av värdena som gäller. Ta bort det ena.",
			EN: "There is no telling which of the values holds. Remove one of them."}},
	{MissingKey, Error,
		Text{SV: `"{0}" saknas`, EN: `"{0}" is missing`},
		Text{
			SV: "Nyckeln är obligatorisk här, eftersom sidan inte kan visas rätt utan den. Lägg till den.",
			EN: "The key is required here, since the page cannot be shown properly without it. Add it."}},
	{WrongType, Error,
		Text{SV: `"{0}" har ett värde av fel sort`, EN: `"{0}" has a value of the wrong kind`},
		Text{
			SV: "Varje nyckel tar en viss sorts värde: en text, ett tal, true eller false, en lista eller en grupp med egna nycklar.",
			EN: "Each key takes a certain kind of value: a text, a number, true or false, a list, or a group with keys of its own."}},
	{EmptyText, Error,
		Text{SV: `"{0}" är tom`, EN: `"{0}" is empty`},
		Text{
			SV: "Texten visas för läsaren och kan inte vara tom.",
			EN: "The text is shown to readers and cannot be empty."}},
	{BadBoolean, Error,
		Text{SV: `"{0}" måste vara true eller false`, EN: `"{0}" must be true or false`},
		Text{
			SV: "Bara true och false, utan citattecken, förstås lika av alla verktyg. Ja, nej, yes, no, on och off gör det inte.",
			EN: "Only true and false, without quotes, are understood alike by all tools. Yes, no, on and off are not."}},
	{BadNumber, Error,
		Text{SV: `"{0}" måste vara ett tal`, EN: `"{0}" must be a number`},
		Text{
			SV: "Skriv talet med siffror, utan citattecken, mellanslag och enhet. Decimaler skrivs med punkt.",
			EN: "Write the number in figures, without quotes, spaces and unit. Decimals follow a full stop."}},
	{NumberOutOfRange, Error,
		Text{SV: `"{0}" är för stort eller för litet`, EN: `"{0}" is too large or too small`},
		Text{
			SV: "Talet ligger utanför de gränser som anges i tipset.",
			EN: "The number is beyond the bounds that the hint names."}},
	{BadChoice, Error,
		Text{SV: `"{0}" kan inte vara "{1}"`, EN: `"{0}" cannot be "{1}"`},
		Text{
			SV: "Bara vissa ord är tillåtna här. Välj ett av dem.",
			EN: "Only certain words are allowed here. Choose one of them."}},
	{UndeclaredLanguage, Error,
		Text{SV: `webbplatsen finns inte på språket "{0}"`, EN: `the site does not have the language "{0}"`},
		Text{
			SV: "Språken anges under languages i config.yaml. Rätta språkkoden, eller lägg till språket där.",
			EN: "The languages are given under languages in config.yaml. Correct the language code, or add the language there."}},
	{BadDate, Error,
		Text{SV: `"{0}" är inget datum`, EN: `"{0}" is not a date`},
		Text{
			SV: "Datum skrivs år-månad-dag, 2026-12-01. Med klockslag: 2026-12-01 07:00. Bara så kan de inte missförstås.",
			EN: "Dates are written year-month-day, 2026-12-01. With a time: 2026-12-01 07:00. Only then can they not be misunderstood."}},
	{AmbiguousDate, Error,
		Text{SV: `datumet "{0}" kan läsas på två sätt`, EN: `the date "{0}" can be read in two ways`},
		Text{
			SV: "I Europa skrivs dagen först, i USA månaden. Skriv datumet år-månad-dag.",
			EN: "In Europe the day comes first, in the USA the month. Write the date year-month-day."}},
	{ImpossibleDate, Error,
		Text{SV: `dagen eller klockslaget finns inte: "{0}"`, EN: `there is no such day or time: "{0}"`},
		Text{
			SV: "Datumet är rätt skrivet, men finns inte i kalendern. Kontrollera dagen, månaden och klockslaget.",
			EN: "The date is written correctly, but is not in the calendar. Check the day, the month and the time."}},
	{YearOutOfRange, Error,
		Text{SV: `året i "{0}" är orimligt`, EN: `the year in "{0}" is beyond reason`},
		Text{
			SV: "Årtal skrivs med fyra siffror, från 1000 till 9999.",
			EN: "Years are written with four digits, from 1000 to 9999."}},
	{NonexistentHour, Error,
		Text{SV: `klockslaget finns inte den dagen: "{0}"`, EN: `there is no such time on that day: "{0}"`},
		Text{
			SV: "När sommartiden börjar ställs klockan fram, och en timme hoppas över. Välj ett klockslag före eller efter.",
			EN: "When summer time begins clocks are put forward, and an hour is skipped. Choose a time before or after."}},
	{BadPeriod, Error,
		Text{SV: `"{0}" är ingen period`, EN: `"{0}" is not a period`},
		Text{
			SV: "En period är en månad (2008-09), ett kvartal (2008-Q3) eller ett år (2008).",
			EN: "A period is a month (2008-09), a quarter (2008-Q3) or a year (2008)."}},
	{ReversedSpan, Error,
		Text{SV: "slutet ligger före början ({0})", EN: "the end lies before the start ({0})"},
		Text{
			SV: "Det som äger rum kan inte sluta innan det har börjat. Kontrollera båda tiderna, och att dagen är rätt.",
			EN: "What takes place cannot end before it has begun. Check both times, and that the day is right."}},
	{BadFileDate, Error,
		Text{SV: `datumet i filnamnet finns inte: "{0}"`, EN: `the date in the file's name does not exist: "{0}"`},
		Text{
			SV: "Ett datum först i filnamnet blir sidans datum. Rätta det, eller döp om filen utan datum.",
			EN: "A date at the beginning of a file's name becomes the page's date. Correct it, or rename the file without a date."}},
	{BadSlug, Error,
		Text{SV: `"{0}" kan inte vara en del av en adress`, EN: `"{0}" cannot be part of an address`},
		Text{
			SV: "Adressens sista del skrivs med små bokstäver a–z, siffror och bindestreck. Å och ä blir a, ö blir o.",
			EN: "The last part of an address is written in small letters a–z, digits and hyphens. Å and ä become a, ö becomes o."}},
	{BadAlias, Error,
		Text{SV: `"{0}" är ingen tidigare adress på webbplatsen`, EN: `"{0}" is not an earlier address on the site`},
		Text{
			SV: "En tidigare adress är en sökväg på den här webbplatsen. Den börjar med / och har varken värdnamn, fråga eller ankare.",
			EN: "An earlier address is a path on this site. It begins with / and has neither host, query nor anchor."}},
	{BadEmail, Error,
		Text{SV: `"{0}" är ingen e-postadress`, EN: `"{0}" is not an e-mail address`},
		Text{
			SV: "Adressen blir en länk som öppnar läsarens e-postprogram. Skriv den ensam, utan namn och mailto:.",
			EN: "The address becomes a link that opens the reader's mail program. Write it alone, without name and mailto:."}},
	{BadPhone, Error,
		Text{SV: `"{0}" är inget telefonnummer`, EN: `"{0}" is not a telephone number`},
		Text{
			SV: "Numret blir en länk som ringer upp. Skriv det med siffror, mellanslag och bindestreck, om det behövs med + och landsnummer, till exempel 08-123 45 67.",
			EN: "The number becomes a link that dials it. Write it with digits, spaces and hyphens, and with + and the country code where needed, such as +46 8 123 45 67."}},
	{BadURL, Error,
		Text{SV: `"{0}" är ingen webbadress`, EN: `"{0}" is not a web address`},
		Text{
			SV: "En adress börjar med https: eller http:, mailto: eller tel:, eller med / för en sida på webbplatsen. Mellanslag skrivs %20.",
			EN: "An address begins with https: or http:, mailto: or tel:, or with / for a page of the site. A space is written %20."}},
	{BadScheme, Error,
		Text{SV: `länkar som börjar med "{0}:" är inte tillåtna`, EN: `links that begin with "{0}:" are not allowed`},
		Text{
			SV: "Bara http, https, mailto, tel och sökvägar är säkra för den som klickar.",
			EN: "Only http, https, mailto, tel and paths are safe for whoever clicks them."}},
	{AltMissing, Error,
		Text{SV: `bilden "{0}" saknar alt-text`, EN: `the image "{0}" has no alternative text`},
		Text{
			SV: "Alt-texten läses upp för den som inte ser bilden. Beskriv vad bilden visar, eller skriv alt: \"\" för en bild som bara pryder.",
			EN: "The alternative text is read to those who cannot see the image. Tell what it shows, or write alt: \"\" for one that only decorates."}},
	{NoFrontMatter, Error,
		Text{SV: "filen börjar inte med ---", EN: "the file does not begin with ---"},
		Text{
			SV: "Överst i varje fil står inställningar mellan två rader med ---: minst en title. Därefter kommer texten.",
			EN: "At the top of every file stand settings between two lines of ---: at least a title. The text comes after them."}},
	{UnclosedFrontMatter, Error,
		Text{SV: "inställningarna överst i filen avslutas inte med ---", EN: "the settings at the top of the file do not end with ---"},
		Text{
			SV: "Utan den avslutande raden går det inte att veta var texten börjar. Sätt en rad med bara --- efter den sista inställningen.",
			EN: "Without the closing line there is no telling where the text begins. Put a line with nothing but --- after the last setting."}},
	{BlankBeforeFence, Error,
		Text{SV: "det står tomma rader före ---", EN: "there are blank lines before ---"},
		Text{
			SV: "Filens första rad ska vara ---. Ta bort det som står ovanför.",
			EN: "The first line of the file must be ---. Remove what stands above it."}},
	{BadFence, Error,
		Text{SV: `inställningarna ska stå mellan rader med ---, inte "{0}"`, EN: `the settings stand between lines of ---, not "{0}"`},
		Text{
			SV: "Inställningarna skrivs i YAML, mellan två rader med exakt tre bindestreck. +++ (TOML) och { (JSON) används inte här.",
			EN: "The settings are written in YAML, between two lines of exactly three hyphens. +++ (TOML) and { (JSON) are not used here."}},
	{EmptyFile, Error,
		Text{SV: "filen är tom", EN: "the file is empty"},
		Text{
			SV: "En tom fil blir ingen sida. Fyll den, eller ta bort den.",
			EN: "An empty file makes no page. Fill it, or remove it."}},
	{NotUTF8, Error,
		Text{SV: "filen är inte sparad i teckenkodningen UTF-8", EN: "the file is not saved in the character encoding UTF-8"},
		Text{
			SV: "Filen är sparad i en äldre teckenkodning, så å, ä och ö skulle bli fel. Spara om den som UTF-8.",
			EN: "The file is saved in an older character encoding, so that letters such as å, ä and ö would come out wrong. Save it as UTF-8."}},
	{ControlCharacter, Error,
		Text{SV: "här finns ett tecken som inte kan visas ({0})", EN: "there is a character here that cannot be shown ({0})"},
		Text{
			SV: "Styrtecken och ordbehandlares egna punkttecken följer ibland med när text kopieras. Läsaren ser dem inte, eller som en tom ruta. Ta bort tecknet, eller skriv om raden för hand.",
			EN: "Control characters and word processors' own bullets sometimes come along when text is copied. Readers do not see them, or as an empty box. Remove the character, or type the line anew."}},
	{BidiOverride, Error,
		Text{SV: "här finns ett osynligt tecken som byter skrivriktning ({0})", EN: "there is an invisible character here that changes the direction of writing ({0})"},
		Text{
			SV: "Sådana tecken kan få en text att se ut som en annan än den är. Ta bort tecknet, eller skriv om raden för hand.",
			EN: "Such characters can make a text look like another than it is. Remove the character, or type the line anew."}},
}
