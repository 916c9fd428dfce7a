package main

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"growthportal/generator/build"
	"growthportal/generator/check"
	"growthportal/generator/cli"
	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/read/config"
	"growthportal/generator/read/document"
	"growthportal/generator/read/yaml"
	"growthportal/themes"
)

// schemas are those of the sample portal, ready to validate with, by name.
func schemas(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	out, status := called("schema", "--source", "..")
	var all map[string]any
	if err := json.Unmarshal([]byte(out), &all); err != nil || status != 0 {
		t.Fatalf("schema: %d %v\n%s", status, err, out)
	}
	compiled := map[string]*jsonschema.Schema{}
	for name, text := range all {
		c := jsonschema.NewCompiler()
		if err := c.AddResource(name+".json", text); err != nil {
			t.Fatal(name, err)
		}
		s, err := c.Compile(name + ".json")
		if err != nil {
			t.Fatalf("%s is no JSON Schema: %v", name, err)
		}
		compiled[name] = s
	}
	return compiled
}

var numberForm = regexp.MustCompile(`^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`)

// asEditor is a value as an editor takes it: by the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema).
func asEditor(n *yaml.Node) any {
	switch n.Kind {
	case yaml.Mapping:
		m := map[string]any{}
		for _, p := range n.Pairs {
			m[p.Key] = asEditor(p.Value)
		}
		return m
	case yaml.Sequence:
		list := []any{}
		for _, item := range n.Items {
			list = append(list, asEditor(item))
		}
		return list
	case yaml.Null:
		return nil
	}
	switch low := strings.ToLower(n.Text); {
	case n.Quoted:
	case low == "true" || low == "false":
		return low == "true"
	case numberForm.MatchString(n.Text):
		if f, err := strconv.ParseFloat(n.Text, 64); err == nil {
			return f
		}
	}
	return n.Text
}

func samplePlan(t *testing.T) *build.Plan {
	t.Helper()
	plan, err := build.Make(context.Background(), build.Request{
		Source: os.DirFS(".."), Themes: themes.FS(), Program: "test",
		Now: func(loc *time.Location) (time.Time, error) { return time.Date(2026, 12, 1, 12, 0, 0, 0, loc), nil },
	})
	if err != nil || plan.Failed() {
		t.Fatal(err, plan)
	}
	return plan
}

// frontMatter is what stands between the fences.
func frontMatter(content string) string {
	content = strings.ReplaceAll(content, "\r\n", "\n")
	_, rest, _ := strings.Cut(content, "---\n")
	front, _, _ := strings.Cut(rest, "\n---")
	return front
}

// The front matter of every sample item, and the sample's config.yaml, are right by their schemas.
func TestSamplesFollowTheirSchemas(t *testing.T) {
	all, plan := schemas(t), samplePlan(t)
	for _, doc := range plan.Documents {
		content, err := plan.Sources.Read(doc.Path)
		if err != nil {
			t.Fatal(err)
		}
		node, _ := yaml.Parse(doc.Path, []byte(frontMatter(string(content))), 2)
		if err := all[doc.Type.Name].Validate(asEditor(node)); err != nil {
			t.Errorf("%s: %v", doc.Path, err)
		}
	}
	content, err := plan.Sources.Read("config.yaml")
	if err != nil {
		t.Fatal(err)
	}
	node, _ := yaml.Parse("config.yaml", content, 1)
	if err := all["config"].Validate(asEditor(node)); err != nil {
		t.Error(err)
	}
}

// What a schema says of front matter the generator says as well: right and wrong alike.
func TestSchemasAgreeWithTheReader(t *testing.T) {
	all, plan := schemas(t), samplePlan(t)
	reader := &document.Reader{Languages: plan.Config.Languages, Location: plan.Config.Location, Shelves: map[string]document.Shelf{}}
	for name, kind := range plan.Theme.Types {
		reader.Shelves[name] = document.Shelf{Type: kind}
	}
	for _, c := range []struct{ kind, front string }{
		{"press-release", "title: 2026"}, {"press-release", "title: true"}, {"press-release", "title: null"}, {"press-release", "title:"},
		{"press-release", "title: ''"}, {"press-release", "title: [a]"}, {"press-release", "title: {sv: a}"}, {"press-release", "summary: text"},
		{"press-release", "title: a\nttile: b"}, {"press-release", "title: a\ntags: b"}, {"press-release", "title: a\nlevel: info"},
		{"press-release", "title: a\ndraft: true"}, {"press-release", "title: a\ndraft: ja"}, {"press-release", "title: a\ndraft: 'true'"},
		{"press-release", "title: a\ndraft: yes"}, {"press-release", "title: a\ndraft:"}, {"press-release", "title: a\ntypography: false"},
		{"press-release", "title: a\ndate: 2026-12-01"}, {"press-release", "title: a\ndate: 2026-12-01 07:00"},
		{"press-release", "title: a\ndate: 2026-12-01T07:00:00+01:00"}, {"press-release", "title: a\ndate: 2026-12-01T07:00:00Z"},
		{"press-release", "title: a\ndate: '2026-12-01'"}, {"press-release", "title: a\ndate: 2026-1-5"}, {"press-release", "title: a\ndate: 01/02/2026"},
		{"press-release", "title: a\ndate: 2026-13-01"}, {"press-release", "title: a\ndate: soon"}, {"press-release", "title: a\ndate: 2026"},
		{"press-release", "title: a\ndate: [2026-12-01]"}, {"press-release", "title: a\nexpires: 2026-12-01 kl 7"},
		{"press-release", "title: a\nslug: fin"}, {"press-release", "title: a\ntopics: energi"}, {"press-release", "title: a\ntopics: [energi, nytt]"},
		{"press-release", "title: a\ntopics:"}, {"press-release", "title: a\ntopics: {a: b}"}, {"press-release", "title: a\ntopics: [{a: b}]"},
		{"press-release", "title: a\ncontacts: people/asa"}, {"press-release", "title: a\npublisher: [a]"}, {"press-release", "title: a\npublisher: ''"},
		{"press-release", "title: a\nimage: {file: a.jpg, alt: ''}"}, {"press-release", "title: a\nimage: {file: a.jpg}"},
		{"press-release", "title: a\nimage: a.jpg"}, {"press-release", "title: a\nimage: {file: a.jpg, alt: b, text: c}"},
		{"press-release", "title: a\nattachments: a.pdf"}, {"press-release", "title: a\nattachments: [a.pdf, {file: b.pdf, title: B}]"},
		{"press-release", "title: a\nattachments: {title: B}"}, {"press-release", "title: a\nattachments: [{file: b.pdf, alt: B}]"},
		{"press-release", "title: a\nchanges: {date: 2026-12-01, note: b}"}, {"press-release", "title: a\nchanges: [{date: 2026-12-01}]"},
		{"press-release", "title: a\nchanges: b"}, {"press-release", "title: a\nwithdrawn: {date: 2026-12-01, reason: b}"},
		{"press-release", "title: a\nwithdrawn: true"}, {"press-release", "title: a\nreview: {date: 2027-01-01, owner: b}"},
		{"press-release", "title: a\nreview: {owner: b}"}, {"press-release", "title: a\nsilence: {lix: därför}"},
		{"press-release", "title: a\nsilence: [lix]"}, {"press-release", "title: a\nsilence: {lix: }"}, {"press-release", "title: a\ncase: [b]"},
		{"press-release", "- a"},
		{"event", "title: a\nstart: 2026-12-03 07:30"}, {"event", "title: a"}, {"event", "title: a\nstart: imorgon"},
		{"event", "title: a\nstart: 2026-12-03 07:30\nend:"}, {"event", "title: a\nstart: 2026-12-03\nplace: 12"},
		{"alert", "title: a\nexpires: 2027-01-01\nlevel: info"}, {"alert", "title: a\nexpires: 2027-01-01\nlevel: röd"},
		{"alert", "title: a\nlevel: info"}, {"alert", "title: a\nexpires: 2027-01-01\nlevel: [info]"},
		{"chief-report", "title: a\nauthors: b\nperiod: 2026-10"}, {"chief-report", "title: a\nauthors: b\nperiod: 2026"},
		{"chief-report", "title: a\nauthors: b\nperiod: 2026-Q3"}, {"chief-report", "title: a\nauthors: b\nperiod: 2026-Q5"},
		{"chief-report", "title: a\nauthors: b\nperiod: hösten"}, {"chief-report", "title: a\nperiod: 2026-10"},
		{"strategy-point", "title: a\nnumber: 1"}, {"strategy-point", "title: a\nnumber: '1.5'"}, {"strategy-point", "title: a\nnumber: ett"},
		{"strategy-point", "title: a\nnumber: [1]"}, {"person", "title: a\nrole: b"}, {"person", "title: a\nrole: [b, c]"},
		{"person", "title: a\nemail: a@example.se\nphone: 0322-61 60 00"}, {"person", "title: a\nemail: a"}, {"person", "title: a\nphone: '0322 61'"},
		{"publisher", "title: a\nabout: b"}, {"publisher", "title: a\nabout:"}, {"publisher", "title: a"}, {"publisher", "title: a\nabout: b\nlogo: c.svg"},
	} {
		file := "content/" + c.kind + "/2026-11-30-x.md"
		_, found := reader.Read(file, []byte("---\n"+c.front+"\n---\nText.\n"))
		node, _ := yaml.Parse(file, []byte(c.front), 2)
		err := all[c.kind].Validate(asEditor(node))
		if wrong := diag.HasErrors(found) || strings.Contains(told(found), "wrong-type"); wrong != (err != nil) {
			t.Errorf("%s: %q: the reader says %q and the schema %v", c.kind, c.front, told(found), err)
		}
	}
}

// The same holds of config.yaml, whose keys the schema knows all of.
func TestConfigSchemaAgreesWithTheParser(t *testing.T) {
	all := schemas(t)
	const sound = "title: a\nurl: https://example.se/\n"
	for _, src := range []string{
		sound, "title: a\n", sound + "tilte: b\n", "title: {sv: a, en: b}\nurl: https://example.se/a/\nlanguages: [sv, en]\n", "title: {fi: a}\nurl: https://example.se/\n",
		"title: a\nurl: example.se\n", sound + "languages: sv\n", sound + "languages: [fi]\n", sound + "messages: de\n", sound + "topics: free\n",
		sound + "topics: some\n", sound + "theme: Portal\n", sound + "hosts: video.example.se\n", sound + "brand: {primary: \"#00558c\"}\n",
		sound + "brand: {primary: blue}\n", sound + "brand: {colour: \"#fff\"}\n", sound + "budgets: {page: 50 kB, pixels: 40000000}\n",
		sound + "budgets: {page: much}\n", sound + "budgets: {css: 5 kB}\n", sound + "security: {contact: \"mailto:a@example.se\", expires: 2027-12-31}\n",
		sound + "security: {contact: a}\n", sound + "menu:\n  - {page: om}\n  - {title: a, href: \"https://example.se/\"}\n", sound + "menu: [{title: a}]\n",
		sound + "collections:\n  press: {type: press-release, title: a, url: {sv: /a/}, perPage: 5}\n", sound + "collections:\n  press: {title: a}\n",
		sound + "collections:\n  press: {type: press-release, title: a, perPage: 0}\n", sound + "collections:\n  press: {type: press-release, title: a, extra: ja}\n",
		sound + "collections:\n  Press: {type: press-release, title: a}\n", sound + "collections:\n  press: {type: press-release, title: a, url: a}\n",
		sound + "collections:\n  press: {type: press-release, title: a, order: b}\n",
		sound + "check: {lix: {max: 45, lead: 40}, officialese: off, missing-case: error}\n", sound + "check: {lix: {max: 5}}\n", sound + "check: {lix: {most: 45}}\n",
		sound + "check: {lix: {severity: off}}\n", sound + "check: {lix: no}\n", sound + "check: {liix: off}\n", sound + "check: {personal-number: off}\n",
		sound + "check: {personal-number: error}\n", sound + "check: {private-contact: {allow: [0980-31 92 00, 12]}}\n", sound + "check: {translation: {collections: press}}\n",
		sound + "check: [lix]\n",
	} {
		cfg, found := config.Parse("config.yaml", []byte(src))
		if cfg != nil {
			_, faults := check.Settle(cfg.Check)
			found = append(found, faults...)
		}
		node, _ := yaml.Parse("config.yaml", []byte(src), 1)
		if err := all["config"].Validate(asEditor(node)); diag.HasErrors(found) != (err != nil) {
			t.Errorf("%q: the parser says %q and the schema %v", src, told(found), err)
		}
	}
	for path, want := range map[string]string{
		"": "qqqqqqqqqqqq: 1\n", "collections/press": "collections: {press: {type: press-release, title: a, qqqqqqqqqqqq: 1}}\n", "brand": "brand: {qqqqqqqqqqqq: 1}\n",
		"security": "security: {contact: \"mailto:a@b.se\", expires: 2027-12-31, qqqqqqqqqqqq: 1}\n", "budgets": "budgets: {qqqqqqqqqqqq: 1}\n",
	} {
		_, found := config.Parse("config.yaml", []byte(sound+want))
		for _, d := range found {
			if d.Code != diag.UnknownKey || len(d.Hint.Args) == 0 {
				continue
			}
			for key := range strings.SplitSeq(d.Hint.Args[0], ", ") {
				if !knows(all["config"], strings.Split(path, "/"), key) {
					t.Errorf("the schema of config.yaml does not know %s/%s", path, key)
				}
			}
		}
	}
}

// knows tells whether the schema has a key below a path.
func knows(s *jsonschema.Schema, path []string, key string) bool {
	for _, step := range path {
		switch next, ok := s.Properties[step]; {
		case step == "":
		case ok:
			s = next
		default:
			others, _ := s.AdditionalProperties.(*jsonschema.Schema)
			if others == nil {
				return false
			}
			s = others
		}
	}
	return slices.Contains(slices.Collect(maps.Keys(s.Properties)), key)
}

// The task in the manual finds what the program tells, in both languages, and the settings are such as the editor can read.
func TestEditorSettingsOfTheManual(t *testing.T) {
	manual, err := os.ReadFile("../docs/writing.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```json (\\S+)\n(.*?)```").FindAllStringSubmatch(string(manual), -1)
	if len(blocks) != 2 {
		t.Fatalf("%d blocks", len(blocks))
	}
	var settings map[string]any
	if err := json.Unmarshal([]byte(blocks[0][2]), &settings); err != nil || len(settings) != 2 {
		t.Errorf("%s: %v", blocks[0][1], err)
	}
	var tasks struct {
		Tasks []struct {
			ProblemMatcher []struct {
				Severity string
				Pattern  struct{ Regexp string }
			}
		}
	}
	if err := json.Unmarshal([]byte(blocks[1][2]), &tasks); err != nil {
		t.Fatalf("%s: %v", blocks[1][1], err)
	}
	dir := t.TempDir()
	if err := writeBase(t, dir); err != nil {
		t.Fatal(err)
	}
	writeItem(t, dir, "content/press/fel.md", "---\ntitle: Fel\ndate: 2026-11-01\nttile: Fel\n---\n")
	writeItem(t, dir, "content/press/2026-11-02-utkast.md", "---\ntitle: Utkast\ndraft: true\nttile: Fel\n---\n")
	for _, lang := range locale.Langs() {
		var out bytes.Buffer
		cli.Run(cli.Env{
			Args: []string{"build", "--source", dir, "--messages", string(lang)}, Stdout: &out, Stderr: &out, Themes: themes.FS(),
			Getenv: func(string) string { return "" }, Clock: func() time.Time { return time.Date(2026, 12, 1, 12, 0, 0, 0, time.UTC) },
		})
		for i, want := range []string{"content/press/fel.md", "content/press/2026-11-02-utkast.md"} {
			found := regexp.MustCompile("(?m)"+tasks.Tasks[0].ProblemMatcher[i].Pattern.Regexp).FindAllStringSubmatch(out.String(), -1)
			if len(found) != 1 || found[0][1] != want || found[0][2] != "4" || found[0][3] != "1" || found[0][4] == "" {
				t.Errorf("%s: %q finds %q in\n%s", lang, tasks.Tasks[0].ProblemMatcher[i].Severity, found, out.String())
			}
		}
	}
}

func writeItem(t *testing.T, dir, name, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}
