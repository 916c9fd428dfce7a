package output

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
)

// Trusted reports whether the live tree has a regular file at p whose bytes are c. It is taken from the manifest where the
// file's signature is as it was, and read otherwise, once. It is safe for concurrent use.
func (t *Tree) Trusted(p Path, c Digest) bool {
	actual, err := t.liveDigest(p)
	return err == nil && actual == c
}

// liveDigest is the digest of the live file at p, read only when it must be.
func (t *Tree) liveDigest(p Path) (Digest, error) {
	listed, known := t.manifest.Lookup(p)
	info := t.found.files[p]
	if info == nil {
		if known {
			t.markAltered()
		}
		return Digest{}, fmt.Errorf("no file at %s", p)
	}
	if signature, ok := t.opt.Signatures[p]; ok && known && !t.opt.Verify && signature == signatureOf(info) {
		return listed.Content, nil
	}
	t.mu.Lock()
	actual, done := t.read[p]
	t.mu.Unlock()
	if done {
		return actual, nil
	}
	actual, err := t.hashFile(at(t.live, p))
	if err != nil {
		return Digest{}, err
	}
	t.mu.Lock()
	t.read[p] = actual
	t.mu.Unlock()
	if known && actual != listed.Content {
		t.markAltered()
	}
	return actual, nil
}

// markAltered remembers that somebody else's hand was in the live tree.
func (t *Tree) markAltered() {
	t.mu.Lock()
	t.altered = true
	t.mu.Unlock()
	t.notice(NoticeAltered)
}

// hashFile reads a file that is known to be regular.
func (t *Tree) hashFile(name string) (d Digest, err error) {
	f, err := t.disk.open(name)
	if err != nil {
		return Digest{}, err
	}
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return Digest{}, errors.Join(err, f.Close())
	}
	h.Sum(d[:0])
	return d, f.Close()
}
