package archive

import (
	"encoding/json"
	"fmt"
	"strconv"

	"varta/internal/merge"
	"varta/internal/store"
)

// board is what merging remembers from one batch to the next, as long as nobody else has merged anything meanwhile: the
// archive counts how often that happens.
type board struct {
	*merge.Board
	index  *index
	merged string
}

// Names of what the archive keeps of itself: the count, and how events are filed.
const (
	merged = "merged"
	filing = "filing"
)

// mostKnown is how many tellings are remembered, some 1 KB each: those of some months, of which a batch needs the last weeks.
// More of them cost more, since all that is remembered is gone through whenever memory is tidied, than to read some again.
const mostKnown = 16_000

// take gives the board that the batch before has left, or an empty one, to a transaction that merges. Whoever has it
// leaves it for the next one when the transaction is over.
func (a *Archive) take(tx *store.Tx) (*board, error) {
	if err := file(tx); err != nil {
		return nil, err
	}
	count, err := tx.Meta(merged)
	if err != nil {
		return nil, err
	}
	b := a.board.Swap(nil)
	if b == nil || b.merged != count || len(b.index.known) > mostKnown {
		b = &board{Board: merge.NewBoard(), index: newIndex(tx)}
	}
	n, err := strconv.Atoi("0" + count)
	if err != nil {
		return nil, fmt.Errorf("count of merges: %w", err)
	}
	b.index.tx, b.merged = tx, strconv.Itoa(n+1)
	return b, tx.SetMeta(merged, b.merged)
}

// file files all events where this version of the program looks for them, if another one has filed them.
func file(tx *store.Tx) error {
	if version, err := tx.Meta(filing); err != nil || version == merge.Filing {
		return err
	}
	if err := tx.ClearCells(); err != nil {
		return err
	}
	for last := int64(-1); ; {
		sketches, err := tx.NextSketches(last)
		if err != nil {
			return err
		}
		if len(sketches) == 0 {
			return tx.SetMeta(filing, merge.Filing)
		}
		for _, s := range sketches {
			var t merge.Telling
			if err := json.Unmarshal(s.JSON, &t); err != nil {
				return fmt.Errorf("decode sketch of event %d: %w", s.N, err)
			}
			if err := tx.File(s.N, cells(&t)); err != nil {
				return err
			}
			last = s.N
		}
	}
}

// cells are where a telling is filed.
func cells(t *merge.Telling) []int64 { return numbered(merge.Cells(merge.Keys(t))) }

func numbered(cells []merge.Cell) []int64 {
	out := make([]int64, len(cells))
	for i, c := range cells {
		out[i] = int64(c)
	}
	return out
}
