package archive

import (
	"context"
	"iter"

	"varta/internal/export"
	"varta/internal/merge"
	"varta/internal/store"
)

// Source is what exports are made of: the acts that a query asks for, the records of the reports that tell them, and the
// facts in these. Without texts the reports come without.
func (a *Archive) Source(ctx context.Context, q store.Query, texts bool) export.Source {
	whole := store.Whole
	if texts {
		whole = store.Texts
	}
	return export.Source{
		Acts: a.toldActs(ctx, q, texts), Meetings: a.meetings(ctx, q), Relations: a.relations(ctx, q),
		Heads: a.records(ctx, q, store.Head), Said: a.records(ctx, q, store.Said), Records: a.records(ctx, q, whole),
	}
}

func (a *Archive) toldActs(ctx context.Context, q store.Query, texts bool) iter.Seq2[export.Told, error] {
	return func(yield func(export.Told, error) bool) {
		for t, err := range a.ToldActs(ctx, q, texts) {
			if !yield(export.Told(t), err) || err != nil {
				return
			}
		}
	}
}

// meetings asks for meetings alone, unless the query has its own idea of which types or how many there are to be.
func (a *Archive) meetings(ctx context.Context, q store.Query) func(*int) iter.Seq2[export.Told, error] {
	return func(others *int) iter.Seq2[export.Told, error] {
		if q.Limit > 0 || q.Cursor != "" || len(q.Types) > 0 {
			return export.MeetingsOf(a.toldActs(ctx, q, false), others)
		}
		return func(yield func(export.Told, error) bool) {
			q.Of = store.Acts
			all, err := a.Count(ctx, q)
			if err != nil {
				yield(export.Told{}, err)
				return
			}
			only, n := q, 0
			only.Types = []string{export.Meeting}
			for t, err := range a.toldActs(ctx, only, false) {
				n++
				if !yield(t, err) {
					return
				}
			}
			*others = max(all-n, 0)
		}
	}
}

func (a *Archive) records(ctx context.Context, q store.Query, parts store.Parts) iter.Seq2[export.Read, error] {
	return func(yield func(export.Read, error) bool) {
		for r, err := range a.RecordsOf(ctx, q, parts) {
			if err != nil {
				yield(export.Read{}, err)
				return
			}
			if !yield(export.Read(*r), nil) {
				return
			}
		}
	}
}

// relations puts the facts of each relation together.
func (a *Archive) relations(ctx context.Context, q store.Query) iter.Seq2[export.Known, error] {
	return func(yield func(export.Known, error) bool) {
		var facts []store.RelatedFact
		for f, err := range a.RelatedFacts(ctx, q) {
			if err != nil {
				yield(export.Known{}, err)
				return
			}
			if len(facts) > 0 && facts[0].Relation != f.Relation {
				if !eachRelation(facts, yield) {
					return
				}
				facts = facts[:0]
			}
			facts = append(facts, f)
		}
		eachRelation(facts, yield)
	}
}

func eachRelation(facts []store.RelatedFact, yield func(export.Known, error) bool) bool {
	stated := make([]merge.Stated, len(facts))
	urls := map[string]string{}
	for i, f := range facts {
		stated[i] = merge.Stated{Report: f.Report, Published: f.Published, Fact: f.Fact}
		urls[f.Report] = f.URL
	}
	relations := merge.Relations(stated)
	for i := range relations {
		if !yield(export.Known{Relation: &relations[i], URLs: urls}, nil) {
			return false
		}
	}
	return true
}
