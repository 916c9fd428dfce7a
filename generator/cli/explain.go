package cli

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	"growthportal/generator/build"
	"growthportal/generator/output"
)

// explain says in the user's language why a command failed, and which status that is.
func (s *session) explain(err error) (text string, status int) {
	var url *build.URLError
	var foreign *output.ForeignError
	var sources *output.SourcesError
	var memory *build.MemoryError
	var lock *output.StrangerError
	var nested *output.NestedError
	var late *output.LateError
	var listen *listenError
	switch {
	case errors.Is(err, build.ErrNoConfig):
		return s.say("noConfig", s.sourceFolder()), exitUsage
	case errors.As(err, &url):
		return s.say("badURL", url.Fault.Message(s.lang), url.Fault.HintText(s.lang)), exitUsage
	case errors.As(err, &foreign):
		if len(foreign.Paths) == 0 {
			return s.say("notFolder", foreign.Root), exitUsage
		}
		return s.say("foreign", foreign.Root, foreign.Paths[0]), exitUsage
	case errors.As(err, &sources):
		return s.say("sources", sources.Dest, sources.Source), exitUsage
	case errors.As(err, &nested):
		return s.say("nested", nested.Dest, nested.Tree), exitUsage
	case errors.As(err, &memory):
		return s.say("oddMemory", memory.Path), exitMachine
	case errors.As(err, &lock):
		return s.say("oddMemory", lock.Path), exitMachine
	case errors.Is(err, errWatched):
		return s.say("watched"), exitMachine
	case errors.Is(err, output.ErrLocked):
		return s.say("locked"), exitMachine
	case errors.Is(err, output.ErrNothingToRollBack):
		return s.say("nothingToRollBack"), exitUsage
	case errors.As(err, &listen):
		return listen.text, exitMachine
	case errors.As(err, &late) && late.Half:
		return s.say("half", late.Err), exitMachine
	case late != nil:
		return s.say("late", late.Err), exitMachine
	case errors.Is(err, syscall.ENOSPC):
		return s.say("diskFull", err), exitMachine
	case errors.Is(err, fs.ErrPermission):
		return s.say("noPermission", err), exitMachine
	case errors.Is(err, context.Canceled):
		return s.say("interrupted"), exitMachine
	}
	return s.say("failed", err), exitMachine
}
