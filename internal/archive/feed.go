package archive

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"time"

	"varta/internal/ingest"
	"varta/internal/store"
)

// maxFeed is the size up to which a feed is fetched.
const maxFeed = 16 << 20

// RunFeed fetches a feed and adds what is new in it, from the pages that it leads to, or, unless follow is set, as far
// as the feed itself has the text. The server's word that nothing has changed is asked for only when the last run kept
// everything, so that nothing is passed over.
func (a *Archive) RunFeed(ctx context.Context, f store.Feed, follow bool, o AddOptions, tell func(Outcome)) (Sum, error) {
	var sum Sum
	res, err := o.Client.Fetch(ctx, f.URL, ingest.Validators{ETag: f.ETag, Modified: f.Modified})
	f.Fetched = time.Now()
	if err != nil {
		f.Outcome = err.Error()
		return sum, errors.Join(err, a.SetFeed(ctx, f))
	}
	defer res.Body.Close()
	if res.Unchanged {
		f.Outcome = "unchanged"
		return sum, a.SetFeed(ctx, f)
	}
	entries, title, err := entriesOf(f.URL, res.Body)
	if err != nil {
		f.Outcome = err.Error()
		return sum, errors.Join(err, a.SetFeed(ctx, f))
	}
	sum, err = a.Add(ctx, links(entries, follow), o, tell)
	if err != nil {
		return sum, err
	}
	f.Title, f.ETag, f.Modified = title, res.ETag, res.Modified
	if sum.Skipped > 0 {
		f.ETag, f.Modified = "", ""
	}
	f.Outcome = fmt.Sprintf("%d added, %d known, %d skipped", sum.Added, sum.Known, sum.Skipped)
	return sum, a.SetFeed(ctx, f)
}

func entriesOf(address string, body io.Reader) ([]ingest.Item, string, error) {
	b, err := io.ReadAll(io.LimitReader(body, maxFeed+1))
	if err == nil && len(b) > maxFeed {
		err = fmt.Errorf("%w: a feed of more than %d bytes", ingest.ErrTooLarge, maxFeed)
	}
	if err != nil {
		return nil, "", err
	}
	return ingest.Entries(address, b)
}

// links turns entries into links to their pages, the oldest entry first.
func links(entries []ingest.Item, follow bool) iter.Seq[ingest.Item] {
	return func(yield func(ingest.Item) bool) {
		for _, i := range slices.Backward(entries) {
			if follow && ingest.IsAddress(i.Known.URL) {
				i.Name, i.Form = i.Known.URL, ingest.Link
			}
			if !yield(i) {
				return
			}
		}
	}
}
