-- The archive. One text for both databases: what stands in a comment that begins with the name of one is for it alone,
-- and BIGINT PRIMARY KEY becomes INTEGER PRIMARY KEY, the row's own number, in SQLite.
--
-- Reports are numbered as they come. An event, a statement or a fact is numbered by its report: n of the report times
-- 1048576 and its place in the record. An act has the number of its first telling.

CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE reports (
  n         BIGINT PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  title     TEXT,
  url       TEXT UNIQUE,
  publisher TEXT,
  agency    TEXT,
  lang      TEXT NOT NULL,
  published TEXT,               -- ISO date
  source    TEXT,               -- the file, page or feed that it came from
  added     TEXT NOT NULL,      -- time, UTC
  bytes     BIGINT NOT NULL,
  sha256    TEXT NOT NULL,      -- of the text
  folded    TEXT NOT NULL UNIQUE, -- of the words of the text, spelt alike: the same report
  copy_of   BIGINT REFERENCES reports(n), -- the first report of nearly the same words
  text      TEXT NOT NULL
);
CREATE INDEX reports_published ON reports(published);
CREATE INDEX reports_copy_of ON reports(copy_of);

-- Where else a report that was known already was seen.
CREATE TABLE sightings (
  report    BIGINT NOT NULL REFERENCES reports(n),
  url       TEXT NOT NULL,
  publisher TEXT,
  title     TEXT,
  published TEXT,
  PRIMARY KEY (report, url)
)/*sqlite WITHOUT ROWID*/;
CREATE INDEX sightings_url ON sightings(url);

-- Eight numbers a report; two reports that share one may be copies of each other.
CREATE TABLE sketches (
  band   BIGINT NOT NULL,
  report BIGINT NOT NULL REFERENCES reports(n),
  PRIMARY KEY (band, report)
)/*sqlite WITHOUT ROWID*/;

-- A record without its events, statements and facts, which have tables of their own.
CREATE TABLE records (
  report        BIGINT PRIMARY KEY REFERENCES reports(n),
  version       TEXT NOT NULL,
  data_version  TEXT NOT NULL,
  generation    BIGINT NOT NULL, -- the reread that made it
  dateline      TEXT,
  dateline_code TEXT,
  json          TEXT NOT NULL
);
CREATE INDEX records_version ON records(generation, data_version, version);

CREATE TABLE events (
  n               BIGINT PRIMARY KEY,
  report          BIGINT NOT NULL REFERENCES reports(n),
  id              TEXT NOT NULL, -- in its record
  type            TEXT NOT NULL,
  modes           TEXT NOT NULL, -- lists are set apart by spaces
  contexts        TEXT NOT NULL,
  cameo           TEXT NOT NULL,
  quad            BIGINT NOT NULL,
  score           DOUBLE PRECISION NOT NULL,
  status          TEXT NOT NULL,
  actors          TEXT NOT NULL, -- codes
  recipients      TEXT NOT NULL, -- codes
  date            TEXT,
  until           TEXT,
  first_day       TEXT,          -- of the date, whatever its precision
  last_day        TEXT,
  place           TEXT,
  place_code      TEXT,
  lat             DOUBLE PRECISION,
  lon             DOUBLE PRECISION,
  geonames        BIGINT,
  place_precision TEXT,
  speaker         TEXT,          -- code, where the event is known from somebody's words alone
  occasion        TEXT,          -- id of an event of the same record
  topics          TEXT NOT NULL,
  rule            TEXT NOT NULL,
  confidence      DOUBLE PRECISION NOT NULL,
  evidence        TEXT NOT NULL, -- JSON: the spans with their quotes
  json            TEXT NOT NULL  -- the event without its evidence
);
CREATE INDEX events_report ON events(report);

CREATE TABLE event_parties (
  event  BIGINT NOT NULL REFERENCES events(n),
  side   TEXT NOT NULL,          -- actor, recipient
  seq    BIGINT NOT NULL,
  entity TEXT,                   -- of the registry
  name   TEXT,
  code   TEXT NOT NULL,
  sector TEXT,
  office TEXT,
  text   TEXT NOT NULL,
  PRIMARY KEY (event, side, seq)
)/*sqlite WITHOUT ROWID*/;

CREATE TABLE statements (
  n             BIGINT PRIMARY KEY,
  report        BIGINT NOT NULL REFERENCES reports(n),
  id            TEXT NOT NULL,
  speaker       TEXT,            -- of the registry
  speaker_name  TEXT,
  speaker_code  TEXT NOT NULL,
  speaker_text  TEXT NOT NULL,
  addressees    TEXT NOT NULL,   -- codes
  about         TEXT NOT NULL,   -- codes
  topics        TEXT NOT NULL,
  forum         TEXT,            -- id of an event of the same record
  date          TEXT,
  first_day     TEXT,
  last_day      TEXT,
  place         TEXT,
  place_code    TEXT,
  content_start BIGINT NOT NULL, -- bytes into the text
  content_end   BIGINT NOT NULL,
  content       TEXT NOT NULL,
  rule          TEXT NOT NULL,
  json          TEXT NOT NULL
);
CREATE INDEX statements_report ON statements(report);

CREATE TABLE statement_parties (
  statement BIGINT NOT NULL REFERENCES statements(n),
  side      TEXT NOT NULL,       -- speaker, addressee, about
  seq       BIGINT NOT NULL,
  entity    TEXT,
  name      TEXT,
  code      TEXT NOT NULL,
  PRIMARY KEY (statement, side, seq)
)/*sqlite WITHOUT ROWID*/;
CREATE INDEX statement_parties_code ON statement_parties(code, side, statement);

CREATE TABLE facts (
  n            BIGINT PRIMARY KEY,
  report       BIGINT NOT NULL REFERENCES reports(n),
  id           TEXT NOT NULL,
  relation     TEXT NOT NULL,    -- the facts of one relation share it
  kind         TEXT NOT NULL,
  subject      TEXT,             -- of the registry
  subject_name TEXT,
  subject_code TEXT NOT NULL,
  object       TEXT,
  object_name  TEXT,
  object_code  TEXT NOT NULL,
  office       TEXT,
  since        TEXT,
  until        TEXT,
  json         TEXT NOT NULL
);
CREATE INDEX facts_report ON facts(report);
CREATE INDEX facts_relation ON facts(relation, n);
CREATE INDEX facts_subject ON facts(subject_code, kind);
CREATE INDEX facts_object ON facts(object_code, kind);

-- Who and what reports name, as far as the registry knows it.
CREATE TABLE entities (
  id   TEXT PRIMARY KEY,
  name TEXT,
  type TEXT NOT NULL,
  code TEXT NOT NULL
);

CREATE TABLE mentions (
  entity TEXT NOT NULL REFERENCES entities(id),
  report BIGINT NOT NULL REFERENCES reports(n),
  times  BIGINT NOT NULL,
  PRIMARY KEY (entity, report)
)/*sqlite WITHOUT ROWID*/;
CREATE INDEX mentions_report ON mentions(report);

-- What decides about the act of an event, and the event that leads that act: itself, or a more telling one.
CREATE TABLE merging (
  event BIGINT PRIMARY KEY REFERENCES events(n),
  lead  BIGINT NOT NULL,
  json  TEXT NOT NULL
);
CREATE INDEX merging_lead ON merging(lead);

-- Only events that share a key are compared. Those that lead an act stand in a table of their own too: they are few.
CREATE TABLE event_keys (
  key   BIGINT NOT NULL,
  event BIGINT NOT NULL REFERENCES events(n),
  PRIMARY KEY (key, event)
)/*sqlite WITHOUT ROWID*/;
CREATE INDEX event_keys_event ON event_keys(event);

CREATE TABLE lead_keys (
  key   BIGINT NOT NULL,
  event BIGINT NOT NULL REFERENCES events(n),
  PRIMARY KEY (key, event)
)/*sqlite WITHOUT ROWID*/;
CREATE INDEX lead_keys_event ON lead_keys(event);

CREATE TABLE acts (
  n               BIGINT PRIMARY KEY,
  id              TEXT NOT NULL UNIQUE,
  type            TEXT NOT NULL,
  modes           TEXT NOT NULL,
  contexts        TEXT NOT NULL,
  cameo           TEXT NOT NULL,
  quad            BIGINT NOT NULL,
  score           DOUBLE PRECISION NOT NULL,
  status          TEXT NOT NULL,
  actors          TEXT NOT NULL,
  recipients      TEXT NOT NULL,
  date            TEXT,
  until           TEXT,
  first_day       TEXT,
  last_day        TEXT,
  place           TEXT,
  place_code      TEXT,
  lat             DOUBLE PRECISION,
  lon             DOUBLE PRECISION,
  geonames        BIGINT,
  place_precision TEXT,
  occasion        BIGINT,        -- an event, at whose act it took place
  topics          TEXT NOT NULL,
  confidence      DOUBLE PRECISION NOT NULL,
  reports         BIGINT NOT NULL, -- that tell it
  first_published TEXT,
  last_published  TEXT,
  json            TEXT NOT NULL  -- without the tellings
);
CREATE INDEX acts_day ON acts(first_day, n);
CREATE INDEX acts_type ON acts(type, first_day, n);

CREATE TABLE act_parties (
  act      BIGINT NOT NULL REFERENCES acts(n),
  side     TEXT NOT NULL,        -- actor, recipient
  seq      BIGINT NOT NULL,
  entity   TEXT,
  name     TEXT,
  code     TEXT NOT NULL,
  sector   TEXT,
  office   TEXT,
  wikidata TEXT,
  first_day TEXT,                -- of the act
  PRIMARY KEY (act, side, seq)
)/*sqlite WITHOUT ROWID*/;
CREATE INDEX act_parties_code ON act_parties(code, first_day, act);
CREATE INDEX act_parties_entity ON act_parties(entity, first_day, act);

CREATE TABLE tellings (
  event  BIGINT PRIMARY KEY REFERENCES events(n),
  act    BIGINT NOT NULL REFERENCES acts(n),
  seq    BIGINT NOT NULL,
  report BIGINT NOT NULL REFERENCES reports(n)
);
CREATE INDEX tellings_act ON tellings(act, seq);

-- How an act came to its status.
CREATE TABLE act_history (
  act       BIGINT NOT NULL REFERENCES acts(n),
  seq       BIGINT NOT NULL,
  status    TEXT NOT NULL,
  report    TEXT NOT NULL,
  published TEXT,
  PRIMARY KEY (act, seq)
)/*sqlite WITHOUT ROWID*/;

-- What users decided against the merging: a and b name events by report and place in its text, so that they outlive
-- the records.
CREATE TABLE overrides (
  n      BIGINT PRIMARY KEY,
  kind   TEXT NOT NULL,          -- split, join
  a      TEXT NOT NULL,
  b      TEXT NOT NULL,
  author TEXT,
  made   TEXT NOT NULL,
  UNIQUE (a, b)
);
CREATE INDEX overrides_b ON overrides(b);

-- What users corrected in a record.
CREATE TABLE corrections (
  n      BIGINT PRIMARY KEY,
  report BIGINT NOT NULL REFERENCES reports(n),
  target TEXT NOT NULL,          -- an event, statement or fact of the record
  field  TEXT NOT NULL,
  old    TEXT,
  new    TEXT,
  note   TEXT,
  author TEXT NOT NULL,
  made   TEXT NOT NULL
);
CREATE INDEX corrections_report ON corrections(report);

CREATE TABLE feeds (
  url      TEXT PRIMARY KEY,
  title    TEXT,
  etag     TEXT,
  modified TEXT,
  added    TEXT NOT NULL,
  fetched  TEXT,
  outcome  TEXT
);

-- Words of title and text, spelt alike. Devanagari signs belong to words.
/*sqlite
CREATE VIRTUAL TABLE report_words USING fts5(words, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'");
*/
/*postgres
CREATE TABLE report_words (
  rowid BIGINT PRIMARY KEY REFERENCES reports(n),
  words TEXT NOT NULL,
  tokens TSVECTOR NOT NULL
);
CREATE INDEX report_words_tokens ON report_words USING gin(tokens);
*/
