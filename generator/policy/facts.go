package policy

import (
	"encoding/binary"

	"growthportal/generator/read/config"
)

// Facts are what a finished file asks of a browser. They follow from its bytes alone.
type Facts struct {
	Size    int64
	Styles  []string // addresses of style sheets, as they are written, each once
	Scripts []string // likewise
	Others  int      // how many other addresses a browser asks for at once
	Picture bool     // there is one in the main part of the page
	Foreign []Load   // what has a host in its address, be it the site's own
	Code    []string // code that stands in the page and that the policy forbids: "<style>", "onclick=", "<base>"
}

// Load is something that is loaded from an address with a host.
type Load struct {
	Use     config.Use // "" for what no directive is about: where the page leads by itself
	Address string
}

// Append adds the facts to b in a form that [Decode] reads.
func (f Facts) Append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(f.Size))
	b = binary.AppendUvarint(b, uint64(f.Others))
	picture := byte(0)
	if f.Picture {
		picture = 1
	}
	b = append(b, picture)
	b = appendTexts(b, f.Styles)
	b = appendTexts(b, f.Scripts)
	b = appendTexts(b, f.Code)
	foreign := make([]string, 0, 2*len(f.Foreign))
	for _, l := range f.Foreign {
		foreign = append(foreign, string(l.Use), l.Address)
	}
	return appendTexts(b, foreign)
}

func appendTexts(b []byte, list []string) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	for _, s := range list {
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	return b
}

// Decode reads what Append wrote; false for anything else.
func Decode(b []byte) (Facts, bool) {
	d := decoder{rest: b, sound: true}
	f := Facts{Size: int64(d.number()), Others: int(d.number())}
	f.Picture = d.flag()
	f.Styles, f.Scripts, f.Code = d.texts(), d.texts(), d.texts()
	foreign := d.texts()
	for len(foreign) > 1 {
		f.Foreign = append(f.Foreign, Load{config.Use(foreign[0]), foreign[1]})
		foreign = foreign[2:]
	}
	return f, d.sound && len(d.rest) == 0 && len(foreign) == 0
}

type decoder struct {
	rest  []byte
	sound bool
}

func (d *decoder) number() uint64 {
	n, size := binary.Uvarint(d.rest)
	if size <= 0 {
		d.sound = false
		return 0
	}
	d.rest = d.rest[size:]
	return n
}

func (d *decoder) flag() bool {
	if len(d.rest) == 0 || d.rest[0] > 1 {
		d.sound = false
		return false
	}
	set := d.rest[0] == 1
	d.rest = d.rest[1:]
	return set
}

func (d *decoder) texts() []string {
	count := d.number()
	var list []string
	for ; count > 0 && d.sound; count-- {
		size := d.number()
		if size > uint64(len(d.rest)) {
			d.sound = false
			return nil
		}
		list = append(list, string(d.rest[:size]))
		d.rest = d.rest[size:]
	}
	return list
}
