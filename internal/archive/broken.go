package archive

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

// ErrBroken says that a report showed a mistake of this program: it is skipped, and the others are not lost for it.
var ErrBroken = errors.New("this program has a mistake that the report brings to light; please send the report to who maintains it")

// unbroken does what a report needs, and makes an error of a panic.
func unbroken(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v at %s", ErrBroken, p, brokenAt())
		}
	}()
	return do()
}

// brokenAt is the line of this program or a library that panicked, called while that is recovered.
func brokenAt() string {
	callers := make([]uintptr, 64)
	frames := runtime.CallersFrames(callers[:runtime.Callers(1, callers)])
	for panicked := false; ; {
		f, more := frames.Next()
		if panicked && !strings.HasPrefix(f.Function, "runtime.") {
			return fmt.Sprintf("%s:%d (%s)", filepath.Base(f.File), f.Line, f.Function)
		}
		panicked = panicked || f.Function == "runtime.gopanic"
		if !more {
			return "a place that is not known"
		}
	}
}
