package main_test

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// dependency is a module of somebody else.
type dependency struct {
	path, version, dir string
	direct             bool // go.mod names it for our own sake
	shipped            bool // it is part of the program
}

// The libraries that the program is made of are those of docs/dependencies.md, in the versions that go.mod pins, under licences that
// let anybody use and alter them, and none needs a compiler of C. "go test ./generator -run TestDependencies -update" writes the page.
func TestDependencies(t *testing.T) {
	list := dependencies(t)
	var b strings.Builder
	b.WriteString(dependenciesHead)
	for _, shipped := range []bool{true, false} {
		fmt.Fprintf(&b, "\n## %s\n\n| module | version | licence | |\n| --- | --- | --- | --- |\n", map[bool]string{true: "In the program", false: "For tests and tools alone"}[shipped])
		for _, d := range list {
			if d.shipped == shipped {
				fmt.Fprintf(&b, "| [%s](https://pkg.go.dev/%[1]s) | %s | %s | %s |\n", d.path, d.version, licence(t, d), map[bool]string{false: "needed by others"}[d.direct])
			}
		}
	}
	const page = "../docs/dependencies.md"
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(page, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(page); err != nil || string(got) != b.String() {
		t.Errorf("docs/dependencies.md is not what go.mod says (%v); \"go test ./generator -run TestDependencies -update\" writes it", err)
	}
}

const dependenciesHead = `# The libraries

What the program is made of beside Go itself and its standard library, and under which licence. Written by a test from go.mod and the
modules themselves, which also holds that each is under one of the licences MIT, BSD, Apache 2.0, ISC and MPL 2.0 and that none needs a
compiler of C; go.sum holds their bytes.
`

// dependencies are all modules that a package of ours needs, by path, on any of the systems that the program is made for.
func dependencies(t *testing.T) []dependency {
	t.Helper()
	all := map[string]dependency{}
	const format = "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}\t{{not .Indirect}}\t{{with .Replace}}replaced{{end}}{{end}}{{end}}"
	gather := func(shipped bool, system string, args ...string) {
		for line := range strings.Lines(goList(t, system, append([]string{"-deps", "-f", format}, args...)...)) {
			f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			if len(f) != 5 {
				continue
			}
			if f[1] == "" || f[4] != "" {
				t.Errorf("%s is not pinned to a version of its own", f[0])
			}
			d := all[f[0]]
			all[f[0]] = dependency{f[0], f[1], f[2], f[3] == "true", d.shipped || shipped}
		}
	}
	for _, system := range []string{"linux", "darwin", "windows"} {
		gather(true, system, "./generator")
	}
	gather(false, "linux", "-test", "./...", "honnef.co/go/tools/cmd/staticcheck")
	return slices.SortedFunc(maps.Values(all), func(a, b dependency) int { return cmp.Compare(a.path, b.path) })
}

// goList runs "go list" for a system, as for a machine with a compiler of C where that is asked for in the arguments.
func goList(t *testing.T, system string, args ...string) string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list"}, args...)...)
	cmd.Dir, cmd.Env = "..", append(os.Environ(), "GOOS="+system, "GOFLAGS=-mod=readonly")
	var said bytes.Buffer
	cmd.Stderr = &said
	list, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v: %s", err, said.String())
	}
	return string(list)
}

// licence tells a module's licence by what its text says that no other says.
func licence(t *testing.T, d dependency) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(d.dir, "[LlCc][IiOo][CcPp][EeYy][NnIi]*"))
	if err != nil || len(files) == 0 {
		t.Errorf("%s has no licence: %v", d.path, err)
		return "none"
	}
	found := map[string]bool{}
	for _, name := range files {
		content, err := os.ReadFile(name)
		if err != nil {
			continue // a folder
		}
		for _, l := range licencesIn(strings.Join(strings.Fields(string(content)), " ")) {
			found[l] = true
		}
	}
	if len(found) == 0 {
		t.Errorf("%s is under a licence that is none of those we take: %s", d.path, files)
		return "unknown"
	}
	return strings.Join(slices.Sorted(maps.Keys(found)), ", ")
}

// licencesIn names the licences that a text, with single spaces, grants; none where it grants one that we do not take.
func licencesIn(text string) (found []string) {
	has := func(words string) bool { return strings.Contains(text, words) }
	if has("GNU GENERAL PUBLIC LICENSE") || has("GNU AFFERO") || has("Server Side Public License") || has("Business Source License") {
		if !has("Mozilla Public License Version 2.0") { // which names them as what it may be combined with
			return nil
		}
	}
	if has("Permission is hereby granted, free of charge") {
		found = append(found, "MIT")
	}
	if has("Apache License") && has("Version 2.0") {
		found = append(found, "Apache-2.0")
	}
	if has("Mozilla Public License") && has("2.0") {
		found = append(found, "MPL-2.0")
	}
	if has("Permission to use, copy, modify, and/or distribute this software") || has("Permission to use, copy, modify, and distribute this software") {
		found = append(found, "ISC")
	}
	if has("Redistribution and use in source and binary forms") {
		if has("endorse or promote products") {
			found = append(found, "BSD-3-Clause")
		} else {
			found = append(found, "BSD-2-Clause")
		}
	}
	return found
}

// What tells licences apart takes none that it should not.
func TestLicences(t *testing.T) {
	for text, want := range map[string]string{
		"GNU GENERAL PUBLIC LICENSE Version 3":                                                      "",
		"All rights reserved.":                                                                      "",
		"Apache License Version 2.0, January 2004":                                                  "Apache-2.0",
		"Mozilla Public License Version 2.0 ... GNU GENERAL PUBLIC LICENSE":                         "MPL-2.0",
		"Redistribution and use in source and binary forms, with or without":                        "BSD-2-Clause",
		"Redistribution and use in source and binary forms ... to endorse or promote products from": "BSD-3-Clause",
	} {
		if got := strings.Join(licencesIn(text), ", "); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// No library needs a compiler of C: were one at hand, none but the standard library's own would use it.
func TestNoC(t *testing.T) {
	cmd := exec.Command("go", "list", "-deps", "-f", "{{if and (not .Standard) (or .CgoFiles .CFiles .CXXFiles .SwigFiles)}}{{.ImportPath}}{{end}}", ".")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=1")
	list, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if found := strings.TrimSpace(string(list)); found != "" {
		t.Errorf("these need C: %s", found)
	}
}
