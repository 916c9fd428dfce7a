package main_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// room is a package: what it imports of ours, of libraries, and of the standard library's ways out of the program.
type room struct {
	ours, libraries, out map[string]bool
	dir                  string
	files                []string
}

func newRoom() *room {
	return &room{ours: map[string]bool{}, libraries: map[string]bool{}, out: map[string]bool{}}
}

// The table in docs/architecture.md is the truth: every import that the code has stands in it, and nothing else does.
func TestImportsAreThoseOfTheTable(t *testing.T) {
	drawn, built := drawnRooms(t), builtRooms(t)
	for _, name := range slices.Sorted(maps.Keys(built)) {
		if drawn[name] == nil {
			t.Errorf("%s has no row in the table", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(drawn)) {
		code := built[name]
		if code == nil {
			t.Errorf("%s has a row and does not exist", name)
			continue
		}
		compareImports(t, name, "package", drawn[name].ours, code.ours)
		compareImports(t, name, "library", drawn[name].libraries, code.libraries)
		compareImports(t, name, "way out", drawn[name].out, code.out)
	}
}

func compareImports(t *testing.T, name, kind string, drawn, built map[string]bool) {
	t.Helper()
	for _, i := range slices.Sorted(maps.Keys(built)) {
		if !drawn[i] {
			t.Errorf("%s imports the %s %s, which its row does not allow", name, kind, i)
		}
	}
	for _, i := range slices.Sorted(maps.Keys(drawn)) {
		if !built[i] {
			t.Errorf("the row of %s has the %s %s, which is not imported", name, kind, i)
		}
	}
}

// The table itself keeps to the house's laws, so that nobody draws a forbidden picture and then builds it.
func TestFloorsAreSound(t *testing.T) {
	rooms := drawnRooms(t)
	for name, r := range rooms {
		for other := range r.ours {
			switch {
			case rooms[other] == nil:
				t.Errorf("%s imports %s, which has no row", name, other)
			case other == "build/memo" && name != "build":
				t.Errorf("%s imports build/memo: only build may", name)
			case inFolder(name, "render") && inFolder(other, "render") && !inFolder(name, other):
				t.Errorf("%s imports %s: renderers do not know one another", name, other)
			case inFolder(name, "dev") && inFolder(other, "build"):
				t.Errorf("%s imports %s", name, other)
			}
		}
		if slices.Contains([]string{"util", "utils", "common", "helpers", "helper", "base", "misc", "shared"}, path.Base(name)) {
			t.Errorf("%s: a room is named for what it holds", name)
		}
		if r.out["os"] && (inFolder(name, "read") || inFolder(name, "render") || name == "site") {
			t.Errorf("%s opens files: read/source is given a file system, and no other room reads", name)
		}
		if !isTool(name) && (r.out["os/exec"] || r.out["plugin"] || r.out["unsafe"]) {
			t.Errorf("%s runs programs or goes around the language", name)
		}
	}
}

// isTool tells whether a room is no part of the program, but what those who change it run. Nothing can import it: it is a
// command.
func isTool(name string) bool { return inFolder(name, "tools") }

func inFolder(name, folder string) bool { return name == folder || strings.HasPrefix(name, folder+"/") }

// Each floor stands on those below it: a room imports nothing of a floor above its own.
func TestFloorsStandOnOneAnother(t *testing.T) {
	floors := map[string]string{}
	for _, row := range tableRows(t) {
		floors[roomName(row)] = row[0]
	}
	for name, r := range drawnRooms(t) {
		for other := range r.ours {
			if floors[other] > floors[name] {
				t.Errorf("%s on floor %s imports %s on floor %s", name, floors[name], other, floors[other])
			}
		}
	}
}

// drawnRooms reads the table.
func drawnRooms(t *testing.T) map[string]*room {
	t.Helper()
	rooms := map[string]*room{}
	for _, row := range tableRows(t) {
		r := newRoom()
		for i, set := range []map[string]bool{r.ours, r.libraries, r.out} {
			for name := range strings.FieldsFuncSeq(row[3+i], func(c rune) bool { return c == ',' || c == ' ' }) {
				set[name] = true
			}
		}
		if rooms[roomName(row)] != nil {
			t.Errorf("%s has two rows", roomName(row))
		}
		rooms[roomName(row)] = r
	}
	if len(rooms) < 10 {
		t.Fatalf("the table has only %d rows", len(rooms))
	}
	return rooms
}

func roomName(row []string) string { return strings.Trim(row[1], "`") }

// tableRows are the rows of the table whose first column is called floor.
func tableRows(t *testing.T) [][]string {
	t.Helper()
	content, err := os.ReadFile("../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	inTable := false
	for line := range strings.Lines(string(content)) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		switch {
		case len(cells) == 6 && cells[0] == "floor":
			inTable = true
		case len(cells) != 6:
			inTable = false
		case inTable && cells[0] != "---":
			rows = append(rows, cells)
		}
	}
	return rows
}

// builtRooms asks Go what every package imports, on each system that the program is made for.
func builtRooms(t *testing.T) map[string]*room {
	t.Helper()
	rooms := map[string]*room{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		cmd := exec.Command("go", "list", "-json=ImportPath,Dir,GoFiles,Imports", "./...")
		cmd.Dir = ".."
		cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=0")
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("go list: %v", err)
		}
		for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
			var p struct {
				ImportPath, Dir  string
				GoFiles, Imports []string
			}
			if err := d.Decode(&p); err != nil {
				t.Fatal(err)
			}
			name := shortName(p.ImportPath)
			if rooms[name] == nil {
				rooms[name] = newRoom()
			}
			r := rooms[name]
			r.dir = p.Dir
			for _, f := range p.GoFiles {
				if !slices.Contains(r.files, f) {
					r.files = append(r.files, f)
				}
			}
			r.add(p.Imports)
		}
	}
	return rooms
}

func (r *room) add(imports []string) {
	for _, i := range imports {
		first, rest, _ := strings.Cut(i, "/")
		switch {
		case first == "growthportal":
			r.ours[shortName(i)] = true
		case strings.Contains(first, "."):
			r.libraries[libraryName(i)] = true
		case slices.Contains([]string{"os", "net", "syscall", "unsafe", "plugin"}, first):
			r.out[wayOut(first, rest)] = true
		}
	}
	delete(r.out, "") // net/url and its like only read words
}

func wayOut(first, rest string) string {
	switch {
	case first == "net" && slices.Contains([]string{"url", "mail", "netip", "textproto"}, rest):
		return ""
	case first == "os" && rest == "signal":
		return "os"
	case rest == "":
		return first
	}
	return first + "/" + rest
}

// shortName is a package as the table calls it: its path below generator/.
func shortName(importPath string) string {
	name := strings.TrimPrefix(importPath, "growthportal/")
	if name == "generator" {
		return "main"
	}
	return strings.TrimPrefix(name, "generator/")
}

// libraryName is what the table calls a library: x/text, goldmark, yaml.v3.
func libraryName(importPath string) string {
	parts := strings.Split(importPath, "/")
	if parts[0] == "golang.org" {
		return path.Join(parts[1:3]...)
	}
	if parts[0] == "github.com" {
		return parts[2]
	}
	return fmt.Sprint(parts[1])
}
