// Package store keeps reports, their records and the acts that merging makes of them in a database: SQLite in one file,
// or PostgreSQL for teams, with one schema (schema/*.sql, which says what every column means). It knows no language and
// decides nothing about acts; package archive ties it to reading and merging.
//
// Reports are numbered as they come; event, statement or fact i of report n has the number n<<20 + i, an act that of its
// first telling. Everything is written in transactions of one writer, [Store.Write]; a report and all that was read in
// it are there together or not at all:
//
//	s, err := store.Open(ctx, "varta.db", store.Options{})
//	err = s.Write(ctx, func(tx *store.Tx) error {
//		n, err := tx.AddReport(store.Report{ID: "r1", Text: "भारत ने चीन से बात की।", …})
//		return errors.Join(err, tx.PutRecord(n, rec))
//	})
//
// Reading goes beside the writer, in a state that does not move: [Store.Records] and [Store.Acts] yield what is kept in
// order of its numbers, and [Store.Query] runs any SELECT. For people there are views, v_events, v_acts and so on.
package store
