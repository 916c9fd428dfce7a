package main_test

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"
)

// wantedOf is what https://developers.google.com/search/docs/appearance/structured-data requires or recommends of the
// things that pages tell of, and that the portal always knows; of what it does not name, what every thing has.
var wantedOf = map[string][]string{
	"NewsArticle":            {"headline", "datePublished", "dateModified", "author.name", "author.url", "publisher.name", "mainEntityOfPage"},
	"Article":                {"headline", "datePublished", "dateModified", "author.name", "author.url", "publisher.name", "mainEntityOfPage"},
	"Event":                  {"name", "startDate", "location.name", "location.address", "organizer.name", "organizer.url", "eventStatus"},
	"ProfilePage":            {"mainEntity.name", "mainEntity.url"},
	"GovernmentOrganization": {"name", "url"},
	"WebSite":                {"name", "url", "publisher.name"},
	"BreadcrumbList":         {"itemListElement.name", "itemListElement.position"},
	"":                       {"name", "url"},
}

// checkThing: one script of structured data says what search engines want of it, and nothing that is empty.
func checkThing(t *testing.T, name, script string) {
	t.Helper()
	var thing map[string]any
	if err := json.Unmarshal([]byte(script), &thing); err != nil {
		t.Errorf("%s: JSON-LD: %v", name, err)
		return
	}
	kind, _ := thing["@type"].(string)
	if thing["@context"] != "https://schema.org" || kind == "" {
		t.Errorf("%s: JSON-LD of type %q in the vocabulary %v", name, kind, thing["@context"])
	}
	wanted, known := wantedOf[kind]
	if !known {
		wanted = wantedOf[""]
	}
	for _, property := range wanted {
		if !says(thing, strings.Split(property, ".")) {
			t.Errorf("%s: the %s does not say its %s", name, kind, property)
		}
	}
	checkValues(t, name, "", thing)
	if steps, ok := thing["itemListElement"].([]any); ok {
		checkSteps(t, name, steps)
	}
}

// says tells whether a thing, or each of several, has a property.
func says(value any, property []string) bool {
	switch v := value.(type) {
	case []any:
		return len(v) > 0 && !slices.ContainsFunc(v, func(one any) bool { return !says(one, property) })
	case map[string]any:
		return len(property) > 0 && says(v[property[0]], property[1:])
	}
	return value != nil && len(property) == 0
}

// checkValues: nothing is empty, every thing within another says what it is, and every address is whole.
func checkValues(t *testing.T, name, property string, value any) {
	switch v := value.(type) {
	case string:
		if v == "" {
			t.Errorf("%s: JSON-LD says nothing as its %s", name, property)
		}
		isAddress := slices.Contains([]string{"url", "item", "logo", "image", "mainEntityOfPage", "eventStatus"}, property)
		if u, err := url.Parse(v); isAddress && (err != nil || !u.IsAbs()) {
			t.Errorf("%s: JSON-LD says %q as its %s", name, v, property)
		}
	case []any:
		for _, one := range v {
			checkValues(t, name, property, one)
		}
	case map[string]any:
		if v["@type"] == nil {
			t.Errorf("%s: JSON-LD does not say what its %s is", name, property)
		}
		for key, one := range v {
			checkValues(t, name, key, one)
		}
	}
}

// checkSteps: the steps of a breadcrumb trail count from 1, and all but the last lead somewhere.
func checkSteps(t *testing.T, name string, steps []any) {
	for i, one := range steps {
		step, _ := one.(map[string]any)
		if step["position"] != float64(i+1) || i < len(steps)-1 && step["item"] == nil {
			t.Errorf("%s: step %d on the way here is %v", name, i+1, step)
		}
	}
}
