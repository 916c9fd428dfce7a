package page

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the reference of views in docs/themes.md anew")

const manual = "../../../docs/themes.md"

// The reference of what templates see, in docs/themes.md, is made from the doc comments of this package.
func TestManualTellsOfEveryView(t *testing.T) {
	const begin, end = "<!-- views: made from generator/render/page by go test ./generator/render/page -update -->\n", "<!-- views end -->\n"
	content, err := os.ReadFile(manual)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(content), begin)
	committed, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatal("docs/themes.md has no place for the reference")
	}
	want := newViewDocs(t).String()
	if *update {
		if err := os.WriteFile(manual, []byte(before+begin+want+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if committed != want {
		t.Error("the reference in docs/themes.md differs from the views; run: go test ./generator/render/page -update")
	}
}

// viewDocs is what the package's sources say of the types that can be reached from View.
type viewDocs struct {
	types   map[string]*ast.TypeSpec
	docs    map[string]string
	methods map[string][]*ast.FuncDecl
	order   []string // of the types, in the order in which a reader meets them
}

func newViewDocs(t *testing.T) *viewDocs {
	t.Helper()
	v := &viewDocs{types: map[string]*ast.TypeSpec{}, docs: map[string]string{}, methods: map[string][]*ast.FuncDecl{}}
	set := token.NewFileSet()
	for _, name := range []string{"view.go", "text.go"} {
		file, err := parser.ParseFile(set, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			v.add(decl)
		}
	}
	v.visit("View")
	for name := range v.types {
		if !slices.Contains(v.order, name) {
			t.Errorf("no view leads to %s", name)
		}
	}
	return v
}

func (v *viewDocs) add(decl ast.Decl) {
	switch d := decl.(type) {
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			if s, ok := spec.(*ast.TypeSpec); ok && s.Name.IsExported() {
				v.types[s.Name.Name], v.docs[s.Name.Name] = s, d.Doc.Text()
			}
		}
	case *ast.FuncDecl:
		// A method without arguments that gives HTML, or a list, is for templates.
		if d.Recv == nil || len(d.Type.Params.List) > 0 || !d.Name.IsExported() {
			return
		}
		gives := d.Type.Results.List[0].Type
		if _, isList := gives.(*ast.ArrayType); !isList && typeName(gives) != "template.HTML" {
			return
		}
		of := strings.TrimPrefix(typeName(d.Recv.List[0].Type), "*")
		v.methods[of] = append(v.methods[of], d)
	}
}

// visit puts a type and what can be reached from it into the order, the nearest first.
func (v *viewDocs) visit(names ...string) {
	for len(names) > 0 {
		name := names[0]
		names = names[1:]
		spec := v.types[name]
		if spec == nil || slices.Contains(v.order, name) {
			continue
		}
		v.order = append(v.order, name)
		types := []ast.Expr{}
		for _, f := range spec.Type.(*ast.StructType).Fields.List {
			types = append(types, f.Type)
		}
		for _, m := range v.methods[name] {
			types = append(types, m.Type.Results.List[0].Type)
		}
		for _, e := range types {
			ast.Inspect(e, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok {
					names = append(names, id.Name)
				}
				return true
			})
		}
	}
}

// String is the reference in Markdown.
func (v *viewDocs) String() string {
	var b bytes.Buffer
	for _, name := range v.order {
		fmt.Fprintf(&b, "### %s\n\n%s\n", name, v.docs[name])
		rows := v.rows(v.types[name].Type.(*ast.StructType))
		for _, m := range v.methods[name] {
			comment := strings.TrimSuffix(strings.TrimPrefix(m.Doc.Text(), m.Name.Name+" is "), ".\n")
			rows = append(rows, fmt.Sprintf("| `.%s` | %s | %s |", m.Name.Name, v.tell(m.Type.Results.List[0].Type), oneLine(comment)))
		}
		if len(rows) > 0 {
			fmt.Fprintf(&b, "| field | is | |\n| --- | --- | --- |\n%s\n\n", strings.Join(rows, "\n"))
		}
	}
	return b.String()
}

// rows are the fields of a struct that templates can name.
func (v *viewDocs) rows(s *ast.StructType) []string {
	var rows []string
	for _, f := range s.Fields.List {
		comment := oneLine(f.Comment.Text() + f.Doc.Text())
		if len(f.Names) == 0 {
			rows = append(rows, fmt.Sprintf("| | %s | all of its fields |", v.tell(f.Type)))
		}
		for _, name := range f.Names {
			if name.IsExported() {
				rows = append(rows, fmt.Sprintf("| `.%s` | %s | %s |", name.Name, v.tell(f.Type), comment))
			}
		}
	}
	return rows
}

// tell is a type in words.
func (v *viewDocs) tell(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return v.tell(e.X)
	case *ast.ArrayType:
		return "list of " + v.tell(e.Elt)
	case *ast.MapType:
		return "map of " + v.tell(e.Value)
	}
	switch name := typeName(e); {
	case v.types[name] != nil:
		return fmt.Sprintf("[%s](#%s)", name, strings.ToLower(name))
	case name == "string":
		return "text"
	case name == "int":
		return "number"
	case name == "bool":
		return "yes or no"
	case name == "template.HTML":
		return "HTML"
	default:
		return name
	}
}

func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.StarExpr:
		return "*" + typeName(e.X)
	case *ast.SelectorExpr:
		return typeName(e.X) + "." + e.Sel.Name
	}
	return ""
}

// oneLine is a comment in a cell of a table, where "|" and HTML would mean something else.
func oneLine(s string) string {
	return strings.NewReplacer("|", `\|`, "<", "&lt;").Replace(strings.Join(strings.Fields(s), " "))
}
