package cli

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"growthportal/generator/build"
	"growthportal/generator/check"
	"growthportal/generator/diag"
	"growthportal/generator/model"
	"growthportal/generator/schema"
)

type schemaCommand struct {
	Name  string `arg:"" optional:"" help:"${schemaName}" placeholder:"NAME"`
	Write string `help:"${schemaWrite}" placeholder:"DIR"`
}

// configName is what the schema of config.yaml is called; a type of that name would stand behind it.
const configName = "config"

// Run prints JSON Schemas: one, or all in one object; or it writes all into a folder, with what completes front matter in an editor.
func (c *schemaCommand) Run(s *session) error {
	if c.Name != "" && c.Write != "" {
		return &usageError{s.say("schemaBoth")}
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
	of := s.schemaSite(plan)
	all := map[string]*schema.Schema{}
	for name, t := range plan.Theme.Types {
		all[name] = of.Type(t)
	}
	all[configName] = of.Config(plan.Theme.Types)
	switch {
	case c.Write != "":
		return s.writeSchemas(c.Write, all, of, plan.Theme.Types)
	case c.Name == "":
		return writeJSON(s.Stdout, all)
	case all[c.Name] == nil:
		names := slices.Sorted(maps.Keys(all))
		text := s.say("schemaUnknown", c.Name, strings.Join(names, ", "))
		if near, ok := diag.Nearest(c.Name, names); ok {
			text += s.say("misuse-meant", near)
		}
		return &usageError{text}
	}
	text, err := all[c.Name].JSON()
	if err != nil {
		return err
	}
	_, err = s.Stdout.Write(text)
	return err
}

// schemaSite is what the schemas follow from beside the types.
func (s *session) schemaSite(plan *build.Plan) schema.Site {
	of := schema.Site{
		Lang: s.lang, Languages: plan.Config.Languages, Roles: plan.Theme.Roles, FreeTopics: plan.Config.FreeTopics, Extra: map[string]bool{},
	}
	for _, c := range plan.Config.Collections {
		if c.ExtraAllowed {
			of.Extra[c.Type] = true
		}
	}
	for _, r := range check.Rules() {
		rule := schema.Rule{Name: r.Name(), About: r.About().In(s.lang), Fixed: r.Always}
		for _, set := range r.Settings {
			rule.Settings = append(rule.Settings, schema.RuleSetting{
				Name: set.Name, About: set.About.In(s.lang), Least: set.Least, Most: set.Most, Words: set.Words,
			})
		}
		of.Rules = append(of.Rules, rule)
	}
	of.Names = func(types []string) []string {
		var names []string
		for _, doc := range plan.Documents {
			if slices.Contains(types, doc.Type.Name) && !doc.Listing && !doc.Draft {
				names = append(names, doc.Name)
			}
		}
		slices.Sort(names)
		return slices.Compact(names)
	}
	return of
}

// writeSchemas writes a file for each schema, and one with snippets. Files of these names are replaced: they are made by nobody else.
func (s *session) writeSchemas(dir string, all map[string]*schema.Schema, of schema.Site, types map[string]*model.Type) error {
	files := map[string][]byte{}
	for name, one := range all {
		text, err := one.JSON()
		if err != nil {
			return err
		}
		files[name+".schema.json"] = text
	}
	var list []*model.Type
	for _, name := range slices.Sorted(maps.Keys(types)) {
		list = append(list, types[name])
	}
	text, err := of.Snippets(list)
	if err != nil {
		return err
	}
	files["growthportal.code-snippets"] = text
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("making the folder of the schemas: %w", err)
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, files[name], 0o644); err != nil {
			return fmt.Errorf("writing the schemas: %w", err)
		}
		if _, err := fmt.Fprintln(s.Stdout, file); err != nil {
			return fmt.Errorf("naming the schemas: %w", err)
		}
	}
	return nil
}
