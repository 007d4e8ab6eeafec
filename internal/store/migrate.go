package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/database"
)

//go:embed schema/*.sql
var schemas embed.FS

const versions = "schema_version"

// migrateInTime brings the schema up to date, and waits for another program that does so. SQLite alone does not: it
// refuses at once who turns a new file to its log while somebody else does.
func (s *Store) migrateInTime(ctx context.Context, wait time.Duration) error {
	for end := time.Now().Add(wait); ; {
		err := migrate(ctx, s.write, s.dialect)
		if kindOf(err) != ErrLocked || time.Now().After(end) {
			return err
		}
		select {
		case <-time.After(rand.N(pause)):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// pause is the longest one before the next try; programs that began in the same moment must not try in the same moment.
const pause = 50 * time.Millisecond

// migrate brings the schema up to date. Each step is one transaction; two programs that open an old archive at once may
// both try, so a failure counts only when the schema is still old afterwards.
func migrate(ctx context.Context, db *sql.DB, d dialect) error {
	steps, err := migrations(d)
	if err != nil {
		return err
	}
	want := steps[len(steps)-1].Version
	have, err := current(ctx, db, d)
	if err != nil || have == want {
		return err
	}
	if have > want {
		return fmt.Errorf("its schema %d is newer than this program, which knows %d: use a newer varta", have, want)
	}
	names, err := database.NewStore(database.Dialect(d.goose), versions)
	if err != nil {
		return err
	}
	p, err := goose.NewProvider("", db, nil, goose.WithStore(names), goose.WithGoMigrations(steps...), goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	for {
		if _, err = p.Up(ctx); err == nil {
			return nil
		}
		now, again := current(ctx, db, d)
		if again == nil && now == want {
			return nil
		}
		if again != nil || now <= have {
			return fmt.Errorf("bring its schema to %d: %w", want, err)
		}
		have = now // the other one is on the way
	}
}

// migrations are the files of the schema in order.
func migrations(d dialect) ([]*goose.Migration, error) {
	files, err := fs.Glob(schemas, "schema/*.sql")
	if err != nil {
		return nil, err
	}
	var out []*goose.Migration
	for _, f := range files {
		text, err := schemas.ReadFile(f)
		if err != nil {
			return nil, err
		}
		number, _, _ := strings.Cut(strings.TrimPrefix(f, "schema/"), "_")
		version, err := strconv.ParseInt(number, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("name of migration %s: %w", f, err)
		}
		up := func(ctx context.Context, tx *sql.Tx) error {
			_, err := tx.ExecContext(ctx, d.schema(string(text)))
			return err
		}
		out = append(out, goose.NewGoMigration(version, &goose.GoFunc{RunTx: up}, nil))
	}
	return out, nil
}

// current is the version of the schema, 0 when there is none.
func current(ctx context.Context, db *sql.DB, d dialect) (int64, error) {
	tables := "SELECT count(*) FROM sqlite_master WHERE name = ?"
	if d.name == "postgres" {
		tables = "SELECT count(*) FROM information_schema.tables WHERE table_name = ? AND table_schema = current_schema()"
	}
	var n int64
	if err := db.QueryRowContext(ctx, d.sql(tables), versions).Scan(&n); err != nil || n == 0 {
		return 0, err
	}
	err := db.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM "+versions).Scan(&n)
	return n, err
}
