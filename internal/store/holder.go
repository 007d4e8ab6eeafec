package store

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// holders says which other programs have a file open, as far as the system tells (Linux does, of one's own programs).
func holders(file string) string {
	file, err := filepath.Abs(file)
	if err != nil {
		return ""
	}
	links, err := filepath.Glob("/proc/[0-9]*/fd/*")
	if err != nil {
		return ""
	}
	var out []string
	last := 0
	for _, l := range links {
		pid, err := strconv.Atoi(strings.Split(l, "/")[2])
		if err != nil || pid == last || pid == os.Getpid() {
			continue
		}
		if to, err := os.Readlink(l); err == nil && to == file {
			out = append(out, program(pid))
			last = pid
		}
	}
	if len(out) == 0 {
		return ""
	}
	return ", open in " + strings.Join(out, ", ")
}

// program names a process by its number and its command.
func program(pid int) string {
	line, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", pid))
	words := strings.Split(strings.TrimRight(string(line), "\x00"), "\x00")
	if err != nil || words[0] == "" {
		return fmt.Sprintf("process %d", pid)
	}
	words[0] = filepath.Base(words[0])
	if len(words) > 2 {
		words = append(words[:2], "…")
	}
	return fmt.Sprintf("process %d (%s)", pid, strings.Join(words, " "))
}
