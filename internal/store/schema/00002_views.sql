-- What is meant to be read by people, Datasette, DuckDB, R and psql.

CREATE VIEW v_reports AS
SELECT r.id, r.title, r.publisher, r.agency, r.published, r.lang, r.url, r.source, r.added, r.bytes, c.id AS copy_of,
       k.version, k.data_version, r.text
FROM reports r JOIN records k ON k.report = r.n LEFT JOIN reports c ON c.n = r.copy_of;

CREATE VIEW v_events AS
SELECT r.id AS report, e.id AS event, a.id AS act, r.published, e.type, e.modes, e.contexts, e.cameo, e.quad, e.score,
       e.status, e.actors, e.recipients, e.date, e.until, e.place, e.place_code, e.lat, e.lon, e.speaker, e.topics,
       e.rule, e.confidence
FROM events e JOIN reports r ON r.n = e.report LEFT JOIN tellings t ON t.event = e.n LEFT JOIN acts a ON a.n = t.act;

CREATE VIEW v_acts AS
SELECT a.id AS act, a.type, a.modes, a.contexts, a.cameo, a.quad, a.score, a.status, a.actors, a.recipients, a.date,
       a.until, a.place, a.place_code, a.lat, a.lon, o.id AS occasion, a.topics, a.confidence, a.reports,
       a.first_published, a.last_published
FROM acts a LEFT JOIN tellings t ON t.event = a.occasion LEFT JOIN acts o ON o.n = t.act;

CREATE VIEW v_tellings AS
SELECT a.id AS act, r.id AS report, e.id AS event, r.published, r.publisher, r.agency, e.status
FROM tellings t JOIN acts a ON a.n = t.act JOIN events e ON e.n = t.event JOIN reports r ON r.n = t.report;

CREATE VIEW v_parties AS
SELECT a.id AS act, a.type, a.status, a.date, p.side, p.entity, p.name, p.code, p.sector, p.office
FROM act_parties p JOIN acts a ON a.n = p.act;

CREATE VIEW v_history AS
SELECT a.id AS act, h.seq, h.status, h.report, h.published FROM act_history h JOIN acts a ON a.n = h.act;

CREATE VIEW v_statements AS
SELECT r.id AS report, s.id AS statement, r.published, s.speaker, s.speaker_name, s.speaker_code, s.speaker_text,
       s.addressees, s.about, s.topics, s.date, s.place, s.place_code, s.content, s.rule
FROM statements s JOIN reports r ON r.n = s.report;

CREATE VIEW v_facts AS
SELECT r.id AS report, f.id AS fact, f.relation, r.published, f.kind, f.subject, f.subject_name, f.subject_code,
       f.object, f.object_name, f.object_code, f.office, f.since, f.until
FROM facts f JOIN reports r ON r.n = f.report;

CREATE VIEW v_relations AS
SELECT relation, kind, min(subject_name) AS subject_name, min(subject_code) AS subject_code,
       min(object_name) AS object_name, min(object_code) AS object_code, office, since, until,
       count(DISTINCT report) AS reports
FROM facts GROUP BY relation, kind, office, since, until;

CREATE VIEW v_people AS
SELECT e.id AS person, e.name, e.code, count(*) AS reports, sum(m.times) AS mentions
FROM entities e JOIN mentions m ON m.entity = e.id WHERE e.type = 'person' GROUP BY e.id, e.name, e.code;

CREATE VIEW v_entities AS
SELECT e.id AS entity, e.name, e.type, e.code, count(*) AS reports, sum(m.times) AS mentions
FROM entities e JOIN mentions m ON m.entity = e.id GROUP BY e.id, e.name, e.type, e.code;
