package store

import (
	"net/url"
	"os"
	"regexp"
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"
)

// dialect is what differs between the two databases.
type dialect struct {
	name   string // the word that opens the comments of the schema that are for it
	driver string
	goose  goose.Dialect
	begin  []string // opens the transaction of the one writer
	swap   *strings.Replacer
	number bool   // parameters are $1, not ?
	least  string // the function of several arguments
	bytes  string // after an expression: text is compared byte by byte
	adds   string // the words before the table that rows are added to
}

// sqliteDialect is that of SQLite. Whatever statement fails, its whole transaction is dropped: so SQLite need not keep what
// each page was before the statement.
func sqliteDialect() dialect {
	return dialect{name: "sqlite", driver: "sqlite", goose: goose.DialectSQLite3, begin: []string{"BEGIN IMMEDIATE"},
		swap: strings.NewReplacer("BIGINT PRIMARY KEY", "INTEGER PRIMARY KEY"), least: "min",
		adds: "INSERT OR FAIL INTO "}
}

// writerLock is the number of the advisory lock, one a schema, that the writer of an archive in PostgreSQL holds.
const writerLock = "86827284"

func postgresDialect() dialect {
	return dialect{name: "postgres", driver: "postgres", goose: goose.DialectPostgres, number: true, swap: strings.NewReplacer(), least: "least", bytes: ` COLLATE "C"`,
		adds:  "INSERT INTO ",
		begin: []string{"BEGIN", "SET LOCAL lock_timeout = '5s'", "SELECT pg_advisory_xact_lock(" + writerLock + ", hashtext(current_schema()))"}}
}

// loose is a column whose index is not to decide how rows are found.
func (d dialect) loose(column string) string {
	if d.name == "sqlite" {
		return "+" + column
	}
	return column
}

var aside = regexp.MustCompile(`(?s)/\*(sqlite|postgres)\s(.*?)\*/`)

// schema makes the text of a migration that of one database.
func (d dialect) schema(text string) string {
	text = aside.ReplaceAllStringFunc(text, func(s string) string {
		m := aside.FindStringSubmatch(s)
		if m[1] != d.name {
			return ""
		}
		return " " + m[2]
	})
	return d.swap.Replace(text)
}

// sql numbers the parameters of a statement where the database wants that. Statements hold no question mark otherwise.
func (d dialect) sql(text string) string {
	if !d.number {
		return text
	}
	var b strings.Builder
	n := 0
	for part := range strings.SplitAfterSeq(text, "?") {
		if rest, ok := strings.CutSuffix(part, "?"); ok {
			n++
			part = rest + "$" + strconv.Itoa(n)
		}
		b.WriteString(part)
	}
	return b.String()
}

// postgresName is the address of a server for the driver: without a word on encryption it is used where the server has it.
func postgresName(where string) string {
	u, err := url.Parse(where)
	if err != nil || u.Query().Has("sslmode") || os.Getenv("PGSSLMODE") != "" {
		return where
	}
	q := u.Query()
	q.Set("sslmode", "prefer")
	u.RawQuery = q.Encode()
	return u.String()
}

// isPostgres says whether an archive's place is the address of a PostgreSQL server.
func isPostgres(where string) bool {
	return strings.HasPrefix(where, "postgres://") || strings.HasPrefix(where, "postgresql://")
}

// cacheKB is how much of the file a connection remembers: the one that writes goes to and fro in it. It takes twice the
// memory, since a page with its head is somewhat longer than the piece of memory that would fit it. Those that read are
// many, and no slower for having little: the system remembers the file for all of them.
func cacheKB(writer bool) int {
	if writer {
		return 48 << 10
	}
	return 4 << 10
}

// sqliteName is the data source name of a file. The writer's transactions survive a crash of the program at once, and a
// crash of the machine but for the last ones: a checkpoint, not a commit, waits for the disk. References between tables are
// not looked up with every row: they are made by this program alone, [Store.Check] looks them all up,
// and PostgreSQL, which is given the same rows, refuses one that leads nowhere.
func sqliteName(path string, o Options, writer bool) string {
	q := url.Values{}
	pragmas := []string{"busy_timeout(" + strconv.Itoa(int(o.wait().Milliseconds())) + ")", "cache_size(" + strconv.Itoa(-cacheKB(writer)) + ")",
		"temp_store(memory)"}
	if writer {
		pragmas = append(pragmas, "journal_mode(wal)", "synchronous(normal)", "wal_autocheckpoint("+strconv.Itoa(longLog)+")")
		if o.MaxPages > 0 {
			pragmas = append(pragmas, "max_page_count("+strconv.Itoa(o.MaxPages)+")")
		}
	} else {
		pragmas = append(pragmas, "query_only(1)", "mmap_size(268435456)")
	}
	for _, p := range pragmas {
		q.Add("_pragma", p)
	}
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: q.Encode()}).String()
}
