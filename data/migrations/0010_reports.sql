-- What came of a reported date: corrected, unchanged, or nothing yet.
ALTER TABLE deadline_reports ADD COLUMN outcome TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'corrected', 'unchanged'));
