package store

// FrequentSQL is the SQL of a query whose words and parties are taken for frequent ones.
func (s *Store) FrequentSQL(q Query) (text string, args []any, err error) {
	q.frequent = frequent{words: len(q.Phrases) > 0, parties: true}
	st, err := s.keys(q)
	return s.sql(st.text), st.args, err
}
