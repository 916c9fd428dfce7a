package output

// Notice is something about a destination that whoever runs the program should hear of, though nothing failed. The numbers are
// not kept anywhere and may change.
type Notice int

const (
	// NoticeInPlace: the system cannot exchange two folders here, so files changed places one by one; readers may for
	// a moment have met pages of both versions.
	NoticeInPlace Notice = iota + 1
	// NoticeCopies: there are no hard links here, so files that did not change are copied, which takes longer.
	NoticeCopies
	// NoticeFinished: an earlier build was killed while files changed places, and has been finished now.
	NoticeFinished
	// NoticeDamaged: the manifest cannot be read, so every file is taken as changed.
	NoticeDamaged
	// NoticeAltered: somebody altered or removed a published file; it is put right.
	NoticeAltered
)

// String is the notice in English, for logs; what users read is the caller's to say.
func (n Notice) String() string {
	switch n {
	case NoticeInPlace:
		return "folders cannot change places here: files are put in their places one by one"
	case NoticeCopies:
		return "there are no hard links here: unchanged files are copied"
	case NoticeFinished:
		return "an earlier build that was killed has been finished"
	case NoticeDamaged:
		return "the manifest cannot be read: every file is taken as changed"
	case NoticeAltered:
		return "a published file was altered by somebody else: it is put right"
	}
	return "unknown notice"
}
