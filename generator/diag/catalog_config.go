package diag

// The codes of config.yaml.
const (
	BadSiteURL         Code = "bad-site-url"     // {0}: the address
	BadTimeZone        Code = "bad-time-zone"    // {0}: the name
	UnknownLanguage    Code = "unknown-language" // {0}: the language
	LanguageTwice      Code = "language-twice"   // {0}: the language
	BadName            Code = "bad-name"         // {0}: the name
	ReservedName       Code = "reserved-name"    // {0}: the name or path
	BadListingURL      Code = "bad-listing-url"  // {0}: the path
	ForeignPrefix      Code = "foreign-prefix"   // {0}: the path, {1}: the language
	CollectionURLTwice Code = "same-listing-url" // {0}, {1}: the collections, {2}: the path
	BadPermalink       Code = "bad-permalink"    // {0}: the pattern
	MenuEntry          Code = "bad-menu-entry"   //
	MenuPage           Code = "bad-menu-page"    // {0}: the page
	BadHref            Code = "bad-href"         // {0}: the link
	BadColor           Code = "bad-color"        // {0}: the key
	BadFileName        Code = "bad-file-name"    // {0}: the file
	BadHost            Code = "bad-host"         // {0}: the host
	BadContact         Code = "bad-contact"      // {0}: the address
	BadSize            Code = "bad-size"         // {0}: the key
)

var configEntries = []Entry{
	{BadSiteURL, Error,
		Text{SV: `"{0}" är inte adressen till en webbplats`, EN: `"{0}" is not the address of a website`},
		Text{
			SV: "Adressen börjar med https:// eller http:// och har ett värdnamn, kanske en sökväg, men ingen fråga (?) och inget ankare (#). Den står i flöden, webbplatskartor och delningar.",
			EN: "The address begins with https:// or http:// and has a host, maybe a path, but no query (?) and no anchor (#). It stands in feeds, sitemaps and shares."}},
	{BadTimeZone, Error,
		Text{SV: `tidszonen "{0}" finns inte`, EN: `there is no time zone "{0}"`},
		Text{
			SV: "Tidszonen skrivs som i IANA:s databas, till exempel Europe/Stockholm. Local duger inte, eftersom webbplatsen då skulle bli olika på olika datorer.",
			EN: "The time zone is written as in the IANA database, such as Europe/Stockholm. Local will not do, since the site would then differ from one computer to another."}},
	{UnknownLanguage, Error,
		Text{SV: `språket "{0}" stöds inte`, EN: `the language "{0}" is not supported`},
		Text{
			SV: "Programmet kan svenska (sv) och engelska (en): datum, sortering, adresser och typografi.",
			EN: "The program knows Swedish (sv) and English (en): dates, sorting, addresses and typography."}},
	{LanguageTwice, Error,
		Text{SV: `språket "{0}" står två gånger`, EN: `the language "{0}" is written twice`},
		Text{
			SV: "Varje språk anges en gång. Det första står vid webbplatsens rot.",
			EN: "Each language is given once. The first stands at the root of the site."}},
	{BadName, Error,
		Text{SV: `"{0}" kan inte vara ett namn här`, EN: `"{0}" cannot be a name here`},
		Text{
			SV: "Namnet är också namnet på en mapp. Det skrivs med små bokstäver a–z, siffror och bindestreck.",
			EN: "The name is that of a folder too. It is written in small letters a–z, digits and hyphens."}},
	{ReservedName, Error,
		Text{SV: `"{0}" är upptaget för annat`, EN: `"{0}" is taken for something else`},
		Text{
			SV: "content/data och content/static har en egen betydelse, och under /assets/ står temats filer. Välj ett annat namn.",
			EN: "content/data and content/static have a meaning of their own, and the theme's files stand under /assets/. Choose another name."}},
	{BadListingURL, Error,
		Text{SV: `"{0}" är inte en adress på webbplatsen`, EN: `"{0}" is not a path on the site`},
		Text{
			SV: "Adressen börjar och slutar med / och har små bokstäver a–z, siffror och bindestreck däremellan. Startsidans adress, /, är upptagen.",
			EN: "The path begins and ends with / and has small letters a–z, digits and hyphens in between. That of the front page, /, is taken."}},
	{ForeignPrefix, Error,
		Text{SV: `"{0}" ligger under ett annat språk ({1})`, EN: `"{0}" lies under another language ({1})`},
		Text{
			SV: "Det första språket står vid webbplatsens rot och de andra under sina språkkoder. Byt adressen, så att språken hålls isär.",
			EN: "The first language stands at the root of the site and the others under their language codes. Change the path, so that the languages stay apart."}},
	{CollectionURLTwice, Error,
		Text{SV: `samlingarna "{0}" och "{1}" har samma adress, {2}`, EN: `the collections "{0}" and "{1}" have the same path, {2}`},
		Text{
			SV: "På en adress kan bara en lista stå. Byt den ena.",
			EN: "Only one listing can stand at a path. Change one of them."}},
	{BadPermalink, Error,
		Text{SV: `"{0}" kan inte vara mönster för en adress`, EN: `"{0}" cannot be the pattern of a path`},
		Text{
			SV: "Mönstret säger var en sida står under sin lista. Det består av :year, :month, :day, :slug, :period och fasta delar med små bokstäver, slutar med / och har :slug eller :period med, så att varje sida får en egen adress.",
			EN: "The pattern tells where a page stands below its listing. It is made of :year, :month, :day, :slug, :period and fixed parts in small letters, ends in / and contains :slug or :period, so that every page has a path of its own."}},
	{MenuEntry, Error,
		Text{SV: "så kan en rad i menyn inte se ut", EN: "an entry of the menu cannot look like this"},
		Text{
			SV: "En rad i menyn är en sida (page), om man vill med en egen rubrik (title), eller en länk (href) med rubrik.",
			EN: "An entry of the menu is a page (page), with a title of its own if wanted, or a link (href) with a title."}},
	{MenuPage, Error,
		Text{SV: `"{0}" är inte skrivet som en sida`, EN: `"{0}" is not written as a page`},
		Text{
			SV: "En sida i menyn är namnet på en samling, eller sökvägen under content/ utan .md, till exempel om/kontakt.",
			EN: "A page of the menu is the name of a collection, or the path below content/ without .md, such as om/kontakt."}},
	{BadHref, Error,
		Text{SV: `"{0}" är ingen länk`, EN: `"{0}" is not a link`},
		Text{
			SV: "En länk är en sökväg på webbplatsen som börjar med /, eller en adress som börjar med https:, http:, mailto: eller tel:.",
			EN: "A link is a path on the site that begins with /, or an address that begins with https:, http:, mailto: or tel:."}},
	{BadColor, Error,
		Text{SV: `"{0}" är ingen färg`, EN: `"{0}" is not a colour`},
		Text{
			SV: "En färg skrivs hexadecimalt, till exempel \"#00558c\". Utan citattecken läses # som början på en kommentar.",
			EN: "A colour is written in hexadecimal, such as \"#00558c\". Without quotes # is read as the beginning of a comment."}},
	{BadFileName, Error,
		Text{SV: `"{0}" är inte namnet på en fil här`, EN: `"{0}" is not the name of a file here`},
		Text{
			SV: "En fil anges med sin sökväg under content/ eller bredvid sidan, med snedstreck (/) och utan .. i.",
			EN: "A file is given by its path below content/ or beside the page, with slashes (/) and without .. in it."}},
	{BadHost, Error,
		Text{SV: `"{0}" är inget värdnamn`, EN: `"{0}" is not the name of a host`},
		Text{
			SV: "Ett värdnamn är bara namnet, till exempel video.example.se, utan https:// och sökväg.",
			EN: "The name of a host is the name alone, such as video.example.se, without https:// and path."}},
	{BadContact, Error,
		Text{SV: `"{0}" kan inte stå i security.txt`, EN: `"{0}" cannot stand in security.txt`},
		Text{
			SV: "Enligt RFC 9116 anges kontakten som en adress med mailto:, tel: eller https: framför.",
			EN: "RFC 9116 asks for a contact as an address with mailto:, tel: or https: in front."}},
	{BadSize, Error,
		Text{SV: `"{0}" är ingen storlek`, EN: `"{0}" is not a size`},
		Text{
			SV: "En storlek skrivs som 150 kB eller 2 MB, och antalet bildpunkter som ett tal.",
			EN: "A size is written as 150 kB or 2 MB, and a number of pixels as a number."}},
}
