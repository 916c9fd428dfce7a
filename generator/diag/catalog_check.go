package diag

// The codes of the rules of check about language, completeness and people. A rule is called after its first code.
const (
	Lix               Code = "lix"           // {0}: the LIX, {1}: the limit
	LongSentence      Code = "long-sentence" // {0}: the words, {1}: the limit
	DoubledWord       Code = "doubled-word"  // {0}: the word
	Abbreviation      Code = "abbreviation"  // {0}: the abbreviation
	Shouting          Code = "shouting"      // {0}: the words
	Officialese       Code = "officialese"   // {0}: the word, {1}: a plainer one
	MissingContact    Code = "missing-contact"
	MissingSummary    Code = "missing-summary"
	MissingTopics     Code = "missing-topics"
	MissingCase       Code = "missing-case"
	MissingAttachment Code = "missing-attachment"  // {0}: the word
	Translation       Code = "translation"         // {0}: the other file, {1}: when that was revised
	NoTranslation     Code = "translation-missing" // {0}: the language
	ReviewDate        Code = "review-date"         // {0}: the day, {1}: the owner
	ReviewOwner       Code = "review-owner"        // {0}: the day
	PersonalNumber    Code = "personal-number"
	PrivatePhone      Code = "private-contact"  // {0}: the telephone number
	PrivateAddress    Code = "private-address"  // {0}: the address
	UnknownSilence    Code = "unknown-silence"  // {0}: the rule
	NeedlessSilence   Code = "needless-silence" // {0}: the rule
	FixedSilence      Code = "fixed-silence"    // {0}: the rule
)

var languageRuleEntries = []Entry{
	{Lix, Warning,
		Text{SV: "texten är tung att läsa: LIX {0}, målet är högst {1}", EN: "the text is heavy reading: LIX {0}, the aim is at most {1}"},
		Text{
			SV: "LIX är medelantalet ord per mening plus andelen ord med fler än sex bokstäver, i procent (C. H. Björnsson, Läsbarhet, 1968). Skriv kortare meningar och vardagligare ord. Gränserna för texten (max) och ingressen (lead) ställs in i config.yaml.",
			EN: "LIX is the mean number of words in a sentence plus the percentage of words with more than six letters (C. H. Björnsson, Läsbarhet, 1968). Write shorter sentences and plainer words. The limits for the text (max) and the lead (lead) are set in config.yaml."}},
	{LongSentence, Warning,
		Text{SV: "meningen har {0} ord, målet är högst {1}", EN: "the sentence has {0} words, the aim is at most {1}"},
		Text{
			SV: "Den som läser på telefon, eller inte har svenska som modersmål, tappar tråden i långa meningar. Sätt punkt tidigare, eller gör en lista.",
			EN: "Those who read on a phone, or whose first language is another, lose the thread in long sentences. End it earlier, or make a list."}},
	{DoubledWord, Warning,
		Text{SV: `ordet "{0}" står två gånger i rad`, EN: `the word "{0}" stands twice in a row`},
		Text{
			SV: "Dubbla ord blir ofta kvar när man skriver om en mening. Ta bort det ena.",
			EN: "Doubled words are often left behind when a sentence is rewritten. Take one of them away."}},
	{Abbreviation, Warning,
		Text{SV: `förkortningen "{0}" förklaras inte`, EN: `the abbreviation "{0}" is not explained`},
		Text{
			SV: "Skriv ut orden, eller skriv dem första gången med förkortningen inom parentes. Förkortningar som står i content/data/glossary.yaml, eller under allow i config.yaml, räknas som kända.",
			EN: "Write the words, or write them the first time with the abbreviation in brackets. Abbreviations in content/data/glossary.yaml, or under allow in config.yaml, count as known."}},
	{Shouting, Warning,
		Text{SV: `"{0}" är skrivet med bara stora bokstäver`, EN: `"{0}" is written in capitals alone`},
		Text{
			SV: "Versaler är svårare att läsa, och uppfattas som att man skriker. Skärmläsare kan läsa dem bokstav för bokstav.",
			EN: "Capitals are harder to read, and are taken for shouting. Screen readers may spell them letter by letter."}},
	{Officialese, Warning,
		Text{SV: `"{0}" är kanslispråk; skriv hellre: {1}`, EN: `"{0}" is officialese; rather write: {1}`},
		Text{
			SV: "Språket i offentlig verksamhet ska vara vårdat, enkelt och begripligt (språklagen 11 §). Ord som ska få vara kvar anges under allow i config.yaml.",
			EN: "Public bodies are to write plainly and clearly. Words that are to be let pass are named under allow in config.yaml."}},
}

var completenessRuleEntries = []Entry{
	{MissingContact, Warning,
		Text{SV: "det saknas en kontakt", EN: "there is no contact"},
		Text{
			SV: "Journalister och invånare behöver någon att ringa. Lägg till contacts, med namnet på en fil bland personerna. Vilka typer som ska ha en kontakt står i temat, under want i types/.",
			EN: "Journalists and residents need somebody to call. Add contacts, with the name of a file among the people. Which types are to have a contact stands in the theme, under want in types/."}},
	{MissingSummary, Warning,
		Text{SV: "det saknas en ingress", EN: "there is no lead"},
		Text{
			SV: "Ingressen visas i listor, flöden och sökmotorer, och är det enda som många läser. Lägg till summary: en eller två meningar med det viktigaste.",
			EN: "The lead is shown in lists, feeds and search engines, and is all that many people read. Add summary: a sentence or two with what matters most."}},
	{MissingTopics, Warning,
		Text{SV: "det saknas ämnen", EN: "there are no topics"},
		Text{
			SV: "Utan ämne hittas sidan inte av den som följer ett ämne. Lägg till topics, med ett eller flera av portalens ämnen.",
			EN: "Without a topic the page is not found by those who follow one. Add topics, with one or more of the portal's topics."}},
	{MissingCase, Warning,
		Text{SV: "det saknas ett ärendenummer", EN: "there is no case number"},
		Text{
			SV: "Med ärendenumret kan läsaren begära ut handlingarna. Lägg till case, som i case: KS 2026/0123.",
			EN: "With the case number readers can ask for the documents. Add case, as in case: KS 2026/0123."}},
	{MissingAttachment, Warning,
		Text{SV: `texten talar om en bilaga ("{0}"), men sidan har ingen`, EN: `the text speaks of an attachment ("{0}"), but the page has none`},
		Text{
			SV: "Lägg filen bredvid texten och lägg till den under attachments, eller skriv om meningen.",
			EN: "Put the file beside the text and add it under attachments, or rewrite the sentence."}},
	{Translation, Warning,
		Text{SV: "översättningen är äldre än {0}, som ändrades {1}", EN: "the translation is older than {0}, which was revised {1}"},
		Text{
			SV: "Den andra språkversionen har rättats eller uppdaterats sedan dess. För in samma ändring här, med changes eller updated.",
			EN: "The other language version has been corrected or updated since. Make the same change here, with changes or updated."}},
	{NoTranslation, Warning,
		Text{SV: "sidan finns inte på språket {0}", EN: "the page does not exist in the language {0}"},
		Text{
			SV: "Samlingen ska finnas på alla språk (collections under translation i config.yaml). Lägg översättningen bredvid, med språket i filnamnet.",
			EN: "The collection is to exist in all languages (collections under translation in config.yaml). Put the translation beside it, with the language in the file's name."}},
	{ReviewDate, Warning,
		Text{SV: "sidan skulle ha setts över senast {0}; ansvarig: {1}", EN: "the page was to be reviewed by {0}; owner: {1}"},
		Text{
			SV: "Läs igenom sidan, rätta det som inte stämmer längre, och flytta fram datumet i review.",
			EN: "Read the page through, correct what does not hold any more, and move the date in review."}},
	{ReviewOwner, Warning,
		Text{SV: "sidan skulle ha setts över senast {0}, och ingen står som ansvarig", EN: "the page was to be reviewed by {0}, and nobody is named as its owner"},
		Text{
			SV: "Läs igenom sidan, flytta fram datumet i review, och skriv under owner vem som ska göra det nästa gång.",
			EN: "Read the page through, move the date in review, and write under owner who is to do it next time."}},
	{UnknownSilence, Error,
		Text{SV: `det finns ingen regel som heter "{0}"`, EN: `there is no rule called "{0}"`},
		Text{
			SV: "Under silence står reglers namn, så som growthportal check --rules listar dem, med skälet till att de inte gäller sidan.",
			EN: "Under silence stand names of rules, as growthportal check --rules lists them, with the reason why they do not apply to the page."}},
	{FixedSilence, Error,
		Text{SV: `regeln "{0}" kan inte tystas`, EN: `the rule "{0}" cannot be silenced`},
		Text{
			SV: "Regeln handlar om webbplatsen som helhet eller om det som stoppar bygget, och inte om vad en enda sida säger. Rätta felet.",
			EN: "The rule is about the site as a whole, or about what stops a build, and not about what one page says. Mend the fault."}},
	{NeedlessSilence, Warning,
		Text{SV: `regeln "{0}" tystas i onödan`, EN: `the rule "{0}" is silenced for nothing`},
		Text{
			SV: "Regeln hittar inget att anmärka på här. Ta bort raden, så att den inte döljer något senare.",
			EN: "The rule finds nothing to remark on here. Take the line away, lest it hide something later."}},
}

var peopleRuleEntries = []Entry{
	{PersonalNumber, Error,
		Text{SV: "här står ett personnummer eller samordningsnummer", EN: "a personal identity number stands here"},
		Text{
			SV: "Personnummer får inte publiceras på en öppen webbplats utan starka skäl (3 kap. 10 § i lagen med kompletterande bestämmelser till EU:s dataskyddsförordning). Ta bort det, även ur bilagan och filens namn, och tänk på att det finns kvar i versionshanteringen. Numret visas inte här, eftersom loggar kan läsas av fler.",
			EN: "Personal identity numbers may not be published on an open website without strong reasons (chapter 3, section 10 of the Swedish act that supplements the EU's data protection regulation). Take it away, from the attachment and the file's name as well, and remember that it is still in the history of the files. The number is not shown here, since others may read the log."}},
	{PrivatePhone, Warning,
		Text{SV: `"{0}" ser ut som ett privat telefonnummer`, EN: `"{0}" looks like a private telephone number`},
		Text{
			SV: "Ett mobilnummer i löpande text är ofta någons eget. Hänvisa till kontakterna eller växeln i stället.",
			EN: "A mobile number in running text is often somebody's own. Refer to the contacts or the switchboard instead."}},
	{PrivateAddress, Warning,
		Text{SV: `"{0}" ser ut som en privat adress`, EN: `"{0}" looks like a private address`},
		Text{
			SV: "Var någon bor, eller deras egen e-postadress, ska inte stå på webbplatsen utan skäl. Hänvisa till kontakterna i stället.",
			EN: "Where somebody lives, or their own e-mail address, is not to stand on the site without a reason. Refer to the contacts instead."}},
}
