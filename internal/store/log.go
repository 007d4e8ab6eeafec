package store

import (
	"database/sql"
	"os"
	"sync"
	"sync/atomic"
)

// mover moves what stands in the log of an SQLite file into the file, beside the writer, who need not wait for the disk
// meanwhile. SQLite begins the log anew when a transaction finds that all of it has been moved. None does while one
// follows the other: so once the log is long, the writer waits for the rest.
type mover struct {
	log    string // the file
	long   int64  // pages
	length atomic.Int64
	mu     sync.Mutex // held while the log is moved
	db     *sql.DB
	work   chan struct{}
	done   chan struct{}
}

// Lengths of the log in pages: below the first one it is left alone, from the second one on the writer waits.
const (
	shortLog = 4_000
	longLog  = 64_000
)

// pageBytes is the size of a page of SQLite unless it is told otherwise.
const pageBytes = 4 << 10

func newMover(d dialect, where string) (*mover, error) {
	db, err := sql.Open(d.driver, sqliteName(where, Options{}, true))
	if err != nil {
		return nil, err
	}
	m := &mover{log: where + "-wal", long: longLog, db: db, work: make(chan struct{}, 1), done: make(chan struct{})}
	go m.run()
	return m, nil
}

// run moves the log whenever it is told to.
func (m *mover) run() {
	defer close(m.done)
	for range m.work {
		m.move()
	}
}

// move moves the log, and says whether nothing is left of it. What cannot be moved stays in it, where nothing is lost: a
// disk that is full or broken fails the next transaction.
func (m *mover) move() (all bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var busy, length, moved int64
	if err := m.db.QueryRow("PRAGMA wal_checkpoint(PASSIVE)").Scan(&busy, &length, &moved); err != nil {
		return false
	}
	m.length.Store(length)
	return length == moved
}

// wait is called before a transaction.
func (m *mover) wait() {
	if m.length.Load() >= m.long && m.move() {
		m.length.Store(0)
	}
}

// wake is called after a transaction.
func (m *mover) wake() {
	if info, err := os.Stat(m.log); err != nil || info.Size() < shortLog*pageBytes {
		return
	}
	select {
	case m.work <- struct{}{}:
	default: // it has been told
	}
}

func (m *mover) close() error {
	close(m.work)
	<-m.done
	return m.db.Close()
}
