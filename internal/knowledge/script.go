package knowledge

import (
	"io/fs"
	"strconv"
	"strings"
	"sync"

	"varta/internal/names"
)

// loadScript reads how the letters of the language sound and how Latin names spell them. A language in Latin letters has
// no such tables.
func (k *Base) loadScript(fsys fs.FS, lang string, p *problems) {
	const letters, spellings = "/translit.tsv", "/spelling.tsv"
	if _, err := fs.Stat(fsys, lang+letters); err != nil {
		return
	}
	t := names.NewTables()
	rows := readTable(fsys, lang+letters, p, "letters", "kind", "unit", "latin", "sound")
	for i := range rows.rows {
		r := &rows.rows[i]
		l := names.Letter{Forms: r.list("letters"), Kind: r.get("kind"), Unit: r.get("unit"), Latin: r.get("latin"), Sound: strings.Split(r.get("sound"), "|")}
		if err := t.Letter(l); err != nil {
			r.problem(p, "letters", "bad-letter", "%v", err)
		}
	}
	rows = readTable(fsys, lang+spellings, p, "unit", "latin", "cost")
	for i := range rows.rows {
		r := &rows.rows[i]
		cost, err := strconv.Atoi(r.get("cost"))
		if err != nil || cost < 0 {
			r.problem(p, "cost", "bad-number", "%s", r.get("cost"))
			continue
		}
		if err := t.Spelling(names.Spelling{Unit: r.get("unit"), Latin: r.get("latin"), Cost: cost}); err != nil {
			r.problem(p, "unit", "bad-spelling", "%v", err)
		}
	}
	k.Script = t.Script()
	k.queries = &sync.Pool{New: func() any { return names.NewQuery(k.Script) }}
}
