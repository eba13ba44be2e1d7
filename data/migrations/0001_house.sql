-- The house: what every feature stands on. One file is one association; times are UTC seconds, ids are Discord's or ours.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE preferences (
    name       TEXT PRIMARY KEY,
    value      TEXT NOT NULL,
    member_id  INTEGER REFERENCES members (id) ON DELETE CASCADE,  -- where the value is a person
    changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX preferences_by_member ON preferences (member_id);

-- Discord's ids of our commands, for clickable mentions.
CREATE TABLE commands (
    name TEXT PRIMARY KEY,
    id   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A person. 'named' is somebody who has accepted nothing yet and is only waited for in an unsent message.
CREATE TABLE members (
    id             INTEGER PRIMARY KEY,
    state          TEXT NOT NULL CHECK (state IN ('named', 'present', 'left')),
    notice_version INTEGER,
    notice_at      INTEGER,
    language       TEXT CHECK (language IN ('fr', 'en')),
    left_at        INTEGER,
    created_at     INTEGER NOT NULL,
    CHECK (state = 'named' OR notice_version IS NOT NULL),
    CHECK ((state = 'left') = (left_at IS NOT NULL))
) STRICT;

CREATE TABLE profiles (
    member_id  INTEGER PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    what       TEXT NOT NULL,
    trade      TEXT,
    zone       TEXT,
    question   TEXT NOT NULL DEFAULT '',
    shown      INTEGER NOT NULL CHECK (shown IN (0, 1)),
    updated_at INTEGER NOT NULL
) STRICT;

-- What a member offers and seeks, one thing a row.
CREATE TABLE tags (
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    side      TEXT NOT NULL CHECK (side IN ('offer', 'seek')),
    position  INTEGER NOT NULL,
    label     TEXT NOT NULL,
    PRIMARY KEY (member_id, side, position)
) STRICT, WITHOUT ROWID;

-- Something typed that waits for its author: a refused form, a preview.
CREATE TABLE drafts (
    id         INTEGER PRIMARY KEY,
    member_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    act        TEXT NOT NULL,
    payload    TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX drafts_by_member ON drafts (member_id, act);

-- Work that is due. A row without a member outlives nobody: jobs about a person go with the person.
CREATE TABLE jobs (
    id        INTEGER PRIMARY KEY,
    kind      TEXT NOT NULL,
    key       TEXT NOT NULL,
    member_id INTEGER REFERENCES members (id) ON DELETE CASCADE,
    payload   TEXT NOT NULL DEFAULT '{}',
    due_at    INTEGER NOT NULL,
    attempts  INTEGER NOT NULL DEFAULT 0,
    state     TEXT NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'parked')),
    reason    TEXT,
    UNIQUE (kind, key)
) STRICT;
CREATE INDEX jobs_by_time ON jobs (due_at) WHERE state = 'due';
CREATE INDEX jobs_by_member ON jobs (member_id);

-- Messages to send: ids only, never text. The token is both Discord's nonce and the marker in the message.
CREATE TABLE outbox (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    kind       TEXT NOT NULL,
    operation  TEXT NOT NULL,
    channel_id INTEGER,
    message_id INTEGER,
    reference  TEXT NOT NULL DEFAULT '{}',
    member_id  INTEGER REFERENCES members (id) ON DELETE CASCADE,
    after_id   INTEGER REFERENCES outbox (id) ON DELETE SET NULL,
    token      INTEGER NOT NULL UNIQUE,
    state      TEXT NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'sending', 'sent', 'parked', 'dropped')),
    due_at     INTEGER NOT NULL,
    attempts   INTEGER NOT NULL DEFAULT 0,
    attempt_at INTEGER,
    reason     TEXT,
    sent_channel_id INTEGER,
    sent_message_id INTEGER,
    finished_at INTEGER
) STRICT;
CREATE INDEX outbox_by_state ON outbox (state, due_at);
CREATE INDEX outbox_by_member ON outbox (member_id);
CREATE INDEX outbox_by_dependency ON outbox (after_id);

-- The one panel of each feature: where it stands, and the digest of what it says.
CREATE TABLE panels (
    name       TEXT PRIMARY KEY,
    parent_id  INTEGER NOT NULL,          -- the channel or forum that organisers chose
    channel_id INTEGER NOT NULL,          -- where the message is: that channel, or the post in that forum
    message_id INTEGER NOT NULL,
    digest     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Full-text search. A document is found by its words; its row in the index goes when it goes.
CREATE TABLE documents (
    id        INTEGER PRIMARY KEY,
    kind      TEXT NOT NULL,
    ref       INTEGER NOT NULL,
    member_id INTEGER REFERENCES members (id) ON DELETE CASCADE,
    UNIQUE (kind, ref)
) STRICT;
CREATE INDEX documents_by_member ON documents (member_id);

CREATE VIRTUAL TABLE search USING fts5 (words, stems, bare, facets, tokenize = "unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE search_terms USING fts5vocab (search, col);

CREATE TRIGGER documents_leave_the_index AFTER DELETE ON documents
BEGIN
    DELETE FROM search WHERE rowid = old.id;
END;
