package cli

import (
	"errors"
	"time"

	"growthportal/generator/build"
	"growthportal/generator/check/since"
	"growthportal/generator/diag"
	"growthportal/generator/read/revision"
)

// since holds the site against what a git revision of it publishes at the same instant. Where the site cannot be made, a build
// has told why, and there is nothing to hold.
func (s *session) since(src *siteFolder, plan *build.Plan, name string) ([]diag.Diagnostic, error) {
	if plan.Site == nil {
		return nil, nil
	}
	before, err := s.published(src, name, plan.Now)
	if err != nil {
		return nil, err
	}
	return since.Compare(before, since.After{Site: plan.Site, Documents: plan.Documents, Read: plan.Sources.Read})
}

// published is what must be known of the site as it was in a revision. The memory is not asked: it does not keep the words of texts.
func (s *session) published(src *siteFolder, name string, now time.Time) (*since.Before, error) {
	tree, err := revision.Open(src.dir, name)
	if err != nil {
		return nil, s.noRevision(err, name)
	}
	req := s.request(src)
	req.Source = tree
	req.Now = func(loc *time.Location) (time.Time, error) { return now.In(loc), nil }
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
