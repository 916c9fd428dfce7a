package cli

import (
	"encoding/json"
	"fmt"
	"io"
)

// writeJSON writes one object on a line of its own, for programs.
func writeJSON(w io.Writer, value any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(value); err != nil {
		return fmt.Errorf("writing json: %w", err)
	}
	return nil
}
