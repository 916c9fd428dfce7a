package schema

import (
	"maps"
	"slices"

	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/config"
)

// Config describes config.yaml, with the theme's types to choose among.
func (s Site) Config(types map[string]*model.Type) *Schema {
	out := object("title", "url")
	out.Dialect, out.Title = draft, "config.yaml"
	for name, p := range map[string]*Schema{
		"title":       s.say(s.byLanguage(written(1)), "Webbplatsens namn.", "The site's name."),
		"url":         s.say(s.address(), "Adressen till framsidan. Den får ha en sökväg.", "The address of the front page. It may have a path."),
		"timezone":    s.say(pattern(`^[A-Z]`), "En tidszon: Europe/Stockholm.", "A time zone: Europe/Stockholm."),
		"languages":   s.say(several(words(languageNames()...)), "Det första står vid roten.", "The first stands at the root."),
		"messages":    s.say(words(languageNames()...), "Språket som programmet talar.", "The language in which the program speaks."),
		"theme":       s.say(pattern(slug), "En mapp i themes/, eller ett inbyggt tema.", "A folder of themes/, or a built-in theme."),
		"publisher":   s.say(s.reference(role(s.Roles.Publisher)), "Avsändare till det som inte nämner någon.", "Of items that name none."),
		"topics":      s.say(words("declared", "free"), "declared: ämnen är texter. free: vilka ord som helst.", "declared: topics are items. free: any words."),
		"collections": s.say(s.collections(types), "Mapparna i content/, och vad de innehåller.", "The folders of content/, and what they hold."),
		"menu":        s.say(several(s.menu()), "Menyn.", "The menu."),
		"brand":       s.say(s.brand(), "Färger och logotyp.", "Colours and logo."),
		"hosts":       s.say(several(hosts()), "Andra värdar som sidor får ladda från.", "Other hosts that pages may load from."),
		"security":    s.say(s.security(), "Vem man berättar för om ett säkerhetshål (security.txt).", "Whom to tell of a security flaw (security.txt)."),
		"check":       s.say(s.check(), "Vad reglerna i check kräver: regelns namn och gränsen, eller off.", "What the rules of check ask for: a rule and its limit, or off."),
		"budgets":     s.say(budgets(), "Hur stora sidor och filer får vara.", "How large pages and files may be."),
	} {
		out.Properties[name] = p
	}
	return out
}

// slug is the form of names in addresses.
const slug = `^[a-z0-9]+(-[a-z0-9]+)*$`

func (s Site) collections(types map[string]*model.Type) *Schema {
	c := object("type", "title")
	for name, p := range map[string]*Schema{
		"type":      s.say(words(slices.Sorted(maps.Keys(types))...), "Vad som finns i den.", "What is in it."),
		"title":     s.say(s.byLanguage(written(1)), "Listans rubrik.", "The title of its list."),
		"url":       s.say(s.byLanguage(pattern(`^/([a-z0-9-]+/)+$`)), "Listans adress; utan den har inget i den någon sida.", "The address of its list; without it nothing in it has a page."),
		"permalink": s.say(written(1), "En texts adress under listans: :year/:slug/.", "The address of an item below the list's: :year/:slug/."),
		"perPage":   s.say(whole(1, 1000), "Hur många som står på en sida.", "How many stand on a page."),
		"extra":     s.say(words("forbid", "allow"), "Nycklar som typen inte har.", "Keys that the type does not declare."),
		"html":      s.say(words("forbid", "clean"), "HTML i texten.", "HTML in the text."),
	} {
		c.Properties[name] = p
	}
	return &Schema{Type: "object", Names: pattern(slug), Others: c}
}

func (s Site) menu() *Schema {
	page := object("page")
	page.Properties["page"] = s.say(written(1), "En samling, eller en sida i content/.", "A collection, or a page of content/.")
	page.Properties["title"] = s.byLanguage(written(1))
	link := object("title", "href")
	link.Properties["title"] = s.byLanguage(written(1))
	link.Properties["href"] = written(1)
	return &Schema{AnyOf: []*Schema{page, link}}
}

func (s Site) brand() *Schema {
	b := object()
	color := pattern(`^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$`)
	b.Properties["primary"], b.Properties["secondary"] = color, color
	logo := object("light")
	logo.Properties["light"], logo.Properties["dark"] = written(1), written(1)
	b.Properties["logo"] = s.say(&Schema{AnyOf: []*Schema{written(1), logo}}, "En fil under content/, eller en för varje läge.", "A file below content/, or one for each scheme.")
	return b
}

// hosts are names, or names with what they are for.
func hosts() *Schema {
	host := object("name", "for")
	host.Properties["name"] = written(1)
	host.Properties["for"] = several(words(config.Uses()...))
	return &Schema{AnyOf: []*Schema{written(1), host}}
}

func (s Site) security() *Schema {
	out := object("contact", "expires")
	out.Properties["contact"] = several(pattern(`^(mailto|tel|https):`))
	out.Properties["expires"] = pattern(day + "$")
	out.Properties["policy"] = pattern(`^https:`)
	out.Properties["languages"] = several(written(1))
	return out
}

func budgets() *Schema {
	out := object()
	amount := &Schema{AnyOf: []*Schema{{Type: "number"}, pattern(`^[0-9][0-9 .,]*([kKmM]?[bB])?$`)}}
	for _, name := range []string{"article", "page", "requests", "styles", "scripts", "image", "pixels", "attachment"} {
		out.Properties[name] = amount
	}
	return out
}

// byLanguage is one value for all languages, or one for each.
func (s Site) byLanguage(value *Schema) *Schema {
	each := object()
	for _, lang := range s.Languages {
		each.Properties[string(lang)] = value
	}
	return &Schema{AnyOf: []*Schema{value, each}}
}

// say adds what a value is for, in the language of the descriptions.
func (s Site) say(to *Schema, sv, en string) *Schema {
	to.Description = en
	if s.Lang == locale.Swedish {
		to.Description = sv
	}
	return to
}

func (s Site) address() *Schema { return pattern(`^https?://[^\s?#]+$`) }

func pattern(form string) *Schema { return &Schema{Type: "string", Pattern: form} }

// words offers some words and takes no others.
func words(list ...string) *Schema { return &Schema{Enum: list} }

// several takes one value or a list.
func several(one *Schema) *Schema {
	return &Schema{AnyOf: []*Schema{one, {Type: "array", Items: one}}}
}

func whole(least, most int) *Schema { return &Schema{Type: "integer", Minimum: &least, Maximum: &most} }

func languageNames() []string {
	var names []string
	for _, lang := range locale.Langs() {
		names = append(names, string(lang))
	}
	return names
}

func role(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}
