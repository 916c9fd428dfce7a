package sample

import (
	"reflect"

	"growthportal/generator/render/page"
)

// required are the keys without which there is no such thing in any site: a sample that lacked one would show what
// readers never see.
func required(t reflect.Type) []string {
	switch t {
	case reflect.TypeFor[page.Site]():
		return []string{"title", "home"}
	case reflect.TypeFor[page.Page](), reflect.TypeFor[page.Listing]():
		return []string{"title"}
	case reflect.TypeFor[page.Card](), reflect.TypeFor[page.Item]():
		return []string{"title", "type"}
	case reflect.TypeFor[page.Link]():
		return []string{"title", "href"}
	case reflect.TypeFor[page.Alternate]():
		return []string{"lang", "url"}
	case reflect.TypeFor[page.Language]():
		return []string{"lang", "name", "href"}
	case reflect.TypeFor[page.Image]():
		return []string{"src", "alt"}
	case reflect.TypeFor[page.File]():
		return []string{"href", "name", "type", "media", "size"}
	case reflect.TypeFor[page.Heading]():
		return []string{"level", "id", "text"}
	case reflect.TypeFor[page.Change]():
		return []string{"time", "note"}
	case reflect.TypeFor[page.Withdrawal]():
		return []string{"time"}
	case reflect.TypeFor[page.Gone]():
		return []string{"since"}
	case reflect.TypeFor[page.Group]():
		return []string{"initial", "items"}
	case reflect.TypeFor[page.Banner]():
		return []string{"card"}
	case reflect.TypeFor[page.Elsewhere]():
		return []string{"lang", "home"}
	case reflect.TypeFor[page.Series]():
		return []string{"period"}
	case reflect.TypeFor[page.Field]():
		return []string{"name", "label", "text"}
	}
	return nil
}

// derived are the fields that follow from others, in a sample as in a site.
func derived(t reflect.Type) []string {
	switch t {
	case reflect.TypeFor[page.Site]():
		return []string{"Generator"}
	case reflect.TypeFor[page.Page]():
		return []string{"Layout"}
	case reflect.TypeFor[page.OpenGraph]():
		return []string{"Locale"}
	case reflect.TypeFor[page.Card](), reflect.TypeFor[page.Item]():
		return []string{"Foreign"}
	}
	return nil
}
