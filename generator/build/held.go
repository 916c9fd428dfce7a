package build

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"sync"

	"growthportal/generator/diag"
	"growthportal/generator/output"
	"growthportal/generator/policy"
	"growthportal/generator/read/document"
	"growthportal/generator/read/theme"
	"growthportal/generator/site"
)

// rules are what the finished files of a plan are held to.
func (b *builder) rules(s *site.Site, thm *theme.Theme, recipes []output.Recipe) *policy.Rules {
	r := &policy.Rules{Config: s.Config, Sheets: map[output.Path]policy.Sheet{}, Written: thm.Written, Source: sourcesOf(s, recipes)}
	for _, a := range thm.Assets {
		if ext := path.Ext(string(a.Path)); ext == ".css" || ext == ".js" {
			r.Sheets[a.Path] = policy.Sheet{Size: int64(len(a.Content)), Loads: a.Loads}
		}
	}
	for _, f := range s.Files {
		if ext := path.Ext(f.Source); ext == ".css" || ext == ".js" {
			info, _ := b.snap.Lookup(f.Source)
			r.Sheets[output.Path(f.URL.File())] = policy.Sheet{Size: info.Size}
		}
	}
	return r
}

// sourcesOf tells what the files of recipes were made from. Of the recipes it keeps the claims alone.
func sourcesOf(s *site.Site, recipes []output.Recipe) func(output.Path) policy.Source {
	type claimed struct {
		path  output.Path
		claim string
	}
	claims := make([]claimed, len(recipes))
	for i, r := range recipes {
		claims[i] = claimed{r.Path, r.Claim}
	}
	byPath := func(a, b claimed) int { return cmp.Compare(a.path, b.path) }
	if !slices.IsSortedFunc(claims, byPath) {
		slices.SortFunc(claims, byPath)
	}
	return func(file output.Path) policy.Source {
		i, found := slices.BinarySearchFunc(claims, file, func(c claimed, p output.Path) int { return cmp.Compare(c.path, p) })
		if !found {
			return policy.Source{}
		}
		from := policy.Source{File: sourceOf(claims[i].claim)}
		if p := s.PageAt(string(file)); p != nil && p.Kind == site.ItemPage {
			from.Article = p.Item.Collection != nil && s.Doc(p.Item).Date.Set()
		}
		return from
	}
}

// sourceOf is the file that is to blame for a recipe, from its claim: a listing, and what the program makes by itself, follow
// from config.yaml.
func sourceOf(claim string) string {
	if strings.HasPrefix(claim, document.ContentRoot+"/") {
		return claim
	}
	return "config.yaml"
}

// Hold tells what is wrong with a finished file that could be made.
func (p *Plan) Hold(name output.Path, content []byte) []diag.Diagnostic {
	if !policy.Held(name) {
		return nil
	}
	return p.Rules.Hold(name, policy.Scan(name, content))
}

// held gathers what finished files ask of browsers, while they are made.
type held struct {
	mu    sync.Mutex
	facts map[output.Path]policy.Facts
	alike map[string]policy.Facts // those that pages share but for their size, by all that they tell
	key   []byte
}

// watched are the recipes, with an eye on what they make.
func (h *held) watched(recipes []output.Recipe) []output.Recipe {
	list := make([]output.Recipe, len(recipes))
	for i, r := range recipes {
		if policy.Held(r.Path) {
			r = h.watch(r)
		}
		list[i] = r
	}
	return list
}

// watch is a recipe with an eye on what it makes, or what the recipe that comes later does.
func (h *held) watch(r output.Recipe) output.Recipe {
	if later := r.Later; later != nil {
		r.Later = func() output.Recipe { return h.watch(later()) }
		return r
	}
	r.Make = h.look(r)
	return r
}

func (h *held) look(r output.Recipe) func(w io.Writer) error {
	return func(w io.Writer) error {
		page := pages.Get().(*bytes.Buffer)
		defer putPage(page)
		if err := r.Make(page); err != nil {
			return err
		}
		h.add(r.Path, policy.Scan(r.Path, page.Bytes()))
		if _, err := w.Write(page.Bytes()); err != nil {
			return fmt.Errorf("writing %s: %w", r.Path, err)
		}
		return nil
	}
}

// pages lends out memory for the pages that are looked at. What is known of a page is a copy.
var pages = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// mostPage is the size in bytes of the largest page whose memory is used again.
const mostPage = 1 << 20

func putPage(page *bytes.Buffer) {
	if page.Cap() <= mostPage {
		page.Reset()
		pages.Put(page)
	}
}

func (h *held) add(p output.Path, f policy.Facts) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.facts[p] = h.shared(f)
}

// mostAlike is how many kinds of pages are told apart by what they ask for. Each layout makes few.
const mostAlike = 1000

// shared is the facts with the lists of others that say the same: most pages of a site ask for the very same files.
func (h *held) shared(f policy.Facts) policy.Facts {
	size := f.Size
	f.Size = 0
	h.key = f.Append(h.key[:0])
	known, ok := h.alike[string(h.key)]
	switch {
	case ok:
		f = known
	case h.alike == nil:
		h.alike = map[string]policy.Facts{}
		fallthrough
	case len(h.alike) < mostAlike:
		h.alike[string(h.key)] = f
	}
	f.Size = size
	return f
}

// check reports what is wrong with the files. What a template does on every page is told once, of the first of them.
func (h *held) check(plan *Plan) {
	type fault struct {
		place diag.Place
		code  diag.Code
		what  string
	}
	told := map[fault]bool{}
	for _, r := range plan.Recipes {
		f, ok := h.facts[r.Path]
		if !ok {
			continue
		}
		for _, d := range plan.Rules.Hold(r.Path, f) {
			if d.Code == diag.ThirdParty || d.Code == diag.CodeInPage {
				key := fault{d.Place, d.Code, d.Args[len(d.Args)-1]}
				if told[key] {
					continue
				}
				told[key] = true
			}
			plan.Diagnostics = append(plan.Diagnostics, d)
		}
	}
	plan.Diagnostics = diag.Sort(plan.Diagnostics)
}
