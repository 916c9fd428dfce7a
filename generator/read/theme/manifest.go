package theme

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/model"
	"growthportal/generator/read/yaml"
)

// The limits of a list.
const (
	defaultLimit = 10
	maxLimit     = 100
)

// named is a name that a file mentions, with its place.
type named struct {
	text  string
	place diag.Place
}

// manifest is what one theme.yaml says.
type manifest struct {
	place   diag.Place // of the whole file
	extends named
	roles   map[string]named            // role -> type
	lists   map[string]map[string]query // layout, or "every" -> name -> query
	own     map[model.Own]ownPage       // the pages that are made of the whole site
	layouts map[string]diag.Place       // where a layout's lists stand
	images  map[model.Use]model.Preset  // how pictures are made
	colors  palette
}

// query is a declared list with the places of what has to be looked up.
type query struct {
	model.Query
	place diag.Place // of the query
	types []named
	when  diag.Place
	order named
}

// roleNames are the roles that theme.yaml may give to types.
func roleNames() []string { return []string{"topic", "person", "publisher", "point", "page"} }

// manifest reads a layer's theme.yaml.
func (l *loader) manifest(y *layer) manifest {
	f := file{y, "theme.yaml"}
	m := manifest{place: f.whole()}
	if _, ok := y.snapshot.Lookup(path.Join(y.dir, f.rel)); !ok {
		l.report(diag.ThemeFileMissing.At(m.place, f.rel))
		return m
	}
	content, ok := l.read(f)
	if !ok {
		return m
	}
	node, faults := yaml.Parse(f.label(), content, 1)
	l.report(faults...)
	if node == nil {
		return m
	}
	r := &yaml.Reader{}
	if r.Mapping(node, "extends", "roles", "lists", "pages", "images", "colors", "pairs") {
		m.extends, _ = text(r, node.Get("extends"))
		m.roles = decodeRoles(r, node.Get("roles"))
		m.lists, m.layouts = decodeLists(r, node.Get("lists"))
		m.own = decodeOwnPages(r, node.Get("pages"))
		m.images = decodeImages(r, node.Get("images"))
		m.colors = decodePalette(r, node.Get("colors"), node.Get("pairs"))
	}
	l.report(r.Diags...)
	return m
}

// text takes a text together with its place.
func text(r *yaml.Reader, n *yaml.Node) (named, bool) {
	s, ok := r.Text(n)
	if !ok {
		return named{}, false
	}
	return named{s, n.Place}, true
}

func decodeRoles(r *yaml.Reader, n *yaml.Node) map[string]named {
	if n == nil || !r.Mapping(n, roleNames()...) {
		return nil
	}
	roles := map[string]named{}
	for _, p := range n.Pairs {
		if t, ok := text(r, p.Value); ok && slices.Contains(roleNames(), p.Key) {
			roles[p.Key] = t
		}
	}
	return roles
}

// listForm is what lists may be called: templates write .List.news.
var listForm = regexp.MustCompile(`^[a-z][A-Za-z0-9]*$`)

func decodeLists(r *yaml.Reader, n *yaml.Node) (map[string]map[string]query, map[string]diag.Place) {
	if n == nil || !r.AnyMapping(n) {
		return nil, nil
	}
	lists, places := map[string]map[string]query{}, map[string]diag.Place{}
	for _, p := range n.Pairs {
		places[p.Key] = p.KeyPlace
		lists[p.Key] = map[string]query{}
		if !r.AnyMapping(p.Value) {
			continue
		}
		for _, q := range p.Value.Pairs {
			if !listForm.MatchString(q.Key) {
				r.Report(diag.IdentifierName.At(q.KeyPlace, q.Key))
			} else if query, ok := decodeQuery(r, q.Value); ok {
				lists[p.Key][q.Key] = query
			}
		}
	}
	return lists, places
}

func decodeQuery(r *yaml.Reader, n *yaml.Node) (query, bool) {
	if !r.Mapping(n, "types", "under", "topic", "when", "limit", "order") {
		return query{}, false
	}
	q := query{place: n.Place, Query: model.Query{Limit: defaultLimit}}
	for _, item := range r.List(n.Get("types")) {
		if t, ok := text(r, item); ok {
			q.types = append(q.types, t)
			q.Types = append(q.Types, t.text)
		}
	}
	if under, ok := text(r, n.Get("under")); ok {
		if folder := strings.Trim(under.text, "/"); !fs.ValidPath(folder) || folder == "." {
			r.Report(diag.BadFolder.At(under.place, under.text))
		} else {
			q.Under = folder
		}
	}
	q.Topic, _ = r.Text(n.Get("topic"))
	if when := n.Get("when"); when != nil {
		q.When, _ = r.Choice(when, "coming", "past")
		q.when = when.Place
	}
	if limit, ok := r.Int(n.Get("limit"), 1, maxLimit); ok {
		q.Limit = limit
	}
	q.order, _ = text(r, n.Get("order"))
	q.Order = q.order.text
	if n.Get("types") == nil && n.Get("under") == nil && n.Get("topic") == nil {
		r.Report(diag.EmptyQuery.At(n.Place))
	}
	return q, true
}

// roles merges what the themes of a chain say of roles; the nearest wins.
func (l *loader) roles(chain []*layer, decl *declarations) model.Roles {
	said := map[string]named{}
	for _, y := range slices.Backward(chain) {
		for role, t := range y.settings.roles {
			said[role] = t
		}
	}
	for _, role := range roleNames() {
		t, ok := said[role]
		if ok && !l.knownType(decl, t) {
			delete(said, role)
		}
	}
	if _, ok := said["page"]; !ok && !l.roleSaid(chain, "page") {
		l.report(diag.MissingKey.At(chain[0].settings.place, "roles: page").With(diag.AddKey, "roles: {page: ...}"))
	}
	return model.Roles{
		Topic: said["topic"].text, Person: said["person"].text, Publisher: said["publisher"].text,
		Point: said["point"].text, Page: said["page"].text,
	}
}

// roleSaid tells whether any theme of a chain names a type for a role, be it one that exists or not.
func (l *loader) roleSaid(chain []*layer, role string) bool {
	return slices.ContainsFunc(chain, func(y *layer) bool { return y.settings.roles[role].text != "" })
}
