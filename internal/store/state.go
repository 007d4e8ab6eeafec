package store

import (
	"context"
	"database/sql"
	"sync"
)

// watch is a connection of its own on which the archive is asked whether it has changed: SQLite counts the changes of others
// for each connection, from where it began.
type watch struct {
	mu   sync.Mutex
	conn *sql.Conn
}

// State is another one after each change of the archive, whoever made it, and as good as always the same otherwise.
func (s *Store) State(ctx context.Context) (string, error) {
	ctx = context.WithoutCancel(ctx) // else the connection would end with the first who gives up
	s.watch.mu.Lock()
	defer s.watch.mu.Unlock()
	if s.watch.conn == nil {
		c, err := s.read.Conn(ctx)
		if err != nil {
			return "", s.wrap("query", err)
		}
		s.watch.conn = c
	}
	var state string
	err := s.watch.conn.QueryRowContext(ctx, s.state).Scan(&state)
	return state, s.wrap("query", err)
}

// close ends the watch.
func (w *watch) close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn == nil {
		return nil
	}
	err := w.conn.Close()
	w.conn = nil
	return err
}
