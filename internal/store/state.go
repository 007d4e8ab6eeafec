package store

import (
	"context"
	"database/sql"
	"errors"
)

// changes is the name under which the archive counts the transactions that changed it.
const changes = "changes"

// State is another one after each change of the archive, whoever made it, and the same otherwise.
func (s *Store) State(ctx context.Context) (string, error) {
	var state string
	err := s.queryRow(ctx, "SELECT coalesce(max(value), '') FROM meta WHERE name = ?", changes).Scan(&state)
	return state, s.wrap("query", err)
}

// change counts a transaction.
func (t *Tx) change() error {
	return t.exec("INSERT INTO meta(name, value) VALUES (?, '1') ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(meta.value AS BIGINT) + 1 AS TEXT)", changes)
}

// Kept is what [Store.Keep] was given under a name for a state; nil if it was nothing.
func (s *Store) Kept(ctx context.Context, name, state string) (value []byte, err error) {
	err = s.queryRow(ctx, "SELECT json FROM counts WHERE name = ? AND state = ?", name, state).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return value, s.wrap("query", err)
}

// Keep keeps by name what was counted in a state of the archive, unless it is in another one by now. It changes no state.
func (s *Store) Keep(ctx context.Context, state string, values map[string][]byte) error {
	return s.Write(ctx, func(t *Tx) error {
		t.aside = true
		now, err := t.Meta(changes)
		if err != nil || now != state {
			return err
		}
		if err := t.Exec("DELETE FROM counts WHERE state <> ?", state); err != nil {
			return err
		}
		for name, value := range values {
			err = errors.Join(err, t.Exec("INSERT INTO counts(name, state, json) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET state = excluded.state, json = excluded.json",
				name, state, string(value)))
		}
		return err
	})
}
