-- Only events that are filed in one cell are compared: what merging makes of a sketch says in which. The number begins
-- with a stretch of time, so that news of one month is filed side by side. The archive files again what stood in the
-- tables before.

DROP TABLE lead_keys;
DROP TABLE event_keys;

CREATE TABLE event_cells (
  cell  BIGINT NOT NULL,
  event BIGINT NOT NULL,
  PRIMARY KEY (cell, event)
)/*sqlite WITHOUT ROWID*/;
