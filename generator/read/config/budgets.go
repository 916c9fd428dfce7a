package config

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/read/yaml"
)

const (
	kilo = 1000
	mega = 1000 * kilo
)

// Bounds of budgets, so that a slip of the pen does not switch one off or forbid everything.
const (
	leastBytes  = 1 * kilo
	mostBytes   = 1000 * mega
	leastPixels = 10 * kilo
	mostPixels  = 500 * mega
)

// budgets takes the limits; those that are not named keep their defaults.
func (p *parser) budgets(n *yaml.Node) {
	p.c.Budgets = DefaultBudgets()
	if !p.Mapping(n, "html", "image", "pixels", "attachment") {
		return
	}
	b := &p.c.Budgets
	for name, limit := range map[string]*int64{"html": &b.HTML, "image": &b.Image, "attachment": &b.Attachment} {
		p.amount(n.Get(name), limit, true, leastBytes, mostBytes)
	}
	p.amount(n.Get("pixels"), &b.Pixels, false, leastPixels, mostPixels)
}

var amountForm = regexp.MustCompile(`(?i)^([0-9]+(?:[ \x{A0}][0-9]{3})*(?:[.,][0-9]+)?)[ \x{A0}]?(kB|MB|B)?$`)

// amount takes a number, with a unit where it is one of bytes, into limit.
func (p *parser) amount(n *yaml.Node, limit *int64, bytes bool, least, most int64) {
	s, ok := p.Text(n)
	if !ok {
		return
	}
	m := amountForm.FindStringSubmatch(s)
	if m == nil || m[2] != "" && !bytes {
		p.badAmount(n, diag.BadSize, bytes)
		return
	}
	digits := strings.NewReplacer(" ", "", "\u00A0", "", ",", ".").Replace(m[1])
	number, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		p.badAmount(n, diag.BadSize, bytes)
		return
	}
	switch strings.ToLower(m[2]) {
	case "kb":
		number *= kilo
	case "mb":
		number *= mega
	}
	if number < float64(least) || number > float64(most) {
		p.badAmount(n, diag.NumberOutOfRange, bytes)
		return
	}
	*limit = int64(math.Round(number))
}

func (p *parser) badAmount(n *yaml.Node, code diag.Code, bytes bool) {
	if bytes {
		p.Report(code.At(n.Place, n.Name).With(diag.LikeSize))
		return
	}
	p.Report(code.At(n.Place, n.Name).With(diag.NumberBetween, strconv.Itoa(leastPixels), strconv.Itoa(mostPixels)))
}
