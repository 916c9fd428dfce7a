package watch

import (
	"slices"

	"golang.org/x/sys/unix"
)

// remote are file systems that others write to without this system's kernel knowing, by the magic numbers of statfs(2); those of
// SMB2 and of WSL's and virtual machines' shared folders are in the kernel's headers only.
var remote = [...]uint32{
	unix.NFS_SUPER_MAGIC, unix.SMB_SUPER_MAGIC, unix.CIFS_SUPER_MAGIC, unix.SMB2_SUPER_MAGIC, unix.FUSE_SUPER_MAGIC, unix.V9FS_MAGIC,
	unix.AFS_SUPER_MAGIC, unix.AFS_FS_MAGIC, unix.CEPH_SUPER_MAGIC, unix.CODA_SUPER_MAGIC,
	0x6a656a63, // FAKEOWNER: Docker Desktop on a Mac
	0x786f4256, // VBOXSF: VirtualBox
}

// onNetwork tells whether events are known to get lost in a folder.
func onNetwork(dir string) bool {
	var stat unix.Statfs_t
	return unix.Statfs(dir, &stat) == nil && slices.Contains(remote[:], uint32(stat.Type))
}
