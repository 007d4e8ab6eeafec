package main

import (
	"testing"
	"time"

	"varta/internal/ingest"
)

func TestProgressLine(t *testing.T) {
	files := &ingest.Progress{}
	files.Done.Store(250)
	files.Total.Store(1000)
	for _, tt := range []struct {
		total int64
		files *ingest.Progress
		want  string
	}{
		{0, nil, "30 reports, 10/s"},
		{120, nil, "30 reports, 10/s, 25 %, 9s left"},
		{0, files, "30 reports, 10/s, 25 %, 9s left"},
		{0, &ingest.Progress{}, "30 reports, 10/s"},
	} {
		p := &progress{files: tt.files}
		p.total.Store(tt.total)
		p.done.Store(30)
		if got := p.line(3 * time.Second); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}
