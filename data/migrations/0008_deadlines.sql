-- The administrative calendar: what members follow, what they were reminded of, and what organisers decided of its dates.

-- The topics that somebody follows.
CREATE TABLE deadline_topics (
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    topic     TEXT NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (member_id, topic)
) STRICT, WITHOUT ROWID;
CREATE INDEX deadline_topics_by_topic ON deadline_topics (topic, at);

-- "Fait": somebody dealt with this deadline ("fr-cfe-payment.2026-12-15"), and is not reminded of it again.
CREATE TABLE deadline_done (
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    deadline  TEXT NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (member_id, deadline)
) STRICT, WITHOUT ROWID;

-- Reminders that were written, each once: so many days before the day on which the deadline then fell. A date that is
-- corrected is reminded of anew.
CREATE TABLE deadline_reminders (
    id          INTEGER PRIMARY KEY,
    member_id   INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    topic       TEXT NOT NULL,
    deadline    TEXT NOT NULL,
    day         TEXT NOT NULL,              -- ISO date
    days_before INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    UNIQUE (member_id, deadline, day, days_before)
) STRICT;
CREATE INDEX deadline_reminders_by_day ON deadline_reminders (day);

-- A date that somebody thinks is wrong. Organisers see what, never who.
CREATE TABLE deadline_reports (
    id         INTEGER PRIMARY KEY,
    member_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    entry      TEXT NOT NULL,              -- '' when the words name none that is known
    which      TEXT NOT NULL,
    what       TEXT NOT NULL,
    at         INTEGER NOT NULL,
    settled_at INTEGER,
    outcome    TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'corrected', 'unchanged')),
    channel_id INTEGER,                    -- where its line to organisers stands
    message_id INTEGER
) STRICT;
CREATE INDEX deadline_reports_by_member ON deadline_reports (member_id);

-- Who was asked to compare a jurisdiction's dates with their sources, because they work there.
CREATE TABLE deadline_checkers (
    member_id    INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    jurisdiction TEXT NOT NULL,
    at           INTEGER NOT NULL,
    PRIMARY KEY (member_id, jurisdiction)
) STRICT, WITHOUT ROWID;

-- What organisers decided. No row: as the data files, and the association's time zone, say.
CREATE TABLE deadline_jurisdictions (
    jurisdiction TEXT PRIMARY KEY,
    active       INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE deadline_hidden (
    entry TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE deadline_confirmed (
    entry TEXT PRIMARY KEY,
    day   TEXT NOT NULL                    -- ISO date
) STRICT, WITHOUT ROWID;

CREATE TABLE deadline_corrections (
    entry TEXT NOT NULL,
    named TEXT NOT NULL,                   -- the ISO date that the rule names
    day   TEXT NOT NULL,                   -- the right one
    PRIMARY KEY (entry, named)
) STRICT, WITHOUT ROWID;

CREATE TABLE deadline_typed (
    entry TEXT NOT NULL,
    year  INTEGER NOT NULL,
    key   TEXT NOT NULL,
    day   TEXT NOT NULL,                   -- ISO date
    PRIMARY KEY (entry, year, key)
) STRICT, WITHOUT ROWID;

-- Who decided what, and when. Whoever is erased leaves "quelqu'un".
CREATE TABLE deadline_history (
    id        INTEGER PRIMARY KEY,
    member_id INTEGER REFERENCES members (id) ON DELETE SET NULL,
    at        INTEGER NOT NULL,
    act       TEXT NOT NULL CHECK (act IN ('typed', 'corrected', 'hidden', 'shown', 'confirmed', 'opened', 'closed')),
    subject   TEXT NOT NULL,               -- an entry, or for the last two a jurisdiction
    detail    TEXT NOT NULL DEFAULT '',    -- which of its dates: the ISO date that the rule names, or a key and a year
    before    TEXT NOT NULL DEFAULT '',    -- ISO date
    after     TEXT NOT NULL DEFAULT '',
    why       TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX deadline_history_by_member ON deadline_history (member_id);
