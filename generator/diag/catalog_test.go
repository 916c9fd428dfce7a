package diag

import (
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "write docs/diagnostics.md anew")

const docsFile = "../../docs/diagnostics.md"

// What is written about a code is what the program says: both come from the catalogue.
func TestDocsAreCommitted(t *testing.T) {
	if *update {
		if err := os.MkdirAll(filepath.Dir(docsFile), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(docsFile, []byte(Docs()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	committed, err := os.ReadFile(docsFile)
	if err != nil {
		t.Fatal(err)
	}
	if strings.ReplaceAll(string(committed), "\r\n", "\n") != Docs() {
		t.Error("docs/diagnostics.md differs from the catalogue; run: go test ./generator/diag -update")
	}
}

// Every code has a message and a reason in both languages, in the house's form: one line, lower case, no full stop.
func TestCatalogueIsComplete(t *testing.T) {
	name := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	for _, e := range Catalog() {
		if !name.MatchString(string(e.Code)) {
			t.Errorf("%q is no name for a code", e.Code)
		}
		for _, s := range []string{e.Message.SV, e.Message.EN} {
			first, _ := utf8.DecodeRuneInString(s)
			if s == "" || strings.Contains(s, "\n") || strings.HasSuffix(s, ".") || unicode.IsUpper(first) && !strings.HasPrefix(s, "HTML") && !strings.HasPrefix(s, "PDF") {
				t.Errorf("%s: message %q", e.Code, s)
			}
		}
		for _, s := range []string{e.Why.SV, e.Why.EN} {
			if !strings.HasSuffix(s, ".") || strings.Contains(s, "\n") {
				t.Errorf("%s: reason %q", e.Code, s)
			}
		}
		sameWords(t, string(e.Code), e.Message)
	}
	for name, text := range Hints() {
		if text.SV == "" || text.EN == "" || strings.HasSuffix(text.SV, ".") || strings.HasSuffix(text.EN, ".") {
			t.Errorf("hint %s: %q", name, text)
		}
		sameWords(t, string(name), text)
	}
}

var placeholder = regexp.MustCompile(`\{[^}]*\}`)

// sameWords checks that both languages are filled in with the same words, of which none is left out: {0} to the last.
func sameWords(t *testing.T, name string, text Text) {
	t.Helper()
	words := func(s string) []string {
		var list []string
		for _, w := range placeholder.FindAllString(s, -1) {
			if _, err := strconv.Atoi(strings.Trim(w, "{}")); err == nil {
				list = append(list, w)
			}
		}
		slices.Sort(list)
		return slices.Compact(list)
	}
	sv, en := words(text.SV), words(text.EN)
	if !slices.Equal(sv, en) {
		t.Errorf("%s: Swedish has %v, English %v", name, sv, en)
	}
	for i, w := range en {
		if w != "{"+strconv.Itoa(i)+"}" {
			t.Errorf("%s: %v leaves a word out", name, en)
		}
	}
}

// Every name of a code or a hint stands in the catalogue, and everything in the catalogue has a name: using one
// cannot panic.
func TestConstantsAreInTheCatalogue(t *testing.T) {
	var codes, hints []string
	for _, e := range Catalog() {
		codes = append(codes, string(e.Code))
	}
	for name := range maps.Keys(Hints()) {
		hints = append(hints, string(name))
	}
	compare(t, "Code", codes)
	compare(t, "HintName", hints)
}

// compare holds the package's constants of a type against the catalogue.
func compare(t *testing.T, typ string, catalogue []string) {
	t.Helper()
	var constants []string
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			if id, ok := spec.Type.(*ast.Ident); ok && id.Name == typ {
				value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				constants = append(constants, value)
			}
			return true
		})
	}
	slices.Sort(constants)
	slices.Sort(catalogue)
	if !slices.Equal(constants, catalogue) {
		for _, c := range constants {
			if !slices.Contains(catalogue, c) {
				t.Errorf("%s %q is not in the catalogue", typ, c)
			}
		}
		for _, c := range catalogue {
			if !slices.Contains(constants, c) {
				t.Errorf("%s %q of the catalogue has no constant", typ, c)
			}
		}
		t.Errorf("%d constants, %d in the catalogue", len(constants), len(catalogue))
	}
}
