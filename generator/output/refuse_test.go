package output

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// A destination with files that we did not write is refused before anything is touched, be it ours otherwise or not.
func TestForeignFilesAreRefused(t *testing.T) {
	for name, stray := range map[string]version{
		"beside ours":        {"photo.jpg": "mine"},
		"in a folder":        {"a/b/notes.txt": "mine"},
		"a link":             {"link": "-> /etc/passwd"},
		"below a dot":        {".well-known/x": "published", ".well-known/y": "mine"},
		"several":            {"1": "", "2": "", "3": "", "4": ""},
		"a backup of ours":   {"index.html~": "mine"},
		"in place of a file": {"robots.txt/x": "mine"},
	} {
		t.Run(name, func(t *testing.T) {
			dest := newDest(t)
			base := first.plus(version{".well-known/x": "published"})
			mustPublish(t, osDisk{}, dest, base, Options{})
			if name == "in place of a file" {
				must(t, os.Remove(filepath.Join(dest, "robots.txt")))
			}
			for p, content := range stray {
				if base[p] == "" {
					write(t, dest, version{p: content})
				}
			}
			before := read(t, dest)
			_, err := publish(osDisk{}, dest, second, Options{})
			var foreign *ForeignError
			if !errors.As(err, &foreign) || !errors.Is(err, ErrForeign) || len(foreign.Paths) == 0 || !slices.IsSorted(foreign.Paths) {
				t.Fatalf("error %v", err)
			}
			wantTree(t, dest, before)

			mustPublish(t, osDisk{}, dest, second, Options{Replace: true})
			wantTree(t, dest, second.plus(keptOfFirst))
			err = rollback(osDisk{}, dest)
			if name == "in place of a file" { // robots.txt of the version before is no more
				if err == nil {
					t.Errorf("rolled back to a version that is not whole")
				}
				return
			}
			must(t, err)
			wantTree(t, dest, before)
		})
	}
}

// A folder that is wholly somebody else's is refused without a trace, can be taken over, and comes back with Rollback.
func TestReplaceAndBack(t *testing.T) {
	modes(t, func(t *testing.T, newDisk func() *faultyDisk) {
		dest := newDest(t)
		theirs := version{"index.html": "theirs", "wp/x.php": "theirs", ".htaccess": "Deny", "wp/.htaccess": "Deny"}
		write(t, dest, theirs)
		if _, err := publish(newDisk(), dest, first, Options{}); !errors.Is(err, ErrForeign) {
			t.Fatalf("error %v", err)
		}
		if _, err := os.Lstat(spareOf(dest)); !os.IsNotExist(err) {
			t.Errorf("a spare was made for a destination that was refused")
		}
		dots := version{".htaccess": "Deny", "wp/.htaccess": "Deny"}
		mustPublish(t, newDisk(), dest, first, Options{Replace: true})
		wantTree(t, dest, first.plus(dots))
		must(t, rollback(newDisk(), dest))
		wantTree(t, dest, theirs)
		if _, err := publish(newDisk(), dest, first, Options{}); !errors.Is(err, ErrForeign) {
			t.Fatalf("after the rollback: error %v", err)
		}
		tree, err := openOn(context.Background(), newDisk(), dest, Options{Replace: true})
		must(t, err)
		must(t, tree.Rollback(context.Background()))
		wantTree(t, dest, first.plus(dots))
	})
}

// Sources are never published over, not even with Replace.
func TestSourcesAreRefused(t *testing.T) {
	site := filepath.Dir(newDest(t))
	write(t, site, version{"config.yaml": "", "content/index.md": "", "themes/x/theme.yaml": "", "other/config.yaml": "", "other/content/a.md": ""})
	symlink(t, filepath.Join(site, "content"), filepath.Join(site, "link"))
	for dest, refused := range map[string]bool{
		"": true, "..": true, "/": true, "content": true, "content/public": true, "themes/x": true, "generator/out": true, ".git": true,
		"other": true, "link": true, "link/public": true, "public": false, "build/public": false, "contents": false,
	} {
		name := filepath.Join(site, dest)
		if dest == "/" {
			name = filepath.VolumeName(site) + string(filepath.Separator)
		}
		_, err := Open(context.Background(), name, Options{Sources: site, Replace: true})
		if errors.Is(err, ErrSources) != refused {
			t.Errorf("destination %q: error %v, want it refused: %v", dest, err, refused)
		}
	}
}

// A destination that is a link to a folder means that folder, and a link to nowhere means nothing.
func TestLinkedDestination(t *testing.T) {
	dest := newDest(t)
	elsewhere := filepath.Join(filepath.Dir(dest), "disk", "site")
	must(t, os.MkdirAll(elsewhere, 0o755))
	symlink(t, elsewhere, dest)
	mustPublish(t, osDisk{}, dest, first, Options{})
	mustPublish(t, osDisk{}, dest, second, Options{})
	wantTree(t, elsewhere, second.plus(keptOfFirst))
	if info, err := os.Lstat(dest); err != nil || info.Mode().Type() != os.ModeSymlink {
		t.Errorf("the link is gone")
	}
	nowhere := filepath.Join(filepath.Dir(dest), "nowhere")
	symlink(t, "missing", nowhere)
	if _, err := Open(context.Background(), nowhere, Options{}); err == nil {
		t.Errorf("a link to nowhere was opened")
	}
}

// What is not a folder is neither a destination nor a spare, and a spare that is not ours is nobody's to clear.
func TestThingsInTheWay(t *testing.T) {
	ctx := context.Background()
	dest := newDest(t)
	must(t, os.WriteFile(dest, nil, 0o644))
	if _, err := Open(ctx, dest, Options{}); !errors.Is(err, ErrForeign) {
		t.Errorf("destination is a file: %v", err)
	}
	dest = newDest(t)
	symlink(t, t.TempDir(), spareOf(dest))
	if _, err := Open(ctx, dest, Options{}); !errors.Is(err, ErrForeign) {
		t.Errorf("spare is a link: %v", err)
	}
	dest = newDest(t)
	write(t, spareOf(dest), version{"thesis.doc": "all of it"})
	if _, err := publish(osDisk{}, dest, first, Options{}); !errors.Is(err, ErrForeign) {
		t.Errorf("spare is somebody else's: %v", err)
	}
	wantTree(t, spareOf(dest), version{"thesis.doc": "all of it"})
}
