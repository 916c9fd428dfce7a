package machinetest

import (
	"fmt"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// TestFullDisk publishes to real disks (tmpfs) with too little room left: of bytes in some, of files in others. However little it is,
// the site is as it was, or new and whole, and the program says that the disk is full; with room again, the next build publishes.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	if !inside(t, syscall.CLONE_NEWNS) {
		return
	}
	sizes := 12
	if long() {
		sizes = 100
	}
	p := newPlace(t)
	all := p.allVersions()
	outcomes := map[string]int{}
	for n := range sizes {
		d := newDisk(t, p)
		p.turn(0)
		d.mustBuild()
		p.turn(1)
		d.mustBuild()
		p.turn(2)
		limit := d.narrow(n, sizes)
		status, said := run(t, d.build()...)
		got := readTree(t, d.path("public"))
		switch isOld, isNew := all[1].is(got), all[2].is(got); {
		case status == 0 && isNew:
			outcomes["room enough"]++
		case status == 3 && isOld && strings.Contains(said, "the disk is full; the site is as it was"):
			outcomes["refused"]++
		case status == 3 && isNew && strings.Contains(said, "the new version is published"):
			outcomes["late"]++
		default:
			t.Errorf("%s: status %d, old %v, new %v: %s", limit, status, isOld, isNew, said)
		}
		d.remount("size=64m,nr_inodes=0")
		d.mustBuild()
		if why := all[2].differs(readTree(t, d.path("public"))); why != "" {
			t.Errorf("%s: the next build: %s", limit, why)
		}
		d.unmount()
	}
	t.Logf("%d disks: %v", sizes, outcomes)
	if outcomes["refused"] == 0 {
		t.Error("no disk was full")
	}
}

// disk is a small one, on which public/ and the memory of a site lie. Its sources are those of another place.
type disk struct{ *place }

func newDisk(t *testing.T, sources *place) *disk {
	t.Helper()
	d := &disk{&place{t, t.TempDir()}}
	if err := unix.Mount("tmpfs", d.dir, "tmpfs", 0, "size=64m,mode=0755"); err != nil {
		needs(t, "the right to mount a tmpfs in a namespace: "+err.Error())
	}
	t.Cleanup(d.unmount)
	d.must(unix.Mkdir(d.path("site"), 0o755))
	d.must(unix.Mkdir(d.path("site/.growthportal"), 0o755))
	for _, name := range []string{"content", "themes"} {
		d.must(unix.Mkdir(d.path("site/"+name), 0o755))
		d.must(unix.Mount(sources.path(name), d.path("site/"+name), "", unix.MS_BIND, ""))
	}
	d.write("site/config.yaml", "")
	d.must(unix.Mount(sources.path("config.yaml"), d.path("site/config.yaml"), "", unix.MS_BIND, ""))
	return d
}

func (d *disk) build() []string {
	return []string{"build", "--source", d.path("site"), "--destination", d.path("public")}
}

func (d *disk) mustBuild() {
	d.Helper()
	if status, said := run(d, d.build()...); status != 0 {
		d.Fatalf("status %d: %s", status, said)
	}
}

// unmount does so with all that lies below; a second time it does nothing.
func (d *disk) unmount() {
	for _, name := range []string{"site/content", "site/themes", "site/config.yaml", ""} {
		_ = unix.Unmount(d.path(name), unix.MNT_DETACH)
	}
}

func (d *disk) remount(options string) {
	d.Helper()
	d.must(unix.Mount("tmpfs", d.dir, "tmpfs", unix.MS_REMOUNT, options))
}

// narrow leaves room for a part of what a build needs: none at first, enough at last. Every third disk has room for bytes, and lacks
// room for files.
func (d *disk) narrow(n, sizes int) (limit string) {
	d.Helper()
	var stat unix.Statfs_t
	d.must(unix.Statfs(d.dir, &stat))
	const bytes, files = 600 << 10, 90 // that a build needs, and some more
	limit = fmt.Sprintf("size=%d", (int64(stat.Blocks-stat.Bfree)+int64(bytes/stat.Bsize)*int64(n)/int64(sizes-1))*stat.Bsize)
	if n%3 == 2 {
		limit = fmt.Sprintf("nr_inodes=%d", int64(stat.Files-stat.Ffree)+int64(files*n/(sizes-1)))
	}
	d.remount(limit)
	return limit
}
