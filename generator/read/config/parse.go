package config

import (
	"regexp"
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/read/yaml"
	"growthportal/generator/zones"
)

const (
	defaultZone  = "Europe/Stockholm"
	defaultTheme = "portal"
)

// Parse reads config.yaml. The settings are nil when the file is no YAML at all; after other errors they hold what
// could be understood, and defaults for the rest, so that the content can be tried in the same run.
func Parse(file string, src []byte) (*Config, []diag.Diagnostic) {
	root, found := yaml.Parse(file, src, 1)
	if root == nil {
		if len(found) == 0 {
			found = append(found, diag.EmptyFile.At(diag.Whole(file)).With(diag.AddKey, "title: ..."))
		}
		return nil, found
	}
	p := parser{file: file, root: root, c: &Config{}}
	p.Diags = found
	known := []string{"title", "url", "timezone", "languages", "messages", "theme", "publisher", "topics",
		"collections", "menu", "brand", "hosts", "security", "budgets", "check"}
	if !p.Mapping(root, known...) {
		return nil, p.Diags
	}
	p.Need(root, diag.Whole(file), "title", "url")
	p.languages(root.Get("languages")) // first, since texts are by language
	p.c.Title = p.shown(root.Get("title"))
	p.url(root.Get("url"))
	p.zone(root.Get("timezone"))
	p.theme(root.Get("theme"))
	p.publisher(root.Get("publisher"))
	if word, ok := p.Choice(root.Get("topics"), "declared", "free"); ok {
		p.c.FreeTopics = word == "free"
	}
	p.collections(root.Get("collections"))
	p.menu(root.Get("menu"))
	p.brand(root.Get("brand"))
	p.hosts(root.Get("hosts"))
	p.security(root.Get("security"))
	p.budgets(root.Get("budgets"))
	p.check(root.Get("check"))
	diag.Sort(p.Diags)
	return p.c, p.Diags
}

// parser fills in the settings, one top-level key after the other.
type parser struct {
	yaml.Reader
	file  string
	root  *yaml.Node
	c     *Config
	texts []locale.Lang // the languages in which texts may be written
}

// shown takes a text that readers see, and sets it as a typesetter would. It may not be empty.
func (p *parser) shown(n *yaml.Node) model.Text {
	before := len(p.Diags)
	text := model.Text(p.TextByLang(n, p.texts))
	if n == nil || len(p.Diags) > before {
		return text
	}
	empty := len(text) == 0
	for _, s := range text {
		empty = empty || strings.TrimSpace(s) == ""
	}
	if empty {
		p.Report(diag.EmptyText.At(n.Place, n.Name).With(diag.FillIn))
	}
	for lang, words := range text {
		text[lang] = locale.Setter{Lang: lang}.String(words)
	}
	return text
}

// languages takes the site's languages and the one of messages. Texts in any known language are let pass when the
// list has a fault, lest that one fault be told once for every text.
func (p *parser) languages(n *yaml.Node) {
	before := len(p.Diags)
	items := p.List(n)
	for _, item := range items {
		word, ok := p.Text(item)
		if !ok {
			continue
		}
		lang, known := locale.ParseLang(word)
		switch {
		case !known:
			p.Report(diag.UnknownLanguage.At(item.Place, word).With(diag.OneOf, langNames(locale.Langs())))
		case slices.Contains(p.c.Languages, lang):
			p.Report(diag.LanguageTwice.At(item.Place, word).With(diag.Remove, word))
		default:
			p.c.Languages = append(p.c.Languages, lang)
		}
	}
	if n != nil && len(items) == 0 && len(p.Diags) == before {
		p.Report(diag.WrongType.At(n.Place, n.Name).With(diag.ExpectList))
	}
	if len(p.c.Languages) == 0 {
		p.c.Languages = []locale.Lang{locale.Swedish}
	}
	p.texts = p.c.Languages
	if len(p.Diags) > before {
		p.texts = locale.Langs()
	}
	p.c.Messages = p.c.Languages[0]
	if word, ok := p.Choice(p.root.Get("messages"), names(locale.Langs())...); ok {
		p.c.Messages = locale.Lang(word)
	}
}

func (p *parser) url(n *yaml.Node) {
	s, ok := p.Text(n)
	if !ok {
		return
	}
	u, wrong := ParseURL(s)
	if wrong != nil {
		wrong.Place = n.Place
		p.Report(*wrong)
	}
	p.c.URL = u
}

var zoneName = regexp.MustCompile(`^[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$`)

// zone takes a name of the IANA time zone database, from the program's own copy, so that the site does not depend on the machine.
func (p *parser) zone(n *yaml.Node) {
	p.c.Zone = defaultZone
	if s, ok := p.Text(n); ok {
		if location, err := zones.Load(s); err == nil && zoneName.MatchString(s) {
			p.c.Zone, p.c.Location = s, location
			return
		}
		p.Report(diag.BadTimeZone.At(n.Place, s).With(diag.WriteSo, defaultZone))
	}
	location, err := zones.Load(defaultZone)
	if err != nil {
		panic("config: " + err.Error())
	}
	p.c.Location = location
}

func (p *parser) theme(n *yaml.Node) {
	p.c.Theme, p.c.ThemePlace = defaultTheme, diag.Whole(p.file)
	s, ok := p.Text(n)
	if !ok {
		return
	}
	if !locale.ValidSlug(s) {
		p.Report(diag.BadName.At(n.Place, s).With(diag.SmallLetters))
		return
	}
	p.c.Theme, p.c.ThemePlace = s, n.Place
}

func (p *parser) publisher(n *yaml.Node) {
	s, ok := p.Text(n)
	if ok && strings.TrimSpace(s) == "" {
		p.Report(diag.EmptyText.At(n.Place, n.Name).With(diag.FillIn))
	} else if ok {
		p.c.Publisher = model.Ref{Name: s, Place: n.Place}
	}
}

func names(langs []locale.Lang) []string {
	list := make([]string, len(langs))
	for i, l := range langs {
		list[i] = string(l)
	}
	return list
}

func langNames(langs []locale.Lang) string { return strings.Join(names(langs), ", ") }
