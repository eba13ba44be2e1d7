-- Missions that members share: what they can't or won't do alone, and who would like to. Letters, threads and ties speak
-- of a mission, or of a raised hand, by its id: none is ever given again.

CREATE TABLE missions (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    author_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL CHECK (kind IN ('mission', 'subcontract', 'overflow', 'partner')),
    trade      TEXT,                       -- NULL: no particular one
    zone       TEXT,                       -- NULL: anywhere, or from afar
    remote     INTEGER NOT NULL CHECK (remote IN (0, 1)),
    what       TEXT NOT NULL,
    when_text  TEXT NOT NULL,
    budget     TEXT NOT NULL,              -- the author's own words; nothing reads an amount out of them
    contact    TEXT NOT NULL CHECK (contact IN ('me', 'first', 'second')),
    commission INTEGER NOT NULL CHECK (commission IN (0, 1)),
    state      TEXT NOT NULL CHECK (state IN ('open', 'filled', 'elsewhere', 'withdrawn', 'expired')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    asked_at   INTEGER,                    -- when its author was last asked how it stands
    closed_at  INTEGER,
    filled_by  INTEGER REFERENCES members (id) ON DELETE SET NULL,
    confirmed  INTEGER CHECK (confirmed IN (0, 1)),   -- whether they say so too; NULL: not answered yet
    removed    INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))  -- the team took its card down: it stays closed
) STRICT;
CREATE INDEX missions_by_author ON missions (author_id);
CREATE INDEX missions_by_state ON missions (state, expires_at);
CREATE INDEX missions_by_filler ON missions (filled_by);

-- Who would like to do it. Its author alone is shown this. `told`: what became of it since ('chosen': it is them;
-- 'declined': it was, and they said no after all; 'thanked': one kind word, once; NULL: nothing yet). The id is the
-- private thread's reference.
CREATE TABLE mission_interest (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    mission_id INTEGER NOT NULL REFERENCES missions (id) ON DELETE CASCADE,
    member_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    word       TEXT NOT NULL DEFAULT '',
    at         INTEGER NOT NULL,
    told       TEXT CHECK (told IN ('chosen', 'declined', 'thanked')),
    UNIQUE (mission_id, member_id)
) STRICT;
CREATE INDEX mission_interest_by_member ON mission_interest (member_id);

-- Of whom somebody thought; they were asked in that person's name.
CREATE TABLE mission_named (
    mission_id INTEGER NOT NULL REFERENCES missions (id) ON DELETE CASCADE,
    member_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    named_by   INTEGER REFERENCES members (id) ON DELETE SET NULL,
    at         INTEGER NOT NULL,
    answer     TEXT CHECK (answer IN ('yes', 'no')),
    PRIMARY KEY (mission_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mission_named_by_member ON mission_named (member_id);
CREATE INDEX mission_named_by_namer ON mission_named (named_by);

-- Who wants to hear of new missions, and of which.
CREATE TABLE mission_alerts (
    member_id  INTEGER PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    active     INTEGER NOT NULL CHECK (active IN (0, 1)),
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE mission_alert_choices (
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    what      TEXT NOT NULL CHECK (what IN ('kind', 'trade', 'zone')),
    code      TEXT NOT NULL,
    PRIMARY KEY (member_id, what, code)
) STRICT, WITHOUT ROWID;

-- Who was told of which mission because they follow such ones.
CREATE TABLE mission_told (
    mission_id INTEGER NOT NULL REFERENCES missions (id) ON DELETE CASCADE,
    member_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    at         INTEGER NOT NULL,
    PRIMARY KEY (mission_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mission_told_by_member ON mission_told (member_id, at);
