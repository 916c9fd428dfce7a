package build

import (
	"fmt"
	"sync"

	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/read/document"
	"growthportal/generator/read/source"
)

// texts gives the texts of documents back, which the process does not hold in its memory: 10,000 of them are as much as all
// else together. They are in the memory on disk; where that turns out damaged or has been let go, the file is read again.
type texts struct {
	recall *Recollection
	snap   *source.Snapshot
	reader *document.Reader
}

// library is the texts as the latest build knows them: documents outlive builds in a process that watches.
type library struct {
	mu  sync.RWMutex
	now texts
}

// textsOf is the library of all builds with the same k, from now on with these texts.
func (k *Kept) textsOf(now texts) *library {
	if k == nil {
		return &library{now: now}
	}
	k.library.mu.Lock()
	defer k.library.mu.Unlock()
	if now.recall == nil {
		now.recall = k.library.now.recall // that of the first build, of a process that writes none
	}
	k.library.now = now
	return &k.library
}

// reading is how the texts are read.
func (l *library) reading() *document.Reader {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.now.reader
}

// takeFrom leaves a document without its text, and with the way back to it. digest is that of the file.
func (l *library) takeFrom(doc *document.Document, digest, key output.Digest) {
	if doc == nil || doc.Body.Empty() {
		return
	}
	path := doc.Path
	doc.Body = doc.Body.Without(func(lean *model.Body) (*model.Body, error) { return l.fetch(lean, path, digest, key) })
	doc.Body.Each = func(lean *model.Body, give func([]byte, int) error) error {
		return l.each(lean, path, digest, key, give)
	}
}

// each gives the segments of a text straight from the memory on disk, where they are there.
func (l *library) each(lean *model.Body, path string, digest, key output.Digest, give func([]byte, int) error) error {
	l.mu.RLock()
	t := l.now
	l.mu.RUnlock()
	var told bool
	var err error
	t.recall.text(key, func(text []byte) { told, err = document.EachSegment(lean, text, give) })
	if told {
		return err
	}
	whole, err := l.fetch(lean, path, digest, key)
	if err != nil {
		return err
	}
	for _, s := range whole.Segments {
		if err := give([]byte(s.HTML), s.Ref); err != nil {
			return err
		}
	}
	return nil
}

func (l *library) fetch(lean *model.Body, path string, digest, key output.Digest) (*model.Body, error) {
	l.mu.RLock()
	t := l.now
	l.mu.RUnlock()
	var whole *model.Body
	t.recall.text(key, func(text []byte) {
		if body, err := document.DecodeText(lean, text); err == nil {
			whole = body
		}
	})
	if whole != nil {
		return whole, nil
	}
	content, found, err := t.snap.Load(path)
	if err != nil {
		return nil, fmt.Errorf("reading content again: %w", err)
	}
	doc, _ := t.reader.Read(path, content)
	if found != digest || doc == nil || doc.Body.Digest != lean.Digest {
		return nil, fmt.Errorf("%s was changed while the site was being made", path)
	}
	return doc.Body, nil
}
