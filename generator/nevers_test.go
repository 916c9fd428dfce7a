package main_test

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// What docs/architecture.md lists under "Never" and can be seen in the text of the program is never there.
func TestNevers(t *testing.T) {
	contentTypes := sampleTypes(t)
	for name, r := range builtRooms(t) {
		set := token.NewFileSet()
		var files []*ast.File
		for _, file := range r.files {
			parsed, err := parser.ParseFile(set, filepath.Join(r.dir, file), nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, parsed)
			at := func(n ast.Node) string {
				return name + ": " + strings.TrimPrefix(set.Position(n.Pos()).String(), r.dir+"/")
			}
			checkInit(t, parsed, at)
			if name != "main" && name != "cli" && name != "dev/watch" && !isTool(name) { // the bell measures how long a burst lasts
				checkSurroundings(t, parsed, at)
			}
			checkTypeNames(t, parsed, contentTypes, at)
			if name == "site" {
				checkTitles(t, parsed, at)
			}
			if strings.HasPrefix(name, "render/") {
				checkBodies(t, parsed, at)
			}
		}
		checkPackageState(t, name, set, files)
	}
}

func checkInit(t *testing.T, file *ast.File, at func(ast.Node) string) {
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
			t.Errorf("%s: an init function: what happens should be seen where it happens", at(f))
		}
	}
}

// checkSurroundings: the clock, the environment and the terminal are read by cli, which hands on what it read.
func checkSurroundings(t *testing.T, file *ast.File, at func(ast.Node) string) {
	forbidden := map[string]bool{
		"time.Now": true, "time.Since": true, "time.Until": true, "time.Local": true, "time.LoadLocation": true,
		"os.Getenv": true, "os.LookupEnv": true, "os.Environ": true, "os.Args": true, "os.Exit": true, "os.Hostname": true,
		"os.Stdin": true, "os.Stdout": true, "os.Stderr": true, "os.Getwd": true,
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok && forbidden[x.Name+"."+s.Sel.Name] {
				t.Errorf("%s: %s.%s: only cli reads its surroundings", at(n), x.Name, s.Sel.Name)
			}
		}
		return true
	})
}

// checkTitles: the graph asks an item for its title, which notes that somebody has asked, and knows nothing of summaries. What it
// looked at otherwise could be the words of before when a file was written anew.
func checkTitles(t *testing.T, file *ast.File, at func(ast.Node) string) {
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && (f.Name.Name == "title" || f.Name.Name == "sameButWords" || f.Name.Name == "Rewritten") {
			continue
		}
		ast.Inspect(d, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok || s.Sel.Name != "Title" && s.Sel.Name != "TitlePlace" && s.Sel.Name != "Summary" {
				return true
			}
			of, nested := s.X.(*ast.SelectorExpr)
			id, plain := s.X.(*ast.Ident)
			if nested && of.Sel.Name == "doc" || plain && id.Name == "doc" {
				t.Errorf("%s: a document's own %s in the graph", at(n), s.Sel.Name)
			}
			return true
		})
	}
}

// checkBodies: renderers ask the site for an item's text, which notes whose pages show it, and take none from a document.
func checkBodies(t *testing.T, file *ast.File, at func(ast.Node) string) {
	ast.Inspect(file, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		if !ok || s.Sel.Name != "Body" {
			return true
		}
		call, called := s.X.(*ast.CallExpr)
		id, plain := s.X.(*ast.Ident)
		if called {
			of, ok := call.Fun.(*ast.SelectorExpr)
			called = ok && of.Sel.Name == "Doc"
		}
		if called || plain && id.Name == "doc" {
			t.Errorf("%s: a document's own text, and not the site's", at(n))
		}
		return true
	})
}

// checkTypeNames: a type of content is a file in a theme, which the program knows by its traits alone.
func checkTypeNames(t *testing.T, file *ast.File, contentTypes map[string]bool, at func(ast.Node) string) {
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if s, err := strconv.Unquote(lit.Value); err == nil && contentTypes[s] {
				t.Errorf("%s: %q is a type of content", at(n), s)
			}
		}
		return true
	})
}

// sampleTypes are the names of the portal's types that can be nothing else: those of two words.
func sampleTypes(t *testing.T) map[string]bool {
	entries, err := os.ReadDir("../themes/portal/types")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, e := range entries {
		if name := strings.TrimSuffix(e.Name(), path.Ext(e.Name())); strings.Contains(name, "-") {
			names[name] = true
		}
	}
	if len(names) == 0 {
		t.Fatal("no types")
	}
	return names
}

// checkPackageState: what stands at package level is said once, where it is declared.
func checkPackageState(t *testing.T, name string, set *token.FileSet, files []*ast.File) {
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}}
	// What is imported is not needed to tell a package's own variables from local ones.
	conf := types.Config{Importer: noImports{}, Error: func(error) {}}
	pkg, _ := conf.Check(name, set, files, info)
	altered := func(e ast.Expr) {
		for {
			switch x := e.(type) {
			case *ast.IndexExpr:
				e = x.X
			case *ast.SelectorExpr:
				e = x.X
			case *ast.ParenExpr:
				e = x.X
			case *ast.StarExpr:
				e = x.X
			case *ast.Ident:
				if v, ok := info.Uses[x].(*types.Var); ok && v.Parent() == pkg.Scope() {
					t.Errorf("%s: %s: the package's %s is altered", name, set.Position(x.Pos()), x.Name)
				}
				return
			default:
				return
			}
		}
	}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, e := range n.Lhs {
					altered(e)
				}
			case *ast.IncDecStmt:
				altered(n.X)
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.Ident); ok && (f.Name == "delete" || f.Name == "clear") && len(n.Args) > 0 {
					altered(n.Args[0])
				}
			}
			return true
		})
	}
}

type noImports struct{}

func (noImports) Import(string) (*types.Package, error) { return nil, errors.New("not needed") }
