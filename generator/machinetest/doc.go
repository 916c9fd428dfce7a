// Package machinetest is the proving ground: the program on machines that fail, and among strangers. It has nothing but tests.
//
// Most of them run the program as a process of its own, under a supervisor (supervisor_linux_test.go) that hears of every call to
// the system before it is made, with the names of the files that it is about, and lets it be made, lets it fail, or kills the program on
// the spot. It is what "strace -e inject" does, but it counts the calls of all threads as one row, so that "the ninth" is the same
// call each time; it needs neither strace nor a privilege, only a Linux of 2022 or later.
//
// What is shown, and the figures, are in docs/reliability.md. With GROWTHPORTAL_LONG=1 the tests that take a sample of what can
// happen take all of it.
package machinetest
