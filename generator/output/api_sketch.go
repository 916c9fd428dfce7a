package output

import (
	"context"
	"errors"
	"io"
	"time"
)

type Signature struct {
	Size     int64
	Modified int64
	Inode    uint64
}

type Notice int

type Options struct {
	Replace    bool
	Sources    string
	Verify     bool
	Signatures map[Path]Signature
	Notice     func(Notice)
}

type CommitOptions struct{}

type Result struct {
	Changed    bool
	Signatures map[Path]Signature
}

type Manifest struct{ Published, Kept Set }

type Tree struct{}

var (
	ErrForeign           = errors.New("the destination holds files that were not written by this program")
	ErrSources           = errors.New("the destination holds sources")
	ErrNothingToRollBack = errors.New("there is no version before this one")
	ErrLocked            = errors.New("another build is at work")
)

func Open(ctx context.Context, dest string, opt Options) (*Tree, error) { panic("sketch") }
func (t *Tree) Current() *Manifest                                       { panic("sketch") }
func (t *Tree) Trusted(p Path, c Digest) bool                            { panic("sketch") }
func (t *Tree) Begin() (*Transaction, error)                             { panic("sketch") }
func (t *Tree) Rollback(ctx context.Context) error                       { panic("sketch") }

type Transaction struct{}

func (tx *Transaction) Keep(p Path, c Digest, size int64) { panic("sketch") }
func (tx *Transaction) Write(p Path, make func(w io.Writer) error) (Entry, error) {
	panic("sketch")
}
func (tx *Transaction) Commit(ctx context.Context, opt CommitOptions) (Result, error) {
	panic("sketch")
}
func (tx *Transaction) Abort() { panic("sketch") }

func Lock(ctx context.Context, path string, wait time.Duration) (release func(), err error) {
	panic("sketch")
}
