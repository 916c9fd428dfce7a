package diag_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"growthportal/generator/diag"
)

var shown = []diag.Diagnostic{
	{Place: diag.Place{File: "content/å, b: c.md", Line: 4, Column: 1, EndColumn: 6}, Code: diag.UnknownKey, Args: []string{"50 %\n::error::x"},
		Hint: diag.Hint{Name: diag.DidYouMean, Args: []string{"title"}}},
	{Place: diag.Whole("config.yaml"), Severity: diag.Warning, Code: diag.EmptyFile},
}

// Nothing that an author writes can end a workflow command or begin another one.
func TestWriteGitHub(t *testing.T) {
	var out bytes.Buffer
	if err := diag.WriteGitHub(&out, shown, "en", "sites/portal"); err != nil {
		t.Fatal(err)
	}
	want := "::error file=sites/portal/content/å%2C b%3A c.md,line=4,col=1,endColumn=5,title=unknown-key::unknown key \"50 %25%0A::error::x\"; did you mean \"title\"?\n" +
		"::warning file=sites/portal/config.yaml,line=1,col=1,title=empty-file::" + shown[1].Message("en") + "\n"
	if out.String() != want {
		t.Errorf("%s\nwant\n%s", out.String(), want)
	}
}

// A SARIF log names each rule once, refers to it by its place in the list, and writes paths as addresses are written.
func TestWriteSARIF(t *testing.T) {
	var out bytes.Buffer
	if err := diag.WriteSARIF(&out, shown, "sv", ".", diag.Tool{Name: "growthportal", Version: "1"}); err != nil {
		t.Fatal(err)
	}
	var log struct {
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Level     string
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn, EndColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(out.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	for i, r := range run.Results {
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID || r.Level != shown[i].Severity.String() {
			t.Errorf("%+v", r)
		}
	}
	at := run.Results[0].Locations[0].PhysicalLocation
	if log.Version != "2.1.0" || at.ArtifactLocation.URI != "content/%C3%A5,%20b:%20c.md" || at.Region.StartLine != 4 || at.Region.EndColumn != 6 {
		t.Errorf("%s", out.String())
	}
	out.Reset()
	if err := diag.WriteSARIF(&out, nil, "sv", "", diag.Tool{}); err != nil || !bytes.Contains(out.Bytes(), []byte(`"results": []`)) {
		t.Error(err, out.String())
	}
}
