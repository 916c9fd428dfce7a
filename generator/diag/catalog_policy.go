package diag

// The codes of what a finished page may ask of a reader's browser.
const (
	OverBudget        Code = "over-budget"         // {0}: what it weighs, {1}: the limit, {2}: its path, {3}, {4}, {5}: kB of HTML, style sheets, scripts
	OverBudgetArticle Code = "over-budget-article" // likewise
	TooManyRequests   Code = "too-many-requests"   // {0}: their number, {1}: the limit, {2}: the page's path
	TooManyStyles     Code = "too-many-styles"     // likewise
	TooManyScripts    Code = "too-many-scripts"    // likewise
	ThirdParty        Code = "third-party"         // {0}: the page's path, {1}: the host, {2}: the address
	CodeInPage        Code = "code-in-page"        // {0}: the page's path, {1}: the element or the attribute
)

var policyEntries = []Entry{
	{OverBudget, Error,
		Text{
			SV: "sidan {2} väger {0}, högst {1} är tillåtet (HTML {3} kB, stilmallar {4} kB, skript {5} kB)",
			EN: "the page {2} weighs {0}, at most {1} is allowed (HTML {3} kB, style sheets {4} kB, scripts {5} kB)"},
		Text{
			SV: "Tunga sidor är långsamma för den som läser på telefon. Dela upp texten eller listan, eller höj gränsen med page under budgets i config.yaml.",
			EN: "Heavy pages are slow for those who read on a phone. Divide the text or the list, or raise the limit with page under budgets in config.yaml."}},
	{OverBudgetArticle, Error,
		Text{
			SV: "artikeln {2} väger {0}, högst {1} är tillåtet för en artikel utan bild (HTML {3} kB, stilmallar {4} kB, skript {5} kB)",
			EN: "the article {2} weighs {0}, at most {1} is allowed for one without an image (HTML {3} kB, style sheets {4} kB, scripts {5} kB)"},
		Text{
			SV: "En text ska vara framme på ett ögonblick, också där täckningen är dålig. Dela upp den, eller höj gränsen med article under budgets i config.yaml.",
			EN: "A text should be there in a moment, even where coverage is poor. Divide it, or raise the limit with article under budgets in config.yaml."}},
	{TooManyRequests, Error,
		Text{SV: "sidan {2} gör {0} anrop när den öppnas, högst {1} är tillåtet", EN: "the page {2} makes {0} requests when it is opened, at most {1} are allowed"},
		Text{
			SV: "Sidan själv, stilmallar, skript, ikoner, teckensnitt och bilder räknas, men inte bilder som hämtas när de behövs (loading=\"lazy\"). Gränsen är requests under budgets i config.yaml.",
			EN: "The page itself, style sheets, scripts, icons, fonts and images count, but not images that are fetched when they are needed (loading=\"lazy\"). The limit is requests under budgets in config.yaml."}},
	{TooManyStyles, Error,
		Text{SV: "sidan {2} har {0} stilmallar, högst {1} är tillåtet", EN: "the page {2} has {0} style sheets, at most {1} is allowed"},
		Text{
			SV: "Ingenting visas förrän alla stilmallar är hämtade. Slå ihop dem, eller höj gränsen med styles under budgets i config.yaml.",
			EN: "Nothing is shown before all style sheets have been fetched. Merge them, or raise the limit with styles under budgets in config.yaml."}},
	{TooManyScripts, Error,
		Text{SV: "sidan {2} har {0} skript, högst {1} är tillåtet", EN: "the page {2} has {0} scripts, at most {1} is allowed"},
		Text{
			SV: "Varje skript gör sidan långsammare. Slå ihop dem, eller höj gränsen med scripts under budgets i config.yaml.",
			EN: "Each script makes the page slower. Merge them, or raise the limit with scripts under budgets in config.yaml."}},
	{ThirdParty, Error,
		Text{SV: "sidan {0} hämtar något från {1}: {2}", EN: "the page {0} loads something from {1}: {2}"},
		Text{
			SV: "Den som läser sidan röjer då sin adress för någon annan, och säkerhetspolicyn stoppar det. Lägg filen på webbplatsen, eller räkna upp värden under hosts i config.yaml. Adressen ska då börja med https://.",
			EN: "Those who read the page then disclose their address to somebody else, and the security policy stops it. Put the file on the site, or list the host under hosts in config.yaml. The address then begins with https://."}},
	{CodeInPage, Error,
		Text{SV: "sidan {0} har {1} i sig, och det stoppas av säkerhetspolicyn", EN: "the page {0} holds {1}, which the security policy stops"},
		Text{
			SV: "Stilar och skript står i temats egna filer i assets/. Det som står i själva sidan körs inte, eftersom webbläsaren inte kan skilja det från något som har smugglats in.",
			EN: "Styles and scripts stand in the theme's own files in assets/. What stands in the page itself is not run, since browsers cannot tell it from what has been smuggled in."}},
}
