//go:build !linux

package watch

// onNetwork tells whether events are known to get lost in a folder. Here the system does not say; a sweep will.
func onNetwork(string) bool { return false }
