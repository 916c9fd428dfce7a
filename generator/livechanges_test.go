package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func (s *sources) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

func (s *sources) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

func (s *sources) text(name string) string {
	s.Helper()
	content, err := os.ReadFile(s.path(name))
	s.must(err)
	return string(content)
}

// write saves a file in place.
func (s *sources) write(name, text string) {
	s.Helper()
	s.must(os.MkdirAll(filepath.Dir(s.path(name)), 0o755))
	s.must(os.WriteFile(s.path(name), []byte(text), 0o644))
}

// exchange saves a file as Vim and Word do: under another name, which then takes the place of the old.
func (s *sources) exchange(name, text string) {
	s.Helper()
	s.must(os.MkdirAll(filepath.Dir(s.path(name)), 0o755))
	beside := filepath.Join(filepath.Dir(s.path(name)), "~$new.tmp")
	s.must(os.WriteFile(beside, []byte(text), 0o644))
	s.must(os.Rename(beside, s.path(name)))
}

// halves saves a file in two goes.
func (s *sources) halves(name, text string) {
	s.Helper()
	s.must(os.MkdirAll(filepath.Dir(s.path(name)), 0o755))
	f, err := os.Create(s.path(name))
	s.must(err)
	_, err = f.WriteString(text[:len(text)/2])
	s.must(err)
	_, err = f.WriteString(text[len(text)/2:])
	s.must(err)
	s.must(f.Close())
}

// save saves a file in one of these ways.
func (s *sources) save(name, text string) {
	s.Helper()
	[]func(string, string){s.write, s.exchange, s.halves}[s.rand.IntN(3)](name, text)
}

// items are the releases that the changes have made.
func (s *sources) items() []string {
	var list []string
	s.must(filepath.WalkDir(s.path("content/press"), func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasPrefix(d.Name(), "nr-") {
			rel, _ := filepath.Rel(s.dir, path)
			list = append(list, filepath.ToSlash(rel))
		}
		return err
	}))
	slices.Sort(list)
	return list
}

// item is one of them, or "" where there is none.
func (s *sources) item() string {
	list := s.items()
	if len(list) == 0 {
		return ""
	}
	return list[s.rand.IntN(len(list))]
}

func (s *sources) release() string {
	extra := []string{"", "draft: true\n", "topics: naringsliv\n", "contacts: asa-provare\n", "expires: 2026-02-01\n", "pinned: 2099-01-01\n"}[s.rand.IntN(6)]
	return fmt.Sprintf("---\ntitle: Nummer %d\ndate: 2026-0%d-11\n%s---\nText %d.\n", s.count, 1+s.rand.IntN(9), extra, s.rand.IntN(1000))
}

// change changes something, in one of the ways in which people and their programs do.
func (s *sources) change() {
	s.Helper()
	s.count++
	kinds := []struct {
		name string
		do   func() string
	}{
		{"edit", s.edit}, {"edit", s.edit}, {"edit", s.edit}, {"new", s.add}, {"new", s.add}, {"new folders", s.addDeep},
		{"move", s.move}, {"rename folder", s.renameFolder}, {"remove", s.remove}, {"remove folder", s.removeFolder},
		{"static", s.static}, {"attachment", s.attachment}, {"config", s.config}, {"style", s.style}, {"template", s.template},
		{"break", s.breakSomething}, {"mend", s.mend}, {"mend", s.mend}, {"branch", s.branch}, {"noise", s.noise},
	}
	kind := kinds[s.rand.IntN(len(kinds))]
	s.done = append(s.done, kind.name+" "+kind.do())
}

func (s *sources) edit() string {
	name := s.item()
	if name == "" {
		return ""
	}
	if info, err := os.Stat(s.path(name)); err != nil || info.IsDir() {
		name += "/index.md"
	}
	s.save(name, s.release())
	return name
}

func (s *sources) add() string {
	name := fmt.Sprintf("content/press/nr-%d.md", s.count)
	s.save(name, s.release())
	return name
}

// addDeep makes folders in one go, and a file in the innermost.
func (s *sources) addDeep() string {
	name := fmt.Sprintf("content/press/a%d/b/c/nr-%d/index.md", s.rand.IntN(3), s.count)
	s.save(name, s.release())
	return name
}

func (s *sources) move() string {
	name := s.item()
	if name == "" {
		return ""
	}
	to := fmt.Sprintf("content/press/flyttat-%d/nr-%d%s", s.rand.IntN(3), s.count, filepath.Ext(name))
	s.must(os.MkdirAll(filepath.Dir(s.path(to)), 0o755))
	s.must(os.Rename(s.path(name), s.path(to)))
	return name + " " + to
}

func (s *sources) renameFolder() string {
	folders, err := filepath.Glob(s.path("content/press/*/"))
	s.must(err)
	if len(folders) == 0 {
		return ""
	}
	from := folders[s.rand.IntN(len(folders))]
	if info, err := os.Stat(from); err != nil || !info.IsDir() {
		return ""
	}
	to := s.path(fmt.Sprintf("content/press/omdopt-%d", s.count))
	s.must(os.Rename(from, to))
	return from + " " + to
}

func (s *sources) remove() string {
	name := s.item()
	if name != "" {
		s.must(os.RemoveAll(s.path(name)))
	}
	return name
}

func (s *sources) removeFolder() string {
	folders, err := filepath.Glob(s.path("content/press/a*"))
	s.must(err)
	if len(folders) > 0 {
		s.must(os.RemoveAll(folders[0]))
	}
	return strings.Join(folders, " ")
}

func (s *sources) static() string {
	name := fmt.Sprintf("content/static/.well-known/x%d.txt", s.rand.IntN(3))
	s.save(name, fmt.Sprint(s.count))
	return name
}

func (s *sources) attachment() string {
	folder := fmt.Sprintf("content/press/nr-%d", 1000+s.rand.IntN(3))
	s.save(folder+"/bilaga.txt", fmt.Sprintf("bilaga %d\n", s.count))
	s.save(folder+"/index.md", fmt.Sprintf("---\ntitle: Med bilaga\ndate: 2026-02-0%d\nattachments: bilaga.txt\n---\n", 1+s.rand.IntN(9)))
	return folder
}

func (s *sources) config() string {
	text := s.text("config.yaml")
	from := strings.Index(text, "title: {")
	to := from + strings.IndexByte(text[from:], '\n')
	s.save("config.yaml", text[:from]+fmt.Sprintf("title: {sv: Portalen %d, en: The portal}", s.count)+text[to:])
	return ""
}

func (s *sources) style() string {
	s.save("themes/mine/assets/site.css", fmt.Sprintf("body { margin: %dpx }\n", s.count))
	return ""
}

func (s *sources) template() string {
	s.save("themes/mine/parts/preview.html", fmt.Sprintf("<p>Mall %d</p>\n", s.count))
	return ""
}

// breakSomething makes an error in content, config or theme.
func (s *sources) breakSomething() string {
	name := []string{"content/press/fel.md", "themes/mine/parts/fel.html", "content/data/fel.yaml"}[s.rand.IntN(3)]
	s.save(name, "---\ntitel: {{fel\n")
	return name
}

func (s *sources) mend() string {
	for _, name := range []string{"content/press/fel.md", "themes/mine/parts/fel.html", "content/data/fel.yaml"} {
		s.must(os.RemoveAll(s.path(name)))
	}
	return ""
}

// branch changes many files at once, as switching to another branch does.
func (s *sources) branch() string {
	for i := range 40 {
		name := fmt.Sprintf("content/press/gren/nr-%d.md", 2000+i)
		if s.rand.IntN(3) == 0 {
			s.must(os.RemoveAll(s.path(name)))
		} else {
			s.write(name, s.release())
		}
	}
	return ""
}

// noise is what editors leave beside the files, and what changes nothing.
func (s *sources) noise() string {
	s.save("content/press/.nr-1.md.swp", fmt.Sprint(s.count))
	s.save("content/press/nr-1.md~", fmt.Sprint(s.count))
	s.save("content/_utkast/x.md", fmt.Sprint(s.count))
	if name := s.item(); name != "" {
		s.must(os.Chmod(s.path(name), 0o755))
	}
	return ""
}
