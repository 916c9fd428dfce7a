package pdf

import (
	"strings"
	"testing"
)

// page is a document of one page with a content and fonts F1, a simple one, and F2, whose characters have two bytes.
func page(content string, deflated bool) []byte {
	m := newMaker()
	m.object(1, "<</Type/Catalog/Pages 2 0 R>>")
	m.object(2, "<</Type/Pages/Count 1/Kids[3 0 R]/Resources<</Font<</F1 5 0 R/F2 6 0 R/F3 8 0 R/F4 10 0 R>>/XObject<</Fm 9 0 R>>>>>>")
	m.object(3, "<</Type/Page/Contents[4 0 R]>>")
	if deflated {
		m.stream(4, "/Filter/FlateDecode", deflate([]byte(content)))
	} else {
		m.stream(4, "", []byte(content))
	}
	m.object(5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
	m.object(6, "<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[<</DW 500/W[16[700 700]18 19 700]>>]>>")
	m.stream(7, "", []byte("1 begincodespacerange <0000> <FFFF> endcodespacerange\n1 beginbfchar <0003> <002D> endbfchar\n"+
		"2 beginbfrange <0010> <0019> <0030> <0020> <0021> [<00E5> <00E4>] endbfrange"))
	m.object(8, "<</Type/Font/Subtype/Type1/Encoding<</Differences[1/one/two/hyphen]>>>>")
	m.stream(9, "/Subtype/Form", []byte("BT (i ritning) Tj ET"))
	m.object(10, "<</Type/Font/Subtype/TrueType/FirstChar 48/Widths[900 900 900 900 900 900 900 900 900 900]>>")
	return m.table("/Size 11/Root 1 0 R", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
}

// The words of a page come out as they are read: kerned, parted by moves, in fonts of one byte and two, from drawings within.
func TestText(t *testing.T) {
	for content, want := range map[string]string{
		"BT /F1 10 Tf (9) Tj 5 0 Td (0) Tj 5 0 Td (01) Tj 13 0 Td (ord) Tj 40 0 Td (kolumn) Tj ET": "9001 ord\tkolumn",
		"BT /F4 10 Tf (9) Tj 9 0 Td (0) Tj 9 0 Td (1) Tj ET":                                       "901",
		"BT /F2 10 Tf <0010> Tj 7 0 Td <0011> Tj 10 0 Td <0012> Tj ET":                             "01 2",
		"BT /F1 5 Tf 2 0 0 2 9 9 Tm (9) Tj 2 0 0 2 14 9 Tm (0) Tj 2 0 0 2 23 9 Tm (1) Tj ET":       "90 1",
		"BT /F1 12 Tf (Hej \\345) Tj ET":                                                           "Hej å",
		"BT /F1 12 Tf [(9001) -20 (01-1239)] TJ ET":                                                "900101-1239",
		"BT /F1 12 Tf [(900101) -300 (1239)] TJ ET":                                                "900101 1239",
		"BT /F1 12 Tf (900101) Tj 0 -12 Td (1239) Tj ET":                                           "900101\n1239",
		"BT /F1 12 Tf 1 0 0 1 9 700 Tm (a) Tj 1 0 0 1 9 688 Tm (b) Tj ET":                          "a\nb",
		"BT /F2 12 Tf <001900100010> Tj <0003> Tj <00200021> Tj ET":                                "900-åä",
		"BT /F3 12 Tf <010203> Tj ET":                                                              "12-",
		"BI /W 1 ID \x00(skräp) Tj\x01\nEI BT /F1 1 Tf (efter) Tj ET":                              "efter",
		"BT /F1 12 Tf ET /Fm Do":                                                                   "i ritning",
		"BT (utan font) Tj ET":                                                                     "",
		"BT /F1 12 Tf ) ] >> (ändå) Tj":                                                            "ändå",
	} {
		for _, deflated := range []bool{false, true} {
			encoded := strings.NewReplacer("ä", "\xe4", "å", "\xe5").Replace(content)
			if got := strings.TrimSpace(Text(page(encoded, deflated))); got != want {
				t.Errorf("%q (deflated: %v): %q, want %q", content, deflated, got, want)
			}
		}
	}
}

// A file in circles, or cut off anywhere, ends.
func TestTextOfHostileFiles(t *testing.T) {
	whole := page("BT /F1 12 Tf (Hej) Tj ET", true)
	for end := range len(whole) {
		Text(whole[:end])
	}
	m := newMaker()
	m.object(1, "<</Pages 2 0 R>>")
	m.object(2, "<</Kids[2 0 R 2 0 R 3 0 R]>>")
	m.object(3, "<</Contents 4 0 R/Resources<</XObject<</A 4 0 R>>>>>>")
	m.stream(4, "/Subtype/Form", []byte(strings.Repeat("/A Do ", 50)))
	Text(m.table("/Root 1 0 R", 1, 2, 3, 4))
}

func FuzzText(f *testing.F) {
	f.Add(page("BT /F1 12 Tf (Hej) Tj ET", false))
	f.Fuzz(func(_ *testing.T, data []byte) { Text(data) })
}
