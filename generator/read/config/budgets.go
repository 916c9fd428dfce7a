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

// bounds of a budget, so that a slip of the pen does not switch one off or forbid everything.
type bounds struct {
	bytes       bool // it may have a unit
	least, most int64
}

var (
	sizeBounds  = bounds{true, 1 * kilo, 1000 * mega}
	pixelBounds = bounds{false, 10 * kilo, 500 * mega}
	countBounds = bounds{false, 0, 100} // of style sheets and scripts
	askBounds   = bounds{false, 1, 1000}
)

// budgets takes the limits; those that are not named keep their defaults.
func (p *parser) budgets(n *yaml.Node) {
	p.c.Budgets = DefaultBudgets()
	b := &p.c.Budgets
	limits := []struct {
		key    string
		limit  *int64
		bounds bounds
	}{
		{"article", &b.Article, sizeBounds}, {"page", &b.Page, sizeBounds}, {"requests", &b.Requests, askBounds},
		{"styles", &b.Styles, countBounds}, {"scripts", &b.Scripts, countBounds}, {"image", &b.Image, sizeBounds},
		{"pixels", &b.Pixels, pixelBounds}, {"attachment", &b.Attachment, sizeBounds},
	}
	var keys []string
	for _, l := range limits {
		keys = append(keys, l.key)
	}
	if !p.Mapping(n, keys...) {
		return
	}
	for _, l := range limits {
		p.amount(n.Get(l.key), l.limit, l.bounds)
	}
}

var amountForm = regexp.MustCompile(`(?i)^([0-9]+(?:[ \x{A0}][0-9]{3})*(?:[.,][0-9]+)?)[ \x{A0}]?(kB|MB|B)?$`)

// amount takes a number, with a unit where it is one of bytes, into limit.
func (p *parser) amount(n *yaml.Node, limit *int64, within bounds) {
	s, ok := p.Text(n)
	if !ok {
		return
	}
	m := amountForm.FindStringSubmatch(s)
	if m == nil || m[2] != "" && !within.bytes {
		p.badAmount(n, diag.BadSize, within)
		return
	}
	digits := strings.NewReplacer(" ", "", "\u00A0", "", ",", ".").Replace(m[1])
	number, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		p.badAmount(n, diag.BadSize, within)
		return
	}
	switch strings.ToLower(m[2]) {
	case "kb":
		number *= kilo
	case "mb":
		number *= mega
	}
	if number < float64(within.least) || number > float64(within.most) {
		p.badAmount(n, diag.NumberOutOfRange, within)
		return
	}
	*limit = int64(math.Round(number))
}

func (p *parser) badAmount(n *yaml.Node, code diag.Code, within bounds) {
	if within.bytes {
		p.Report(code.At(n.Place, n.Name).With(diag.LikeSize))
		return
	}
	p.Report(code.At(n.Place, n.Name).With(diag.NumberBetween, strconv.FormatInt(within.least, 10), strconv.FormatInt(within.most, 10)))
}
