package store

import (
	"database/sql"
	"os"
	"time"
)

// SQLite asks again and again whether a file is free, with pauses: a program that writes one transaction after the other
// would keep others out. So who waits for long says so by a file beside the archive, and who has written gives way then.
// PostgreSQL lets those who wait in by turns.

// Times of waiting: until one says so, and how long others give way, longer than SQLite pauses.
const (
	patience = 200 * time.Millisecond
	giving   = 250 * time.Millisecond
)

// waits says that one waits, from some time on until the function that it returns is called.
func (s *Store) waits() (done func()) {
	if s.name != "sqlite" {
		return func() {}
	}
	stop, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		said := false
		for {
			select {
			case <-time.After(patience):
				said = os.WriteFile(s.turn(), nil, 0o600) == nil || said
			case <-stop:
				if said {
					_ = os.Remove(s.turn()) // who else waits says so again
				}
				return
			}
		}
	}()
	return func() { close(stop); <-gone }
}

// giveWay lets others write who have said that they wait.
func (s *Store) giveWay() {
	if s.name != "sqlite" {
		return
	}
	for end := time.Now().Add(giving); time.Now().Before(end); time.Sleep(giving / 25) {
		info, err := os.Stat(s.turn())
		if err != nil {
			return
		}
		if time.Since(info.ModTime()) > 4*patience {
			_ = os.Remove(s.turn()) // it was killed while it waited
			return
		}
	}
}

// Awaited says whether another program waits until this transaction is over.
func (t *Tx) Awaited() (bool, error) {
	if t.name == "sqlite" {
		_, err := os.Stat(t.turn())
		return err == nil, nil
	}
	n := 0
	err := t.rows("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND classid = "+writerLock+
		" AND CAST(objid AS bigint) = CAST(hashtext(current_schema()) AS bigint) & 4294967295", func(r *sql.Rows) error { return r.Scan(&n) })
	return n > 0, err
}

func (s *Store) turn() string { return s.where + "-turn" }
