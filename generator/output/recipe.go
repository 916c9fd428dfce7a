package output

import "io"

// Recipe says how one published file is made. Two recipes with equal keys make equal bytes: that is what an incremental
// build stands on, so Inputs must be the digest of everything that Make reads.
type Recipe struct {
	Path   Path                    // where the file stands in public/
	Maker  string                  // the maker and its version, such as "page/3"; a change of what it makes is a new version
	Inputs Digest                  // of the very inputs that Make closes over, as DigestOf tells it
	Make   func(w io.Writer) error // writes the whole file; deterministic, and safe to call at any time from any goroutine
	Claim  string                  // who claims the path (a source path or the like), for messages; no part of the key
	Texts  []string                // the content files from whose words Inputs follows, but for those that all share; no part of the key

	// Later gives the recipe with Inputs and Make, where it costs something to work these out and nobody may ask; nil where
	// they are here. It is safe to call from any goroutine, and gives the same each time.
	Later func() Recipe
}

// Ready is the recipe with Inputs and Make.
func (r Recipe) Ready() Recipe {
	if r.Later == nil {
		return r
	}
	return r.Later()
}

// Key is the digest of Maker, Path and Inputs: equal keys, equal bytes.
func (r Recipe) Key() Digest {
	r = r.Ready()
	return DigestOf("recipe", r.Maker, r.Path, r.Inputs)
}
