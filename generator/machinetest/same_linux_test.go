package machinetest

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestSameBytes builds one site, with pictures and the portal's theme, again and again: with other numbers of workers and processors, in
// other time zones and languages, for other users, under other umasks, in other folders, from files with other times that were made in
// another order, with a memory and without. The bytes are the same each time.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	builds := 12
	if long() {
		builds = 100
	}
	random := rand.New(rand.NewPCG(7, 12))
	var first tree
	for n := range builds {
		p := scattered(t, random)
		cmd := command(t.Context(), "plain", p.build("--jobs", fmt.Sprint(1+random.IntN(9)))...)
		pick := func(of ...string) string { return of[random.IntN(len(of))] }
		cmd.Env = append(cmd.Env, "GROWTHPORTAL_MACHINETEST_THEME=portal",
			fmt.Sprint("GOMAXPROCS=", 1+random.IntN(8)), "TZ="+pick("UTC", "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu", ""),
			"LANG="+pick("C", "sv_SE.UTF-8", "tr_TR.UTF-8", "ja_JP.EUC-JP"), "LC_ALL="+pick("", "C", "de_DE.UTF-8"),
			"USER="+pick("anna", "root", ""), "HOME="+t.TempDir(), "HOSTNAME="+pick("a", "b"), "GOGC="+pick("off", "20", "100"))
		cmd.Dir = t.TempDir()
		cmd.Env = append(cmd.Env, umaskVariable+"="+pick("0", "22", "77", "7"))
		status, said := finish(t, cmd)
		if status != 0 {
			t.Fatalf("status %d: %s", status, said)
		}
		got := readTree(t, p.path("public"))
		got["/.manifest"] = readFile(t, p.path("public/.manifest"))
		if first == nil {
			first = got
		}
		if why := first.differs(got); why != "" || len(first) != len(got) {
			t.Errorf("build %d: %d files, not %d; %s", n, len(got), len(first), why)
		}
		for name, content := range got {
			if strings.Contains(content, p.dir) || strings.Contains(content, cmd.Dir) {
				t.Errorf("build %d: %s tells of a folder of the machine", n, name)
			}
		}
	}
	t.Logf("%d builds of %d files", builds, len(first))
}

// scattered is the sample of all that a site can have, written into a folder with a name of its own, its files in a random order and
// with random times.
func scattered(t *testing.T, random *rand.Rand) *place {
	t.Helper()
	p := &place{t, filepath.Join(t.TempDir(), strings.Repeat("m", 1+random.IntN(60)))}
	source := os.DirFS("../testdata/golden/site")
	var names []string
	err := fs.WalkDir(source, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	p.must(err)
	slices.Sort(names)
	random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	for _, name := range names {
		content, err := fs.ReadFile(source, name)
		p.must(err)
		p.write(name, string(content))
		at := time.Unix(random.Int64N(2_000_000_000), random.Int64N(1_000_000_000))
		p.must(os.Chtimes(p.path(name), at, at))
	}
	return p
}
