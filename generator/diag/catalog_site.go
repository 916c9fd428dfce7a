package diag

// The codes of what the pieces of content have to do with one another: references, links, URLs and files.
const (
	MissingReference     Code = "missing-reference"     // {0}: the name
	AmbiguousReference   Code = "ambiguous-reference"   // {0}: the name, {1}: what it could mean
	UnpublishedReference Code = "unpublished-reference" // {0}: the name
	WrongReferenceType   Code = "wrong-reference-type"  // {0}: the name, {1}: its type, {2}: the types that are wanted
	HiddenReference      Code = "hidden-reference"      // {0}: the name
	NoPage               Code = "no-page"               // {0}: the name
	URLCollision         Code = "url-collision"         // {0}: the URL, {1}: the other file
	AliasCollision       Code = "alias-collision"       // {0}: the alias, {1}: the file that has the URL
	BadAliasTarget       Code = "bad-alias-target"      // {0}: the alias
	DoubledPeriod        Code = "doubled-period"        // {0}: the period, {1}: the other file
	BrokenLink           Code = "broken-link"           // {0}: the link
	BrokenAnchor         Code = "broken-anchor"         // {0}: the anchor, {1}: the page
	MissingFile          Code = "missing-file"          // {0}: the file, {1}: the folder that was looked in
	UnusedFile           Code = "unused-file"
	RemoteImage          Code = "remote-image"   // {0}: the host
	UnknownType          Code = "unknown-type"   // {0}: the type
	UnknownLayout        Code = "unknown-layout" // {0}: the layout
	NoSlug               Code = "no-slug"        // {0}: the name
	NotAnImage           Code = "not-an-image"   // {0}: the file
	NoPeriod             Code = "no-period"      // {0}: the type
	TwoLanguages         Code = "two-languages"  // {0}: the other file
)

var siteEntries = []Entry{
	{MissingReference, Error,
		Text{SV: `det finns inget som heter "{0}"`, EN: `there is nothing called "{0}"`},
		Text{
			SV: "Hänvisningen är namnet på en fil eller mapp under content/, utan datum och språk. Rätta stavningen, eller lägg till innehållet.",
			EN: "The reference is the name of a file or folder below content/, without date and language. Correct the spelling, or add the content."}},
	{AmbiguousReference, Error,
		Text{SV: `"{0}" kan vara flera saker: {1}`, EN: `"{0}" could be several things: {1}`},
		Text{
			SV: "Två samlingar har innehåll med samma namn. Skriv samlingens namn framför, som i people/asa-provare.",
			EN: "Two collections have content of the same name. Write the collection's name in front, as in people/asa-provare."}},
	{UnpublishedReference, Error,
		Text{SV: `"{0}" är inte publicerat när den här sidan är det`, EN: `"{0}" is not published when this page is`},
		Text{
			SV: "Hänvisningen leder till ett utkast, eller till något som visas först senare. Läsaren skulle hamna på en sida som inte finns, och det opublicerade skulle röjas.",
			EN: "The reference leads to a draft, or to something that appears only later. Readers would be led to a page that is not there, and what is unpublished would be given away."}},
	{WrongReferenceType, Error,
		Text{SV: `"{0}" är av typen {1}, men här behövs {2}`, EN: `"{0}" is of the type {1}, but {2} is needed here`},
		Text{
			SV: "Fältet hänvisar till innehåll av vissa typer. Kontrollera att namnet är rätt.",
			EN: "The field refers to content of certain types. Check that the name is right."}},
	{HiddenReference, Warning,
		Text{SV: `"{0}" visas inte här, eftersom det har tagits ner`, EN: `"{0}" is not shown here, since it has come down`},
		Text{
			SV: "Det som hänvisningen leder till har passerat sin tid (expires) och visas inte längre i listor. Ta bort hänvisningen när du ändå ändrar sidan.",
			EN: "What the reference leads to is past its time (expires) and is not shown in lists any more. Remove the reference when you next change the page."}},
	{NoPage, Error,
		Text{SV: `"{0}" har ingen egen sida att länka till`, EN: `"{0}" has no page of its own to link to`},
		Text{
			SV: "Samlingen saknar url i config.yaml, så dess innehåll visas bara på andra sidor.",
			EN: "The collection has no url in config.yaml, so that its content is shown on other pages only."}},
	{URLCollision, Error,
		Text{SV: `adressen {0} är redan tagen av {1}`, EN: `the address {0} is taken already by {1}`},
		Text{
			SV: "På en adress kan bara en sida stå. Ändra slug eller filnamnet för den ena.",
			EN: "Only one page can stand at an address. Change the slug or the file name of one of them."}},
	{AliasCollision, Error,
		Text{SV: `den tidigare adressen {0} används av {1}`, EN: `the earlier address {0} is in use by {1}`},
		Text{
			SV: "En tidigare adress kan inte leda vidare om det står en sida där. Ta bort den ur aliases.",
			EN: "An earlier address cannot lead on if a page stands there. Remove it from aliases."}},
	{BadAliasTarget, Error,
		Text{SV: "den tidigare adressen {0} är sidans egen adress", EN: "the earlier address {0} is the page's own address"},
		Text{
			SV: "Sidan skulle leda till sig själv. Ta bort raden ur aliases.",
			EN: "The page would lead to itself. Remove the line from aliases."}},
	{DoubledPeriod, Error,
		Text{SV: `perioden {0} har redan en rapport: {1}`, EN: `the period {0} has a report already: {1}`},
		Text{
			SV: "I en serie finns en rapport för varje period. Kontrollera perioden; en rättelse görs i den rapport som redan finns.",
			EN: "A series has one report for each period. Check the period; a correction is made in the report that exists."}},
	{BrokenLink, Error,
		Text{SV: `länken "{0}" leder ingenstans`, EN: `the link "{0}" leads nowhere`},
		Text{
			SV: "En länk till en annan sida skrivs som sökvägen till dess fil, räknat från den här filen (../om/kontakt.md), eller som en adress på webbplatsen (/om/kontakt/).",
			EN: "A link to another page is written as the path to its file, seen from this file (../om/kontakt.md), or as an address on the site (/om/kontakt/)."}},
	{BrokenAnchor, Error,
		Text{SV: `det finns ingen rubrik "#{0}" på {1}`, EN: `there is no heading "#{0}" on {1}`},
		Text{
			SV: "Det som står efter # är namnet på en rubrik på sidan. Rubriken kan ha ändrats.",
			EN: "What stands after # is the name of a heading on the page. The heading may have been changed."}},
	{MissingFile, Error,
		Text{SV: `filen "{0}" finns inte (i mappen {1})`, EN: `the file "{0}" does not exist (in the folder {1})`},
		Text{
			SV: "Bilder och bilagor ligger bredvid sidan, i samma mapp. Kontrollera stavningen, stora och små bokstäver och ändelsen.",
			EN: "Images and attachments lie beside the page, in the same folder. Check spelling, capital and small letters, and the extension."}},
	{UnusedFile, Warning,
		Text{SV: "filen används inte och publiceras därför inte", EN: "the file is not used, and therefore not published"},
		Text{
			SV: "Bara filer som en publicerad sida hänvisar till publiceras. Lägg till den som bilaga eller bild, länka till den, eller ta bort den.",
			EN: "Only files that a published page refers to are published. Add it as an attachment or an image, link to it, or remove it."}},
	{RemoteImage, Error,
		Text{SV: `bilden hämtas från en annan webbplats: {0}`, EN: `the image is fetched from another site: {0}`},
		Text{
			SV: "En bild från en annan värd kan försvinna, och läsarens besök syns där. Lägg bilden bredvid sidan, eller ange värden under hosts i config.yaml.",
			EN: "An image from another host can vanish, and the reader's visit is seen there. Put the image beside the page, or name the host under hosts in config.yaml."}},
	{UnknownType, Error,
		Text{SV: `temat har ingen typ som heter "{0}"`, EN: `the theme has no type called "{0}"`},
		Text{
			SV: "En typ är en fil i temats mapp types/. Rätta stavningen, eller lägg till typen.",
			EN: "A type is a file in the theme's folder types/. Correct the spelling, or add the type."}},
	{UnknownLayout, Error,
		Text{SV: `temat har ingen layout som heter "{0}"`, EN: `the theme has no layout called "{0}"`},
		Text{
			SV: "En layout är en fil i temats mapp layouts/. Rätta stavningen, eller lägg till layouten.",
			EN: "A layout is a file in the theme's folder layouts/. Correct the spelling, or add the layout."}},
	{TwoLanguages, Error,
		Text{SV: "samma sida på samma språk finns också i {0}", EN: "the same page in the same language is also in {0}"},
		Text{
			SV: "NAMN.md är på webbplatsens första språk, så NAMN.sv.md är samma sak när det är svenska. Behåll den ena.",
			EN: "NAME.md is in the site's first language, so that NAME.sv.md is the same thing where that is Swedish. Keep one of them."}},
	{NoSlug, Error,
		Text{SV: `av "{0}" går det inte att göra en adress`, EN: `no address can be made of "{0}"`},
		Text{
			SV: "Adresser består av bokstäverna a–z och siffror, och namnet har inga. Byt namn, eller ange slug.",
			EN: "Addresses consist of the letters a–z and digits, and the name has none. Rename it, or give a slug."}},
	{NotAnImage, Error,
		Text{SV: `"{0}" är ingen bild`, EN: `"{0}" is not an image`},
		Text{
			SV: "Här behövs en bild: JPEG, PNG, WebP, GIF eller SVG. Länka till andra filer i stället.",
			EN: "An image is needed here: JPEG, PNG, WebP, GIF or SVG. Link to other files instead."}},
	{NoPeriod, Error,
		Text{SV: `adressen innehåller :period, men typen {0} är ingen serie`, EN: `the address contains :period, but the type {0} is no series`},
		Text{
			SV: "Bara innehåll av en typ med periodserie har en period att bygga adressen av. Ändra permalink eller type.",
			EN: "Only content of a type with a series of periods has one to make the address of. Change permalink or type."}},
}
