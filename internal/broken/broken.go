// Package broken makes an error of what would end the program: one report on which it fails is not read, and the others are not
// lost for it.
package broken

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

// Err says that a report showed a mistake of this program.
var Err = errors.New("this program has a mistake that the report brings to light; please send the report to who maintains it")

// Do does what a report needs, and makes an [Err] of a panic, with the line at which it was.
func Do(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v at %s", Err, p, at())
		}
	}()
	return do()
}

// at is the line of this program or a library that panicked, called while that is recovered.
func at() string {
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
