package newitem

import "growthportal/generator/locale"

// words are what is said in comments, by language.
func (w *writer) words(name string) string {
	sv, en := "", ""
	switch name {
	case "draft":
		sv = "Utkast: publiceras inte. Ta bort raden nedan när texten är klar."
		en = "A draft: it is not published. Remove the line below when the text is ready."
	case "dated":
		sv = "Publiceras den dag som filens namn börjar med. En annan dag eller ett visst klockslag skrivs här, utan # framför:"
		en = "Published on the day that the file's name begins with. Another day, or a time, is written here, without the #:"
	case "fill":
		sv = "Måste fyllas i:"
		en = "To be filled in:"
	case "last":
		sv = "Samma som senast."
		en = "The same as last time."
	case "choose":
		sv = "Välj bland:"
		en = "Choose among:"
	case "body":
		sv = "Skriv texten här. Mellanrubriker börjar med ##."
		en = "Write the text here. Headings begin with ##."
	}
	if w.Speech == locale.Swedish {
		return sv
	}
	return en
}
