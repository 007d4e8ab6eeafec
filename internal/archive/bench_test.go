package archive_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"varta/internal/archive"
	"varta/internal/ingest"
)

// BenchmarkAdd adds the reports of $VARTA_REPORTS, a file that bench/reports wrote, to a new archive.
func BenchmarkAdd(b *testing.B) {
	file := os.Getenv("VARTA_REPORTS")
	if file == "" {
		b.Skip("VARTA_REPORTS names no file")
	}
	n := 0
	for b.Loop() {
		a, err := archive.Open(context.Background(), filepath.Join(b.TempDir(), "varta.db"), archive.Options{})
		if err != nil {
			b.Fatal(err)
		}
		source := ingest.Source{}
		sum, err := a.Add(context.Background(), source.Items(context.Background(), []string{file}), archive.AddOptions{}, func(archive.Outcome) {})
		if err != nil {
			b.Fatal(err)
		}
		n += sum.Added
		a.Close()
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "reports/s")
}
