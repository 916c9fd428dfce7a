package theme

import (
	"testing"

	"growthportal/generator/locale"
	"growthportal/themes"
)

// The theme that is part of the program is without fault, warnings included.
func TestPortal(t *testing.T) {
	th := load(t, Request{
		Builtin: themes.FS(), Name: "portal", Languages: locale.Langs(),
		Brand: []BrandColor{{Name: "primary", Value: "#00558c"}},
	})
	for _, role := range []string{th.Roles.Page, th.Roles.Topic, th.Roles.Person, th.Roles.Publisher, th.Roles.Point} {
		if th.Types[role] == nil {
			t.Errorf("a role has the type %q", role)
		}
	}
}
