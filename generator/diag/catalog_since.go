package diag

// The codes of what check says when it holds a change against what was published before.
const (
	URLGone      Code = "url-gone"      // {0}: the address
	SilentChange Code = "silent-change" // {0}: the words, as they were and as they are
	MovedDate    Code = "moved-date"    // {0}: the date before, {1}: the date now
)

var sinceEntries = []Entry{
	{URLGone, Error,
		Text{SV: "den publicerade adressen {0} försvinner", EN: "the published address {0} disappears"},
		Text{
			SV: "Andra har länkat dit och sparat adressen. Har sidan flyttat skriver du den gamla adressen i aliases. Gäller den inte längre skriver du withdrawn, och ska den bort skriver du expires: då finns adressen kvar och säger det. Ta inte bort filen förrän den har tagits ner.",
			EN: "Others have linked to it and kept it. Where the page has moved, write its earlier address in aliases. Where it no longer holds, write withdrawn, and where it is to go, write expires: its address then says so. Do not remove the file before it has come down."}},
	{SilentChange, Error,
		Text{SV: "en publicerad text har ändrats utan att läsaren får veta det: {0}", EN: "a published text has changed without a word to the reader: {0}"},
		Text{
			SV: "Den som har läst eller citerat texten måste kunna se vad som är nytt. Skriv i changes vad som har ändrats och när. Stavfel, skiljetecken och mellanslag får rättas utan. Det gäller texter som har ett datum.",
			EN: "Those who have read or quoted the text must be able to see what is new. Say in changes what was changed, and when. Spelling, punctuation and spaces may be mended without. This holds for texts that have a date."}},
	{MovedDate, Error,
		Text{SV: "datumet har flyttats efter publiceringen: {0} blev {1}", EN: "the date was moved after publication: {0} became {1}"},
		Text{
			SV: "Datumet säger när texten publicerades, och det går inte att ändra i efterhand. Skriv tillbaka det. Ny kunskap hör hemma i updated eller changes, och den som ska stå först i en lista har pinned.",
			EN: "The date says when the text was published, which nobody can change afterwards. Write it back. What is new belongs in updated or changes, and what is to stand first in a list has pinned."}},
}
