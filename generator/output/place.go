package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
)

// share makes to, which must not exist, another name of the file from; where there are no hard links, a copy of it.
func (t *Tree) share(from, to string) error {
	err := t.disk.link(from, to)
	if err == nil || errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrExist) {
		return err
	}
	if copied := t.copyFile(from, to); copied != nil {
		return errors.Join(err, copied)
	}
	t.copies = true
	t.notice(NoticeCopies)
	return nil
}

// shareOver is share for a name that may be taken by another file or a link: that is replaced in one step.
func (t *Tree) shareOver(from, to string) error {
	temp := filepath.Join(filepath.Dir(to), tempPrefix+"share")
	if err := t.discard(temp); err != nil {
		return err
	}
	if err := t.share(from, temp); err != nil {
		return err
	}
	if err := t.disk.rename(temp, to); err != nil {
		return errors.Join(err, t.discard(temp))
	}
	// Where from and to are already names of one file, rename does nothing by its definition and the temporary name stays.
	return t.discard(temp)
}

func (t *Tree) copyFile(from, to string) error {
	in, err := t.disk.open(from)
	if err != nil {
		return err
	}
	out, err := t.disk.create(to)
	if err != nil {
		return errors.Join(err, in.Close())
	}
	_, err = io.Copy(out, in)
	if err = errors.Join(err, in.Close(), out.Close()); err != nil {
		return errors.Join(err, t.discard(to))
	}
	return nil
}

// makeFolders makes the folder name and those above it that are missing.
func (t *Tree) makeFolders(name string) error {
	info, err := t.disk.lstat(name)
	if err == nil && !info.IsDir() {
		err = fmt.Errorf("%s is not a folder", name)
	}
	if err == nil || !errors.Is(err, fs.ErrNotExist) || filepath.Dir(name) == name {
		return err
	}
	if err := t.makeFolders(filepath.Dir(name)); err != nil {
		return err
	}
	if err := t.disk.mkdir(name); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}
