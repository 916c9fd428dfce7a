package model

// Use is what a picture is shown as. The uses are those that the generator can tell apart; a theme says for each how
// pictures are made for it.
type Use string

// The uses of pictures.
const (
	LeadUse  Use = "lead"  // an item's own picture, at the top of its page
	CardUse  Use = "card"  // the same where the item is listed; as LeadUse where the theme says nothing of it
	TextUse  Use = "text"  // in a Markdown text, and in a field of kind image
	ShareUse Use = "share" // what social networks show of a page
)

// Uses lists all uses.
func Uses() []Use { return []Use{LeadUse, CardUse, TextUse, ShareUse} }

// Preset says how pictures are made for one use.
type Preset struct {
	Widths  []int  // in pixels, ascending, without doubles; none is made larger than the picture itself
	Sizes   string // how wide it is shown, as HTML's "sizes" attribute says it; "" for the width of the window
	Quality int    // of JPEG, 1 to 100
	Crop    [2]int // the proportion of width to height to which it is cut; zero: it stays whole
}
