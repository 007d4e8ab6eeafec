package broken_test

import (
	"errors"
	"strings"
	"testing"

	"varta/internal/broken"
)

// TestDo holds that a mistake becomes an error that says where it is, and that other errors stay what they are.
func TestDo(t *testing.T) {
	var words []string
	err := broken.Do(func() error { return errors.New(words[3]) })
	if !errors.Is(err, broken.Err) || !strings.Contains(err.Error(), "broken_test.go:14") {
		t.Errorf("a mistake gives %v", err)
	}
	other := errors.New("no such file")
	if err := broken.Do(func() error { return other }); err != other {
		t.Errorf("an error became %v", err)
	}
	if err := broken.Do(func() error { return nil }); err != nil {
		t.Errorf("nothing became %v", err)
	}
}
