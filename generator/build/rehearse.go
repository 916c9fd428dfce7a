package build

import (
	"context"
	"slices"
	"time"

	"growthportal/generator/diag"
	"growthportal/generator/output"
	"growthportal/generator/policy"
	"growthportal/generator/render/image"
	"growthportal/generator/render/page"
	"growthportal/generator/site"
)

// rehearse makes, for nobody, the pages and pictures that will be there once all that is scheduled has appeared, so that a
// picture that cannot be read, a template that fails and a page that weighs too much stop the build of the day, and not
// that of the night when nobody looks. Each is made once: that it could be is remembered by its recipe's key.
func (p *Plan) rehearse(ctx context.Context, jobs int, recall *Recollection) error {
	b := p.builder
	if p.Failed() || b.Show.Future || !slices.ContainsFunc(p.Site.Instants, func(i site.Instant) bool { return i.What == site.Appears }) {
		return nil
	}
	req := b.graph
	req.Show.Future = true
	later, _ := site.New(req) // what is wrong with it has been told: references are tried at every instant
	play := &Plan{Recipes: b.unmade(p, later)}
	play.Rules = b.rules(later, p.Theme, play.Recipes)
	held := &held{facts: map[output.Path]policy.Facts{}}
	fresh := recall.unrehearsed(play.Recipes, held)
	_, err := output.MakeAll(ctx, held.watched(fresh), jobs, hashSink{})
	if found, ok := Mistake(err); ok {
		p.Diagnostics = diag.Sort(append(p.Diagnostics, found))
		return nil
	}
	if err != nil {
		return err
	}
	p.Stats.Rehearsed = len(fresh)
	recall.keepRehearsed(fresh, held)
	held.check(play)
	p.Diagnostics = diag.Sort(append(p.Diagnostics, play.Diagnostics...))
	return nil
}

// unmade are the recipes of a later site's pages that the plan does not have, and of its pictures one for each that the plan
// has none of: that one can be made shows that all can.
func (b *builder) unmade(p *Plan, later *site.Site) []output.Recipe {
	has := make(map[string]bool, len(p.Recipes))
	for _, r := range p.Recipes {
		has[string(r.Path)] = true
		if r.Maker == site.VariantMaker {
			has[r.Claim] = true
		}
	}
	var list []output.Recipe
	add := func(recipes []output.Recipe, by func(output.Recipe) string) {
		for _, r := range recipes {
			if name := by(r); !has[name] {
				has[name] = true
				list = append(list, r)
			}
		}
	}
	add(page.Recipes(page.Input{Context: b.ctx, Site: later, Theme: p.Theme, Now: latest(p), Program: b.Program}), func(r output.Recipe) string { return string(r.Path) })
	add(image.Recipes(later, b.snap.Read), func(r output.Recipe) string { return r.Claim })
	return list
}

// latest is the instant at which the last of what is scheduled appears.
func latest(p *Plan) time.Time {
	at := p.Now
	for _, i := range p.Site.Instants {
		if i.What == site.Appears {
			at = i.Time
		}
	}
	return at
}

// unrehearsed are the recipes that are not known to succeed; what the pages of the others ask of browsers is noted.
func (r *Recollection) unrehearsed(list []output.Recipe, held *held) []output.Recipe {
	var fresh []output.Recipe
	for _, recipe := range list {
		facts, ok := r.rehearsed(recipe.Key())
		if !ok {
			fresh = append(fresh, recipe)
		} else if policy.Held(recipe.Path) {
			held.add(recipe.Path, facts)
		}
	}
	return fresh
}
