package build

import (
	"encoding/binary"
	"fmt"
	"path/filepath"
	"sync/atomic"

	"growthportal/generator/build/memo"
	"growthportal/generator/output"
	"growthportal/generator/policy"
)

// The kinds of what is remembered.
const (
	rememberedDocument memo.Kind = 1 // what was read of a content file: the document without its text, and its diagnostics
	rememberedOutput   memo.Kind = 2 // what became of a recipe, by destination and path
	rememberedText     memo.Kind = 3 // the text of a document, under the document's key
	rememberedSources  memo.Kind = 4 // what the source files looked like, and their digests; under one key
	rememberedStanding memo.Kind = 5 // the last whole build, by destination
	rememberedPlay     memo.Kind = 6 // that a recipe could be made, by its key, and what its page asks of browsers
)

// memoryVersion is raised when the meaning of what is remembered changes.
const memoryVersion = "2"

// Recollection is what is remembered of earlier builds, for one destination. A nil one remembers nothing. It is safe
// for concurrent use.
type Recollection struct {
	memory *memo.Memory
	dest   string
	closed bool // to what is new: others may be writing the file

	waiting atomic.Int64 // bytes of documents that are not in the file yet
	stuck   atomic.Bool  // the file could not be written; Keep tries again, and tells
}

// enough is how many bytes of documents wait in the process's memory until they are written to the file.
const enough = 16 << 20

// MemoryFile is the memory's place below the source folder.
const MemoryFile = ".growthportal/memory"

// MemoryError says that something else stands where the memory belongs; its Path names it.
type MemoryError = memo.StrangerError

// MemoryFolder makes the folder of the memory, which holds the locks as well, in the site's folder, and gives its name. The
// error is a [*MemoryError], or the machine's.
func MemoryFolder(folder string) (string, error) {
	dir := filepath.Join(folder, filepath.Dir(filepath.FromSlash(MemoryFile)))
	return dir, memo.MakeFolder(dir)
}

// Recall opens the memory of the site in folder, for builds into dest. clean begins with nothing, and replaces what
// there was when it is kept. The caller keeps other processes from using it. The error is a [*MemoryError] where something
// else stands in its place, or the machine's.
func Recall(folder, dest, program string, clean bool) (*Recollection, error) {
	file := filepath.Join(folder, filepath.FromSlash(MemoryFile))
	version := program + " " + memoryVersion
	if err := memo.CheckFolder(filepath.Dir(file)); err != nil {
		return nil, err
	}
	if clean {
		return &Recollection{memory: memo.New(file, version), dest: dest}, nil
	}
	m, err := memo.Open(file, version)
	if err != nil {
		return nil, fmt.Errorf("opening the memory: %w", err)
	}
	return &Recollection{memory: m, dest: dest}, nil
}

// Peek opens the memory of the site in folder to look things up only, while other processes may write to it: what they are
// about to write shows damage by its checksum, and is as if it were not there.
func Peek(folder, program string) (*Recollection, error) {
	r, err := Recall(folder, "", program, false)
	if err != nil {
		return nil, err
	}
	r.closed = true
	return r, nil
}

// stores tells whether what is found out is worth handing over.
func (r *Recollection) stores() bool { return r != nil && !r.closed }

// Keep writes what this build adds. partial says that the build broke off and did not ask for all that it needs.
func (r *Recollection) Keep(partial bool) error {
	if !r.stores() {
		return nil
	}
	if err := r.memory.Save(memo.SaveOptions{Partial: partial}); err != nil {
		return fmt.Errorf("keeping the memory: %w", err)
	}
	return nil
}

// Close lets go of the memory.
func (r *Recollection) Close() error {
	if r == nil {
		return nil
	}
	return r.memory.Close()
}

// document gives what was remembered of a file, where its text is remembered too.
func (r *Recollection) document(key output.Digest, look func(head []byte)) bool {
	return r != nil && r.memory.Look(rememberedDocument, memo.Key(key), look)
}

// hasText tells whether the text of a document is there, and counts that as a use of it.
func (r *Recollection) hasText(key output.Digest) bool {
	return r != nil && r.memory.Touch(rememberedText, memo.Key(key))
}

// text shows a text to look, which must not keep it, and tells whether there is one.
func (r *Recollection) text(key output.Digest, look func(text []byte)) bool {
	return r != nil && r.memory.Look(rememberedText, memo.Key(key), look)
}

// keepDocument keeps what document.Encode made; the text is nil where there is none.
func (r *Recollection) keepDocument(key output.Digest, head, text []byte) {
	if !r.stores() {
		return
	}
	r.memory.Put(rememberedDocument, memo.Key(key), head)
	if text != nil {
		r.memory.Put(rememberedText, memo.Key(key), text)
	}
	if size := int64(len(head) + len(text)); r.waiting.Add(size) > enough && r.waiting.Swap(0) > enough && !r.stuck.Load() {
		r.stuck.Store(r.memory.Save(memo.SaveOptions{Partial: true}) != nil)
	}
}

func (r *Recollection) signatures() ([]byte, bool) {
	if r == nil {
		return nil, false
	}
	return r.memory.Get(rememberedSources, memo.Key{})
}

func (r *Recollection) keepSignatures(b []byte) { r.memory.Put(rememberedSources, memo.Key{}, b) }

func (r *Recollection) standing() ([]byte, bool) {
	return r.memory.Get(rememberedStanding, memo.Key(output.DigestOf(r.dest)))
}

func (r *Recollection) keepStanding(b []byte) {
	r.memory.Put(rememberedStanding, memo.Key(output.DigestOf(r.dest)), b)
}

// made is what became of a recipe: the bytes that its key stands for, and the file that holds them.
type made struct {
	recipe    output.Digest
	entry     output.Entry
	signature output.Signature
	held      bool         // the file is one that is held to the site's policy,
	facts     policy.Facts // and this is what it asks of browsers
}

// madeSize is how many bytes there are before the facts.
const madeSize = 32 + 32 + 8 + 8 + 8 + 8

func (r *Recollection) outputKey(p output.Path) memo.Key {
	return memo.Key(output.DigestOf(r.dest, p))
}

// output is what became of the recipe for a path at the last build into this destination.
func (r *Recollection) output(p output.Path) (m made, ok bool) {
	if r == nil {
		return m, false
	}
	found := r.memory.Look(rememberedOutput, r.outputKey(p), func(b []byte) { m, ok = decodeMade(p, b) })
	return m, found && ok
}

func decodeMade(p output.Path, b []byte) (m made, ok bool) {
	if len(b) < madeSize {
		return m, false
	}
	if m.held = policy.Held(p); m.held {
		if m.facts, ok = policy.Decode(b[madeSize:]); !ok {
			return m, false
		}
	}
	copy(m.recipe[:], b)
	copy(m.entry.Content[:], b[32:])
	word := func(i int) uint64 { return binary.LittleEndian.Uint64(b[64+8*i:]) }
	m.entry.Path, m.entry.Size = p, int64(word(0))
	m.signature = output.Signature{Size: int64(word(1)), Modified: int64(word(2)), Inode: word(3)}
	return m, true
}

func (r *Recollection) keepOutput(m made) {
	if r == nil {
		return
	}
	b := make([]byte, 0, madeSize)
	b = append(b, m.recipe[:]...)
	b = append(b, m.entry.Content[:]...)
	for _, word := range []uint64{uint64(m.entry.Size), uint64(m.signature.Size), uint64(m.signature.Modified), m.signature.Inode} {
		b = binary.LittleEndian.AppendUint64(b, word)
	}
	if m.held {
		b = m.facts.Append(b)
	}
	r.memory.Put(rememberedOutput, r.outputKey(m.entry.Path), b)
}

// rehearsed tells whether a recipe could be made, and what its page asks of browsers.
func (r *Recollection) rehearsed(key output.Digest) (facts policy.Facts, ok bool) {
	if r == nil {
		return facts, false
	}
	b, ok := r.memory.Get(rememberedPlay, memo.Key(key))
	if !ok {
		return facts, false
	}
	return policy.Decode(b)
}

// keepRehearsed keeps that recipes could be made.
func (r *Recollection) keepRehearsed(list []output.Recipe, held *held) {
	if !r.stores() {
		return
	}
	for _, recipe := range list {
		r.memory.Put(rememberedPlay, memo.Key(recipe.Key()), held.facts[recipe.Path].Append(nil))
	}
}
