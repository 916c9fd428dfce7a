package build

import (
	"fmt"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/output"
	"growthportal/generator/read/config"
	"growthportal/generator/read/data"
	"growthportal/generator/read/document"
	"growthportal/generator/read/source"
	"growthportal/generator/read/theme"
	"growthportal/generator/site"
)

func (b *builder) scan() error {
	if l := b.listed; l != nil {
		b.snap, b.plan.Changed, b.plan.Stats.Sources = l.snap, l.changed, b.Kept.touched
		b.standing = l.standing
		b.add(l.diags)
		return nil
	}
	var err error
	var found []diag.Diagnostic
	if b.snap, found, b.plan.Changed, err = b.Kept.begin(b.Source, b.Named); err != nil {
		return fmt.Errorf("listing the sources: %w", err)
	}
	b.add(found)
	if b.Kept != nil {
		b.plan.Stats.Sources = b.Kept.touched
	}
	return nil
}

// config reads config.yaml. It is nil, without an error, where the file has faults that leave nothing to go on.
func (b *builder) config() (*config.Config, error) {
	if _, ok := b.snap.Lookup("config.yaml"); !ok {
		if diag.HasErrors(b.plan.Diagnostics) {
			return nil, nil // there is something of that name that cannot be used
		}
		return nil, ErrNoConfig
	}
	content, err := b.snap.Read("config.yaml")
	if err != nil {
		return nil, fmt.Errorf("reading the settings: %w", err)
	}
	cfg, diags, err := b.Kept.parse(content, b.URL)
	b.add(diags)
	if cfg != nil {
		b.plan.Messages = cfg.Messages
	}
	if cfg == nil || err != nil {
		return nil, err
	}
	b.plan.Config = cfg
	return cfg, nil
}

// parseConfig makes settings of config.yaml; url stands instead of its own, where it is not "".
func parseConfig(content []byte, url string) (*config.Config, []diag.Diagnostic, error) {
	cfg, diags := config.Parse("config.yaml", content)
	if cfg == nil || url == "" {
		return cfg, diags, nil
	}
	u, fault := config.ParseURL(url)
	if fault != nil {
		return cfg, diags, &URLError{*fault}
	}
	changed := *cfg
	changed.URL = u
	return &changed, diags, nil
}

// URLError says that the URL given instead of config.yaml's cannot be a site's. Its diagnostic has no place.
type URLError struct{ Fault diag.Diagnostic }

func (e *URLError) Error() string { return e.Fault.Message(locale.English) }

func (b *builder) theme(cfg *config.Config) (*theme.Theme, error) {
	var brand []theme.BrandColor
	for _, c := range []theme.BrandColor{
		{Name: "primary", Value: cfg.Brand.Primary, Place: cfg.Brand.PrimaryPlace}, {Name: "secondary", Value: cfg.Brand.Secondary, Place: cfg.Brand.SecondaryPlace},
	} {
		if c.Value != "" {
			brand = append(brand, c)
		}
	}
	t, diags, err := b.Kept.loadTheme(theme.Request{
		Snapshot: b.snap, Builtin: b.Themes, Name: cfg.Theme, Place: cfg.ThemePlace, Languages: cfg.Languages, Brand: brand,
		Samples: b.Samples,
	})
	if err != nil {
		return nil, fmt.Errorf("reading the theme: %w", err)
	}
	b.add(diags)
	return t, nil
}

// documents reads every content file, several at a time. The order of the result is that of the paths.
func (b *builder) documents(cfg *config.Config, thm *theme.Theme) ([]*document.Document, error) {
	reader := newReader(cfg, thm)
	reader.Terms = b.looked()
	b.texts = b.Kept.textsOf(texts{recall: b.Recall, snap: b.snap, reader: reader})
	paths := b.names.documents
	settings := settingsOf(reader)
	b.settings = settings
	b.Kept.readAs(settings, thm)
	docs := make([]*document.Document, len(paths))
	found := make([][]diag.Diagnostic, len(paths))
	if b.Expect != nil {
		b.Expect(len(paths))
	}
	var wanted []int
	for i, path := range paths {
		var same bool
		if docs[i], found[i], same = b.Kept.unchanged(path); same {
			b.recalled.Add(1)
			continue
		}
		wanted = append(wanted, i)
	}
	err := b.each(len(wanted), func(n int) (err error) {
		i := wanted[n]
		docs[i], found[i], err = b.document(reader, paths[i], settings)
		return err
	})
	if err != nil {
		return nil, err
	}
	b.plan.Stats.Documents, b.plan.Stats.Recalled = len(paths), int(b.recalled.Load())
	var list []*document.Document
	for i, doc := range docs {
		if doc != nil {
			if site.Down(doc, b.plan.Now) {
				document.Downgrade(found[i])
			}
			list = append(list, doc)
		}
		b.add(found[i])
	}
	return list, nil
}

// each does n things, several at a time, until one fails. A goroutine does many of them: its stack has grown to what they need after the first.
func (b *builder) each(n int, do func(i int) error) error {
	group, ctx := errgroup.WithContext(b.ctx)
	var next atomic.Int64
	for range min(b.jobs(), n) {
		group.Go(func() error {
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				if err := ctx.Err(); err != nil {
					return err
				}
				if err := do(int(i)); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return group.Wait()
}

// maxDocument is how many bytes a content file may have: 2 MiB, some 300,000 words.
const maxDocument = 2 << 20

// contents lends out memory for content files. Nothing that is made of a file keeps its bytes.
var contents = sync.Pool{New: func() any { return new([]byte) }}

// mostContent is the size in bytes of the largest file whose memory is used again.
const mostContent = 256 << 10

// document reads one content file, or recalls what an earlier build made of the same bytes.
func (b *builder) document(reader *document.Reader, path string, settings map[string]output.Digest) (*document.Document, []diag.Diagnostic, error) {
	f, _ := b.snap.Lookup(path)
	if f.Size > maxDocument {
		return nil, []diag.Diagnostic{source.TooLarge(path, f.Size, maxDocument)}, nil
	}
	name, shelf, _ := reader.Shelf(path)
	known := func(digest output.Digest) (key output.Digest, doc *document.Document, diags []diag.Diagnostic, ok bool) {
		key = document.Key(path, digest, settings[name])
		if doc, diags, ok = b.Kept.document(key, shelf.Type); !ok {
			if doc, diags, ok = b.recallDocument(reader, path, digest, key); ok {
				b.Kept.keepDocument(key, doc, diags, true)
			}
		}
		if ok {
			b.recalled.Add(1)
			b.Kept.place(path, digest, key)
		}
		return key, doc, diags, ok
	}
	if digest, ok := b.Kept.digest(path); ok {
		if _, doc, diags, ok := known(digest); ok {
			return doc, diags, nil
		}
	}
	buf := contents.Get().(*[]byte)
	defer contents.Put(buf)
	content, digest, err := b.snap.LoadIn(*buf, path)
	if err != nil {
		return nil, nil, fmt.Errorf("reading content: %w", err)
	}
	if *buf = content; cap(content) > mostContent {
		*buf = nil
	}
	b.Kept.learn(f, digest)
	key, doc, diags, ok := known(digest)
	if ok {
		return doc, diags, nil
	}
	doc, diags = reader.Read(path, content)
	stored := b.Recall.stores()
	if stored {
		head, text := document.Encode(doc, diags)
		b.Recall.keepDocument(key, head, text)
		b.texts.takeFrom(doc, digest, key)
	}
	b.Kept.keepDocument(key, doc, diags, stored)
	b.Kept.place(path, digest, key)
	return doc, diags, nil
}

// recallDocument is what an earlier build made of the file, without its text.
func (b *builder) recallDocument(reader *document.Reader, path string, digest, key output.Digest) (*document.Document, []diag.Diagnostic, bool) {
	var doc *document.Document
	var diags []diag.Diagnostic
	var err error
	if !b.Recall.document(key, func(head []byte) { doc, diags, err = reader.Decode(head) }) {
		return nil, nil, false
	}
	if err != nil || doc != nil && !doc.Body.Empty() && !b.Recall.hasText(key) {
		return nil, nil, false
	}
	b.texts.takeFrom(doc, digest, key)
	return doc, diags, true
}

// settingsOf are the digests of the settings of all shelves, by collection; "" for plain pages.
func settingsOf(reader *document.Reader) map[string]output.Digest {
	settings := map[string]output.Digest{"": reader.Settings(document.Shelf{Type: reader.Page})}
	for name, shelf := range reader.Shelves {
		settings[name] = reader.Settings(shelf)
	}
	return settings
}

func newReader(cfg *config.Config, thm *theme.Theme) *document.Reader {
	r := &document.Reader{
		Languages: cfg.Languages, Location: cfg.Location, Page: thm.Types[thm.Roles.Page],
		Shelves: map[string]document.Shelf{},
	}
	for _, c := range cfg.Collections {
		r.Shelves[c.Name] = document.Shelf{Type: thm.Types[c.Type], AllowExtra: c.ExtraAllowed, CleanHTML: c.CleanHTML}
	}
	return r
}

// data checks every file of content/data/.
func (b *builder) data() error {
	for _, f := range b.snap.Files(document.ContentRoot + "/data") {
		if f.Size > data.MaxSize {
			b.add([]diag.Diagnostic{source.TooLarge(f.Path, f.Size, data.MaxSize)})
			continue
		}
		content, err := b.snap.Read(f.Path)
		if err != nil {
			return fmt.Errorf("reading data: %w", err)
		}
		b.add(data.Check(f.Path, content))
		b.add(diag.PersonalNumbers(f.Path, string(content)))
	}
	return nil
}
