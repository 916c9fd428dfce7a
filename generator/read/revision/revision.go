// Package revision reads a site's folder as it was in a revision of git, from git's objects: no program is run, and nothing is
// checked out.
//
// Only ordinary files are seen. Symbolic links and submodules are left out; what Git LFS keeps elsewhere is seen as the pointer
// that git holds.
package revision

import (
	"errors"
	"fmt"
	"path/filepath"
	"sync"

	"github.com/go-git/go-git/v5"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
)

// Fault names a reason why there is nothing to read.
type Fault string

// The faults.
const (
	NoRepository Fault = "no-repository" // the folder is in no git repository
	NoRevision   Fault = "no-revision"   // the repository does not know the revision
	Shallow      Fault = "shallow"       // the clone lacks it, or a part of it: it was made with less than the whole history
	NoFolder     Fault = "no-folder"     // the revision does not have the folder
)

// Error says why there is nothing to read of a revision. Err is what git's library says, or nil.
type Error struct {
	Fault    Fault
	Revision string
	Err      error
}

func (e *Error) Error() string { return fmt.Sprintf("reading revision %s: %s", e.Revision, e.Fault) }

// Unwrap gives what git's library says.
func (e *Error) Unwrap() error { return e.Err }

// Open finds the folder dir, an absolute path, in a revision: a branch, a tag, a commit, or what git-rev-parse(1) calls such as
// "HEAD~1" and "origin/main". The repository is that of the folder, or of a folder above it; worktrees have that of their main one.
// The error is an [*Error].
func Open(dir, revision string) (*Tree, error) {
	wrong := func(f Fault, err error) error { return &Error{f, revision, err} }
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real // the folders above it are those of where it is, not of a link to it
	}
	repo, err := git.PlainOpenWithOptions(dir, &git.PlainOpenOptions{DetectDotGit: true, EnableDotGitCommonDir: true})
	if err != nil {
		return nil, wrong(NoRepository, err)
	}
	missing := func(f Fault, err error) error {
		if shallow, _ := repo.Storer.Shallow(); len(shallow) > 0 || errors.Is(err, plumbing.ErrObjectNotFound) && f != NoRevision {
			f = Shallow
		}
		return wrong(f, err)
	}
	hash, err := repo.ResolveRevision(plumbing.Revision(revision))
	if err != nil {
		return nil, missing(NoRevision, err)
	}
	commit, err := repo.CommitObject(*hash)
	if err != nil {
		return nil, missing(NoRevision, err)
	}
	root, err := commit.Tree()
	if err != nil {
		return nil, missing(NoFolder, err)
	}
	below, err := within(repo, dir)
	if err != nil {
		return nil, wrong(NoRepository, err)
	}
	if below != "." {
		if root, err = root.Tree(below); err != nil {
			return nil, missing(NoFolder, err)
		}
	}
	return &Tree{repo: repo, root: root}, nil
}

// within is the path of a folder below the top of its repository, with "/".
func within(repo *git.Repository, dir string) (string, error) {
	work, err := repo.Worktree()
	if err != nil {
		return "", fmt.Errorf("finding the top of the repository: %w", err)
	}
	top, err := filepath.EvalSymlinks(work.Filesystem.Root())
	if err != nil {
		return "", fmt.Errorf("finding the top of the repository: %w", err)
	}
	below, err := filepath.Rel(top, dir)
	if err != nil {
		return "", fmt.Errorf("finding the folder in its repository: %w", err)
	}
	return filepath.ToSlash(below), nil
}

// Tree is a folder as it was. It is an [io/fs.FS], safe for concurrent use.
type Tree struct {
	mu   sync.Mutex // git's library reads one object at a time
	repo *git.Repository
	root *object.Tree
}
