package machinetest

import (
	"os"
	"os/exec"
	"syscall"
	"testing"
)

// insideVariable names the test that runs in a namespace of its own.
const insideVariable = "GROWTHPORTAL_MACHINETEST_INSIDE"

// inside runs the calling test again, as a process in namespaces of its own in which it may do what it likes (see namespaces(7)), and
// takes over what came of it. There it gives true, and the test is to be done. Where the machine has no namespaces for everybody
// the test is skipped.
func inside(t *testing.T, namespaces uintptr) bool {
	t.Helper()
	if os.Getenv(insideVariable) == t.Name() {
		return true
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Env = append(os.Environ(), insideVariable+"="+t.Name())
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | namespaces,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	said, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		needs(t, "user namespaces for everybody: "+err.Error())
	}
	t.Logf("%s", said)
	if err != nil {
		t.Error(err)
	}
	return false
}
