package store

import (
	"cmp"
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"slices"
	"strings"

	"varta/record"
)

// writer is the one connection that writes, with its prepared statements.
type writer struct {
	conn       *sql.Conn
	mover      *mover // nil in PostgreSQL
	statements map[string]*sql.Stmt
	changes    map[string]change
	values     []driver.NamedValue    // of the statement that runs
	entities   map[record.Null]entity // those that are kept
	insertions map[insertion]string
}

// change is a statement that changes rows, prepared by the driver itself: the way through database/sql copies all values
// again, which for short rows costs as much as keeping them.
type change interface {
	driver.Stmt
	driver.StmtExecContext
}

type entity struct {
	name       record.Null
	kind, code string
}

func (w *writer) close() error {
	var errs []error
	if w.mover != nil {
		errs = append(errs, w.mover.close())
	}
	for _, st := range w.statements {
		errs = append(errs, st.Close())
	}
	for _, st := range w.changes {
		errs = append(errs, w.conn.Raw(func(any) error { return st.Close() }))
	}
	return errors.Join(append(errs, w.conn.Close())...)
}

// Tx is a transaction of the writer. After a statement has failed all others fail too: the database may have ended the
// transaction, and what followed would be kept alone.
type Tx struct {
	*Store
	ctx context.Context
	w   *writer
	err error
	// Rows wait until they are many, or until something else is to be seen or done: few statements are fast.
	waiting map[string][]row
	aside   bool // what it writes changes nothing that anybody asks for
}

// Write runs f in a transaction; all of it is kept, or nothing when f fails or the program dies. Writers come one after
// the other, those of other programs too.
func (s *Store) Write(ctx context.Context, f func(*Tx) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := cmp.Or(ctx.Err(), s.frozen); err != nil {
		return err
	}
	ctx = context.WithoutCancel(ctx) // a batch is short, and watching for its end costs more than a row
	if err := s.connect(ctx); err != nil {
		return s.wrap("write", err)
	}
	if s.writer.mover != nil {
		s.writer.mover.wait()
	}
	tx := &Tx{Store: s, ctx: ctx, w: s.writer, waiting: map[string][]row{}}
	if err := tx.start(); err != nil {
		tx.rollback()
		return s.wrap("write", err)
	}
	if err := cmp.Or(f(tx), tx.finish()); err != nil {
		tx.rollback()
		return s.wrap("write", err)
	}
	if _, err := tx.w.conn.ExecContext(ctx, "COMMIT"); err != nil {
		tx.rollback()
		return s.wrap("write", err)
	}
	if tx.w.mover != nil {
		tx.w.mover.wake()
	}
	s.giveWay()
	return nil
}

// finish writes the rows that wait and counts the change.
func (t *Tx) finish() error {
	if err := t.flush(); err != nil || t.aside {
		return err
	}
	return t.change()
}

// start waits for its turn.
func (t *Tx) start() error {
	defer t.waits()()
	for _, b := range t.begin {
		if _, err := t.w.conn.ExecContext(t.ctx, b); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) connect(ctx context.Context) error {
	if s.writer != nil {
		return nil
	}
	conn, err := s.write.Conn(ctx)
	if err != nil {
		return err
	}
	s.writer = &writer{conn: conn, statements: map[string]*sql.Stmt{}, changes: map[string]change{}, entities: map[record.Null]entity{},
		insertions: map[insertion]string{}}
	if s.name == "sqlite" {
		s.writer.mover, err = newMover(s.dialect, s.where)
	}
	return err
}

// rollback drops the transaction, and the connection with it when even that fails.
func (t *Tx) rollback() {
	clear(t.w.entities)
	if _, err := t.w.conn.ExecContext(t.ctx, "ROLLBACK"); err != nil {
		t.w.close()
		t.Store.writer = nil
	}
}

func (t *Tx) prepare(text string) (*sql.Stmt, error) {
	if st := t.w.statements[text]; st != nil {
		return st, nil
	}
	st, err := t.w.conn.PrepareContext(t.ctx, t.sql(text))
	if err == nil {
		t.w.statements[text] = st
	}
	return st, err
}

// Exec runs a statement with ? for its parameters.
func (t *Tx) Exec(text string, args ...any) error {
	_, err := t.changed(text, args...)
	return err
}

// changed runs a statement and says how many rows it changed.
func (t *Tx) changed(text string, args ...any) (int64, error) {
	if err := t.flush(); err != nil {
		return 0, err
	}
	return t.run(text, args...)
}

// exec runs a statement that has nothing to do with rows that wait.
func (t *Tx) exec(text string, args ...any) error {
	_, err := t.run(text, args...)
	return err
}

func (t *Tx) run(text string, args ...any) (n int64, err error) {
	if t.err != nil {
		return 0, t.err
	}
	defer func() { t.err = err }()
	values := t.w.values[:0]
	for i, a := range args {
		v, err := driver.DefaultParameterConverter.ConvertValue(a)
		if err != nil {
			return 0, fmt.Errorf("value %d of %s: %w", i+1, text, err)
		}
		values = append(values, driver.NamedValue{Ordinal: i + 1, Value: v})
	}
	t.w.values = values
	err = t.w.conn.Raw(func(c any) error {
		st, err := t.prepareChange(c, text)
		if err != nil {
			return err
		}
		done, err := st.ExecContext(t.ctx, values)
		if err != nil {
			return err
		}
		n, err = done.RowsAffected()
		return err
	})
	clear(values)
	return n, err
}

// prepareChange prepares a statement on the driver's own connection.
func (t *Tx) prepareChange(conn any, text string) (change, error) {
	if st, ok := t.w.changes[text]; ok {
		return st, nil
	}
	c, ok := conn.(driver.ConnPrepareContext)
	if !ok {
		return nil, fmt.Errorf("driver %s prepares no statements", t.driver)
	}
	prepared, err := c.PrepareContext(t.ctx, t.sql(text))
	if err != nil {
		return nil, err
	}
	st, ok := prepared.(change)
	if !ok {
		return nil, errors.Join(fmt.Errorf("driver %s runs no statements with a context", t.driver), prepared.Close())
	}
	t.w.changes[text] = st
	return st, nil
}

// Rows runs a SELECT that sees what the transaction has written, and calls scan for each row.
func (t *Tx) Rows(text string, scan func(*sql.Rows) error, args ...any) error {
	if err := t.flush(); err != nil {
		return err
	}
	return t.rows(text, scan, args...)
}

// rows runs a SELECT that does not ask for rows that wait.
func (t *Tx) rows(text string, scan func(*sql.Rows) error, args ...any) (err error) {
	if t.err != nil {
		return t.err
	}
	defer func() { t.err = err }()
	st, err := t.prepare(text)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(t.ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// tables are those whose rows wait, referred to before referring.
var tables = [...]string{"report_words", "records", "events", "event_parties", "statements", "statement_parties", "facts", "mentions", "merging", "event_cells",
	"acts", "act_parties", "tellings", "act_history"}

// sorted are the tables that are filed by their first two columns, in no order of reports: neighbours go side by side.
var sorted = [...]string{"event_cells", "mentions"}

// insert adds rows to a table, at once or later: insert("acts(n, id)", row{1, "a"}, row{2, "b"}).
func (t *Tx) insert(table string, rows ...row) error {
	name, _, _ := strings.Cut(table, "(")
	if !slices.Contains(tables[:], name) {
		return t.put(table, rows)
	}
	if len(rows) > 0 {
		t.waiting[table] = append(t.waiting[table], rows...)
	}
	return t.err
}

// flush writes the rows that wait.
func (t *Tx) flush() error {
	if len(t.waiting) == 0 {
		return t.err
	}
	for _, name := range tables {
		for table, rows := range t.waiting {
			if !strings.HasPrefix(table, name+"(") {
				continue
			}
			if slices.Contains(sorted[:], name) {
				slices.SortFunc(rows, byKey)
			}
			if err := t.put(table, rows); err != nil {
				return err
			}
		}
	}
	clear(t.waiting)
	return t.err
}

func byKey(a, b row) int {
	first := 0
	if s, ok := a[0].(string); ok {
		first = strings.Compare(s, b[0].(string))
	} else {
		first = cmp.Compare(a[0].(int64), b[0].(int64))
	}
	return cmp.Or(first, cmp.Compare(a[1].(int64), b[1].(int64)))
}

// chunks are how many rows one statement inserts: few different statements, few round trips.
var chunks = [...]int{64, 16, 4, 1}

// put inserts rows.
func (t *Tx) put(table string, rows []row) error {
	var args []any
	for len(rows) > 0 {
		n := 1
		for _, c := range chunks {
			if c <= len(rows) {
				n = c
				break
			}
		}
		args = args[:0]
		for _, r := range rows[:n] {
			args = append(args, r...)
		}
		key := insertion{table, n}
		text := t.w.insertions[key]
		if text == "" {
			text = t.adds + key.text(len(rows[0]))
			t.w.insertions[key] = text
		}
		if err := t.exec(text, args...); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return t.err
}

// insertion is a statement that inserts a number of rows into a table.
type insertion struct {
	table string
	rows  int
}

func (i insertion) text(columns int) string {
	one := "(" + strings.Repeat("?, ", columns-1) + "?)"
	return i.table + " VALUES " + strings.Repeat(one+", ", i.rows-1) + one
}

type row []any
