package browsertest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/chromedp/cdproto/accessibility"
)

// vague are names of links that say nothing by themselves.
func vague() []string {
	return []string{
		"här", "klicka här", "läs mer", "läs mera", "mer", "mer information", "länk", "fler", "visa", "visa mer", "öppna", "ladda ner", "nästa", "föregående",
		"here", "click here", "read more", "more", "more information", "link", "show", "open", "download", "next", "previous",
	}
}

// linkFaults: those who have the links of a page read to them, one by one, know where each leads (WCAG 2.4.4 Link Purpose): by the
// names that the browser gives to assistive technology.
func (p *tab) linkFaults() (found []string) {
	p.Helper()
	leads := map[string]string{}
	for _, node := range run(p, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes {
		if node.Ignored || text(node.Role) != "link" {
			continue
		}
		name, target := strings.Join(strings.Fields(text(node.Name)), " "), linkTarget(node)
		switch other, known := leads[name]; {
		case name == "":
			found = append(found, fmt.Sprintf("the link to %s has no name", target))
		case slices.Contains(vague(), strings.ToLower(strings.Trim(name, " .:→←…"))):
			found = append(found, fmt.Sprintf("the link to %s is called %q, which says nothing by itself", target, name))
		case known && other != target:
			found = append(found, fmt.Sprintf("two links are called %q: to %s and to %s", name, other, target))
		}
		leads[name] = target
	}
	if len(leads) == 0 {
		found = append(found, "it has no links")
	}
	return found
}

// linkTarget is where a link leads. Two ways to write to one reader lead to the same place.
func linkTarget(node *accessibility.Node) string {
	for _, property := range node.Properties {
		if property.Name != accessibility.PropertyNameURL {
			continue
		}
		target := text(property.Value)
		if strings.HasPrefix(target, "mailto:") {
			target, _, _ = strings.Cut(target, "?")
		}
		return target
	}
	return ""
}

// text is the text of a value in the tree; "" for none.
func text(v *accessibility.Value) string {
	var s string
	if v != nil {
		_ = json.Unmarshal(v.Value, &s) // what is no text says nothing
	}
	return s
}
