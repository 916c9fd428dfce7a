package cli

import (
	"fmt"

	"github.com/alecthomas/kong"

	"growthportal/generator/locale"
)

// message is what the program says, in the languages of those it speaks to, in the form of package fmt.
type message struct{ sv, en string }

// say is a message in the user's language.
func (s *session) say(name string, args ...any) string {
	m, ok := messages[name]
	if !ok {
		panic("cli: no message called " + name)
	}
	text := m.en
	if s.lang == locale.Swedish {
		text = m.sv
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

var messages = map[string]message{
	"description":    {"Bygger en kommuns tillväxtportal: Markdown och YAML in, en publicerad webbplats ut.", "Builds a municipality's growth portal: Markdown and YAML in, a published site out."},
	"help":           {"Visa hjälp.", "Show help."},
	"tryHelp":        {"Skriv growthportal --help för att se vad som går att göra.", "Try growthportal --help to see what can be done."},
	"usage":          {"Användning: %s", "Usage: %s"},
	"usageCommand":   {"KOMMANDO [FLAGGOR]", "COMMAND [FLAGS]"},
	"usageFlagsWord": {"[FLAGGOR]", "[FLAGS]"},
	"usageFlags":     {"Flaggor:", "Flags:"},
	"usageCommands":  {"Kommandon:", "Commands:"},
	"usageArguments": {"Argument:", "Arguments:"},
	"usageMore":      {"%s KOMMANDO --help berättar mer om ett kommando.", "%s COMMAND --help tells more about a command."},

	"misuse":          {"det gick inte att förstå: %s", "cannot be understood: %s"},
	"misuse-argument": {"%s är för mycket, eller inget som finns", "%s is one too many, or nothing that there is"},
	"misuse-flag":     {"flaggan %s finns inte", "there is no flag %s"},
	"misuse-choice":   {"%s kan vara %s, inte %s", "%s can be %s, not %s"},
	"misuse-command":  {"välj ett kommando: %s", "choose a command: %s"},
	"misuse-missing":  {"något saknas: %s", "something is missing: %s"},
	"misuse-value":    {"%s behöver ett värde", "%s needs a value"},
	"misuse-bad":      {"%s kan inte vara %s", "%s cannot be %s"},
	"misuse-number":   {"%s måste vara ett tal, inte %s", "%s must be a number, not %s"},
	"misuse-boolean":  {"%s är på eller inte, och kan inte vara %s", "%s is on or not, and cannot be %s"},
	"misuse-meant":    {"; menade du %s?", "; did you mean %s?"},

	"checked":       {"Granskat: %d texter och sidorna som de blir. Fel: %d. Varningar: %d.", "Checked: %d texts, and the pages as they come out. Errors: %d. Warnings: %d."},
	"checkLinks":    {"Länkar till andra webbplatser: %d prövade, %d kända sedan tidigare, %d som värden undanber sig, %d kvar till nästa gång.", "Links to other sites: %d tried, %d known from before, %d that the host asks not to try, %d left for the next time."},
	"checkSilenced": {"Regler som är tystade, med skälet:", "Rules that are silenced, and why:"},
	"published":     {"Publicerat: %d filer, varav %d nya, %d ändrade och %d borttagna (%s s).", "Published: %d files; %d new, %d changed, %d gone (%s s)."},
	"unchanged":     {"Ingenting har ändrats: %d filer (%s s).", "Nothing has changed: %d files (%s s)."},
	"stats":         {"%d innehållsfiler (%d ur minnet); %d filer gjorda, %d behållna; %s s", "%d content files (%d remembered); %d files made, %d kept; %s s"},
	"progress":      {"%d av %d filer", "%d of %d files"},
	"different":     {"%d filer skiljer sig från ett bygge från grunden; det är ett fel i programmet", "%d files differ from those of a build from nothing; this is a fault of the program"},
	"served":        {"Portalen finns på %s\nInnehållet ligger i content/. Avsluta med Ctrl-C.", "The portal is at %s\nIts content is in content/. Stop with Ctrl-C."},
	"beyond":        {"Adressen %s kan nås av andra än du. Utkast och kommande sidor visas inte, om du inte väljer --drafts.", "Others than you can reach the address %s. Drafts and scheduled items are not shown unless you choose --drafts."},
	"beyondDrafts":  {"Adressen %s kan nås av andra än du, och utkast och kommande sidor visas.", "Others than you can reach the address %s, and drafts and scheduled items are shown."},
	"pageFailed":    {"en sida kunde inte göras: %v", "a page could not be made: %v"},
	"renewed":       {"%s: %d av %d filer är nya (%s s).", "%s: %d of %d files are new (%s s)."},
	"mended":        {"Allt är rätt igen (%s s).", "All is well again (%s s)."},
	"andOthers":     {"%s och %d till", "%s and %d more"},
	"watching":      {"Väntar på ändringar i config.yaml, content/ och themes/. Avsluta med Ctrl-C.", "Waiting for changes in config.yaml, content/ and themes/. Stop with Ctrl-C."},
	"keptAsItWas":   {"public/ är som den var; rätta felen ovan, så byggs den igen", "public/ is as it was; mend the errors above, and it is built again"},
	"shownAsItWas":  {"webbplatsen visas som den var; rätta felen ovan, så visas den nya", "the site is shown as it was; mend the errors above to see the new one"},
	"watched":       {"ett annat build --watch bevakar redan den här webbplatsen", "another build --watch is watching this site already"},
	"notPublished":  {"inget publicerades; rätta felen ovan och bygg igen", "nothing was published; mend the errors above and build again"},
	"rolledBack":    {"public/ och versionen före har bytt plats. Samma kommando en gång till byter tillbaka; nästa bygge publicerar det som innehållet säger då.", "public/ and the version before have changed places. The same command changes them back; the next build publishes what the content says then."},
	"initDone":      {"En ny webbplats finns i %s. Visa den:\n  growthportal --source %s serve", "A new site is in %s. Have a look at it:\n  growthportal --source %s serve"},

	"due-appears":   {"publiceras", "appears"},
	"due-expires":   {"tas ner", "comes down"},
	"due-revised":   {"en ändring visas", "a change shows"},
	"due-withdrawn": {"gäller inte längre", "is withdrawn"},
	"due-unpinned":  {"står inte längre först", "stands first no longer"},
	"due-passes":    {"är över", "is over"},

	"fact-kind":     {"vad", "what"},
	"fact-address":  {"adress", "address"},
	"fact-file":     {"fil", "file"},
	"fact-type":     {"typ", "type"},
	"fact-template": {"mall", "template"},
	"fact-lang":     {"språk", "language"},

	"kind-item":       {"en sida ur content/", "a page from content/"},
	"kind-listing":    {"en lista", "a list"},
	"kind-gathering":  {"äldre sidor i en lista", "older pages of a list"},
	"kind-front":      {"en framsida som ingen fil i content/ har gjort", "a front page that no file of content/ makes"},
	"kind-gone":       {"det som är kvar av en sida som har tagits ner", "what is left of a page that has come down"},
	"kind-alias":      {"en tidigare adress", "an earlier address"},
	"kind-feed":       {"ett flöde", "a feed"},
	"kind-attachment": {"en fil bredvid en text", "a file beside an item"},
	"kind-static":     {"en fil som publiceras som den är", "a file that is published as it is"},
	"kind-asset":      {"en fil ur temat, till alla sidor", "a file of the theme, for every page"},
	"kind-theme-file": {"en fil ur ett tema", "a file of a theme"},
	"kind-data":       {"uppgifter som sidor kan använda", "figures that pages can draw on"},
	"kind-settings":   {"webbplatsens inställningar", "the site's settings"},
	"kind-generated":  {"en fil som programmet gör själv", "a file that the program makes by itself"},
	"kind-folder":     {"en mapp", "a folder"},
	"kind-elsewhere":  {"något utanför webbplatsen", "something outside the site"},
	"kind-unknown":    {"ingenting som finns", "nothing that there is"},

	"about-data":      {"Filen publiceras inte själv; den läses och måste vara riktig.", "The file itself is not published; it is read, and must be sound."},
	"about-settings":  {"Filen publiceras inte själv; den bestämmer vad som finns och var.", "The file itself is not published; it decides what there is, and where."},
	"about-generated": {"Den följer av allt annat på webbplatsen.", "It follows from all else on the site."},
	"about-front":     {"Skriv content/index.md, så får den en egen text.", "Write content/index.md to give it a text of its own."},
	"about-feed":      {"Den har det senaste ur listan på samma adress.", "It holds the newest of the list at the same address."},
	"about-listing":   {"Den finns därför att config.yaml har samlingen.", "It is there because config.yaml has the collection."},
	"about-folder":    {"En mapp är bara till för ordning.", "A folder is for order only."},

	"why-shown":         {"Den syns, därför att:", "Readers see it, because:"},
	"why-not-shown":     {"Den syns inte, därför att:", "Readers do not see it, because:"},
	"why-published":     {"Dess dag har kommit: %s.", "Its day has come: %s."},
	"why-always":        {"Den har ingen dag att vänta på, och är inget utkast.", "It has no day to wait for, and is no draft."},
	"why-draft":         {"Den är ett utkast. Ta bort raden draft: true när den är klar.", "It is a draft. Remove the line draft: true when it is ready."},
	"why-scheduled":     {"Dess dag har inte kommit: den publiceras %s.", "Its day has not come: it appears on %s."},
	"why-expired":       {"Den togs ner %s. Ändra expires för att visa den igen.", "It came down on %s. Change expires to show it again."},
	"why-no-pages":      {"Samlingen %s har ingen url i config.yaml, så det som finns i den har inga egna sidor.", "The collection %s has no url in config.yaml, so that what is in it has no pages of its own."},
	"why-faulty":        {"Filen har fel, som står nedan.", "The file has errors, listed below."},
	"why-site-faulty":   {"Just nu publiceras ingenting nytt: webbplatsen har %s fel. Kör growthportal check för att se dem.", "Nothing new is published at present: the site has %s errors. Run growthportal check to see them."},
	"why-taken":         {"%s finns på samma adress, %s. Ge en av dem en annan slug.", "%s stands at the same address, %s. Give one of them another slug."},
	"why-no-address":    {"Något saknas som dess adress görs av; felet står nedan.", "It lacks what its address is made of; the error is below."},
	"why-hidden":        {"Namn som börjar med _ eller . publiceras inte: %s. Byt namn för att visa den.", "Names that begin with _ or . are not published: %s. Rename it to show it."},
	"why-ignored":       {"%s är något som redigerare och system lämnar efter sig, och publiceras inte.", "%s is what editors and systems leave behind, and is not published."},
	"why-not-content":   {"Den finns inte i content/, och bara det som finns där publiceras.", "It is not in content/, and only what is there is published."},
	"why-not-markdown":  {"Den är ingen Markdown-fil (.md). Andra filer publiceras när en text använder dem.", "It is no Markdown file (.md). Other files are published when an item uses them."},
	"why-referred":      {"En publicerad text använder den.", "A published item uses it."},
	"why-unreferred":    {"Ingen text använder den. Nämn den i image, i attachments eller i texten.", "No item uses it. Name it in image, in attachments or in the text."},
	"why-referred-dark": {"Det som använder den är inte publicerat.", "What uses it is not published."},
	"why-as-is":         {"Det som finns i content/static/ publiceras som det är.", "What is in content/static/ is published as it is."},
	"why-other-lang":    {"Den finns inte på språket %s, men på %s. Gör en version med growthportal new ... --lang.", "There is no version in the language %s, but one at %s. Make it with growthportal new ... --lang."},
	"why-bad-lang":      {"Namnet slutar med ett språk som webbplatsen inte har; se felet nedan.", "Its name ends in a language that the site does not have; see the error below."},
	"why-leads-to":      {"Det är en tidigare adress, som leder till %s.", "It is an earlier address, which leads to %s."},
	"why-other-theme":   {"Webbplatsen har ett annat tema: %s.", "The site uses another theme: %s."},
	"why-used":          {"Webbplatsen har temat %s.", "The site uses the theme %s."},
	"why-other-host":    {"Adressen hör till en annan webbplats. Den här finns på %s.", "The address is another site's. This one is at %s."},
	"why-banner":        {"Den står på varje sida så länge den gäller.", "It stands on every page while it lasts."},
	"why-withdrawn":     {"Den gäller inte längre, sedan %s, och är märkt så.", "It was withdrawn on %s, and is marked as such."},
	"why-page-folder":   {"Mappen %s är ingen samling i config.yaml, så det som finns i den är vanliga sidor, inte till exempel pressmeddelanden.", "The folder %s is no collection of config.yaml, so that what is in it is plain pages, not press releases or the like."},
	"why-nothing-there": {"Där finns ingenting.", "There is nothing there."},
	"why-unbuilt":       {"Den finns inte i public/ än: kör growthportal build.", "It is not in public/ yet: run growthportal build."},
	"why-near":          {"Menade du %s?", "Did you mean %s?"},
	"why-next":          {"Nästa ändring: %s: %s.", "Next change: %s: %s."},
	"why-no-next":       {"Ingenting ändrar den av sig självt.", "Nothing changes it by itself."},
	"why-lists":         {"Den visar %d:", "It lists %d:"},
	"why-listed":        {"Den finns i listorna på %d sidor:", "It is in the lists of %d pages:"},
	"why-made":          {"%d sidor görs med den:", "%d pages are made with it:"},

	"schemaBoth":    {"skriv ett namn eller --write, inte båda", "write a name or --write, not both"},
	"schemaUnknown": {"det finns inget schema för %q; det finns %s", "there is no schema for %q; there are %s"},

	"since-no-repository": {"--since %s: %s hör inte till något git-arkiv", "--since %s: %s is in no git repository"},
	"since-no-revision":   {"--since %s: git känner inte till den versionen", "--since %s: git does not know that revision"},
	"since-shallow":       {"--since %s: klonen har inte den historien; hämta hela (git fetch --unshallow, eller fetch-depth: 0)", "--since %s: the clone lacks that part of the history; fetch all of it (git fetch --unshallow, or fetch-depth: 0)"},
	"since-no-folder":     {"--since %s: mappen fanns inte då", "--since %s: the folder did not exist then"},
	"since-no-site":       {"--since %s: där fanns ingen webbplats som går att läsa", "--since %s: there was no site then that can be read"},

	"new-unknown-kind":  {"%q är varken en typ eller en samling; det finns %s", "%q is neither a type nor a collection; there are %s"},
	"new-ambiguous":     {"flera samlingar har typen %q; skriv vilken: %s", "several collections are of type %q; write which one: %s"},
	"new-no-collection": {"ingen samling i config.yaml har typen %q; lägg till en", "no collection in config.yaml is of type %q; add one"},
	"new-no-name":       {"rubriken %q ger inget namn; skriv en med bokstäver", "the title %q makes no name; write one with letters in it"},
	"new-no-language":   {"webbplatsen har inte språket %s; den har %s", "the site does not have the language %s; it has %s"},
	"new-exists":        {"%s finns redan, och skrivs inte över", "%s exists already, and is not written over"},
	"new-unknown-item":  {"det finns inget som heter %s att göra en annan språkversion av", "there is nothing called %s to make a version of in another language"},
	"new-other-kind":    {"%s är av typen %s, inte %s", "%s is of type %s, not %s"},
	"new-only-pages":    {"--below är för sidor utanför samlingarna", "--below is for pages outside the collections"},
	"new-bad-folder":    {"%q kan inte vara en mapp för sidor; skriv små bokstäver a–z, och ingen samlings namn", "%q cannot be a folder of pages; write small letters a–z, and not the name of a collection"},

	"badFormat":         {"--format %s är för build och check", "--format %s is for build and check"},
	"sarifWatch":        {"--format sarif skriver ett enda dokument, och går inte ihop med --watch", "--format sarif writes a single document, and does not go with --watch"},
	"badJobs":           {"--jobs kan inte vara mindre än 0", "--jobs cannot be less than 0"},
	"pollAlone":         {"--poll hör ihop med --watch", "--poll goes with --watch"},
	"badNow":            {"--now %q är ingen tidpunkt; skriv 2026-12-01, \"2026-12-01 07:00\" eller RFC 3339", "--now %q is no instant; write 2026-12-01, \"2026-12-01 07:00\" or RFC 3339"},
	"badEpoch":          {"SOURCE_DATE_EPOCH är %q, men måste vara ett antal sekunder", "SOURCE_DATE_EPOCH is %q but must be a number of seconds"},
	"badURL":            {"--url: %s; %s", "--url: %s; %s"},
	"badEditor":         {"redigeraren (--editor eller GROWTHPORTAL_EDITOR) ska vara en av %s, eller en URL med {file}, som min-red://open?file={file}&line={line}&column={column}", "the editor (--editor or GROWTHPORTAL_EDITOR) is one of %s, or a URL with {file}, such as my-ed://open?file={file}&line={line}&column={column}"},
	"badAddr":           {"det går inte att lyssna på %s: %v", "cannot listen on %s: %v"},
	"addrInUse":         {"på %s svarar redan ett annat program; stoppa det, eller välj en annan port: --addr localhost:8081", "another program is answering on %s already; stop it, or choose another port: --addr localhost:8081"},
	"noSource":          {"källmappen %q finns inte", "there is no source folder %q"},
	"noConfig":          {"%q är ingen webbplats: där finns ingen config.yaml. Stå i mappen där den finns, eller ange mappen med --source. En ny webbplats gör growthportal init", "%q is no site: it has no config.yaml. Stand in the folder that has it, or name that folder with --source. growthportal init makes a new site"},
	"foreign":           {"%s innehåller filer som inte är våra (%s); välj en annan mapp, eller --replace", "%s holds files that are not ours (%s); choose another folder, or --replace"},
	"nested":            {"%s är en del av en annan publicerad webbplats (%s); välj en annan mapp", "%s is part of another published site (%s); choose another folder"},
	"notFolder":         {"%s är ingen mapp; välj en annan, eller ta bort det som ligger där", "%s is not a folder; choose another one, or remove what is there"},
	"oddMemory":         {"%s är inte vad programmet har lagt dit, så det rörs inte; ta bort det", "%s is not what the program has put there, and is not touched; remove it"},
	"noMemory":          {"i källmappen går det inte att skriva, så bygget klarar sig utan minne och tar längre tid (%v)", "the source folder cannot be written to, so the build does without its memory and takes longer (%v)"},
	"sources":           {"%s kan inte vara målet, eftersom källorna finns där (%s)", "%s cannot be the destination, since the sources are there (%s)"},
	"locked":            {"ett annat bygge av samma webbplats, eller till samma mapp, pågår", "another build of the same site, or into the same folder, is at work"},
	"nothingToRollBack": {"det finns ingen tidigare version att gå tillbaka till", "there is no earlier version to go back to"},
	"notEmpty":          {"%s finns redan och är inte tom", "%s exists already and is not empty"},
	"diskFull":          {"disken är full; webbplatsen är som den var (%v)", "the disk is full; the site is as it was (%v)"},
	"noPermission":      {"behörighet saknas; webbplatsen är som den var (%v)", "no permission; the site is as it was (%v)"},
	"late":              {"den nya versionen är publicerad, men något efteråt gick inte: %v", "the new version is published, but something after that failed: %v"},
	"half":              {"filerna höll på att byta plats en och en när något gick fel; nästa bygge gör det färdigt (%v)", "files were changing places one by one when something failed; the next build finishes it (%v)"},
	"interrupted":       {"avbrutet; webbplatsen är som den var", "interrupted; the site is as it was"},
	"failed":            {"det gick inte: %v", "failed: %v"},

	"notice-in-place": {"här kan två mappar inte byta plats, så filerna byttes en och en", "two folders cannot change places here, so the files were changed one by one"},
	"notice-copies":   {"här finns inga hårda länkar, så filer kopieras", "there are no hard links here, so files are copied"},
	"notice-finished": {"ett tidigare bygge hade avbrutits och har gjorts färdigt", "an earlier build had been cut off and has been finished"},
	"notice-damaged":  {"förteckningen över publicerade filer gick inte att läsa; alla filer har jämförts", "the list of published files could not be read; all files have been compared"},
	"notice-altered":  {"någon har ändrat publicerade filer; de har rättats", "somebody had altered published files; they have been put right"},

	"watch-overflow":    {"så mycket ändrades på en gång att en del inte hann märkas; allt har gåtts igenom", "so much changed at once that some of it went unnoticed; everything has been looked through"},
	"watch-limit":       {"systemet låter ingen bevaka så här många mappar, så de jämförs en gång i sekunden (på Linux hjälper sysctl fs.inotify.max_user_watches)", "the system lets nobody watch as many folders, so they are compared once a second (on Linux, sysctl fs.inotify.max_user_watches helps)"},
	"watch-unsupported": {"här går det inte att bevaka mappar, så de jämförs en gång i sekunden", "folders cannot be watched here, so they are compared once a second"},
	"watch-network":     {"mappen ligger på en disk som inte säger till om alla ändringar, så den jämförs en gång i sekunden", "the folder is on a drive that does not tell of every change, so it is compared once a second"},
	"watch-silent":      {"något ändrades utan att systemet sade till, så mapparna jämförs en gång i sekunden", "something changed without a word from the system, so the folders are compared once a second"},
	"watch-gone":        {"källmappen är borta; när den är tillbaka går det vidare", "the source folder has gone away; when it is back, work goes on"},

	"live-one":       {"1 fel", "1 error"},
	"live-many":      {"%d fel", "%d errors"},
	"live-kept":      {"Sidan visas som den var senast allt var rätt.", "The page is shown as it was when all was well."},
	"live-nothing":   {"Det finns ännu ingen sida att visa. Rätta felen, så kommer den.", "There is no page to show yet. Mend the errors, and it appears."},
	"live-fault":     {"Sidan kunde inte göras:", "The page could not be made:"},
	"live-private":   {"Webbplatsen har fel. Vilka de är står där programmet startades.", "The site has errors. They are listed where the program was started."},
	"live-open":      {"Öppna i redigeraren", "Open in the editor"},
	"live-hide":      {"Dölj", "Hide"},
	"live-more":      {"och %d till", "and %d more"},
	"live-bar":       {"Om den här sidan", "About this page"},
	"live-source":    {"Fil", "File"},
	"live-type":      {"Typ", "Type"},
	"live-layout":    {"Mall", "Template"},
	"live-took":      {"sidan %s, hela webbplatsen %s", "page %s, whole site %s"},
	"live-draft":     {"Utkast", "Draft"},
	"live-scheduled": {"Inte publicerad än", "Not published yet"},
	"live-expired":   {"Nedtagen", "Taken down"},

	"because-source": {"ändrad källa", "changed source"},
	"because-more":   {"… och %d till", "... and %d more"},
	"because-new":    {"ny", "new"},
	"because-inputs": {"ändrat underlag", "inputs changed"},
	"because-file":   {"filen var ändrad", "file was altered"},
}

// helpTexts are the texts of --help in one language.
func helpTexts(lang locale.Lang) kong.Vars {
	vars := kong.Vars{}
	for name, m := range help {
		vars[name] = m.en
		if lang == locale.Swedish {
			vars[name] = m.sv
		}
	}
	return vars
}

var help = map[string]message{
	"source":        {"Mappen med config.yaml (annars den du står i).", "The folder that holds config.yaml (default: the working folder)."},
	"now":           {"Bygg som om det vore då: RFC 3339, 2026-12-01 eller \"2026-12-01 07:00\".", "Build as if it were then: RFC 3339, 2026-12-01 or \"2026-12-01 07:00\"."},
	"messages":      {"Språket som programmet talar.", "The language that the program speaks."},
	"format":        {"Hur fel skrivs: text, json (ett objekt per rad), github (vid raderna i en ändring) eller sarif.", "How findings are written: text, json (an object a line), github (beside the lines of a change) or sarif."},
	"build":         {"Bygg och publicera till public/.", "Build and publish to public/."},
	"serve":         {"Visa webbplatsen på den här datorn, alltid som den är just nu.", "Show the site on this computer, always as it is now."},
	"init":          {"Gör en ny webbplats, färdig att bygga.", "Make a new site, ready to build."},
	"new":           {"Börja på något nytt: en fil på rätt plats, med det som går att veta ifyllt.", "Begin something new: a file in the right place, with all that can be known filled in."},
	"newType":       {"En typ (till exempel press-release) eller en samling (till exempel press).", "A type (such as press-release) or a collection (such as press)."},
	"newTitle":      {"Rubriken.", "The title."},
	"newLang":       {"Språket (annars webbplatsens första).", "The language (default: the site's first)."},
	"newOf":         {"Det som den är en annan språkversion av: namn eller fil.", "What it is a version of in another language: a name or a file."},
	"newFolder":     {"I en egen mapp, för bilder och bilagor.", "In a folder of its own, for pictures and attachments."},
	"newBelow":      {"För en sida: mappen under content/ som den ska stå i.", "For a page: the folder below content/ that it is to stand in."},
	"due":           {"Visa vad som publiceras, tas ner och ändras av sig självt, och när.", "Show what appears, comes down and changes by itself, and when."},
	"dueNext":       {"Visa bara nästa tidpunkt (RFC 3339), för ett program som väcker bygget.", "Show only the next instant (RFC 3339), for a scheduler."},
	"explain":       {"Berätta varför en sida är som den är, och varför något inte syns.", "Tell why a page is what it is, and why something does not show."},
	"explainWhat":   {"En adress, en fil eller en texts namn.", "An address, a file, or an item's name."},
	"check":         {"Granska innehållet och de färdiga sidorna, och publicera ingenting.", "Look over the content and the finished pages, and publish nothing."},
	"checkSince":    {"Jämför också med den här versionen i git: adresser, texter och datum som var publicerade.", "Also hold it against this git revision: addresses, texts and dates that were published."},
	"checkExternal": {"Pröva också länkarna till andra webbplatser, varsamt. Det som är känt sedan tidigare prövas inte igen.", "Also try the links to other sites, politely. What is known from before is not tried again."},
	"checkRules":    {"Lista reglerna, vad de är till för och hur de är inställda.", "List the rules, what they are for and how they are set."},
	"schema":        {"Skriv JSON Schema för inställningarna överst i texter och för config.yaml, till redigerare.", "Print JSON Schema for front matter and for config.yaml, for editors."},
	"schemaName":    {"En typ, eller config; annars alla.", "A type, or config; default: all."},
	"schemaWrite":   {"Skriv alla till en mapp, med vad som fyller i åt dig i VS Code: .vscode.", "Write all into a folder, with what completes front matter in VS Code: .vscode."},
	"rollback":      {"Gör public/ till vad det var före det senaste bygget.", "Make public/ what it was before the last build."},
	"version":       {"Visa programmets version.", "Print the program's version."},
	"destination":   {"Mappen att publicera till (annars public i källmappen).", "The folder to publish to (default: public in the source folder)."},
	"url":           {"Webbplatsens adress, i stället för den i config.yaml.", "The site's address, instead of the one in config.yaml."},
	"drafts":        {"Visa utkast också.", "Show drafts as well."},
	"future":        {"Visa kommande sidor också.", "Show scheduled items as well."},
	"expired":       {"Visa sidor som har tagits ner också.", "Show expired items as well."},
	"clean":         {"Glöm det som är känt från tidigare byggen.", "Forget what is known from earlier builds."},
	"verify":        {"Bygg också från grunden och jämför, tecken för tecken.", "Also build from nothing and compare, byte for byte."},
	"stats":         {"Berätta vad varje steg kostade, vad som gjordes och varför.", "Tell what each stage cost, what was made, and why."},
	"strict":        {"Varningar är fel, utom de om sådant som inte är publicerat.", "Warnings are errors, but for those about what is not published."},
	"poll":          {"Jämför mapparna en gång i sekunden, för diskar som inte säger till om alla ändringar.", "Compare the folders once a second, for drives that do not tell of every change."},
	"watch":         {"Stanna kvar och bygg på nytt när något ändras.", "Stay, and build again whenever something changes."},
	"replace":       {"Ta över en mapp med filer som inte är våra.", "Take over a folder with files that are not ours."},
	"jobs":          {"Hur mycket som görs samtidigt (annars så många processorer som finns).", "How much is done at a time (default: as many processors as there are)."},
	"addr":          {"Adressen att svara på.", "The address to answer on."},
	"editor":        {"Redigeraren som länkarna till filer öppnar: vscode, vscodium, cursor, zed, idea, textmate, macvim, none, eller en URL med {file}, {line} och {column}; även GROWTHPORTAL_EDITOR.", "The editor that links to files open: vscode, vscodium, cursor, zed, idea, textmate, macvim, none, or a URL with {file}, {line} and {column}; also GROWTHPORTAL_EDITOR."},
	"publishedOnly": {"Visa bara det som build skulle publicera.", "Show only what build would publish."},
	"serveDrafts":   {"Visa utkast och kommande sidor även på en adress som andra når.", "Show drafts and scheduled items even on an address that others can reach."},
	"dir":           {"Mappen för den nya webbplatsen.", "The folder for the new site."},
}
