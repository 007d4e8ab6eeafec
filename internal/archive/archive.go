package archive

import (
	"context"
	"sync"
	"sync/atomic"

	"varta"
	"varta/internal/store"
	"varta/record"
)

// Options of an archive.
type Options struct {
	Store  store.Options
	Tables varta.Options
}

// Archive is a store and the means to fill it.
type Archive struct {
	*store.Store
	Spelling *varta.Spelling
	reader   func() (*varta.Reader, error)
	board    atomic.Pointer[board] // of the batch before
	codes    func() (*record.Codes, error)
}

// Open opens the archive in a file or at an address: see [store.Open]. The tables of the language are loaded when the
// first report is read.
func Open(ctx context.Context, where string, o Options) (*Archive, error) {
	spelling, err := varta.OpenSpelling(o.Tables)
	if err != nil {
		return nil, err
	}
	s, err := store.Open(ctx, where, o.Store)
	if err != nil {
		return nil, err
	}
	reader := sync.OnceValues(func() (*varta.Reader, error) { return varta.Open(o.Tables) })
	codes := sync.OnceValues(func() (*record.Codes, error) { return varta.LoadCodes(o.Tables) })
	return &Archive{Store: s, Spelling: spelling, reader: reader, codes: codes}, nil
}

// Codes are those of other schemes, which exports need.
func (a *Archive) Codes() (*record.Codes, error) { return a.codes() }
