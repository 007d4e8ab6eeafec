// Package archive ties reading, keeping and merging together: reports come in from package ingest, are read by a
// varta.Reader, and are kept with their records in a store; the acts that they touch are merged anew.
//
//	a, err := archive.Open(ctx, "varta.db", archive.Options{})
//	sum, err := a.Add(ctx, source.Items(ctx, paths), archive.AddOptions{Workers: 2}, func(o archive.Outcome) { … })
//
// Two reports that say "मोदी ने पुतिन से मुलाकात की।" of the same day are two reports, two events and one act.
//
// Whatever is added is added in batches, each in one transaction of the store: after a crash every report is there with
// its record and its share in acts, or not at all, and adding again goes on from there.
package archive
