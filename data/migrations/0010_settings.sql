-- Who changed what organisers decide, and when; and the rota of those who welcome newcomers, a week each.

-- Append only. Values are as people chose them (NULL: nothing chosen); where the value is a person, the id stands apart, so
-- that it goes with them. `own`: the bot itself decided (the rota).
CREATE TABLE preference_changes (
    id        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL,
    at        INTEGER NOT NULL,
    own       INTEGER NOT NULL CHECK (own IN (0, 1)),
    by_id     INTEGER REFERENCES members (id) ON DELETE SET NULL,
    before    TEXT,
    after     TEXT,
    before_id INTEGER REFERENCES members (id) ON DELETE SET NULL,
    after_id  INTEGER REFERENCES members (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX preference_changes_by_time ON preference_changes (at);
CREATE INDEX preference_changes_by_author ON preference_changes (by_id);
CREATE INDEX preference_changes_by_before ON preference_changes (before_id);
CREATE INDEX preference_changes_by_after ON preference_changes (after_id);

-- Who was asked to welcome newcomers for a week at a time, and who said yes; in the order of their places.
CREATE TABLE relay_people (
    member_id INTEGER PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    state     TEXT NOT NULL CHECK (state IN ('asked', 'agreed', 'declined')),
    place     INTEGER NOT NULL,
    asked_at  INTEGER NOT NULL
) STRICT;

-- Days on which somebody of the rota can't welcome: it skips the weeks that they touch.
CREATE TABLE relay_absences (
    id        INTEGER PRIMARY KEY,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    first_day TEXT NOT NULL,
    last_day  TEXT NOT NULL
) STRICT;
CREATE INDEX relay_absences_by_member ON relay_absences (member_id);

-- Whose turn a week is, by its Monday. The place stays when the person is gone, so that the rota goes on after them.
CREATE TABLE relay_turns (
    id        INTEGER PRIMARY KEY,
    monday    TEXT NOT NULL,
    member_id INTEGER REFERENCES members (id) ON DELETE SET NULL,
    place     INTEGER NOT NULL,
    state     TEXT NOT NULL CHECK (state IN ('on', 'passed')),
    UNIQUE (monday, member_id)
) STRICT;
CREATE UNIQUE INDEX relay_turns_on ON relay_turns (monday) WHERE state = 'on';
CREATE INDEX relay_turns_by_member ON relay_turns (member_id);
