package model

// Media is what is known of a file beside an item: an image or an attachment.
type Media struct {
	Path   string // in the sources
	Type   string // media type: "image/jpeg"
	Label  string // what people call it: "PDF"
	Size   int64  // bytes, as published
	Width  int    // pixels, as displayed; 0 where it has no size
	Height int
	Pages  int      // of a PDF; 0 where it is not known
	Lang   string   // of a PDF that says so
	Digest [32]byte // of the published bytes
	Image  bool
	Opaque bool // a picture without transparent parts
	Fixed  bool // a picture that is shown as it is or not at all: a drawing, an animation, colours made for print
}
