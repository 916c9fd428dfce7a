package diag

import "fmt"

// The codes of what stands in the source folder, and of its names.
const (
	Symlink        Code = "symlink"
	SpecialFile    Code = "special-file"
	NotAFolder     Code = "not-a-folder"    // {0}: the name
	NotAFile       Code = "not-a-file"      // {0}: the name
	NameEncoding   Code = "name-encoding"   // {0}: the name
	NameCharacters Code = "name-characters" // {0}: the name
	NameLength     Code = "name-length"     // {0}: how many bytes it may have
	NameReserved   Code = "name-reserved"   // {0}: the name
	NameTwice      Code = "name-twice"      // {0}: the other name
	FileTooLarge   Code = "file-too-large"  // {0}: its size, {1}: the limit, as [Sizes] writes them
)

var sourceEntries = []Entry{
	{Symlink, Error,
		Text{SV: "genvägar (symboliska länkar) följs inte", EN: "shortcuts (symbolic links) are not followed"},
		Text{
			SV: "En länk kan leda ut ur källmappen, och ser olika ut på olika datorer. Lägg en kopia av filen här i stället.",
			EN: "A link can lead out of the source folder, and differs from one computer to another. Put a copy of the file here instead."}},
	{SpecialFile, Error,
		Text{SV: "det här är varken en vanlig fil eller en mapp", EN: "this is neither an ordinary file nor a folder"},
		Text{
			SV: "Rör, uttag och enheter har inget innehåll som kan publiceras. Ta bort den.",
			EN: "Pipes, sockets and devices have no content that could be published. Remove it."}},
	{NotAFolder, Error,
		Text{SV: `"{0}" ska vara en mapp`, EN: `"{0}" must be a folder`},
		Text{
			SV: "Här ligger en fil med det namn som är mappens, så ingenting i mappen kan hittas. Flytta filen.",
			EN: "Here is a file with the name that belongs to the folder, so that nothing in the folder can be found. Move the file."}},
	{NotAFile, Error,
		Text{SV: `"{0}" ska vara en fil`, EN: `"{0}" must be a file`},
		Text{
			SV: "Här ligger en mapp med det namn som är filens. Döp om mappen, och lägg filen här.",
			EN: "Here is a folder with the name that belongs to the file. Rename the folder, and put the file here."}},
	{NameEncoding, Error,
		Text{SV: `filnamnet "{0}" är inte i teckenkodningen UTF-8`, EN: `the file name "{0}" is not in the character encoding UTF-8`},
		Text{
			SV: "Namnet kommer från ett äldre system och kan inte visas rätt. Döp om filen; ofta är det å, ä eller ö som har blivit fel.",
			EN: "The name comes from an older system and cannot be shown correctly. Rename the file; often a letter such as å, ä or ö went wrong."}},
	{NameCharacters, Error,
		Text{SV: `filnamnet "{0}" har osynliga tecken`, EN: `the file name "{0}" has invisible characters`},
		Text{
			SV: "Styrtecken och tecken som byter skrivriktning får namnet att se ut som något annat. Döp om filen och skriv namnet för hand.",
			EN: "Control characters, and characters that change the direction of writing, make the name look like something else. Rename the file and type its name by hand."}},
	{NameLength, Error,
		Text{SV: "filnamnet är för långt (högst {0} byte)", EN: "the file name is too long (at most {0} bytes)"},
		Text{
			SV: "Vanliga filsystem rymmer inte längre namn, så mappen kan inte kopieras överallt. Döp om filen.",
			EN: "Common file systems cannot hold longer names, so that the folder cannot be copied everywhere. Rename the file."}},
	{NameReserved, Error,
		Text{SV: `filnamnet "{0}" går inte att använda i Windows`, EN: `the file name "{0}" cannot be used on Windows`},
		Text{
			SV: `Tecknen < > : " \ | ? *, en punkt eller ett mellanslag sist, och namn som con, aux och nul går inte att spara i Windows. Döp om filen så att alla kan arbeta med mappen.`,
			EN: `The characters < > : " \ | ? *, a full stop or a space at the end, and names such as con, aux and nul cannot be stored on Windows. Rename the file so that everybody can work with the folder.`}},
	{NameTwice, Error,
		Text{SV: `i Windows och på Mac är filnamnet detsamma som "{0}"`, EN: `on Windows and Mac the file name is the same as "{0}"`},
		Text{
			SV: "Namnen skiljer sig bara i stora och små bokstäver, eller i hur å, ä och ö är lagrade. På många datorer skriver den ena filen över den andra. Döp om eller ta bort den ena.",
			EN: "The names differ only in capital and small letters, or in how letters such as å, ä and ö are stored. On many computers one file overwrites the other. Rename or remove one of them."}},
	{FileTooLarge, Error,
		Text{SV: "filen är för stor: {0}, högst {1}", EN: "the file is too large: {0}, at most {1}"},
		Text{
			SV: "Stora filer är långsamma att hämta för läsaren och ryms inte i minnet när sidan byggs. Minska filen, eller lägg den på en annan plats och länka dit.",
			EN: "Large files are slow to fetch for readers and do not fit in memory while the site is built. Make the file smaller, or put it elsewhere and link to it."}},
}

// Sizes writes the size of a file that is too large, and the limit, both in bytes, as words of a message: "4100 kB", "4000 kB".
// They are whole numbers, since with decimals they would be other words in each language, in the largest unit in which the
// limit is at least 10; the size is rounded up and the limit down, so that the one always shows as more than the other. A
// kilobyte is 1000 bytes (SI), as in config.yaml's budgets.
func Sizes(size, limit int64) (string, string) {
	unit, name := int64(1), " B"
	switch {
	case limit >= 10_000_000:
		unit, name = 1_000_000, " MB"
	case limit >= 10_000:
		unit, name = 1000, " kB"
	}
	return fmt.Sprint((size+unit-1)/unit) + name, fmt.Sprint(limit/unit) + name
}
