package build

import (
	"growthportal/generator/output"
	"growthportal/generator/pack"
	"growthportal/generator/read/source"
)

// signedFile is what is remembered of a source file from one process to the next, so that it need not be read again: its
// digest, and what it looked like when that was taken. The signature tells by the inode's own time whether the file has
// been touched since, and the inode's number whether it is another; a copied or checked out file is read again.
type signedFile struct {
	Path      string
	Signature source.Signature
	Digest    output.Digest // zero where nobody has read the file
	Rested    bool          // it had come to rest, so that the signature stands for the digest
}

// restore takes over what an earlier process knew of the source files, before the first build.
func (k *Kept) restore(from *Recollection) {
	if k == nil || k.restored {
		return
	}
	k.restored = true
	packed, ok := from.signatures()
	if !ok {
		return
	}
	list, err := pack.New[[]signedFile]().Unpack(packed)
	if err != nil {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.earlier = list
	k.signed = make(map[string]source.Signature, len(list))
	k.digests = make(map[string]output.Digest, len(list))
	for _, f := range list {
		if k.signed[f.Path] = f.Signature; f.Rested {
			k.digests[f.Path] = f.Digest
		}
	}
}

// hand gives what is known of the source files to a memory, for the next process. A process that stays does so once: what
// changes later is read again by the next.
func (k *Kept) hand(snap *source.Snapshot, to *Recollection) {
	if k == nil || k.handed || !to.stores() {
		return
	}
	k.handed = true
	files := snap.Files(".") // by path
	list := make([]signedFile, len(files))
	for i, f := range files {
		list[i].Path, list[i].Signature = f.Path, f.Signature()
		if list[i].Digest, list[i].Rested = k.digest(f.Path); !list[i].Rested && f.Size <= source.MaxSize {
			if d, err := snap.Digest(f.Path); err == nil {
				list[i].Digest = d
				k.learn(f, d)
			}
		}
	}
	to.keepSignatures(pack.New[[]signedFile]().Pack(&list))
}
