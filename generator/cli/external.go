package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"growthportal/generator/build"
	"growthportal/generator/check/external"
)

// The bounds of one try of links to other sites.
const (
	linkTimeout = 20 * time.Second // for each request
	linkDelay   = time.Second      // between requests to a host
	linksAtMost = 2000
	linkHosts   = 8 // asked at a time
	linksTime   = 15 * time.Minute
	linksMemory = "links.json" // in the memory's folder
)

// tryLinks tries the links to other sites, and keeps what was learnt in the memory's folder.
func (s *session) tryLinks(plan *build.Plan, src *siteFolder) (external.Report, error) {
	folder, err := build.MemoryFolder(src.dir)
	if err != nil {
		return external.Report{}, err
	}
	file := filepath.Join(folder, linksMemory)
	content, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return external.Report{}, fmt.Errorf("reading what is known of links: %w", err)
	}
	memory := external.Recall(content)
	ctx, cancel := context.WithTimeout(s.ctx, linksTime)
	defer cancel()
	report := external.Try(ctx, external.Links(plan.Documents, plan.Now), memory, external.Options{
		Client: &http.Client{Timeout: linkTimeout}, Agent: "growthportal/" + versionNumber + " (+" + plan.Config.URL.String() + ")",
		Now: s.Clock(), Pause: pause, Delay: linkDelay, Most: linksAtMost, Hosts: linkHosts,
	})
	if s.ctx.Err() != nil {
		return report, context.Cause(s.ctx)
	}
	if err := replaceFile(file, memory.Keep(s.Clock())); err != nil {
		return report, fmt.Errorf("keeping what is known of links: %w", err)
	}
	return report, nil
}

// pause waits, or ends with ctx.
func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// replaceFile puts a file in the place of another at once.
func replaceFile(file string, content []byte) error {
	temp, err := os.CreateTemp(filepath.Dir(file), filepath.Base(file)+".*")
	if err != nil {
		return err
	}
	_, err = temp.Write(content)
	if closeErr := temp.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Rename(temp.Name(), file)
	}
	if err != nil {
		_ = os.Remove(temp.Name()) // what matters has been told
	}
	return err
}
