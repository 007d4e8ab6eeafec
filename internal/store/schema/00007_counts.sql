-- What was counted over the whole archive, as JSON, with the state of the archive for which it holds: how many transactions had
-- changed it, which meta counts under the name changes.

CREATE TABLE IF NOT EXISTS counts (
  name  TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  json  TEXT NOT NULL
);
