package cli

import (
	"errors"

	"growthportal/generator/build"
	"growthportal/generator/check/since"
	"growthportal/generator/diag"
	"growthportal/generator/read/revision"
)

// since holds the site against what was published before; nil for nothing to hold it against. Where the site cannot be made, a build has
// told why.
func (s *session) since(before *since.Before, plan *build.Plan) ([]diag.Diagnostic, error) {
	if before == nil || plan.Site == nil {
		return nil, nil
	}
	return since.Compare(before, since.After{Site: plan.Site, Documents: plan.Documents, Read: plan.Sources.Read})
}

// published is what must be known of what a git revision of the site publishes at the instant of the run; nil for no revision. The
// memory is not asked: it does not keep the words of texts.
func (s *session) published(src *siteFolder, name string) (*since.Before, error) {
	if name == "" {
		return nil, nil
	}
	if err := src.mustBeSite(); err != nil {
		return nil, err
	}
	tree, err := revision.Open(src.dir, name)
	if err != nil {
		return nil, s.noRevision(err, name)
	}
	req := s.request(src)
	req.Source = tree
	plan, err := build.Make(s.ctx, req)
	switch {
	case errors.Is(err, build.ErrNoConfig), err == nil && plan.Site == nil:
		return nil, &usageError{s.say("since-no-site", name)}
	case err != nil:
		return nil, s.noRevision(err, name)
	}
	return since.Take(plan.Site)
}

// noRevision is the error for a revision that cannot be read.
func (s *session) noRevision(err error, name string) error {
	var wrong *revision.Error
	if !errors.As(err, &wrong) {
		return err
	}
	if wrong.Fault == revision.NoRepository {
		return &usageError{s.say("since-no-repository", name, s.sourceFolder())}
	}
	return &usageError{s.say("since-"+string(wrong.Fault), name)}
}
