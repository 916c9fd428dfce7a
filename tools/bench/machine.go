package main

import (
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// busy is the time for which the machine's processors have worked since it started, for anybody; below 0 where the system
// does not tell.
func busy() time.Duration {
	stat, err := os.ReadFile("/proc/stat")
	if err != nil {
		return -1
	}
	line, _, _ := strings.Cut(string(stat), "\n")
	fields := strings.Fields(line) // cpu user nice system idle iowait irq softirq steal …, proc(5)
	if len(fields) < 9 {
		return -1
	}
	const tick = time.Second / 100 // USER_HZ is 100 on every Linux that Go runs on
	var sum time.Duration
	for _, i := range []int{1, 2, 3, 6, 7, 8} {
		n, err := strconv.ParseInt(fields[i], 10, 64)
		if err != nil {
			return -1
		}
		sum += time.Duration(n) * tick
	}
	return sum
}

// machine names what the figures were measured on.
func machine() string {
	name := runtime.GOARCH
	if info, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for line := range strings.Lines(string(info)) {
			if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == "model name" {
				name = strings.TrimSpace(value)
				break
			}
		}
	}
	return strconv.Itoa(runtime.NumCPU()) + " × " + name + ", " + runtime.GOOS
}
