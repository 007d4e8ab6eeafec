package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
)

// rule is a query that finds nothing in a sound archive; %s of its message is what it finds.
type rule struct{ message, query string }

// rules hold between tables.
var rules = [...]rule{
	{"report %s has no record", "SELECT r.id FROM reports r LEFT JOIN records k ON k.report = r.n WHERE k.report IS NULL"},
	{"report %s cannot be found by its words", "SELECT r.id FROM reports r LEFT JOIN report_words w ON w.rowid = r.n WHERE w.rowid IS NULL"},
	{"words of report number %s, which is not there", "SELECT w.rowid FROM report_words w LEFT JOIN reports r ON r.n = w.rowid WHERE r.n IS NULL"},
	{"event %s tells no act", "SELECT r.id || ' ' || e.id FROM events e JOIN reports r ON r.n = e.report LEFT JOIN tellings t ON t.event = e.n WHERE t.event IS NULL"},
	{"event %s is not placed among others", "SELECT r.id || ' ' || e.id FROM events e JOIN reports r ON r.n = e.report LEFT JOIN merging m ON m.event = e.n WHERE m.event IS NULL"},
	{"event %s goes with one that leads no act", "SELECT m.event FROM merging m LEFT JOIN merging l ON l.event = m.lead WHERE l.event IS NULL OR l.lead <> l.event"},
	{"event %s tells another act than the event that leads it", "SELECT m.event FROM merging m JOIN tellings t ON t.event = m.event JOIN tellings l ON l.event = m.lead WHERE l.act <> t.act"},
	{"act %s is told by nobody", "SELECT a.id FROM acts a LEFT JOIN tellings t ON t.act = a.n WHERE t.act IS NULL"},
	{"act %s has not the number of its first telling", "SELECT a.id FROM acts a JOIN tellings t ON t.act = a.n GROUP BY a.n, a.id HAVING min(t.event) <> a.n"},
	{"act %s counts its reports wrongly", "SELECT a.id FROM acts a JOIN tellings t ON t.act = a.n GROUP BY a.n, a.id, a.reports HAVING count(DISTINCT t.report) <> a.reports"},
	{"the tellings of act %s are not numbered through", "SELECT a.id FROM acts a JOIN tellings t ON t.act = a.n GROUP BY a.n, a.id HAVING max(t.seq) + 1 <> count(*) OR min(t.seq) <> 0"},
	{"%s has words in place of another report's", "SELECT t.event FROM tellings t JOIN events e ON e.n = t.event WHERE t.report <> e.report"},
	{"the parties of event %s are not those of its record", "SELECT e.n FROM events e LEFT JOIN event_parties p ON p.event = e.n GROUP BY e.n, e.actors, e.recipients " +
		"HAVING (count(p.event) = 0) <> (e.actors = '' AND e.recipients = '')"},
	{"the copy of report %s is one itself", "SELECT r.id FROM reports r JOIN reports c ON c.n = r.copy_of WHERE c.copy_of IS NOT NULL OR c.n >= r.n"},
}

// most is how many cases of one rule are named.
const most = 10

// Check calls tell for everything in which tables contradict each other, and what the database finds wrong with itself.
func (s *Store) Check(ctx context.Context, tell func(problem string)) error {
	if s.name == "sqlite" {
		if err := s.checkFile(ctx, tell); err != nil {
			return err
		}
	}
	for _, r := range rules {
		n := 0
		err := s.each(ctx, fmt.Sprintf("WITH x(c) AS (%s) SELECT CAST(c AS TEXT) FROM x LIMIT %d", r.query, most+1), func(found string) {
			if n++; n <= most {
				tell(fmt.Sprintf(r.message, found))
			} else {
				tell("and more of the same")
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// checkFile asks SQLite whether its file is whole, its references lead somewhere, and its index of words is that of the
// words. It asks over a connection of its own: one that has looked at the index before checks what it remembers of it.
func (s *Store) checkFile(ctx context.Context, tell func(string)) (err error) {
	name := sqliteName(s.where, Options{}, false)
	if s.frozen != nil {
		name += immutable
	}
	fresh, err := sql.Open(s.driver, name)
	if err != nil {
		return s.wrap("open", err)
	}
	defer func() { err = errors.Join(err, fresh.Close()) }()
	own := &Store{dialect: s.dialect, where: s.where, read: fresh}
	err = own.each(ctx, "PRAGMA integrity_check", func(found string) {
		if found != "ok" {
			tell("file: " + found)
		}
	})
	if err != nil {
		return err
	}
	err = own.each(ctx, `SELECT "table" || ' row ' || coalesce(rowid, '') || ' refers to a row of ' || parent || ' that is not there' FROM pragma_foreign_key_check`, tell)
	if err != nil {
		return err
	}
	if s.frozen != nil {
		return nil // the index is checked by writing to it
	}
	err = s.Write(ctx, func(tx *Tx) error {
		return tx.Exec("INSERT INTO report_words(report_words) VALUES ('integrity-check')")
	})
	if errors.Is(err, ErrCorrupt) {
		tell("the index of words is not that of the words")
		return nil
	}
	return err
}

// each calls f for the first column of each row.
func (s *Store) each(ctx context.Context, query string, f func(string)) error {
	rows, err := s.Query(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var found sql.NullString
		if err := rows.Scan(&found); err != nil {
			return s.wrap("read", err)
		}
		f(strings.TrimSpace(found.String))
	}
	return s.wrap("read", rows.Err())
}
