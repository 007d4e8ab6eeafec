package store

import (
	"context"
	"fmt"
	"time"
)

// Feed is a feed that is run from time to time. Fetched is the zero time before the first run, Outcome what came of the
// last one; ETag and Modified let the server say that nothing is new.
type Feed struct {
	URL, Title, ETag, Modified, Outcome string
	Added, Fetched                      time.Time
}

// Feeds lists the feeds by address.
func (s *Store) Feeds(ctx context.Context) ([]Feed, error) {
	rows, err := s.Query(ctx, "SELECT url, coalesce(title, ''), coalesce(etag, ''), coalesce(modified, ''), added, coalesce(fetched, ''), "+
		"coalesce(outcome, '') FROM feeds ORDER BY url")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Feed
	for rows.Next() {
		var f Feed
		var added, fetched string
		if err := rows.Scan(&f.URL, &f.Title, &f.ETag, &f.Modified, &added, &fetched, &f.Outcome); err != nil {
			return nil, s.wrap("read", err)
		}
		f.Added, _ = time.Parse(time.RFC3339, added)
		f.Fetched, _ = time.Parse(time.RFC3339, fetched)
		out = append(out, f)
	}
	return out, s.wrap("read", rows.Err())
}

// AddFeed keeps a feed; one that is there stays as it is.
func (s *Store) AddFeed(ctx context.Context, url string) error {
	return s.Write(ctx, func(tx *Tx) error {
		return tx.Exec("INSERT INTO feeds(url, added) VALUES (?, ?) ON CONFLICT DO NOTHING", url, stamp(time.Now()))
	})
}

// RemoveFeed forgets a feed; its reports stay.
func (s *Store) RemoveFeed(ctx context.Context, url string) error {
	var n int64
	err := s.Write(ctx, func(tx *Tx) (err error) {
		n, err = tx.changed("DELETE FROM feeds WHERE url = ?", url)
		return err
	})
	if err == nil && n == 0 {
		err = fmt.Errorf("feed %s: %w: varta feed list shows those that are", url, ErrUnknown)
	}
	return err
}

// SetFeed keeps what came of a run.
func (s *Store) SetFeed(ctx context.Context, f Feed) error {
	return s.Write(ctx, func(tx *Tx) error {
		return tx.Exec("UPDATE feeds SET title = ?, etag = ?, modified = ?, fetched = ?, outcome = ? WHERE url = ?",
			null(f.Title), null(f.ETag), null(f.Modified), stamp(f.Fetched), null(f.Outcome), f.URL)
	})
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }
