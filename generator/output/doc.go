// Package output is the dispatch room: recipes, finished files, and the one hand that writes public/.
//
// A [Recipe] says how one published file is made; its [Recipe.Key] is known before the file is, from the digest of the
// very inputs that its Make closes over. [MakeAll] makes many at once into a [Sink]: a [Memory] or a [Transaction].
//
// # Two trees
//
// A destination (public/) has a spare tree beside it (.public.spare). A [Transaction] brings the spare to the new state and
// then lets the two change places in one step, so that a reader finds one whole version at every instant, and so that
// the version before stays for [Tree.Rollback]. Files that both versions share are one inode with two names: a link that
// is in its place is proof that the bytes are right, which is why a spare that a kill left half-made heals by itself.
// New bytes are always a new file and a rename, because writing in place would alter the live version too.
//
// Where the system cannot exchange two folders (Windows, mount points, some network drives), the files change places one by
// one under a journal: assets, other files, pages, then what is gone, the manifest last. A build that is killed there is
// finished by the next. Where there are no hard links, files are copied and compared by hash.
//
// # The files that are ours
//
//   - .manifest in each tree lists every published file and its hash ([Manifest]); it also makes a folder known as ours
//   - .journal stands in the spare only and says what the spare is: half-made, the version before, or half-exchanged
//   - .tmp-* are files under way
//
// Beside the trees there is .public.lock, an empty file, for one process at a time ([LockDestination]).
//
// All else in the destination whose name begins with a dot is left alone and carried over.
package output
