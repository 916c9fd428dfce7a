package cli

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"growthportal/generator/build"
	"growthportal/generator/diag"
	"growthportal/generator/output"
	"growthportal/generator/site"
)

type buildCommand struct {
	Destination string `help:"${destination}" placeholder:"DIR"`
	URL         string `help:"${url}" placeholder:"URL" name:"url"`
	Drafts      bool   `help:"${drafts}"`
	Future      bool   `help:"${future}"`
	Expired     bool   `help:"${expired}"`
	Clean       bool   `help:"${clean}"`
	Verify      bool   `help:"${verify}"`
	Stats       bool   `help:"${stats}"`
	Strict      bool   `help:"${strict}"`
	Replace     bool   `help:"${replace}"`
	Watch       bool   `help:"${watch}"`
	Poll        bool   `help:"${poll}"`
	Jobs        int    `help:"${jobs}" placeholder:"N" default:"0"`
}

// lockWait is how long a build waits for another one of the same site.
const lockWait = 10 * time.Second

// Run builds and publishes.
func (c *buildCommand) Run(s *session) error {
	if c.Jobs < 0 {
		return &usageError{s.say("badJobs")}
	}
	if c.Watch && s.args.Format == formatSARIF {
		return &usageError{s.say("sarifWatch")}
	}
	if c.Poll && !c.Watch {
		return &usageError{s.say("pollAlone")}
	}
	src, err := s.openSite()
	if err != nil {
		return err
	}
	defer src.close()
	if c.Watch {
		return c.watch(s, src)
	}
	start := s.Clock()
	pace := s.pace(roomToBuild)
	defer pace.stop()
	plan, err := c.build(s, src, builds{expect: pace.expect})
	if plan != nil {
		if found := c.settle(s, plan); err == nil {
			err = found
		}
	}
	if errors.Is(err, errContent) && !s.forPrograms() {
		s.complain(s.say("notPublished"))
	}
	if err != nil {
		return err
	}
	c.tell(s, plan, s.Clock().Sub(start))
	return nil
}

// builds are those that the process has made before.
type builds struct {
	kept  *build.Kept // what it keeps of them, which then stands for what the memory is not asked; nil for none
	named []string    // the only files that may have changed since; nil: any may have
	// expect hears how many content files there are; nil for nobody.
	expect func(documents int)
}

// build builds the site and publishes it, where nothing is wrong, and keeps what was learnt either way. What is wrong is in
// the plan.
func (c *buildCommand) build(s *session, src *siteFolder, before builds) (*build.Plan, error) {
	release, err := src.lock(s.ctx)
	if err != nil {
		return nil, err
	}
	defer release()
	dest, err := src.destination(c.Destination)
	if err != nil {
		return nil, err
	}
	recall, err := src.recall(dest, c.Clean)
	if err != nil {
		return nil, err
	}
	s.tellForgetful(src)
	defer recall.Close()
	req := s.request(src)
	req.URL, req.Strict, req.Jobs, req.Recall, req.Clock = c.URL, c.Strict, c.Jobs, recall, s.Clock
	req.Kept, req.Named, req.Expect = before.kept, before.named, before.expect
	req.Identity, req.Reread = identity(), c.Verify
	req.Show = site.Show{Drafts: c.Drafts, Future: c.Future, Expired: c.Expired}
	pub := build.Publication{
		Destination: dest, Sources: src.dir, Replace: c.Replace, Verify: c.Verify, Jobs: c.Jobs, Recall: recall, Clock: s.Clock, Notice: s.notice, Last: before.kept == nil,
	}
	if plan, err := build.Standing(s.ctx, &req, pub); plan != nil || err != nil {
		s.speak(plan)
		return plan, err
	}
	plan, err := c.publish(s, req, pub)
	failed := err != nil || plan.Failed()
	keepErr := recall.Keep(failed || before.kept != nil)
	if isReadOnly(keepErr) {
		src.forgets, keepErr = keepErr, nil
		s.tellForgetful(src)
	}
	if err == nil && keepErr != nil {
		err = keepErr
		if !failed {
			err = &output.LateError{Err: keepErr}
		}
	}
	if err == nil && !failed && c.Verify {
		err = c.verify(s, req, pub)
	}
	return plan, err
}

// publish makes the site and publishes it, where nothing is wrong with it.
func (c *buildCommand) publish(s *session, req build.Request, pub build.Publication) (*build.Plan, error) {
	plan, err := build.Make(s.ctx, req)
	if err != nil {
		return nil, err
	}
	s.speak(plan)
	if plan.Failed() {
		return plan, nil
	}
	release, err := output.LockDestination(s.ctx, pub.Destination, pub.Sources, lockWait)
	if err != nil {
		return nil, err
	}
	defer release()
	told := s.newProgress()
	defer told.end()
	pub.Progress = told.step
	return plan, build.Publish(s.ctx, plan, pub)
}

// settle shows what is wrong; the error is errContent where that has kept the site from being published.
func (c *buildCommand) settle(s *session, plan *build.Plan) error {
	if err := s.show(plan.Diagnostics); err != nil {
		return err
	}
	if plan.Failed() {
		return errContent
	}
	return nil
}

// tell says what has been published.
func (c *buildCommand) tell(s *session, plan *build.Plan, took time.Duration) {
	s.summary(plan, took)
	if c.Stats {
		s.stats(plan, took)
	}
}

// verify compares what was published with a build from nothing.
func (c *buildCommand) verify(s *session, req build.Request, pub build.Publication) error {
	differences, err := build.Verify(s.ctx, req, pub)
	if err != nil {
		return err
	}
	for _, d := range differences {
		fmt.Fprintln(s.Stderr, d.String())
	}
	if len(differences) > 0 {
		s.complain(s.say("different", len(differences)))
		return errDifferent
	}
	return nil
}

// show prints diagnostics: for people to standard error, for programs to standard output.
func (s *session) show(list []diag.Diagnostic) error {
	switch s.args.Format {
	case formatJSON:
		return diag.WriteJSON(s.Stdout, list, s.lang)
	case formatGitHub:
		return diag.WriteGitHub(s.Stdout, list, s.lang, s.fromHere())
	case formatSARIF:
		return diag.WriteSARIF(s.Stdout, list, s.lang, s.fromHere(), diag.Tool{Name: "growthportal", Version: versionNumber})
	}
	return diag.WriteText(s.Stderr, list, diag.TextStyle{Lang: s.lang, Color: s.colored(s.Stderr)})
}

// summary is the one calm line that says what a build did.
func (s *session) summary(plan *build.Plan, took time.Duration) {
	if s.forPrograms() {
		return
	}
	var fresh, changed, gone int
	for _, d := range plan.Stats.Changes {
		switch {
		case d.Before == nil:
			fresh++
		case d.After == nil:
			gone++
		default:
			changed++
		}
	}
	total := plan.Stats.Kept + plan.Stats.Made
	if fresh+changed+gone == 0 {
		fmt.Fprintln(s.Stdout, s.say("unchanged", total, s.seconds(took)))
		return
	}
	fmt.Fprintln(s.Stdout, s.say("published", total, fresh, changed, gone, s.seconds(took)))
}

func (s *session) seconds(d time.Duration) string {
	text := fmt.Sprintf("%.2f", d.Seconds())
	if s.lang == "sv" {
		return text[:len(text)-3] + "," + text[len(text)-2:]
	}
	return text
}

// stats prints what each stage did, to standard error.
func (s *session) stats(plan *build.Plan, took time.Duration) {
	st := plan.Stats
	fmt.Fprintln(s.Stderr, s.say("stats", st.Documents, st.Recalled, st.Made, st.Kept, s.seconds(took)))
	for _, stage := range st.Stages {
		fmt.Fprintf(s.Stderr, "  %-12s %8.1f ms\n", stage.Name, float64(stage.Took.Microseconds())/1000)
	}
	named := map[string]int{}
	name := func(what, path string) {
		if named[what]++; named[what] <= mostNamed {
			fmt.Fprintf(s.Stderr, "  %-16s %s\n", what, path)
		}
	}
	for _, file := range st.Sources {
		name(s.say("because-source"), file)
	}
	for _, m := range st.Reasons {
		name(s.say("because-"+string(m.Why)), string(m.Path))
	}
	for _, what := range slices.Sorted(maps.Keys(named)) {
		if more := named[what] - mostNamed; more > 0 {
			fmt.Fprintf(s.Stderr, "  %-16s %s\n", what, s.say("because-more", more))
		}
	}
}

// mostNamed is how many files of a kind are named.
const mostNamed = 200

// notice tells what is out of the ordinary about the destination.
func (s *session) notice(n output.Notice) {
	fmt.Fprintf(s.Stderr, "growthportal: %s\n", s.say("notice-"+noticeNames[n]))
}

var noticeNames = map[output.Notice]string{
	output.NoticeInPlace: "in-place", output.NoticeCopies: "copies", output.NoticeFinished: "finished",
	output.NoticeDamaged: "damaged", output.NoticeAltered: "altered",
}

// request is what all commands that read the sources ask for.
func (s *session) request(src *siteFolder) build.Request {
	return build.Request{Source: src.sources(), Themes: s.Themes, Now: s.instant, Program: program()}
}
