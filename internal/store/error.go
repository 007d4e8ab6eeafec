package store

import (
	"errors"
	"fmt"
	"net/url"

	"github.com/lib/pq"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Errors of an archive; test with [errors.Is].
var (
	ErrLocked   = errors.New("archive locked by another program")
	ErrFull     = errors.New("no room left for the archive")
	ErrReadOnly = errors.New("archive cannot be written")
	ErrCorrupt  = errors.New("not an archive, or a damaged one")
	ErrCursor   = errors.New("cursor")
	ErrUnknown  = errors.New("not in the archive")
)

// wrap says what was done with which archive, and gives an error of the database its meaning.
func (s *Store) wrap(verb string, err error) error {
	if err == nil {
		return nil
	}
	if kind := kindOf(err); kind == ErrLocked && s.name == "sqlite" {
		err = fmt.Errorf("%w%s: %w", kind, holders(s.where), err)
	} else if kind != nil {
		err = fmt.Errorf("%w: %w", kind, err)
	}
	return fmt.Errorf("%s archive %s: %w", verb, s.Where(), err)
}

func kindOf(err error) error {
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		switch e.Code() & 0xff {
		case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
			return ErrLocked
		case sqlite3.SQLITE_FULL:
			return ErrFull
		case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
			return ErrReadOnly
		case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
			return ErrCorrupt
		}
	}
	if e, ok := errors.AsType[*pq.Error](err); ok {
		switch e.Code {
		case "55P03": // lock_not_available
			return ErrLocked
		case "53100": // disk_full
			return ErrFull
		case "25006", "42501": // read_only_sql_transaction, insufficient_privilege
			return ErrReadOnly
		}
	}
	return nil
}

// masked is the place of an archive without a password.
func masked(where string) string {
	if !isPostgres(where) {
		return where
	}
	u, err := url.Parse(where)
	if err != nil {
		return "postgres"
	}
	return u.Redacted()
}
