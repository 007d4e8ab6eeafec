package store

import (
	"os"
	"path/filepath"
	"testing"
)

// TestMover holds that the log is moved into the file beside the writer, and begins anew while one transaction follows the
// other.
func TestMover(t *testing.T) {
	where := filepath.Join(t.TempDir(), "varta.db")
	s, err := Open(t.Context(), where, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	size := func(file string) int64 {
		t.Helper()
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		return info.Size()
	}
	const digits = 8 << 20
	write := func(name int, meanwhile func()) {
		t.Helper()
		err := s.Write(t.Context(), func(tx *Tx) error {
			meanwhile()
			return tx.Exec("INSERT INTO meta(name, value) VALUES (?, hex(zeroblob(?)))", name, digits/2)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	write(0, func() {})
	m := s.writer.mover
	m.long = 3 * digits / pageBytes
	for i := range 9 {
		write(i+1, func() { m.move() })
	}
	if got, most := size(where+"-wal"), int64(5*digits); got < m.long*pageBytes || got > most {
		t.Errorf("the log has %d bytes after 10 transactions, want %d to %d", got, m.long*pageBytes, most)
	}
	if err := m.close(); err != nil {
		t.Fatal(err)
	}
	s.writer.mover = nil
	if got := size(where); got < 10*digits {
		t.Errorf("the file has %d bytes, want the %d of the transactions", got, 10*digits)
	}
}
