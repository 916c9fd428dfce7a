package cli

import (
	"fmt"

	"growthportal/generator/output"
)

type rollbackCommand struct {
	Destination string `help:"${destination}" placeholder:"DIR"`
}

// Run lets public/ and the version before change places.
func (c *rollbackCommand) Run(s *session) error {
	src, err := s.openSite()
	if err != nil {
		return err
	}
	defer src.close()
	release, err := src.lock(s.ctx)
	if err != nil {
		return err
	}
	defer release()
	dest, err := src.destination(c.Destination)
	if err != nil {
		return err
	}
	release, err = output.LockDestination(s.ctx, dest, src.dir, lockWait)
	if err != nil {
		return err
	}
	defer release()
	tree, err := output.Open(s.ctx, dest, output.Options{Sources: src.dir, Replace: true, Notice: s.notice})
	if err != nil {
		return err
	}
	if err := tree.Rollback(s.ctx); err != nil {
		return err
	}
	fmt.Fprintln(s.Stdout, s.say("rolledBack"))
	return nil
}
