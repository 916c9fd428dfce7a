package output

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// What somebody did to published files is put right by the next build, and no link is ever written through.
func TestAlteredFilesArePutRight(t *testing.T) {
	for name, alter := range map[string]func(t *testing.T, root string){
		"written over": func(t *testing.T, root string) {
			must(t, os.WriteFile(filepath.Join(root, "robots.txt"), []byte("SAME"), 0o644))
		},
		"appended, through the link that both trees share": func(t *testing.T, root string) {
			f, err := os.OpenFile(filepath.Join(root, "robots.txt"), os.O_APPEND|os.O_WRONLY, 0)
			must(t, err)
			_, err = f.WriteString("!")
			must(t, err)
			must(t, f.Close())
		},
		"removed":          func(t *testing.T, root string) { must(t, os.Remove(filepath.Join(root, "robots.txt"))) },
		"a folder removed": func(t *testing.T, root string) { must(t, os.RemoveAll(filepath.Join(root, "a"))) },
		"a link in its place": func(t *testing.T, root string) {
			must(t, os.Remove(filepath.Join(root, "robots.txt")))
			symlink(t, "../outside", filepath.Join(root, "robots.txt"))
		},
		"a link in its folder's place": func(t *testing.T, root string) {
			must(t, os.RemoveAll(filepath.Join(root, "a")))
			write(t, filepath.Dir(root), version{"elsewhere/b/index.html": "deep"})
			symlink(t, "../elsewhere", filepath.Join(root, "a"))
		},
		"an empty folder in its place": func(t *testing.T, root string) {
			must(t, os.Remove(filepath.Join(root, "robots.txt")))
			must(t, os.Mkdir(filepath.Join(root, "robots.txt"), 0o755))
		},
		"a file in its folder's place": func(t *testing.T, root string) {
			must(t, os.RemoveAll(filepath.Join(root, "a")))
			write(t, root, version{"a": "file"})
		},
		"the manifest damaged": func(t *testing.T, root string) {
			name := filepath.Join(root, manifestName)
			b, err := os.ReadFile(name)
			must(t, err)
			must(t, os.Remove(name))
			must(t, os.WriteFile(name, b[:len(b)/2], 0o644))
		},
	} {
		t.Run(name, func(t *testing.T) {
			modes(t, func(t *testing.T, newDisk func() *faultyDisk) {
				for _, next := range []version{second, third} {
					dest := newDest(t)
					write(t, filepath.Dir(dest), version{"outside": "same"})
					mustPublish(t, newDisk(), dest, first, Options{})
					r := mustPublish(t, newDisk(), dest, second, Options{})
					alter(t, dest)
					var heard []Notice
					r = mustPublish(t, newDisk(), dest, next, Options{
						Signatures: r.Signatures, Notice: func(n Notice) { heard = append(heard, n) },
					})
					if !slices.Contains(heard, NoticeAltered) && !slices.Contains(heard, NoticeDamaged) {
						t.Errorf("nobody was told")
					}
					kept := keptOfFirst
					if len(next) == len(third) && next["index.html"] == "third" {
						kept = keptOfSecond
					}
					if name == "the manifest damaged" {
						kept = nil
					}
					wantTree(t, dest, next.plus(kept))
					for range 2 { // the altered tree, now the spare, must not come back with the next changes
						changed := next.plus(version{"index.html": time.Now().String()})
						r = mustPublish(t, newDisk(), dest, changed, Options{Signatures: r.Signatures})
						wantTree(t, dest, changed)
					}
					if outside := read(t, filepath.Dir(dest))["outside"]; outside != "same" {
						t.Errorf("written through a link: %q", outside)
					}
				}
			})
		})
	}
}

// A file altered behind its signature is found by Verify, and only then.
func TestVerifyTrustsNoSignature(t *testing.T) {
	dest := newDest(t)
	r := mustPublish(t, osDisk{}, dest, first, Options{})
	name := filepath.Join(dest, "robots.txt")
	info, err := os.Stat(name)
	must(t, err)
	must(t, os.WriteFile(name, []byte("SAME"), 0o644))
	must(t, os.Chtimes(name, time.Time{}, info.ModTime()))
	if r := mustPublish(t, osDisk{}, dest, first, Options{Signatures: r.Signatures}); r.Changed {
		t.Errorf("a file with its old signature was read")
	}
	if r := mustPublish(t, osDisk{}, dest, first, Options{Signatures: r.Signatures, Verify: true}); !r.Changed {
		t.Errorf("Verify took an altered file for sound")
	}
	wantTree(t, dest, first)
}

// The signatures of a Result are those of the files as they stand in the live tree, in every mode.
func TestSignatures(t *testing.T) {
	modes(t, func(t *testing.T, newDisk func() *faultyDisk) {
		dest := newDest(t)
		var r Result
		for _, v := range []version{first, second, third, third} {
			r = mustPublish(t, newDisk(), dest, v, Options{Signatures: r.Signatures})
			kept := len(r.Signatures) - len(v)
			if kept < 0 || kept > 1 {
				t.Fatalf("%d signatures for %d files", len(r.Signatures), len(v))
			}
			for p, signature := range r.Signatures {
				info, err := os.Lstat(at(dest, p))
				must(t, err)
				if signature != signatureOf(info) {
					t.Errorf("%s has another signature", p)
				}
			}
		}
	})
}

// Whatever somebody did to the spare, the next version is right.
func TestAlteredSpare(t *testing.T) {
	for name, alter := range map[string]func(t *testing.T, root string){
		"gone":              func(t *testing.T, root string) { must(t, os.RemoveAll(root)) },
		"a file gone":       func(t *testing.T, root string) { must(t, os.Remove(filepath.Join(root, "robots.txt"))) },
		"a folder gone":     func(t *testing.T, root string) { must(t, os.RemoveAll(filepath.Join(root, "a"))) },
		"a file more":       func(t *testing.T, root string) { write(t, root, version{"turned/stray": "x"}) },
		"a file in a way":   func(t *testing.T, root string) { write(t, root, version{"new": "x"}) },
		"a folder in a way": func(t *testing.T, root string) { write(t, root, version{"back.html.x/y": "x"}) },
		"a link": func(t *testing.T, root string) {
			must(t, os.RemoveAll(filepath.Join(root, "a")))
			symlink(t, "../public/a", filepath.Join(root, "a"))
		},
		"no manifest": func(t *testing.T, root string) { must(t, os.Remove(filepath.Join(root, manifestName))) },
		"no journal":  func(t *testing.T, root string) { must(t, os.Remove(filepath.Join(root, journalName))) },
		"odd journal": func(t *testing.T, root string) {
			must(t, os.WriteFile(filepath.Join(root, journalName), []byte("?"), 0o644))
		},
		"other content": func(t *testing.T, root string) {
			must(t, os.Remove(filepath.Join(root, "robots.txt")))
			write(t, root, version{"robots.txt": "SAME"})
		},
	} {
		t.Run(name, func(t *testing.T) {
			modes(t, func(t *testing.T, newDisk func() *faultyDisk) {
				dest := newDest(t)
				mustPublish(t, newDisk(), dest, first, Options{})
				mustPublish(t, newDisk(), dest, second, Options{})
				mustPublish(t, newDisk(), dest, first, Options{})
				alter(t, spareOf(dest))
				mustPublish(t, newDisk(), dest, third, Options{})
				if name == "a file more" { // found at the latest when the next build looks at the live tree
					return
				}
				got := read(t, dest)
				delete(got, "back.html.x/y")
				if got["robots.txt"] != "same" || got["a/b/index.html"] != "deeper" || got["new/y/index.html"] != "new" {
					t.Fatalf("got %v", got)
				}
			})
		})
	}
}
