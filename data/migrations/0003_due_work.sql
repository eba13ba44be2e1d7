-- Work that is due happens exactly once: schedules that come again, pauses, letters to one person.

-- When a job was first due: lateness counts from there, however often it was put off. NULL: it was not put off.
ALTER TABLE jobs ADD COLUMN planned_at INTEGER;

-- When an outbox row was last tried: what has no nonce is looked for only once that attempt can no longer land.
ALTER TABLE outbox ADD COLUMN tried_at INTEGER;
CREATE INDEX outbox_by_channel ON outbox (channel_id, due_at) WHERE state = 'due';

-- A schedule that organisers set, by the name that the code declares: a wall-clock rule in the association's zone.
CREATE TABLE schedules (
    name       TEXT PRIMARY KEY,
    rhythm     TEXT NOT NULL,             -- JSON, see bot/schedule/occurrences.py
    active     INTEGER NOT NULL CHECK (active IN (0, 1)),
    done_date  TEXT,                      -- the newest local date (ISO) that was done or passed over; only ever grows
    changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Days, first and last included, on which schedules rest.
CREATE TABLE pauses (
    id        INTEGER PRIMARY KEY,
    first_day TEXT NOT NULL,              -- ISO
    last_day  TEXT NOT NULL,
    CHECK (first_day <= last_day)
) STRICT;

-- What one person wants of the bot's letters. No row: the defaults.
CREATE TABLE contact_wishes (
    member_id     INTEGER PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    paused_until  INTEGER,                -- until then nothing is asked of them
    asks_a_week   INTEGER NOT NULL DEFAULT 1 CHECK (asks_a_week BETWEEN 1 AND 3),
    dm_closed_at  INTEGER                 -- when Discord last said that they take no direct messages
) STRICT;

-- "Ne plus me proposer": what a person does not want to be asked again.
CREATE TABLE contact_refusals (
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    purpose   TEXT NOT NULL,
    PRIMARY KEY (member_id, purpose)
) STRICT, WITHOUT ROWID;

-- What is to be told to one person, or asked of them. Ids only, never text.
CREATE TABLE letters (
    id         INTEGER PRIMARY KEY,
    member_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    key        TEXT NOT NULL,
    reference  TEXT NOT NULL DEFAULT '{}',
    topic      TEXT,                      -- what several people are asked together ("help:42")
    state      TEXT NOT NULL DEFAULT 'waiting'
               CHECK (state IN ('waiting', 'sending', 'sent', 'held', 'taken', 'dropped')),
    written_at INTEGER NOT NULL,
    due_at     INTEGER NOT NULL,
    sent_at    INTEGER,
    channel_id INTEGER,                   -- where it stands once sent: the direct conversation, or a private thread
    message_id INTEGER,
    thread_id  INTEGER,                   -- the private thread that was opened for it, until that is deleted
    row_id     INTEGER,                   -- the row of the outbox that carries it, or did last
    put_off    INTEGER NOT NULL DEFAULT 0 CHECK (put_off IN (0, 1)),   -- "Plus tard" was said, which works once
    UNIQUE (member_id, kind, key)
) STRICT;
CREATE INDEX letters_by_state ON letters (state, member_id);
CREATE INDEX letters_by_topic ON letters (topic);

-- Who joined and is not welcomed yet: those of some minutes are greeted together.
CREATE TABLE newcomers (
    member_id INTEGER PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    joined_at INTEGER NOT NULL
) STRICT;
