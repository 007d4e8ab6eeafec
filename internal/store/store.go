package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	_ "github.com/lib/pq"  // the driver "postgres"
	_ "modernc.org/sqlite" // the driver "sqlite"
)

// DefaultFile is the archive of a folder.
const DefaultFile = "varta.db"

// Options of an archive.
type Options struct {
	// Existing refuses to make an archive that is not there.
	Existing bool
	// Wait is how long another writer is waited for; 5 seconds when zero.
	Wait time.Duration
	// MaxPages bounds the size of an SQLite file, for tests of a full disk.
	MaxPages int
}

func (o Options) wait() time.Duration {
	if o.Wait == 0 {
		return 5 * time.Second
	}
	return o.Wait
}

// Store is an open archive. It is safe for concurrent use.
type Store struct {
	dialect
	where  string
	read   *sql.DB
	write  *sql.DB
	mu     sync.Mutex // held by the writer
	writer *writer
	frozen error                     // why nothing can be written
	known  func() (*sql.Stmt, error) // prepared when it is first asked: every report is looked for
}

// idleReaders is how many connections that read stay open for the next question.
const idleReaders = 8

// Open opens the archive in a file, or at the address of a PostgreSQL server, makes it when there is none, and brings
// its schema up to date.
func Open(ctx context.Context, where string, o Options) (*Store, error) {
	s := &Store{dialect: sqliteDialect(), where: where}
	s.known = sync.OnceValues(func() (*sql.Stmt, error) { return s.read.Prepare(s.sql(known + " LIMIT 1")) })
	read, write := sqliteName(where, o, false), sqliteName(where, o, true)
	if isPostgres(where) {
		s.dialect = postgresDialect()
		read, write = postgresName(where), postgresName(where)
	} else if err := checkFile(where, o); err != nil {
		return nil, err
	}
	var err error
	if s.write, err = sql.Open(s.driver, write); err != nil {
		return nil, s.wrap("open", err)
	}
	s.write.SetMaxOpenConns(1)
	if s.read, err = sql.Open(s.driver, read); err != nil {
		return nil, errors.Join(s.wrap("open", err), s.write.Close())
	}
	s.read.SetMaxIdleConns(idleReaders)
	if err = s.migrateInTime(ctx, o.wait()); err != nil {
		err = s.wrap("open", err)
		if o.Existing && errors.Is(err, ErrReadOnly) && s.name == "sqlite" && s.freeze(ctx, err) == nil {
			return s, nil
		}
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// immutable tells SQLite that nobody writes a file.
const immutable = "&immutable=1"

// freeze opens a file that may not be written for questions alone. Nobody can write it then, unless there is a log beside it.
func (s *Store) freeze(ctx context.Context, why error) error {
	if info, err := os.Stat(s.where + "-wal"); err == nil && info.Size() > 0 {
		return why
	}
	read, err := sql.Open(s.driver, sqliteName(s.where, Options{}, false)+immutable)
	if err != nil {
		return err
	}
	steps, err := migrations(s.dialect)
	if err != nil {
		return errors.Join(err, read.Close())
	}
	if have, err := current(ctx, read, s.dialect); err != nil || have != steps[len(steps)-1].Version {
		return errors.Join(why, read.Close())
	}
	err = s.read.Close()
	s.read, s.frozen = read, why
	return err
}

// checkFile says in plain words what the database would say in its own.
func checkFile(path string, o Options) error {
	if strings.Contains(path, "://") {
		return fmt.Errorf("open archive %s: an archive is a file or postgres://user@host/database", path)
	}
	info, err := os.Stat(path)
	_, noFolder := os.Stat(filepath.Dir(path))
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("open archive %s: it is a folder; name a file, for example %s", path, filepath.Join(path, DefaultFile))
	case errors.Is(noFolder, os.ErrNotExist):
		return fmt.Errorf("open archive %s: there is no folder %s", path, filepath.Dir(path))
	case errors.Is(err, os.ErrNotExist) && o.Existing:
		return fmt.Errorf("open archive %s: there is none; varta add makes one", path)
	case err != nil && !errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("open archive: %w", err)
	}
	return nil
}

// Where is the file or the address of the archive, without a password.
func (s *Store) Where() string { return masked(s.where) }

// Close ends the use of the archive.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var err error
	if s.writer != nil {
		err = s.writer.close()
		s.writer = nil
	}
	return errors.Join(err, s.read.Close(), s.write.Close())
}

// Query runs a SELECT with ? for its parameters.
func (s *Store) Query(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	rows, err := s.read.QueryContext(ctx, s.sql(text), args...)
	return rows, s.wrap("query", err)
}

// queryRow runs a SELECT of one row.
func (s *Store) queryRow(ctx context.Context, text string, args ...any) *sql.Row {
	return s.read.QueryRowContext(ctx, s.sql(text), args...)
}

// view is an archive as it stands at one moment.
type view struct {
	s   *Store
	ctx context.Context
	tx  *sql.Tx
}

// snapshot lets several SELECTs see the same moment, whatever is written meanwhile.
func (s *Store) snapshot(ctx context.Context, read func(view) error) error {
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return s.wrap("query", err)
	}
	err = read(view{s, ctx, tx})
	return errors.Join(err, s.wrap("query", tx.Rollback()))
}

// scan runs a SELECT and calls row for every row.
func (v view) scan(text string, args []any, row func(*sql.Rows) error) error {
	rows, err := v.tx.QueryContext(v.ctx, v.s.sql(text), args...)
	if err != nil {
		return v.s.wrap("query", err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows); err != nil {
			return v.s.wrap("query", err)
		}
	}
	return v.s.wrap("query", rows.Err())
}
