package machinetest

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"
)

// The calls that the supervisor hears of: all that alter files, all that look at them, and all that a build never makes.
var (
	altering = []int{
		unix.SYS_WRITE, unix.SYS_PWRITE64, unix.SYS_WRITEV, unix.SYS_COPY_FILE_RANGE, unix.SYS_SENDFILE, unix.SYS_SPLICE,
		unix.SYS_RENAMEAT, unix.SYS_RENAMEAT2, unix.SYS_LINKAT, unix.SYS_SYMLINKAT, unix.SYS_UNLINKAT, unix.SYS_MKDIRAT,
		unix.SYS_FCHMOD, unix.SYS_FCHMODAT, unix.SYS_FTRUNCATE, unix.SYS_FALLOCATE, unix.SYS_UTIMENSAT, unix.SYS_FLOCK,
		unix.SYS_FSYNC, unix.SYS_FDATASYNC, unix.SYS_SYNCFS,
	}
	looking = []int{
		unix.SYS_OPENAT, unix.SYS_READ, unix.SYS_PREAD64, unix.SYS_NEWFSTATAT, unix.SYS_FSTAT, unix.SYS_STATX,
		unix.SYS_GETDENTS64, unix.SYS_READLINKAT, unix.SYS_FACCESSAT, unix.SYS_FACCESSAT2,
	}
	unheardOf = []int{
		unix.SYS_EXECVE, unix.SYS_EXECVEAT, unix.SYS_SOCKET, unix.SYS_CONNECT, unix.SYS_BIND, unix.SYS_LISTEN, unix.SYS_PTRACE,
		unix.SYS_MOUNT, unix.SYS_OPENAT2, unix.SYS_MKNODAT, unix.SYS_KILL,
	}
)

// call is one call to the system, which waits for a verdict.
type call struct {
	nr   int
	name string
	// paths are the absolute names of the files that it is about, as far as it says: two for renames and links.
	paths  []string
	writes bool // it alters a file, or opens it for that
	flags  uint64
}

func (c *call) String() string { return fmt.Sprintf("%s(%s)", c.name, strings.Join(c.paths, ", ")) }

// verdict is what becomes of a call: with nothing set, it is made.
type verdict struct {
	errno syscall.Errno // it fails with this, and nothing is done
	kill  bool          // the program is killed before it is made
	then  bool          // the program is killed as soon as it has been made, or while it is
}

const unsupervised = 97 // the status of a program that could not be put under supervision

const (
	seccompSetModeFilter = 1
	filterTSync          = 1 << 0
	filterNewListener    = 1 << 3
	filterTSyncESRCH     = 1 << 4
	filterWaitKillable   = 1 << 5 // only what kills the program can take a call from the supervisor's hands
)

// submit puts this process under the supervision of whoever holds the other end of the socket fd. See seccomp_unotify(2).
func submit(fd int) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	const returnNotify, returnAllow = 0x7fc00000, 0x7fff0000
	filter := []unix.SockFilter{{Code: unix.BPF_LD | unix.BPF_W | unix.BPF_ABS, K: 0}}
	all := slices.Concat(altering, looking, unheardOf)
	for i, nr := range all {
		filter = append(filter, unix.SockFilter{Code: unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K, K: uint32(nr), Jt: uint8(len(all) - i)})
	}
	filter = append(filter, unix.SockFilter{Code: unix.BPF_RET, K: returnAllow}, unix.SockFilter{Code: unix.BPF_RET, K: returnNotify})
	program := unix.SockFprog{Len: uint16(len(filter)), Filter: &filter[0]}
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return fmt.Errorf("no new privileges: %w", err)
	}
	const flags = filterTSync | filterNewListener | filterTSyncESRCH | filterWaitKillable
	listener, _, errno := unix.Syscall(unix.SYS_SECCOMP, seccompSetModeFilter, flags, uintptr(unsafe.Pointer(&program)))
	if errno != 0 {
		return fmt.Errorf("seccomp: %w", errno)
	}
	if err := unix.Sendmsg(fd, []byte{1}, unix.UnixRights(int(listener)), nil, 0); err != nil {
		return fmt.Errorf("handing over: %w", err)
	}
	return errors.Join(unix.Close(int(listener)), unix.Close(fd))
}

// notification and answer are struct seccomp_notif and struct seccomp_notif_resp.
type notification struct {
	ID        uint64
	PID       uint32
	Flags     uint32
	NR        int32
	Arch      uint32
	IP        uint64
	Arguments [6]uint64
}

type answer struct {
	ID    uint64
	Value int64
	Error int32
	Flags uint32
}

// ended is how a supervised program has ended.
type ended struct {
	status int // -1 when it was killed
	killed bool
	said   string
}

// supervise runs the program and asks judge about every call.
func supervise(t testing.TB, judge func(*call) verdict, args ...string) ended {
	t.Helper()
	return superviseCommand(t, judge, command(t.Context(), "supervised", args...))
}

func superviseCommand(t testing.TB, judge func(*call) verdict, cmd *exec.Cmd) ended {
	t.Helper()
	pair, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	theirs := os.NewFile(uintptr(pair[1]), "theirs")
	var out bytes.Buffer
	if cmd.Stdout == nil {
		cmd.Stdout, cmd.Stderr = &out, &out
	}
	cmd.ExtraFiles = []*os.File{theirs}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	theirs.Close()
	listener, err := takeOver(pair[0])
	unix.Close(pair[0])
	if err == nil {
		s := &supervisor{TB: t, listener: listener, process: cmd.Process, judge: judge}
		err = s.preside()
		unix.Close(listener)
	}
	_ = cmd.Wait()
	e := ended{status: cmd.ProcessState.ExitCode(), said: out.String()}
	e.killed = e.status == -1
	if err != nil || e.status == unsupervised {
		needs(t, fmt.Sprintf("a kernel that lets programs be supervised: %v %s", err, e.said))
	}
	return e
}

func takeOver(socket int) (listener int, err error) {
	text, rights := make([]byte, 1), make([]byte, unix.CmsgSpace(4))
	_, n, _, _, err := unix.Recvmsg(socket, text, rights, unix.MSG_CMSG_CLOEXEC)
	if err != nil {
		return 0, err
	}
	messages, err := unix.ParseSocketControlMessage(rights[:n])
	if err != nil || len(messages) != 1 {
		return 0, fmt.Errorf("nothing was handed over: %w", err)
	}
	fds, err := unix.ParseUnixRights(&messages[0])
	if err != nil {
		return 0, err
	}
	return fds[0], nil
}

type supervisor struct {
	testing.TB
	listener int
	process  *os.Process
	judge    func(*call) verdict
}

// preside answers calls until the program has ended.
func (s *supervisor) preside() error {
	for {
		poll := []unix.PollFd{{Fd: int32(s.listener), Events: unix.POLLIN}}
		if _, err := unix.Poll(poll, -1); err != nil && err != unix.EINTR {
			return err
		}
		if poll[0].Revents&unix.POLLIN == 0 {
			if poll[0].Revents != 0 {
				return nil // the last thread is gone
			}
			continue
		}
		var n notification
		if err := s.control(unix.SECCOMP_IOCTL_NOTIF_RECV, unsafe.Pointer(&n)); err != nil {
			if err == unix.ENOENT || err == unix.EINTR {
				continue // the caller died while it waited
			}
			return err
		}
		s.decide(&n)
	}
}

func (s *supervisor) control(request uintptr, arg unsafe.Pointer) error {
	_, _, errno := unix.Syscall(unix.SYS_IOCTL, uintptr(s.listener), request, uintptr(arg))
	if errno != 0 {
		return errno
	}
	return nil
}

func (s *supervisor) decide(n *notification) {
	v := s.judge(read(n))
	a := answer{ID: n.ID, Flags: unix.SECCOMP_USER_NOTIF_FLAG_CONTINUE}
	if v.errno != 0 {
		a.Error, a.Flags = -int32(v.errno), 0
	}
	if v.kill {
		_ = s.process.Kill()
		return
	}
	if err := s.control(unix.SECCOMP_IOCTL_NOTIF_SEND, unsafe.Pointer(&a)); err != nil && err != unix.ENOENT {
		s.Errorf("answering a call: %v", err)
	}
	if v.then {
		_ = s.process.Kill()
	}
}

// read finds out what a call is about.
func read(n *notification) *call {
	c := &call{nr: int(n.NR), name: names[int(n.NR)]}
	at := func(dir, name int) { c.paths = append(c.paths, pathOf(n, n.Arguments[dir], n.Arguments[name])) }
	switch c.nr {
	case unix.SYS_RENAMEAT, unix.SYS_LINKAT:
		at(0, 1)
		at(2, 3)
	case unix.SYS_RENAMEAT2:
		at(0, 1)
		at(2, 3)
		c.flags = n.Arguments[4]
	case unix.SYS_SYMLINKAT:
		at(1, 2)
	case unix.SYS_OPENAT:
		at(0, 1)
		c.flags = n.Arguments[2]
	case unix.SYS_NEWFSTATAT, unix.SYS_STATX, unix.SYS_READLINKAT, unix.SYS_FACCESSAT, unix.SYS_FACCESSAT2, unix.SYS_UNLINKAT,
		unix.SYS_MKDIRAT, unix.SYS_FCHMODAT, unix.SYS_UTIMENSAT, unix.SYS_OPENAT2, unix.SYS_MKNODAT:
		at(0, 1)
	case unix.SYS_EXECVE, unix.SYS_SOCKET, unix.SYS_CONNECT, unix.SYS_BIND, unix.SYS_LISTEN, unix.SYS_KILL:
	default:
		c.paths = []string{fileOf(n, n.Arguments[0])}
	}
	c.writes = slices.Contains(altering, c.nr) || c.nr == unix.SYS_OPENAT && c.flags&(unix.O_WRONLY|unix.O_RDWR|unix.O_CREAT|unix.O_TRUNC) != 0
	return c
}

// fileOf is what a file descriptor of the caller stands for: an absolute name, or such as "pipe:[12]".
func fileOf(n *notification, fd uint64) string {
	name, _ := os.Readlink(fmt.Sprintf("/proc/%d/fd/%d", n.PID, int32(fd)))
	return strings.TrimSuffix(name, " (deleted)")
}

func pathOf(n *notification, dir, address uint64) string {
	name := text(int(n.PID), uintptr(address))
	if filepath.IsAbs(name) {
		return filepath.Clean(name)
	}
	base := ""
	if int32(dir) == unix.AT_FDCWD {
		base, _ = os.Readlink(fmt.Sprintf("/proc/%d/cwd", n.PID))
	} else {
		base = fileOf(n, dir)
	}
	return filepath.Join(base, name)
}

// text reads the caller's text at an address, up to its zero byte.
func text(pid int, address uintptr) string {
	const page = 4096
	var whole []byte
	for len(whole) < page {
		part := make([]byte, page-int(address)%page) // the next page may not be there
		remote := []unix.RemoteIovec{{Base: address, Len: len(part)}}
		local := []unix.Iovec{{Base: &part[0]}}
		local[0].SetLen(len(part))
		got, err := unix.ProcessVMReadv(pid, local, remote, 0)
		if err != nil {
			break
		}
		whole = append(whole, part[:got]...)
		if end := bytes.IndexByte(whole, 0); end >= 0 {
			return string(whole[:end])
		}
		address += uintptr(got)
	}
	return string(whole)
}

// names are those of the calls, for messages.
var names = map[int]string{
	unix.SYS_WRITE: "write", unix.SYS_PWRITE64: "pwrite64", unix.SYS_WRITEV: "writev", unix.SYS_COPY_FILE_RANGE: "copy_file_range",
	unix.SYS_SENDFILE: "sendfile", unix.SYS_SPLICE: "splice", unix.SYS_RENAMEAT: "renameat", unix.SYS_RENAMEAT2: "renameat2",
	unix.SYS_LINKAT: "linkat", unix.SYS_SYMLINKAT: "symlinkat", unix.SYS_UNLINKAT: "unlinkat", unix.SYS_MKDIRAT: "mkdirat",
	unix.SYS_FCHMOD: "fchmod", unix.SYS_FCHMODAT: "fchmodat", unix.SYS_FTRUNCATE: "ftruncate", unix.SYS_FALLOCATE: "fallocate",
	unix.SYS_UTIMENSAT: "utimensat", unix.SYS_FLOCK: "flock", unix.SYS_FSYNC: "fsync", unix.SYS_FDATASYNC: "fdatasync",
	unix.SYS_SYNCFS: "syncfs", unix.SYS_OPENAT: "openat", unix.SYS_READ: "read", unix.SYS_PREAD64: "pread64",
	unix.SYS_NEWFSTATAT: "newfstatat", unix.SYS_FSTAT: "fstat", unix.SYS_STATX: "statx", unix.SYS_GETDENTS64: "getdents64",
	unix.SYS_READLINKAT: "readlinkat", unix.SYS_FACCESSAT: "faccessat", unix.SYS_FACCESSAT2: "faccessat2", unix.SYS_EXECVE: "execve",
	unix.SYS_EXECVEAT: "execveat", unix.SYS_SOCKET: "socket", unix.SYS_CONNECT: "connect", unix.SYS_BIND: "bind",
	unix.SYS_LISTEN: "listen", unix.SYS_PTRACE: "ptrace", unix.SYS_MOUNT: "mount", unix.SYS_OPENAT2: "openat2",
	unix.SYS_MKNODAT: "mknodat", unix.SYS_KILL: "kill",
}
