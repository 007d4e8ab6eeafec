-- The acts that most reports tell are found in order.

CREATE INDEX IF NOT EXISTS acts_reports ON acts(reports, n);
