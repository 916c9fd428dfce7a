package diag

// hintTexts holds the mends, by name. {0}, {1} ... stand for words of the diagnostic's own.
var hintTexts = map[HintName]Text{
	DidYouMean:       {SV: `menade du "{0}"?`, EN: `did you mean "{0}"?`},
	UseInstead:       {SV: `här heter det "{0}"`, EN: `here it is called "{0}"`},
	WriteSo:          {SV: `skriv {0}`, EN: `write {0}`},
	OneOf:            {SV: `något av: {0}`, EN: `one of: {0}`},
	AlsoAt:           {SV: `det andra stället: {0}`, EN: `the other place: {0}`},
	AddKey:           {SV: `lägg till raden {0}`, EN: `add the line {0}`},
	DraftThere:       {SV: `{0} är ett utkast; ta bort draft: true där när den är klar`, EN: `{0} is a draft; remove draft: true there when it is ready`},
	LaterThere:       {SV: `{0} publiceras först {1}`, EN: `{0} appears only at {1}`},
	Remove:           {SV: `ta bort {0}`, EN: `remove {0}`},
	QuoteHash:        {SV: `sätt citattecken om det som börjar med #`, EN: `put what begins with # in quotes`},
	QuoteIt:          {SV: `sätt hela värdet inom citattecken`, EN: `put the whole value in quotes`},
	CloseQuote:       {SV: `avsluta texten med {0}`, EN: `end the text with {0}`},
	OtherQuotes:      {SV: `sätt '...' om hela värdet`, EN: `put '...' around the whole value`},
	DoubleQuotes:     {SV: `sätt "..." om hela värdet`, EN: `put "..." around the whole value`},
	DoubleBackslash:  {SV: `skriv \\ för ett omvänt snedstreck`, EN: `write \\ for a backslash`},
	IndentWithSpaces: {SV: `dra in raden med mellanslag`, EN: `indent the line with spaces`},
	LineUp:           {SV: `låt raden börja i samma kolumn som de den hör ihop med`, EN: `let the line begin in the same column as those that it belongs with`},
	KeyAndValue:      {SV: `skriv namn: värde`, EN: `write name: value`},
	ListBelow:        {SV: `skriv listan på raderna under`, EN: `write the list on the lines below`},
	FillIn:           {SV: `skriv en text, eller ta bort raden`, EN: `write a text, or remove the line`},
	MustFill:         {SV: `skriv en text`, EN: `write a text`},
	PasteAsText:      {SV: `klistra in texten på nytt utan formatering (Ctrl+Shift+V) och sätt ut rubriker och listor i Markdown`, EN: `paste the text again without its formatting (Ctrl+Shift+V), and mark headings and lists in Markdown`},
	ExpectText:       {SV: `skriv en enda text`, EN: `write a single text`},
	ExpectList:       {SV: `skriv en lista: [ett, två]`, EN: `write a list: [one, two]`},
	ExpectMapping:    {SV: `skriv nycklar med värden, indragna på raderna under`, EN: `write keys with values, indented on the lines below`},
	TextOrLanguages:  {SV: `skriv en text, eller en för varje språk: {0}`, EN: `write a text, or one for each language: {0}`},
	TrueOrFalse:      {SV: `skriv true eller false`, EN: `write true or false`},
	NumberBetween:    {SV: `skriv ett heltal från {0} till {1}, utan citattecken`, EN: `write a whole number from {0} to {1}, without quotes`},
	EscapeTag:        {SV: `skriv {0} om tecknet ska synas i texten`, EN: `write {0} if the character is to be seen in the text`},
	SaveAsUTF8:       {SV: `spara filen som UTF-8`, EN: `save the file as UTF-8`},
	RenameTo:         {SV: `döp om filen till {0}`, EN: `rename the file to {0}`},
	SaveAs:           {SV: `spara om filen som {0}`, EN: `save the file as {0}`},
	EitherOr:         {SV: `skriv {0} eller {1}`, EN: `write {0} or {1}`},
	BeginWith:        {SV: `börja med något av: {0}`, EN: `begin with one of: {0}`},
	SmallLetters:     {SV: `skriv med små bokstäver a–z, siffror och bindestreck`, EN: `write small letters a–z, digits and hyphens`},
	LikeDate:         {SV: `skriv som 2026-12-01`, EN: `write it like 2026-12-01`},
	LikeInstant:      {SV: `skriv som 2026-12-01 eller 2026-12-01 07:00`, EN: `write it like 2026-12-01 or 2026-12-01 07:00`},
	LikePeriod:       {SV: `skriv som 2008-09, 2008-Q3 eller 2008`, EN: `write it like 2008-09, 2008-Q3 or 2008`},
	LikeSiteURL:      {SV: `skriv som https://www.example.se/`, EN: `write it like https://www.example.se/`},
	LikeListingURL:   {SV: `skriv som /nyheter/`, EN: `write it like /news/`},
	LikePermalink:    {SV: `skriv som :year/:slug/`, EN: `write it like :year/:slug/`},
	LikeMenuEntry:    {SV: `skriv {page: ...} eller {title: ..., href: ...}`, EN: `write {page: ...} or {title: ..., href: ...}`},
	LikeHref:         {SV: `skriv som /om/ eller https://www.example.se/`, EN: `write it like /about/ or https://www.example.se/`},
	LikeSize:         {SV: `skriv som 150 kB eller 2 MB, högst 1000 MB`, EN: `write it like 150 kB or 2 MB, at most 1000 MB`},
	LikeEmail:        {SV: `skriv som namn@example.se`, EN: `write it like name@example.com`},
	LikePhone:        {SV: `skriv som 08-123 45 67 eller +46 8 123 45 67`, EN: `write it like 08-123 45 67 or +46 8 123 45 67`},
	LikeNumber:       {SV: `skriv som 12 eller 2.5`, EN: `write it like 12 or 2.5`},
	BeginFile:        {SV: `låt filens första rad vara ---`, EN: `let the first line of the file be ---`},
	PutBeside:        {SV: `lägg bilden bredvid en text, eller ta bort positionen i ett bildprogram`, EN: `put the picture beside a text, or remove the position in an image editor`},
	CopyBeside:       {SV: `lägg en kopia av filen bredvid texten`, EN: `put a copy of the file beside the text`},
	LongestSentence:  {SV: `börja med meningen "{0} …", som har {1} ord`, EN: `begin with the sentence "{0} …", which has {1} words`},
	ShorterSentence:  {SV: `sätt punkt tidigare, eller gör en lista`, EN: `end it earlier, or make a list`},
	ExplainIt:        {SV: `skriv ut orden första gången, eller förklara {0} i content/data/glossary.yaml`, EN: `write the words the first time, or explain {0} in content/data/glossary.yaml`},
	AddAttachment:    {SV: `lägg till filen under attachments`, EN: `add the file under attachments`},
	SayWhatItShows:   {SV: `beskriv vad bilden visar`, EN: `describe what the image shows`},
	SayWhereItLeads:  {SV: `länka orden som säger vad som finns där`, EN: `link the words that say what is there`},
	HeadColumns:      {SV: `skriv i första raden vad varje kolumn innehåller`, EN: `write in the first row what each column holds`},
	UseHeading:       {SV: `skriv rubriken med {0}`, EN: `write the heading with {0}`},
	TranslateTo:      {SV: `lägg översättningen i {0}`, EN: `put the translation into {0}`},
	MoveReview:       {SV: `flytta fram review.date när sidan är läst`, EN: `move review.date when the page has been read`},
	UseContacts:      {SV: `hänvisa till contacts eller växeln`, EN: `refer to contacts or the switchboard`},
	RemoveNumber:     {SV: `ta bort numret`, EN: `take the number away`},
	SaveTagged:       {SV: `spara om dokumentet som tillgänglig PDF, med titel och språk`, EN: `save the document as an accessible PDF again, with title and language`},
	NameHost:         {SV: `lägg filen på webbplatsen, eller skriv hosts: [{0}] i config.yaml`, EN: `put the file on the site, or write hosts: [{0}] in config.yaml`},
	NameHostFor:      {SV: `lägg filen på webbplatsen, eller skriv en rad under hosts i config.yaml, med name: {0} och for: [{1}]`, EN: `put the file on the site, or write a line under hosts in config.yaml, with name: {0} and for: [{1}]`},
	QuotedColor:      {SV: `skriv som "#00558c", med citattecken`, EN: `write it like "#00558c", in quotes`},
}

// The names of the hints.
const (
	LongestSentence  HintName = "longest-sentence"   // {0}: how it begins, {1}: its words
	ShorterSentence  HintName = "shorter-sentence"   // what to do with a long one
	ExplainIt        HintName = "explain-it"         // {0}: the abbreviation
	AddAttachment    HintName = "add-attachment"     // the file that the text speaks of
	SayWhatItShows   HintName = "say-what-it-shows"  // an image's text
	SayWhereItLeads  HintName = "say-where-it-leads" // a link's text
	HeadColumns      HintName = "head-columns"       // of a table
	UseHeading       HintName = "use-heading"        // {0}: the signs
	TranslateTo      HintName = "translate-to"       // {0}: the file
	MoveReview       HintName = "move-review"        // the date of the next review
	UseContacts      HintName = "use-contacts"       // instead of private ones
	RemoveNumber     HintName = "remove-number"      // a personal one
	SaveTagged       HintName = "save-tagged"        // a PDF
	DidYouMean       HintName = "did-you-mean"       // the nearest known name
	UseInstead       HintName = "use-instead"        // our name for another generator's key
	WriteSo          HintName = "write-so"           // the value as it should be written
	OneOf            HintName = "one-of"             // the values that are allowed
	AlsoAt           HintName = "also-at"            // where the other of two stands
	AddKey           HintName = "add-key"            // a line that is missing
	DraftThere       HintName = "draft-there"        // {0}: the file that is a draft
	LaterThere       HintName = "later-there"        // {0}: the file, {1}: when it appears
	Remove           HintName = "remove"             // what should go
	QuoteHash        HintName = "quote-hash"         // what is meant as text has become a comment
	QuoteIt          HintName = "quote-it"           // quotes are needed around a value
	CloseQuote       HintName = "close-quote"        // {0}: the quotation mark
	OtherQuotes      HintName = "other-quotes"       // a text with double quotes in it
	DoubleQuotes     HintName = "double-quotes"      // a text with single quotes in it
	DoubleBackslash  HintName = "double-backslash"   // a backslash that is meant
	IndentWithSpaces HintName = "indent-with-spaces" // instead of tabs
	LineUp           HintName = "line-up"            // indentation
	KeyAndValue      HintName = "key-and-value"      // the form of a line
	ListBelow        HintName = "list-below"         // a list with dashes
	FillIn           HintName = "fill-in"            // where nothing is written
	MustFill         HintName = "must-fill"          // where nothing is written, and something must be
	PasteAsText      HintName = "paste-as-text"      // what a word processor has left in a text
	ExpectText       HintName = "expect-text"        // where a list or a mapping is written
	ExpectList       HintName = "expect-list"        // where a list is wanted
	ExpectMapping    HintName = "expect-mapping"     // where a mapping is wanted
	TextOrLanguages  HintName = "text-or-languages"  // {0}: the declared languages
	TrueOrFalse      HintName = "true-or-false"      // the two values of a boolean
	NumberBetween    HintName = "number-between"     // {0}, {1}: the bounds
	EscapeTag        HintName = "escape-tag"         // {0}: the character with its escape
	SaveAsUTF8       HintName = "save-as-utf8"       // the encoding of a file
	RenameTo         HintName = "rename-to"          // the name that a file should have
	SaveAs           HintName = "save-as"            // the kind as which a file should be saved
	EitherOr         HintName = "either-or"          // two values that may be meant
	BeginWith        HintName = "begin-with"         // what the value begins with
	SmallLetters     HintName = "small-letters"      // the letters of a name
	LikeDate         HintName = "like-date"          // the form of a date
	LikeInstant      HintName = "like-instant"       // the form of a date with or without a time
	LikePeriod       HintName = "like-period"        // the form of a period
	LikeSiteURL      HintName = "like-site-url"      // the form of the site's address
	LikeListingURL   HintName = "like-listing-url"   // the form of a listing's path
	LikePermalink    HintName = "like-permalink"     // the form of a permalink
	LikeMenuEntry    HintName = "like-menu-entry"    // the form of an entry of the menu
	LikeHref         HintName = "like-href"          // the form of a link
	LikeSize         HintName = "like-size"          // the form of a number of bytes
	LikeEmail        HintName = "like-email"         // the form of an e-mail address
	LikePhone        HintName = "like-phone"         // the form of a telephone number
	LikeNumber       HintName = "like-number"        // the form of a number
	BeginFile        HintName = "begin-file"         // what stands at the top of a file
	PutBeside        HintName = "put-beside"         // where a photograph loses its position
	CopyBeside       HintName = "copy-beside"        // where a file that is fetched from elsewhere should be
	NameHost         HintName = "name-host"          // {0}: a host
	NameHostFor      HintName = "name-host-for"      // {0}: a host, {1}: what for
	QuotedColor      HintName = "quoted-color"       // the form of a colour
)
