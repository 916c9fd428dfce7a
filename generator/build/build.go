// Package build is the conductor, and the only code that knows the order: sources become documents, documents a site,
// the site recipes, recipes files. Each stage is a package of its own; what is remembered of earlier builds is kept in
// build/memo, and a build with a memory makes the same files as one without.
package build

import (
	"context"
	"errors"
	"io/fs"
	"runtime"
	"slices"
	"sync/atomic"
	"time"

	"growthportal/generator/check"
	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/policy"
	"growthportal/generator/read/config"
	"growthportal/generator/read/document"
	"growthportal/generator/read/source"
	"growthportal/generator/read/theme"
	"growthportal/generator/site"
)

// Request says what is to be built.
type Request struct {
	Source  fs.FS                                       // the source folder: config.yaml, content/ and themes/ in it
	Themes  fs.FS                                       // the themes built into the program, a folder each
	URL     string                                      // instead of config.yaml's; "" for that
	Now     func(loc *time.Location) (time.Time, error) // the instant of the build, once the site's time zone is known
	Show    site.Show
	Samples bool             // whether the theme's samples are wanted too
	Strict  bool             // warnings are errors, but for those about what is not published
	Jobs    int              // how much is done at a time; 0: as much as the machine has processors
	Program string           // the program's name and version
	Clock   func() time.Time // the time on the wall: dates what is read, and measures what each stage costs; nil for neither
	// Identity tells this very program from another that calls itself the same; "" where that cannot be told. No build stands
	// for the next without it.
	Identity string
	Reread   bool          // trust no source file's signature
	Recall   *Recollection // what is remembered of earlier builds; nil for nothing
	Kept     *Kept         // what this process keeps of its own builds; nil for nothing
	// Named are the only source files that can have changed since the last build with Kept, by all that was heard. They are looked
	// at and no others, so whoever names them builds again without names before long. nil: the whole folder is listed.
	Named []string
	// Expect hears how many content files there are, before they are read: who knows what a site will come to need not find out by
	// and by. nil for nobody.
	Expect func(documents int)

	listed *listed // the sources, where they have been listed already
}

// listed is what the source folder held when it was listed.
type listed struct {
	snap    *source.Snapshot
	changed []string
	diags   []diag.Diagnostic

	standing *standing // the build that stood last, and stands no longer
}

func (r Request) jobs() int {
	if r.Jobs > 0 {
		return r.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

// ErrNoConfig says that the source folder has no config.yaml, and so is no site.
var ErrNoConfig = errors.New("there is no config.yaml")

// Plan is a site with all that it takes to make its files. Where the diagnostics hold an error there are no recipes.
type Plan struct {
	Config      *config.Config       // nil where it could not be read
	Messages    locale.Lang          // the language in which the site's authors are spoken to; "" where it is not known
	Sources     *source.Snapshot     // what there is in the source folder
	Theme       *theme.Theme         // nil where it could not be read
	Documents   []*document.Document // what could be read of the content files, by path
	Site        *site.Site
	Now         time.Time
	Recipes     []output.Recipe
	Samples     []output.Recipe // pages of the theme's samples, for whoever asked for them; never published
	Rules       *policy.Rules   // what the finished files are held to; nil where there are no recipes
	Changed     []string        // the source files that have changed since the last build with the same Kept; none at its first
	Diagnostics []diag.Diagnostic
	Stats       Stats

	builder *builder
	until   time.Time // the instant at which the site becomes another; zero for never
}

// Failed tells whether errors keep the site from being published.
func (p *Plan) Failed() bool { return diag.HasErrors(p.Diagnostics) }

// Make reads the sources and plans the site. Mistakes of authors are in the plan's diagnostics, all of them; the error
// is the machine's, ErrNoConfig, or ctx's.
func Make(ctx context.Context, req Request) (*Plan, error) {
	b := newBuilder(ctx, &req)
	b.plan.builder = b
	if err := b.run(); err != nil {
		return nil, err
	}
	b.finish()
	return b.plan, nil
}

// builder carries a build from stage to stage.
type builder struct {
	Request
	ctx      context.Context
	plan     *Plan
	snap     *source.Snapshot
	names    names
	texts    *library
	terms    map[locale.Lang][]model.Term // the words that the site explains
	graph    site.Request                 // what the site was made from
	standing *standing                    // the build that stood last; nil where nothing is known of it
	settings map[string]output.Digest     // how documents are read, as settingsOf tells it
	shared   shown                        // the texts that all recipes share, where these were not worked out
	recalled atomic.Int64                 // documents
}

// newBuilder takes a request on. A build with a memory knows of the source files what the last one knew.
func newBuilder(ctx context.Context, req *Request) *builder {
	if req.Kept == nil && req.Recall != nil && req.Clock != nil && !req.Reread {
		req.Kept = NewKept(req.Clock)
		req.Kept.once = true
	}
	req.Kept.restore(req.Recall)
	return &builder{Request: *req, ctx: ctx, plan: &Plan{}}
}

func (b *builder) run() error {
	lap := newTimer(b.Clock)
	stats := &b.plan.Stats
	if err := b.scan(); err != nil {
		return err
	}
	b.plan.Sources = b.snap
	lap.lap(stats, "list")
	cfg, err := b.config()
	if err != nil || cfg == nil {
		return err
	}
	if b.plan.Now, err = b.Now(cfg.Location); err != nil {
		return err
	}
	_, faults := check.Settle(cfg.Check)
	b.add(faults)
	thm, err := b.theme(cfg)
	if err != nil || thm == nil {
		return err
	}
	b.plan.Theme = thm
	lap.lap(stats, "theme")
	if err := b.glossary(cfg, thm); err != nil {
		return err
	}
	b.names = b.Kept.namesOf(b.snap)
	docs, err := b.documents(cfg, thm)
	if err != nil {
		return err
	}
	b.plan.Documents = docs
	b.add(check.Silences(docs))
	b.add(slices.Clone(b.names.numbers))
	if err := b.data(); err != nil {
		return err
	}
	lap.lap(stats, "documents")
	files := b.newFiles(cfg.Budgets)
	b.graph = site.Request{
		Config: cfg, Types: thm.Types, Roles: thm.Roles, Lists: thm.Lists, Own: thm.Own, Glossary: b.terms, Images: thm.Images, Documents: docs, Files: files,
		Static: files.static(), Now: b.plan.Now, Show: b.Show,
	}
	s, diags := b.Kept.siteOf(b.graph, files)
	if files.err != nil {
		return files.err
	}
	b.plan.Site, b.plan.until = s, s.Until()
	b.add(diags)
	lap.lap(stats, "site")
	b.add(files.checkStatic())
	if files.err != nil {
		return files.err
	}
	if diag.HasErrors(b.plan.Diagnostics) {
		return b.ctx.Err()
	}
	b.plan.Recipes = b.recipes(s, thm, files)
	b.plan.Samples = b.samples(cfg, thm)
	b.plan.Rules = b.rules(s, thm, b.plan.Recipes)
	b.Kept.end(files.err == nil)
	b.Kept.hand(b.snap, b.Recall)
	lap.lap(stats, "recipes")
	return b.ctx.Err()
}

func (b *builder) add(diags []diag.Diagnostic) {
	b.plan.Diagnostics = append(b.plan.Diagnostics, diags...)
}

// finish puts the diagnostics in order, gives them their excerpts, and makes errors of warnings where that is wanted.
func (b *builder) finish() {
	list := b.plan.Diagnostics
	for i := range list {
		if b.Strict && !list[i].Unpublished {
			list[i].Severity = diag.Error
		}
	}
	list = diag.Sort(list)
	Illustrate(list, b.snap)
	b.plan.Diagnostics = list
	if b.plan.Failed() {
		b.plan.Recipes = nil
	}
}
