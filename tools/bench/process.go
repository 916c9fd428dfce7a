package main

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"time"
)

// cost is what one process took.
type cost struct {
	wall   time.Duration
	cpu    time.Duration // user and system
	memory int64         // resident at its peak, in bytes; 0 where the system does not tell
	others float64       // processors that everything else used meanwhile; below 0 where the system does not tell
}

// run measures one process from its start to its end. What it says of its failure is in the error.
func run(ctx context.Context, dir string, argv []string, env []string) (cost, error) {
	var said bytes.Buffer
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	cmd.Dir, cmd.Env, cmd.Stderr = dir, env, &said
	before, start := busy(), time.Now()
	err := cmd.Run()
	c := cost{wall: time.Since(start), others: -1}
	if err != nil {
		return c, fmt.Errorf("running %q: %w: %s", argv, err, bytes.TrimSpace(said.Bytes()))
	}
	c.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	c.memory = peak(cmd.ProcessState)
	if after := busy(); before >= 0 && after >= 0 {
		c.others = max(0, (after-before-c.cpu).Seconds()/c.wall.Seconds())
	}
	return c, nil
}
