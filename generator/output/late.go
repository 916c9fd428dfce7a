package output

import "fmt"

// LateError says that something failed when public/ was no longer as it was.
type LateError struct {
	// Half tells that files were changing places one by one: some are of the new version and some of the one before, each of
	// them whole, until the next build finishes it. Else the new version is in place, and what failed comes after that.
	Half bool
	Err  error
}

func (e *LateError) Error() string {
	if e.Half {
		return fmt.Sprintf("putting files in place one by one (the next build finishes it): %v", e.Err)
	}
	return fmt.Sprintf("the new version is in place, but: %v", e.Err)
}

// Unwrap gives what failed.
func (e *LateError) Unwrap() error { return e.Err }
