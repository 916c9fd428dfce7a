package output

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// Digest is a SHA-256: of a file's bytes, or of a recipe's inputs.
type Digest [sha256.Size]byte

// Sum is the digest of a file's bytes; the same as sha256sum prints, and as the manifest lists.
func Sum(b []byte) Digest { return sha256.Sum256(b) }

// String is the digest in lower-case hexadecimal, 64 characters.
func (d Digest) String() string { return hex.EncodeToString(d[:]) }

// ParseDigest reads what String wrote; anything else (upper case, another length) is an error.
func ParseDigest(s string) (Digest, error) {
	var d Digest
	if len(s) != hex.EncodedLen(len(d)) {
		return d, fmt.Errorf("a digest has %d characters, not %d", hex.EncodedLen(len(d)), len(s))
	}
	if _, err := hex.Decode(d[:], []byte(s)); err != nil {
		return Digest{}, fmt.Errorf("digest %q: %w", s, err)
	}
	if strings.ContainsAny(s, "ABCDEF") {
		return Digest{}, fmt.Errorf("digest %q is not in lower case", s)
	}
	return d, nil
}
