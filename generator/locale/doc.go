// Package locale is what the program knows of Swedish and English: slugs and
// anchors, dates and periods, sorting, numbers, and the typography of running
// text.
//
// Everything here is a pure function of its arguments. No clock, no machine
// setting and no table on disk is consulted, so that the same site comes out
// on every machine. Dates take the place they are told in as a
// [*time.Location]; the caller decides it once.
//
// Spaces that must not break a line are written as U+00A0 NO-BREAK SPACE in
// what this package returns, ready to be put into HTML as it is.
package locale
