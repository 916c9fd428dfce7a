package output

import (
	"crypto/sha256"
	"errors"
	"io"
)

// Trusted reports whether the live tree has a regular file at p whose bytes are c. It is taken from the manifest where the
// file's signature is as it was, and read otherwise, once. It is safe for concurrent use. A file that cannot be read is not
// trusted.
func (t *Tree) Trusted(p Path, c Digest) bool {
	trusted, err := t.holds(p, c)
	return err == nil && trusted
}

// holds is Trusted for those who must know that a file cannot be read.
func (t *Tree) holds(p Path, c Digest) (bool, error) {
	if t.found.files[p] == nil {
		if _, listed := t.manifest.Lookup(p); listed {
			t.notice(NoticeAltered)
		}
		return false, nil
	}
	actual, err := t.liveDigest(p)
	return actual == c, err
}

// liveDigest is the digest of a live file that was found, read only when it must be.
func (t *Tree) liveDigest(p Path) (Digest, error) {
	listed, known := t.manifest.Lookup(p)
	signature, signed := t.opt.Signatures[p]
	if known && signed && !t.opt.Verify && signature == signatureOf(t.found.files[p]) {
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
		t.notice(NoticeAltered)
	}
	return actual, nil
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
