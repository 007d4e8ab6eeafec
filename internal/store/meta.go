package store

import (
	"database/sql"
	"fmt"
	"strconv"
)

// Meta is a value that the archive keeps of itself, empty when there is none.
func (t *Tx) Meta(name string) (string, error) {
	var value string
	err := t.rows("SELECT value FROM meta WHERE name = ?", func(r *sql.Rows) error { return r.Scan(&value) }, name)
	return value, err
}

// SetMeta keeps a value.
func (t *Tx) SetMeta(name, value string) error {
	return t.Exec("INSERT INTO meta(name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value)
}

const generation = "generation"

// Generation is the number of the reread that records belong to.
func (t *Tx) Generation() (int64, error) {
	value, err := t.Meta(generation)
	if err != nil || value == "" {
		return 0, err
	}
	n, err := strconv.ParseInt(value, 10, 64)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", generation, err)
	}
	return n, nil
}

// SetGeneration begins a reread.
func (t *Tx) SetGeneration(n int64) error { return t.SetMeta(generation, strconv.FormatInt(n, 10)) }
