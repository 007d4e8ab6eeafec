package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"

	"varta/record"
)

// Found things carry the report that they stand in.
type (
	// FoundEvent is what one report says of an act.
	FoundEvent struct {
		Report    string       `json:"report"`
		Published record.Null  `json:"published"`
		Act       record.Null  `json:"act"`
		Event     record.Event `json:"event"`
	}
	// FoundStatement is a statement; Content is what was said, in the words of the report.
	FoundStatement struct {
		Report    string           `json:"report"`
		Published record.Null      `json:"published"`
		URL       record.Null      `json:"url"`
		Content   string           `json:"content"`
		Statement record.Statement `json:"statement"`
	}
	// FoundFact is a fact.
	FoundFact struct {
		Report    string      `json:"report"`
		Published record.Null `json:"published"`
		Fact      record.Fact `json:"fact"`
	}
	// FoundEntity is somebody or something of the registry that reports name.
	FoundEntity struct {
		ID       string      `json:"id"`
		Name     record.Null `json:"name"`
		Type     string      `json:"type"`
		Code     string      `json:"code"`
		Reports  int         `json:"reports"`
		Mentions int         `json:"mentions"`
	}
	// FoundReport is a report without its text.
	FoundReport struct {
		ID         string      `json:"id"`
		Title      record.Null `json:"title"`
		URL        record.Null `json:"url"`
		Publisher  record.Null `json:"publisher"`
		Agency     record.Null `json:"agency"`
		Published  record.Null `json:"published"`
		Lang       string      `json:"lang"`
		Bytes      int         `json:"bytes"`
		CopyOf     record.Null `json:"copy_of"`
		Events     int         `json:"events"`
		Statements int         `json:"statements"`
		Facts      int         `json:"facts"`
	}
)

// FindActs answers a query for acts.
func (s *Store) FindActs(ctx context.Context, q Query) (Page[record.Act], error) {
	q.Of = Acts
	return page(ctx, s, q, s.actsByKey)
}

// FindEvents answers a query for events.
func (s *Store) FindEvents(ctx context.Context, q Query) (Page[FoundEvent], error) {
	q.Of = Events
	return page(ctx, s, q, each(s, "SELECT e.n, r.id, r.published, a.id, e.evidence, e.json FROM events e JOIN reports r ON r.n = e.report "+
		"LEFT JOIN tellings t ON t.event = e.n LEFT JOIN acts a ON a.n = t.act WHERE e.n", func(rows *sql.Rows) (key any, f FoundEvent, err error) {
		var n int64
		var published, act sql.NullString
		var evidence, line sql.RawBytes
		if err = rows.Scan(&n, &f.Report, &published, &act, &evidence, &line); err == nil {
			f.Published, f.Act = record.Null(published.String), record.Null(act.String)
			err = errors.Join(json.Unmarshal(line, &f.Event), json.Unmarshal(evidence, &f.Event.Evidence))
		}
		return n, f, err
	}))
}

// FindStatements answers a query for statements.
func (s *Store) FindStatements(ctx context.Context, q Query) (Page[FoundStatement], error) {
	q.Of = Statements
	return page(ctx, s, q, each(s, "SELECT s.n, r.id, r.published, r.url, s.content, s.json FROM statements s JOIN reports r ON r.n = s.report WHERE s.n",
		func(rows *sql.Rows) (key any, f FoundStatement, err error) {
			var n int64
			var published, url sql.NullString
			var line sql.RawBytes
			if err = rows.Scan(&n, &f.Report, &published, &url, &f.Content, &line); err == nil {
				f.Published, f.URL = record.Null(published.String), record.Null(url.String)
				err = json.Unmarshal(line, &f.Statement)
			}
			return n, f, err
		}))
}

// FindFacts answers a query for facts.
func (s *Store) FindFacts(ctx context.Context, q Query) (Page[FoundFact], error) {
	q.Of = Facts
	return page(ctx, s, q, each(s, "SELECT f.n, r.id, r.published, f.json FROM facts f JOIN reports r ON r.n = f.report WHERE f.n",
		func(rows *sql.Rows) (key any, f FoundFact, err error) {
			var n int64
			var published sql.NullString
			var line sql.RawBytes
			if err = rows.Scan(&n, &f.Report, &published, &line); err == nil {
				f.Published = record.Null(published.String)
				err = json.Unmarshal(line, &f.Fact)
			}
			return n, f, err
		}))
}

// FindEntities answers a query for entities.
func (s *Store) FindEntities(ctx context.Context, q Query) (Page[FoundEntity], error) {
	q.Of = Entities
	return page(ctx, s, q, each(s, "SELECT v.entity, v.name, v.type, v.code, v.reports, v.mentions FROM "+entities+" v WHERE v.entity",
		func(rows *sql.Rows) (key any, f FoundEntity, err error) {
			var name sql.NullString
			err = rows.Scan(&f.ID, &name, &f.Type, &f.Code, &f.Reports, &f.Mentions)
			f.Name = record.Null(name.String)
			return f.ID, f, err
		}))
}

// FindReports answers a query for reports.
func (s *Store) FindReports(ctx context.Context, q Query) (Page[FoundReport], error) {
	q.Of = Reports
	return page(ctx, s, q, each(s, "SELECT r.n, r.id, r.title, r.url, r.publisher, r.agency, r.published, r.lang, r.bytes, c.id, "+
		"(SELECT count(*) FROM events x WHERE x.report = r.n), (SELECT count(*) FROM statements x WHERE x.report = r.n), "+
		"(SELECT count(*) FROM facts x WHERE x.report = r.n) FROM reports r LEFT JOIN reports c ON c.n = r.copy_of WHERE r.n",
		func(rows *sql.Rows) (key any, f FoundReport, err error) {
			var n int64
			var null [6]sql.NullString
			err = rows.Scan(&n, &f.ID, &null[0], &null[1], &null[2], &null[3], &null[4], &f.Lang, &f.Bytes, &null[5], &f.Events, &f.Statements, &f.Facts)
			for i, to := range []*record.Null{&f.Title, &f.URL, &f.Publisher, &f.Agency, &f.Published, &f.CopyOf} {
				*to = record.Null(null[i].String)
			}
			return n, f, err
		}))
}

// loader loads things by their keys.
type loader[T any] func(ctx context.Context, keys []any) (map[any]T, error)

// page finds the keys, then what they stand for, in their order.
func page[T any](ctx context.Context, s *Store, q Query, load loader[T]) (Page[T], error) {
	keys, next, err := s.found(ctx, q)
	if err != nil {
		return Page[T]{}, err
	}
	out := Page[T]{Items: make([]T, 0, len(keys)), Next: next}
	for part := range slices.Chunk(keys, many) {
		found, err := load(ctx, part)
		if err != nil {
			return out, err
		}
		for _, k := range part {
			if v, ok := found[plain(k)]; ok { // else it went meanwhile
				out.Items = append(out.Items, v)
			}
		}
	}
	return out, nil
}

// each is a loader by a SELECT that ends where the list of keys begins.
func each[T any](s *Store, text string, scan func(*sql.Rows) (any, T, error)) loader[T] {
	return func(ctx context.Context, keys []any) (map[any]T, error) {
		keys, marks := filled(keys)
		rows, err := s.Query(ctx, text+" IN ("+marks+")", keys...)
		if err != nil {
			return nil, err
		}
		defer rows.Close()
		out := map[any]T{}
		for rows.Next() {
			key, v, err := scan(rows)
			if err != nil {
				return nil, s.wrap("query", err)
			}
			out[key] = v
		}
		return out, s.wrap("query", rows.Err())
	}
}

// filled repeats the last key up to a power of two: few different statements.
func filled(keys []any) (args []any, marks string) {
	size := 1
	for size < len(keys) {
		size *= 2
	}
	args = slices.Clone(keys)
	for len(args) < size {
		args = append(args, keys[len(keys)-1])
	}
	return args, list(size)
}
