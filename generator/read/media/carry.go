package media

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"slices"
)

// Carried is what a picture that is made of another takes over from it: whose work it is, how its colours are meant, and
// how it is turned.
type Carried struct {
	Orientation int // how the stored pixels are turned to be shown, 1 to 8 as Exif has it; 0 where they stand upright

	exif    []byte // the artist and the copyright alone
	profile []byte // of colours other than sRGB's
}

// maxProfile is how large a colour profile is carried, in bytes. Those of cameras and screens have a few thousand; those of
// presses, half a million, come with pictures that nothing is made of.
const maxProfile = 64 << 10

// Carry reads what is to be taken over from a JPEG, PNG or WebP; of any other kind that is nothing. The error is for a picture
// that is broken.
func Carry(content []byte) (Carried, error) {
	var c Carried
	var p found
	var err error
	var profile []byte
	switch {
	case begins("\xff\xd8\xff")(content):
		if p, err = readJPEG(content); err == nil {
			profile = jpegProfile(content)
		}
	case begins(pngSignature)(content):
		if p, err = readPNG(content); err == nil {
			profile = pngProfile(content)
		}
	case isWebP(content):
		if p, err = readWebP(content); err == nil {
			profile = webpProfile(content)
		}
		p.meta.orientation = 0 // as inspectWebP has it
	}
	if err != nil {
		return Carried{}, err
	}
	c.Orientation = p.meta.orientation
	p.meta.orientation = 0
	c.exif = smallEXIF(p.meta)
	if isOtherRGB(profile) {
		c.profile = profile
	}
	return c, nil
}

// isOtherRGB tells a profile (ICC.1, 7.2) of colours in red, green and blue that browsers would not assume anyway.
func isOtherRGB(profile []byte) bool {
	const header = 128
	return len(profile) > header && len(profile) <= maxProfile && string(profile[16:20]) == "RGB " && string(profile[36:40]) == "acsp" &&
		!bytes.Contains(profile, []byte("sRGB")) && !bytes.Contains(profile, []byte("s\x00R\x00G\x00B"))
}

const jpegProfileHeader = "ICC_PROFILE\x00"

// jpegProfile puts a profile together, which may be parted over several segments (ICC.1, annex B.4).
func jpegProfile(content []byte) (profile []byte) {
	_ = walkJPEG(content, func(marker byte, body, _ []byte) { // which has been walked before, without error
		if marker == 0xe2 && bytes.HasPrefix(body, []byte(jpegProfileHeader)) && len(body) > len(jpegProfileHeader)+2 {
			profile = append(profile, body[len(jpegProfileHeader)+2:]...)
		}
	})
	return profile
}

func pngProfile(content []byte) (profile []byte) {
	_ = walkPNG(content, func(kind string, data, _ []byte) {
		if kind == "iCCP" {
			profile = inflateProfile(data)
		}
	})
	return profile
}

// inflateProfile reads an iCCP chunk: a name, the method, and the profile compressed.
func inflateProfile(data []byte) []byte {
	_, rest, ok := bytes.Cut(data, []byte{0})
	if !ok || len(rest) < 1 {
		return nil
	}
	r, err := zlib.NewReader(bytes.NewReader(rest[1:]))
	if err != nil {
		return nil
	}
	profile, err := io.ReadAll(io.LimitReader(r, maxProfile+1))
	if err != nil {
		return nil
	}
	return profile
}

func webpProfile(content []byte) (profile []byte) {
	_ = walkWebP(content, func(kind string, data, _ []byte) {
		if kind == "ICCP" {
			profile = data
		}
	})
	return profile
}

// errCarry is for a picture that is neither JPEG nor PNG: a fault of ours.
var errCarry = errors.New("only a JPEG or a PNG can take over what another picture says")

// Into puts what is carried into a newly made JPEG or PNG. The turn is not put in: whoever made the picture has turned it.
func (c Carried) Into(picture []byte) ([]byte, error) {
	var added []byte
	var at int
	switch {
	case begins("\xff\xd8\xff")(picture):
		at = 2
		if c.exif != nil {
			added = appendSegment(added, 0xe1, append([]byte(exifHeader), c.exif...))
		}
		if c.profile != nil { // maxProfile fits into two segments
			const room = 65_000
			parts := slices.Collect(slices.Chunk(c.profile, room))
			for i, part := range parts {
				head := append([]byte(jpegProfileHeader), byte(i+1), byte(len(parts)))
				added = appendSegment(added, 0xe2, append(head, part...))
			}
		}
	case begins(pngSignature)(picture):
		at = len(pngSignature) + 12 + 13 // behind the header
		if c.profile != nil {
			added = appendChunk(added, "iCCP", deflateProfile(c.profile))
		}
		if c.exif != nil {
			added = appendChunk(added, "eXIf", c.exif)
		}
	default:
		return nil, errCarry
	}
	if at > len(picture) {
		return nil, errBroken
	}
	return slices.Concat(picture[:at], added, picture[at:]), nil
}

func deflateProfile(profile []byte) []byte {
	b := bytes.NewBufferString("ICC\x00\x00")
	z := zlib.NewWriter(b)
	_, _ = z.Write(profile) // a bytes.Buffer takes everything
	_ = z.Close()
	return b.Bytes()
}
