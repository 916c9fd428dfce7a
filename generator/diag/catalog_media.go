package diag

// The codes of pictures, documents and other files beside a text.
const (
	NotWhatItSays   Code = "not-what-it-says" // {0}: what the name says, such as "PNG"
	ActiveContent   Code = "active-content"   // {0}: what can act, as it stands in the file: "<script>", "onload", "VBA"
	TooManyPixels   Code = "too-many-pixels"  // {0}, {1}: width and height, {2}: the limit in megapixels, {3}: of a side in pixels
	BrokenImage     Code = "broken-image"     // {0}: the kind, such as "PNG"
	BrokenFile      Code = "broken-file"      // {0}: the kind, such as "Word"
	UnsupportedFile Code = "unsupported-file" // {0}: the extension, such as ".exe"
	TextEncoding    Code = "text-encoding"    // {0}: the kind, such as "CSV"
	PhotoPosition   Code = "photo-position"
)

var mediaEntries = []Entry{
	{NotWhatItSays, Error,
		Text{SV: "filen är inte {0}, som namnet säger", EN: "the file is not {0}, as its name says"},
		Text{
			SV: "Läsarens program går efter namnet och kan inte öppna en fil som innehåller något annat. Spara om den, eller ge den rätt namn.",
			EN: "Readers' programs go by the name and cannot open a file that holds something else. Save it anew, or give it the right name."}},
	{ActiveContent, Error,
		Text{SV: "filen kan göra något på egen hand: {0}", EN: "the file can do something by itself: {0}"},
		Text{
			SV: "Skript, makron och innehåll som hämtas från annat håll körs i läsarens dator med webbplatsens rättigheter. Exportera filen utan dem; en teckning sparas som vanlig SVG, ett dokument med makron som PDF.",
			EN: "Scripts, macros and content fetched from elsewhere run on the reader's computer with the rights of the site. Export the file without them; save a drawing as plain SVG, a document with macros as PDF."}},
	{TooManyPixels, Error,
		Text{
			SV: "bilden är för stor: {0} × {1} bildpunkter, högst {2} miljoner och {3} på en sida",
			EN: "the picture is too large: {0} × {1} pixels, at most {2} million, and {3} along a side"},
		Text{
			SV: "Så stora bilder tar orimligt mycket minne, här och hos läsaren. Skala ner den; 3 000 bildpunkter på bredden räcker för webben.",
			EN: "Pictures of that size take far too much memory, here and with the reader. Scale it down; a width of 3,000 pixels is enough for the web."}},
	{BrokenImage, Error,
		Text{SV: "bilden är skadad eller avhuggen ({0})", EN: "the picture is damaged or cut off ({0})"},
		Text{
			SV: "Ofta har en kopiering eller hämtning avbrutits. Hämta bilden på nytt, eller öppna den i ett bildprogram och spara den igen.",
			EN: "Often a copy or a download was interrupted. Fetch the picture again, or open it in an image editor and save it anew."}},
	{BrokenFile, Error,
		Text{SV: "filen är skadad eller avhuggen ({0})", EN: "the file is damaged or cut off ({0})"},
		Text{
			SV: "Ofta har en kopiering eller hämtning avbrutits. Hämta filen på nytt, eller öppna den i sitt program och spara den igen.",
			EN: "Often a copy or a download was interrupted. Fetch the file again, or open it in its program and save it anew."}},
	{UnsupportedFile, Error,
		Text{SV: `filer av slaget "{0}" publiceras inte`, EN: `files of the kind "{0}" are not published`},
		Text{
			SV: "Bilder, dokument, tabeller, ljud och film i vanliga format kan publiceras. Webbsidor, skript och program kan inte vara bilagor: de skulle köras med webbplatsens rättigheter.",
			EN: "Pictures, documents, tables, sound and film in common formats can be published. Web pages, scripts and programs cannot be attachments: they would run with the rights of the site."}},
	{TextEncoding, Error,
		Text{SV: "textfilen ({0}) är inte i teckenkodningen UTF-8", EN: "the text file ({0}) is not in the character encoding UTF-8"},
		Text{
			SV: `Å, ä och ö skulle visas fel. Spara om filen som UTF-8; i Excel heter det "CSV UTF-8".`,
			EN: `Letters such as å, ä and ö would be shown wrongly. Save the file anew as UTF-8; Excel calls it "CSV UTF-8".`}},
	{PhotoPosition, Error,
		Text{SV: "bilden berättar var den togs", EN: "the picture says where it was taken"},
		Text{
			SV: "Filer i content/static/ publiceras precis som de är, och positionen kan röja var någon bor eller arbetar. Ta bort den i ett bildprogram, eller lägg bilden bredvid en text: där tas positionen bort av sig själv.",
			EN: "Files in content/static/ are published exactly as they are, and the position can give away where somebody lives or works. Remove it in an image editor, or put the picture beside a text: there the position is removed by itself."}},
}
