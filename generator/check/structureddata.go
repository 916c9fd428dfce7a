package check

import (
	"encoding/json"
	"slices"
	"strings"

	"growthportal/generator/diag"
)

// structuredData reports JSON-LD that is no JSON, or lacks what search engines require of its type
// (https://schema.org/, https://developers.google.com/search/docs/appearance/structured-data/search-gallery).
func structuredData() Rule {
	return Rule{
		Codes: []diag.Code{diag.StructuredData}, Whole: true,
		Built: func(b *Built, _ Values) []diag.Diagnostic {
			var found []diag.Diagnostic
			for _, p := range b.all() {
				for _, text := range p.data {
					if fault := soundData(text); fault != "" {
						found = append(found, diag.StructuredData.At(place(p.claim), string(p.url), fault))
					}
				}
			}
			return found
		},
	}
}

// required are the properties that each type must have.
func required(kind string) []string {
	switch kind {
	case "NewsArticle", "Article", "BlogPosting":
		return []string{"headline", "datePublished"}
	case "Event":
		return []string{"name", "startDate"}
	case "BreadcrumbList":
		return []string{"itemListElement"}
	case "ListItem":
		return []string{"position"}
	case "Person", "Organization", "GovernmentOrganization", "WebSite", "Report":
		return []string{"name"}
	}
	return nil
}

// soundData says what is wrong with structured data; "" for nothing.
func soundData(text string) string {
	var node map[string]any
	if err := json.Unmarshal([]byte(text), &node); err != nil {
		return err.Error()
	}
	if context, _ := node["@context"].(string); !strings.Contains(context, "schema.org") {
		return "@context"
	}
	if graph, ok := node["@graph"].([]any); ok {
		return soundNodes(graph)
	}
	return soundNode(node)
}

func soundNodes(nodes []any) string {
	for _, n := range nodes {
		if node, ok := n.(map[string]any); ok {
			if fault := soundNode(node); fault != "" {
				return fault
			}
		}
	}
	return ""
}

func soundNode(node map[string]any) string {
	kind, _ := node["@type"].(string)
	if _, reference := node["@id"]; kind == "" && !reference {
		return "@type"
	}
	for _, property := range required(kind) {
		value, ok := node[property]
		headed := property == "name" && node["headline"] != nil // a Report may be called by either
		if (!ok || value == "") && !headed {
			return kind + "." + property
		}
	}
	var names []string
	for name := range node {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		var fault string
		switch v := node[name].(type) {
		case map[string]any:
			fault = soundNode(v)
		case []any:
			fault = soundNodes(v)
		}
		if fault != "" {
			return fault
		}
	}
	return ""
}
