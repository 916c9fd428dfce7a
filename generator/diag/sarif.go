package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"

	"growthportal/generator/locale"
)

// Tool is the program that diagnostics come from, for those who gather them.
type Tool struct{ Name, Version string }

// The parts of a SARIF log that are written (Static Analysis Results Interchange Format, version 2.1.0,
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		Language   locale.Lang   `json:"language"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID            Code         `json:"id"`
		Short         sarifText    `json:"shortDescription"`
		Full          sarifText    `json:"fullDescription"`
		Configuration sarifSetting `json:"defaultConfiguration"`
	}
	sarifSetting struct {
		Level string `json:"level"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		Rule      Code            `json:"ruleId"`
		Index     int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifLocation struct {
		Physical struct {
			Artifact struct {
				URI string `json:"uri"`
			} `json:"artifactLocation"`
			Region *sarifRegion `json:"region,omitempty"`
		} `json:"physicalLocation"`
	}
	sarifRegion struct {
		Line      int `json:"startLine"`
		Column    int `json:"startColumn"`
		EndColumn int `json:"endColumn,omitempty"` // exclusive
	}
)

// WriteSARIF writes diagnostics as one SARIF log. below is as for [WriteGitHub].
func WriteSARIF(w io.Writer, list []Diagnostic, lang locale.Lang, below string, by Tool) error {
	run := sarifRun{Language: lang, ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: by.Name, Version: by.Version, Rules: []sarifRule{}}
	index := map[Code]int{}
	for _, code := range codesOf(list) {
		e := lookup(code)
		index[code] = len(run.Tool.Driver.Rules)
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{
			code, sarifText{e.Message.In(lang)}, sarifText{e.Why.In(lang)}, sarifSetting{e.Severity.String()},
		})
	}
	for _, d := range list {
		text := d.Message(lang)
		if hint := d.HintText(lang); hint != "" {
			text += "; " + hint
		}
		run.Results = append(run.Results, sarifResult{d.Code, index[d.Code], d.Severity.String(), sarifText{text}, []sarifLocation{sarifPlace(d.Place, below)}})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}}); err != nil {
		return fmt.Errorf("write diagnostics: %w", err)
	}
	return nil
}

func codesOf(list []Diagnostic) []Code {
	var codes []Code
	for _, d := range list {
		codes = append(codes, d.Code)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

func sarifPlace(p Place, below string) (l sarifLocation) {
	l.Physical.Artifact.URI = (&url.URL{Path: path.Join(below, p.File)}).EscapedPath()
	if p.Line > 0 {
		l.Physical.Region = &sarifRegion{p.Line, max(p.Column, 1), p.EndColumn}
	}
	return l
}
