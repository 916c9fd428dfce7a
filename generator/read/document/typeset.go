package document

import (
	"growthportal/generator/locale"
	"growthportal/generator/model"
)

// typeset sets what readers see of the front matter as a typesetter would: titles, leads, notes, captions and fields
// of text. What machines read (names, references, case numbers, alternative texts, which stand in attributes) is left
// as it is.
func (d *Document) typeset() {
	if !d.Typography {
		return
	}
	set := locale.Setter{Lang: d.Lang}.String
	for _, text := range []*string{&d.Title, &d.Summary} {
		*text = set(*text)
	}
	if d.Image != nil {
		setFile(d.Image, set)
	}
	for i := range d.Attachments {
		setFile(&d.Attachments[i], set)
	}
	for i := range d.Changes {
		d.Changes[i].Note = set(d.Changes[i].Note)
	}
	if d.Withdrawn != nil {
		d.Withdrawn.Reason = set(d.Withdrawn.Reason)
	}
	for i := range d.Fields {
		setValue(&d.Fields[i].Value, set)
	}
}

func setFile(f *model.FileRef, set func(string) string) {
	f.Title, f.Caption, f.Credit = set(f.Title), set(f.Caption), set(f.Credit)
}

func setValue(v *model.Value, set func(string) string) {
	switch v.Kind {
	case model.KindText:
		v.Text = set(v.Text)
	case model.KindImage, model.KindFile:
		setFile(v.File(), set)
	}
	for i := range v.List {
		setValue(&v.List[i], set)
	}
	for i := range v.Map {
		setValue(&v.Map[i].Value, set)
	}
}
