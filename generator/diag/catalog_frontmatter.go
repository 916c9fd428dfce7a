package diag

// The codes of keys and values, in front matter first of all; config.yaml and themes use the general ones too.
// {0} is the key unless something else is said.
const (
	UnknownKey         Code = "unknown-key"
	ForeignKey         Code = "foreign-key"
	DoubledKey         Code = "doubled-key"
	MissingKey         Code = "missing-key"
	WrongType          Code = "wrong-type"
	EmptyText          Code = "empty-text"
	BadBoolean         Code = "bad-boolean"
	BadNumber          Code = "bad-number"
	NumberOutOfRange   Code = "number-out-of-range"
	BadChoice          Code = "bad-choice"          // {0}: the key, {1}: the word
	UndeclaredLanguage Code = "undeclared-language" // {0}: the language
	NotUTF8            Code = "not-utf8"
	ControlCharacter   Code = "control-character" // {0}: its number, U+0007
	BidiOverride       Code = "bidi-override"     // {0}: its number, U+202E
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
	{NotUTF8, Error,
		Text{SV: "filen är inte sparad i teckenkodningen UTF-8", EN: "the file is not saved in the character encoding UTF-8"},
		Text{
			SV: "Filen är sparad i en äldre teckenkodning, så å, ä och ö skulle bli fel. Spara om den som UTF-8.",
			EN: "The file is saved in an older character encoding, so that letters such as å, ä and ö would come out wrong. Save it as UTF-8."}},
	{ControlCharacter, Error,
		Text{SV: "här finns ett osynligt styrtecken ({0})", EN: "there is an invisible control character here ({0})"},
		Text{
			SV: "Styrtecken följer ibland med när text kopieras från andra program. De är inte tillåtna i HTML. Ta bort tecknet, eller skriv om raden för hand.",
			EN: "Control characters sometimes come along when text is copied from other programs. HTML does not allow them. Remove the character, or type the line anew."}},
	{BidiOverride, Error,
		Text{SV: "här finns ett osynligt tecken som byter skrivriktning ({0})", EN: "there is an invisible character here that changes the direction of writing ({0})"},
		Text{
			SV: "Sådana tecken kan få en text att se ut som en annan än den är. Ta bort tecknet, eller skriv om raden för hand.",
			EN: "Such characters can make a text look like another than it is. Remove the character, or type the line anew."}},
}
