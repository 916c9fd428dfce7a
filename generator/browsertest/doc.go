// Package browsertest holds the portal to its promises to readers, in a real browser: Chromium opens what the program
// publishes and serves, and the tests assert on what it reports. It has nothing but tests.
//
// Pages are the repository's own site, built by the program itself and served over loopback with the headers that its
// _headers asks for. Which of them are opened follows from the site: the fewest that show everything that any page shows
// (pages_test.go). What is asked of a page runs inside it (probes/*.js) and comes back as a list of what is wrong, so that the
// same questions can be put to a page that is wrong in every way (faults_test.go).
//
// The tests need Chromium, axe-core and Lighthouse; see docs/testing.md.
package browsertest
