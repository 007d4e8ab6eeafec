package store

// FrequentSQL is the SQL of a query whose words and parties are taken for frequent ones.
func (s *Store) FrequentSQL(q Query) (text string, args []any, err error) {
	q.frequent = frequent{words: len(q.Phrases) > 0, parties: true}
	if q.Of == Acts && len(q.Parties) > 0 {
		q.frequent.along = &q.Parties[0]
	}
	st, err := s.keys(q)
	return s.sql(st.text), st.args, err
}

// PlainSQL is the SQL of a query that first finds all that has the words and the parties.
func (s *Store) PlainSQL(q Query) (text string, args []any, err error) {
	st, err := s.keys(q)
	return s.sql(st.text), st.args, err
}
