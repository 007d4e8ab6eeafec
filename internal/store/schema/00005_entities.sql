-- What people and organisations of the registry said and are is found by index.

CREATE INDEX IF NOT EXISTS statement_parties_entity ON statement_parties(entity, side, statement) WHERE entity IS NOT NULL;
CREATE INDEX IF NOT EXISTS facts_subject_entity ON facts(subject) WHERE subject IS NOT NULL;
CREATE INDEX IF NOT EXISTS facts_object_entity ON facts(object) WHERE object IS NOT NULL;
