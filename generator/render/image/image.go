// Package image makes pictures smaller, turns them upright and cuts them: the variants of images that pages offer to
// screens of different widths, and that social networks show.
//
// Which variants there are, and where they stand, has been decided in site. They are made one at a time, of the source
// as it stands in content; whose work a photograph is goes along, and nothing else that it said of itself.
package image

import (
	"bytes"
	"fmt"
	"io"

	"growthportal/generator/diag"
	"growthportal/generator/output"
	"growthportal/generator/site"
)

// Recipes lists a recipe for each variant of the site's images. read gives the bytes of a file of the sources.
func Recipes(s *site.Site, read func(source string) ([]byte, error)) []output.Recipe {
	desk := newDesk(read)
	list := make([]output.Recipe, 0, len(s.Variants))
	for _, v := range s.Variants {
		original := desk.original(v.Media.Path)
		list = append(list, output.Recipe{
			Path: output.Path(v.URL.File()), Maker: site.VariantMaker, Claim: v.Media.Path,
			Inputs: output.DigestOf(v.Media.Digest, v.Type, v.Width, v.Height, v.Quality, v.Flat),
			Make:   func(w io.Writer) error { return original.write(w, v) },
		})
	}
	return list
}

// write makes a variant of an original.
func (o *original) write(w io.Writer, v site.Variant) error {
	o.desk.room.enter(o.pixels(v))
	defer o.desk.room.leave(o.pixels(v))
	p, err := o.picture(v)
	if err != nil {
		return err
	}
	var made bytes.Buffer
	if err := encoderOf(v.Type).Encode(&made, p.fit(v), v.Quality); err != nil {
		return fmt.Errorf("encoding %s: %w", v.URL, err)
	}
	content, err := p.carried.Into(made.Bytes())
	if err != nil {
		return fmt.Errorf("finishing %s: %w", v.URL, err)
	}
	_, err = w.Write(content)
	return err
}

// BrokenError says that an image whose header is sound holds pixels that cannot be read. That is its author's to mend.
type BrokenError struct {
	Source string // the image's path in the sources
	Label  string // what kind of image it is: "JPEG"
	Err    error
}

func (e *BrokenError) Error() string {
	return fmt.Sprintf("reading the pixels of %s: %v", e.Source, e.Err)
}

// Unwrap gives what the decoder says.
func (e *BrokenError) Unwrap() error { return e.Err }

// Diagnostic is the same for the author.
func (e *BrokenError) Diagnostic() diag.Diagnostic {
	return diag.BrokenImage.At(diag.Whole(e.Source), e.Label)
}
