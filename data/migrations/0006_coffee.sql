-- Coffee: members meet two by two, or three.

-- How somebody takes part. No row, or 'once': by a tap at each round.
CREATE TABLE coffee_members (
    member_id     INTEGER PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    rhythm        TEXT NOT NULL DEFAULT 'once' CHECK (rhythm IN ('once', 'every', 'second', 'monthly')),
    how           TEXT NOT NULL DEFAULT 'both' CHECK (how IN ('in-person', 'remote', 'both')),
    paused_until  TEXT,                              -- ISO date: not before that day
    paused_rounds INTEGER NOT NULL DEFAULT 0,        -- not for so many rounds
    goes_first    INTEGER NOT NULL DEFAULT 0 CHECK (goes_first IN (0, 1)),
    silent        INTEGER NOT NULL DEFAULT 0,        -- rounds in a row without news
    asked_at      INTEGER,                           -- since when it is asked whether they stay
    created_at    INTEGER NOT NULL
) STRICT;

-- Where somebody meets in person, beside the zone of their introduction.
CREATE TABLE coffee_zones (
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    zone      TEXT NOT NULL,
    PRIMARY KEY (member_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE coffee_rounds (
    id           INTEGER PRIMARY KEY,
    day          TEXT NOT NULL,                      -- ISO: the local date for which it was planned
    match_at     INTEGER NOT NULL,                   -- when people are brought together
    state        TEXT NOT NULL CHECK (state IN ('announced', 'running', 'closed', 'too-few', 'called-off')),
    announced_at INTEGER NOT NULL,
    matched_at   INTEGER,
    closes_at    INTEGER,
    channel_id   INTEGER,                            -- where its announcement stands
    message_id   INTEGER
) STRICT;
CREATE INDEX coffee_rounds_by_state ON coffee_rounds (state, match_at);

-- What somebody said to a round, and what became of it.
CREATE TABLE coffee_turns (
    round_id  INTEGER NOT NULL REFERENCES coffee_rounds (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    coming    INTEGER NOT NULL CHECK (coming IN (0, 1)),
    at        INTEGER NOT NULL,
    outcome   TEXT CHECK (outcome IN ('matched', 'odd', 'nobody', 'waiting', 'out')),   -- NULL: not decided yet
    PRIMARY KEY (round_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX coffee_turns_by_member ON coffee_turns (member_id, round_id);

-- Two or three who were brought together; outside a round when they wished to meet again.
CREATE TABLE coffee_matches (
    id         INTEGER PRIMARY KEY,
    round_id   INTEGER REFERENCES coffee_rounds (id) ON DELETE CASCADE,
    state      TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'called-off', 'closed')),
    opened_at  INTEGER NOT NULL,
    thread_id  INTEGER,
    message_id INTEGER,                              -- its first message
    asked_id   INTEGER                               -- the message that asks whether they met
) STRICT;
CREATE INDEX coffee_matches_by_round ON coffee_matches (round_id);
CREATE INDEX coffee_matches_by_time ON coffee_matches (opened_at);

-- Who is in it, and what they said. Whoever is erased leaves "quelqu'un" in the memory of the others.
CREATE TABLE coffee_seats (
    id        INTEGER PRIMARY KEY,
    match_id  INTEGER NOT NULL REFERENCES coffee_matches (id) ON DELETE CASCADE,
    member_id INTEGER REFERENCES members (id) ON DELETE SET NULL,
    says      TEXT CHECK (says IN ('met', 'planned', 'cannot')),
    said_at   INTEGER,
    knows     INTEGER NOT NULL DEFAULT 0 CHECK (knows IN (0, 1)),     -- "On se connaît déjà"
    first     INTEGER NOT NULL DEFAULT 0 CHECK (first IN (0, 1)),     -- it was their first coffee
    UNIQUE (match_id, member_id)
) STRICT;
CREATE INDEX coffee_seats_by_member ON coffee_seats (member_id);

-- "Se recroiser": somebody would like to meet a past partner again. Both say yes, or nothing happens.
CREATE TABLE coffee_invitations (
    id        INTEGER PRIMARY KEY,
    asker_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    other_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    at        INTEGER NOT NULL,
    answer    TEXT CHECK (answer IN ('yes', 'no')),
    UNIQUE (asker_id, other_id, at)
) STRICT;
CREATE INDEX coffee_invitations_by_other ON coffee_invitations (other_id);
