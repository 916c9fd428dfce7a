package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"growthportal/generator/build"
	"growthportal/generator/locale"
	"growthportal/generator/newitem"
)

type newCommand struct {
	Type   string   `arg:"" help:"${newType}" placeholder:"TYPE"`
	Title  []string `arg:"" help:"${newTitle}" placeholder:"TITLE"`
	Lang   string   `help:"${newLang}" placeholder:"sv|en"`
	Of     string   `help:"${newOf}" placeholder:"ITEM"`
	Folder bool     `help:"${newFolder}"`
	Below  string   `help:"${newBelow}" placeholder:"FOLDER"`
}

// Run writes a new item and prints its path.
func (c *newCommand) Run(s *session) error {
	title := strings.Join(strings.Fields(strings.Join(c.Title, " ")), " ")
	if title == "" || strings.ContainsFunc(title, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return &usageError{s.say("new-no-name", title)}
	}
	src, err := s.openSite()
	if err != nil {
		return err
	}
	defer src.close()
	plan, err := s.look(src, build.Request{})
	if err != nil {
		return err
	}
	day := plan.Now.In(plan.Config.Location)
	file, err := newitem.Make(newitem.Site{
		Config: plan.Config, Types: plan.Theme.Types, Roles: plan.Theme.Roles, Documents: plan.Documents, Read: plan.Sources.Read,
		Today: locale.DateOf(day),
	}, newitem.Wish{
		Kind: c.Type, Title: title, Lang: locale.Lang(c.Lang), Of: c.Of, Folder: c.Folder, Below: c.Below, Speech: s.lang,
	})
	var wrong *newitem.Error
	if errors.As(err, &wrong) {
		return &usageError{s.refusal(wrong)}
	}
	if err != nil {
		return err
	}
	if err := src.create(file.Path, file.Content); errors.Is(err, fs.ErrExist) {
		return &usageError{s.say("new-exists", file.Path)}
	} else if err != nil {
		return fmt.Errorf("writing the new item: %w", err)
	}
	return s.tellPath(file.Path)
}

// refusal says why there can be no such item.
func (s *session) refusal(e *newitem.Error) string {
	args := make([]any, len(e.Args))
	for i, a := range e.Args {
		args[i] = a
	}
	text := s.say("new-"+string(e.Fault), args...)
	if e.Near != "" {
		text += s.say("misuse-meant", e.Near)
	}
	return text
}

// tellPath prints the path of a file of the site as it is seen from the working folder.
func (s *session) tellPath(name string) error {
	shown := filepath.Join(s.args.Source, filepath.FromSlash(name))
	if s.args.Format == "json" {
		return writeJSON(s.Stdout, struct {
			File string `json:"file"`
		}{name})
	}
	_, err := fmt.Fprintln(s.Stdout, shown)
	return err
}

// look plans the site as far as its config and theme allow, for a command that tells of it or adds to it. Where they do not, what
// is wrong has been shown, and the error is errContent.
func (s *session) look(src *siteFolder, more build.Request) (*build.Plan, error) {
	if err := src.mustBeSite(); err != nil {
		return nil, err
	}
	req := s.request(src)
	req.Show = more.Show
	recall, err := build.Peek(src.dir, program())
	if err == nil {
		req.Recall = recall
		defer recall.Close()
	}
	plan, err := build.Make(s.ctx, req)
	if err != nil {
		return nil, err
	}
	s.speak(plan)
	if plan.Site == nil {
		if err := s.show(plan.Diagnostics); err != nil {
			return nil, err
		}
		return nil, errContent
	}
	return plan, nil
}

// create writes a file of the site that must not exist yet. Nothing outside the site's folder can be reached.
func (f *siteFolder) create(name string, content []byte) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := f.root.MkdirAll(filepath.FromSlash(path.Dir(name)), 0o755); err != nil {
		return err
	}
	file, err := f.root.OpenFile(filepath.FromSlash(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if _, err = file.Write(content); err != nil {
		_ = file.Close()
		return err
	}
	return file.Close()
}
