package main

import (
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The machine's own time zones make no difference: a program that is told by ZONEINFO that Stockholm is where Tokyo is
// publishes what another does.
func TestMachinesZonesAreNotAsked(t *testing.T) {
	dir := t.TempDir()
	if err := writeBase(t, filepath.Join(dir, "site")); err != nil {
		t.Fatal(err)
	}
	zone := filepath.Join(dir, "zones", "Europe", "Stockholm")
	if err := os.MkdirAll(filepath.Dir(zone), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(zone, fixedZone(9*3600, "JST"), 0o644); err != nil {
		t.Fatal(err)
	}
	build := func(name string, env ...string) map[string]string {
		to := filepath.Join(dir, name)
		cmd := exec.Command("growthportal", "build", "--source", filepath.Join(dir, "site"), "--destination", to, "--now", "2026-11-23 12:00")
		cmd.Env = append(os.Environ(), env...)
		if said, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, said)
		}
		return published(t, to)
	}
	if d := cmp.Diff(build("usual"), build("doctored", "ZONEINFO="+filepath.Join(dir, "zones"), "TZ=Asia/Tokyo")); d != "" {
		t.Errorf("the machine's zones are seen (-usual +doctored):\n%s", d)
	}
}

// fixedZone is a zone of one offset, in seconds east of Greenwich, as a TZif file of version 1 (RFC 8536, section 3).
func fixedZone(offset int32, name string) []byte {
	zone := append([]byte("TZif"), make([]byte, 16)...)
	for _, count := range []uint32{0, 0, 0, 0, 1, uint32(len(name) + 1)} { // one type of local time, and its name
		zone = binary.BigEndian.AppendUint32(zone, count)
	}
	zone = binary.BigEndian.AppendUint32(zone, uint32(offset))
	zone = append(zone, 0, 0) // no summer time, the first name
	return append(append(zone, name...), 0)
}
