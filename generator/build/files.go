package build

import (
	"context"
	"fmt"
	"io"
	"slices"
	"sync"

	"growthportal/generator/diag"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/read/config"
	"growthportal/generator/read/document"
	"growthportal/generator/read/media"
	"growthportal/generator/read/source"
	"growthportal/generator/site"
)

// files tells the site of the files beside items. It looks into each once.
type files struct {
	ctx    context.Context
	snap   *source.Snapshot
	limits media.Limits
	names  names
	kept   *Kept
	err    error // the first failure of the machine

	mu    sync.Mutex
	known map[string]looked
}

type looked struct {
	media model.Media
	diags []diag.Diagnostic
}

func (b *builder) newFiles(budgets config.Budgets) *files {
	return &files{ctx: b.ctx, snap: b.snap, names: b.names, kept: b.Kept, known: map[string]looked{}, limits: media.Limits{
		Pixels: budgets.Pixels, Picture: budgets.Image, File: budgets.Attachment,
	}}
}

// Exists implements site.Files.
func (f *files) Exists(path string) bool {
	_, ok := f.snap.Lookup(path)
	return ok && !document.IsDocument(path)
}

// Beside implements site.Files.
func (f *files) Beside() []string { return f.names.beside }

func (f *files) static() []string {
	var list []string
	for _, file := range f.snap.Files(document.ContentRoot + "/static") {
		list = append(list, file.Path)
	}
	return list
}

// Media implements site.Files. The diagnostics are the caller's to alter.
func (f *files) Media(path string) (model.Media, []diag.Diagnostic) {
	f.mu.Lock()
	defer f.mu.Unlock()
	l, ok := f.known[path]
	if !ok {
		l = f.recall(path, output.DigestOf("media", f.limits), func() looked { return f.look(path) })
		f.known[path] = l
	}
	return l.media, slices.Clone(l.diags)
}

// recall is what was found when the question was last asked of a file with the same bytes, or is found now. The first
// failure of the machine must not be kept for an answer.
func (f *files) recall(path string, question output.Digest, find func() looked) looked {
	digest, known := f.kept.digest(path)
	if f.kept == nil || f.err != nil {
		return find()
	}
	if !known {
		var err error
		file, _ := f.snap.Lookup(path)
		if file.Size > source.MaxSize {
			return find()
		}
		if digest, err = f.snap.Digest(path); err != nil {
			f.fail(err)
			return looked{}
		}
		f.kept.learn(file, digest)
	}
	return f.kept.look(mediaKey{path, digest, question}, find, func() bool { return f.err == nil })
}

func (f *files) look(path string) looked {
	if file, _ := f.snap.Lookup(path); file.Size > source.MaxSize {
		return looked{diags: []diag.Diagnostic{source.TooLarge(path, file.Size, source.MaxSize)}}
	}
	content, err := f.snap.Read(path)
	if err != nil {
		f.fail(err)
		return looked{}
	}
	info, problems := media.Inspect(path, content, f.limits)
	var l looked
	for _, p := range problems {
		l.diags = append(l.diags, p.At(diag.Whole(path)))
	}
	if diag.HasErrors(l.diags) {
		return l
	}
	published, err := media.Strip(path, content)
	if err != nil {
		l.diags = append(l.diags, diag.BrokenImage.At(diag.Whole(path), info.Label))
		return l
	}
	l.media = model.Media{
		Path: path, Type: info.Media, Label: info.Label, Size: int64(len(published)), Width: info.Width, Height: info.Height,
		Pages: info.Pages, Lang: info.Lang, Digest: output.Sum(published), Image: media.IsPicture(path),
		Opaque: info.Opaque, Fixed: info.Fixed,
	}
	l.diags = append(l.diags, writtenNumbers(path, content)...)
	return l
}

func (f *files) fail(err error) {
	if f.err == nil {
		f.err = fmt.Errorf("reading files beside content: %w", err)
	}
}

// checkStatic reports photographs in content/static/ that tell where they were taken: these files are published byte
// for byte.
func (f *files) checkStatic() []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, path := range f.static() {
		if file, _ := f.snap.Lookup(path); file.Size > source.MaxSize {
			found = append(found, source.TooLarge(path, file.Size, source.MaxSize))
			continue
		}
		found = append(found, f.recall(path, output.DigestOf("static"), func() looked { return f.lookStatic(path) }).diags...)
		if f.err != nil {
			return found
		}
	}
	return found
}

func (f *files) lookStatic(path string) (l looked) {
	content, err := f.snap.Read(path)
	if err != nil {
		f.fail(err)
	} else if media.HasPosition(content) {
		l.diags = []diag.Diagnostic{diag.PhotoPosition.At(diag.Whole(path)).With(diag.PutBeside)}
	} else {
		l.diags = writtenNumbers(path, content)
	}
	return l
}

// copies are the recipes of files that are published as they are, or without what a photograph must not tell.
func (f *files) copies(list []site.File) ([]output.Recipe, error) {
	recipes := make([]output.Recipe, 0, len(list))
	for _, file := range list {
		digest := output.Digest(file.Media.Digest)
		if file.Static {
			var err error
			if digest, err = f.snap.Digest(file.Source); err != nil {
				return nil, fmt.Errorf("reading files beside content: %w", err)
			}
		}
		recipes = append(recipes, output.Recipe{
			Path: output.Path(file.URL.File()), Maker: "file/1", Inputs: output.DigestOf(digest, file.Static), Claim: file.Source,
			Make: func(w io.Writer) error { return f.copy(w, file) },
		})
	}
	return recipes, nil
}

func (f *files) copy(w io.Writer, file site.File) error {
	content, err := f.snap.Read(file.Source)
	if err == nil && !file.Static {
		content, err = media.Strip(file.Source, content)
	}
	if err == nil {
		_, err = w.Write(content)
	}
	return err
}
