package store

import (
	"context"

	"varta/record"
)

// Site is a place with a point at which acts took place.
type Site struct {
	Name record.Null `json:"name"`
	Code string      `json:"code"`
	Lat  float64     `json:"lat"`
	Lon  float64     `json:"lon"`
	Acts int         `json:"acts"`
}

// Sites are the places of the acts that a query asks for, the busiest first.
func (s *Store) Sites(ctx context.Context, q Query) ([]Site, error) {
	q.Of = Acts
	where := all(append(q.acts(s.dialect), is("a.lat IS NOT NULL")))
	text := "SELECT coalesce(a.place, ''), a.place_code, a.lat, a.lon, count(*) FROM acts a WHERE " + where.text +
		" GROUP BY a.place, a.place_code, a.lat, a.lon ORDER BY count(*) DESC, a.lat, a.lon"
	if q.Limit > 0 {
		text += " LIMIT ?"
		where.args = append(where.args, q.Limit)
	}
	rows, err := s.Query(ctx, text, where.args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Site
	for rows.Next() {
		var x Site
		if err := rows.Scan(&x.Name, &x.Code, &x.Lat, &x.Lon, &x.Acts); err != nil {
			return nil, s.wrap("query", err)
		}
		out = append(out, x)
	}
	return out, s.wrap("query", rows.Err())
}
