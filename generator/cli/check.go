package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"growthportal/generator/build"
	"growthportal/generator/check"
	"growthportal/generator/check/external"
	"growthportal/generator/diag"
)

type checkCommand struct {
	Rules    bool   `help:"${checkRules}"`
	External bool   `help:"${checkExternal}"`
	Since    string `help:"${checkSince}" placeholder:"REVISION"`
	Jobs     int    `help:"${jobs}" placeholder:"N" default:"0"`
}

// Run asks every rule about the content and the pages as they would be published, and publishes nothing.
func (c *checkCommand) Run(s *session) error {
	if c.Jobs < 0 {
		return &usageError{s.say("badJobs")}
	}
	src, err := s.openSite()
	if err != nil {
		return err
	}
	defer src.close()
	before, err := s.published(src, c.Since) // first, so that no two sites are held at once
	if err != nil {
		return err
	}
	req := s.request(src)
	req.Jobs = c.Jobs
	plan, err := build.Make(s.ctx, req)
	if err != nil {
		return err
	}
	s.speak(plan)
	if c.Rules {
		return s.tellRules(plan)
	}
	var tried *external.Report
	if c.External && plan.Config != nil {
		report, err := s.tryLinks(plan, src)
		if err != nil {
			return err
		}
		tried = &report
	}
	result, err := s.examine(plan, tried, c.Jobs)
	if err != nil {
		return err
	}
	found, err := s.since(before, plan)
	if err != nil {
		return err
	}
	result.Findings = diag.Sort(append(result.Findings, found...))
	build.Illustrate(result.Findings, plan.Sources)
	s.tellSilenced(result.Silenced) // first: of what is long, the end is what stays in sight
	if err := s.show(result.Findings); err != nil {
		return err
	}
	s.tellChecked(plan, result, tried)
	if diag.HasErrors(result.Findings) {
		return errContent
	}
	return nil
}

// examine asks the rules about a plan. Where not even config.yaml can be understood, there is nothing to ask about.
func (s *session) examine(plan *build.Plan, tried *external.Report, jobs int) (check.Result, error) {
	if plan.Config == nil {
		return check.Result{Findings: plan.Diagnostics}, nil
	}
	subject := &check.Subject{
		Config: plan.Config, Documents: plan.Documents, Read: plan.Sources.Read, Now: plan.Now,
	}
	subject.Settings, _ = check.Settle(plan.Config.Check) // a build has told what is wrong with them
	var err error
	if subject.Terms, err = check.Terms(readIfThere(plan), plan.Config.Languages); err != nil {
		return check.Result{}, fmt.Errorf("reading the glossary: %w", err)
	}
	if !plan.Failed() {
		subject.Built = &check.Built{Base: plan.Config.URL}
		if err := build.Inspect(s.ctx, plan, jobs, check.Looks, subject.Built.Take); err != nil {
			return check.Result{}, err
		}
	}
	subject.Told = plan.Diagnostics
	if tried != nil {
		subject.Told = slices.Concat(subject.Told, tried.Findings)
	}
	return check.Run(subject)
}

// readIfThere reads a file of the sources, and says [fs.ErrNotExist] of one that is none of them.
func readIfThere(plan *build.Plan) func(path string) ([]byte, error) {
	return func(path string) ([]byte, error) {
		if _, ok := plan.Sources.Lookup(path); !ok {
			return nil, fs.ErrNotExist
		}
		return plan.Sources.Read(path)
	}
}

// tellSilenced says which rules are silenced where, and why.
func (s *session) tellSilenced(silenced []check.Silenced) {
	if s.args.Format != "text" || len(silenced) == 0 {
		return
	}
	fmt.Fprintln(s.Stdout, s.say("checkSilenced"))
	for _, one := range silenced {
		fmt.Fprintf(s.Stdout, "  %s: %s (%d) – %s\n", one.File, one.Rule, one.Findings, one.Reason)
	}
}

// tellChecked says what was looked at, and what was found.
func (s *session) tellChecked(plan *build.Plan, result check.Result, tried *external.Report) {
	if s.args.Format != "text" {
		return
	}
	if tried != nil {
		fmt.Fprintln(s.Stdout, s.say("checkLinks", tried.Tried, tried.Known, tried.Barred, tried.Left))
	}
	counts := map[diag.Severity]int{}
	for _, d := range result.Findings {
		counts[d.Severity]++
	}
	fmt.Fprintln(s.Stdout, s.say("checked", len(plan.Documents), counts[diag.Error], counts[diag.Warning]))
}

// tellRules lists the rules, what they are for, and how they are set.
func (s *session) tellRules(plan *build.Plan) error {
	if plan.Config == nil {
		if err := s.show(plan.Diagnostics); err != nil {
			return err
		}
		return errContent
	}
	settings, faults := check.Settle(plan.Config.Check)
	if diag.HasErrors(faults) {
		build.Illustrate(faults, plan.Sources)
		return errors.Join(s.show(faults), errContent)
	}
	if s.args.Format == "json" {
		for _, r := range check.Rules() {
			o := ruleObject{r.Name(), r.Severity().String(), settings.Current(r), r.About().In(s.lang)}
			if err := writeJSON(s.Stdout, o); err != nil {
				return err
			}
		}
		return nil
	}
	for _, r := range check.Rules() {
		if _, err := fmt.Fprintf(s.Stdout, "%s (%s)\n  %s\n", r.Name(), settings.Current(r), r.About().In(s.lang)); err != nil {
			return fmt.Errorf("writing the rules: %w", err)
		}
	}
	return nil
}

// ruleObject is a rule for programs. Its names are part of the interface.
type ruleObject struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Setting  string `json:"setting"`
	About    string `json:"about"`
}
