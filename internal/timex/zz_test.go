package timex_test

import (
	"bufio"
	"fmt"
	"os"
	"testing"
)

func TestZZ(t *testing.T) {
	f, err := os.Open("/tmp/txd/in.txt")
	if err != nil {
		t.Skip()
	}
	s := bufio.NewScanner(f)
	for s.Scan() {
		text := s.Text()
		fmt.Println(text, "\n      ", show(t, string([]byte(text)[:10]), text[11:]))
	}
}
