package diag

// area is a part of the catalogue.
type area struct {
	title   Text // its heading in docs/diagnostics.md
	entries []Entry
}

// areas lists the catalogue's parts, one file each, in the order in which a build meets them.
func areas() []area {
	return []area{
		{Text{SV: "Filer och filnamn", EN: "Files and their names"}, sourceEntries},
		{Text{SV: "YAML: inställningar i filer", EN: "YAML: settings in files"}, yamlEntries},
		{Text{SV: "config.yaml", EN: "config.yaml"}, configEntries},
		{Text{SV: "Inställningarna överst i filen", EN: "Front matter: the settings at the top of a file"}, frontMatterEntries},
		{Text{SV: "Texten", EN: "The text"}, markdownEntries},
		{Text{SV: "Bilder och bilagor", EN: "Images and attachments"}, mediaEntries},
		{Text{SV: "Data som sidor hämtar ur filer", EN: "Data that pages draw from files"}, dataEntries},
		{Text{SV: "Hänvisningar, länkar och adresser", EN: "References, links and addresses"}, siteEntries},
		{Text{SV: "Temat", EN: "The theme"}, themeEntries},
		{Text{SV: "Temats mallar", EN: "The theme's templates"}, templateEntries},
		{Text{SV: "Den färdiga webbplatsen", EN: "The finished site"}, buildEntries},
		{Text{SV: "Vad en sida begär av läsarens webbläsare", EN: "What a page asks of a reader's browser"}, policyEntries},
		{Text{SV: "check: språket", EN: "check: the language"}, languageRuleEntries},
		{Text{SV: "check: att inget fattas", EN: "check: that nothing is missing"}, completenessRuleEntries},
		{Text{SV: "check: människor", EN: "check: people"}, peopleRuleEntries},
		{Text{SV: "check: att alla kan läsa", EN: "check: that everybody can read it"}, accessibilityRuleEntries},
		{Text{SV: "check: länkar och den färdiga webbplatsen", EN: "check: links and the finished site"}, builtRuleEntries},
		{Text{SV: "check --since: mot det som var publicerat", EN: "check --since: against what was published"}, sinceEntries},
	}
}
