-- Tips are shared, help is asked for, and one becomes the other.

-- A tie exists only when people confirmed it; `one_id` is the smaller id.
CREATE TABLE ties (
    one_id   INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    matter   TEXT NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (one_id, other_id, matter),
    CHECK (one_id < other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ties_by_other ON ties (other_id);

-- Whom somebody does not want to be brought together with, as a keyed hash alone: the entry outlives the other's erasure,
-- holds again should they come back, and stands in nobody's export but its author's.
CREATE TABLE avoids (
    author_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    alias     TEXT NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (author_id, alias)
) STRICT, WITHOUT ROWID;
CREATE INDEX avoids_by_alias ON avoids (alias);

-- Organisers' own list of categories of a feature; none: the defaults of the wording.
CREATE TABLE categories (
    feature  TEXT NOT NULL,
    code     TEXT NOT NULL,
    position INTEGER NOT NULL,
    label    TEXT NOT NULL,
    PRIMARY KEY (feature, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE help_requests (
    id          INTEGER PRIMARY KEY,
    asker_id    INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    question    TEXT NOT NULL,
    by_when     TEXT NOT NULL,             -- ISO date
    category    TEXT NOT NULL DEFAULT '',
    details     TEXT NOT NULL DEFAULT '',
    private     INTEGER NOT NULL CHECK (private IN (0, 1)),
    line        TEXT NOT NULL DEFAULT '',  -- of a private one: what the people asked are told
    state       TEXT NOT NULL CHECK (state IN ('open', 'under-way', 'solved', 'aside', 'closed')),
    round       INTEGER NOT NULL DEFAULT 0,-- 1 once its card stood: until then nothing is counted
    answered_at INTEGER,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    solved_at   INTEGER,
    worked      TEXT NOT NULL DEFAULT '',  -- in a line, what helped
    thread_id   INTEGER                    -- the private thread, once one is open
) STRICT;
CREATE INDEX help_requests_by_asker ON help_requests (asker_id);
CREATE INDEX help_requests_by_state ON help_requests (state, created_at);

-- Who joined a request; of a private one, whether the asker accepts them (NULL: not answered yet).
CREATE TABLE help_helpers (
    request_id INTEGER NOT NULL REFERENCES help_requests (id) ON DELETE CASCADE,
    member_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    at         INTEGER NOT NULL,
    helped     INTEGER NOT NULL DEFAULT 0 CHECK (helped IN (0, 1)),
    approved   INTEGER CHECK (approved IN (0, 1)),
    PRIMARY KEY (request_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX help_helpers_by_member ON help_helpers (member_id);

-- Who was asked for a request. Nobody is ever shown this.
CREATE TABLE help_asked (
    request_id INTEGER NOT NULL REFERENCES help_requests (id) ON DELETE CASCADE,
    member_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    at         INTEGER NOT NULL,
    answer     TEXT CHECK (answer IN ('yes', 'no', 'knows')),
    reasons    TEXT NOT NULL DEFAULT '[]',
    named_by   INTEGER REFERENCES members (id) ON DELETE SET NULL,
    PRIMARY KEY (request_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX help_asked_by_member ON help_asked (member_id, at);
CREATE INDEX help_asked_by_namer ON help_asked (named_by);

-- Who may be asked for a hand, and about what.
CREATE TABLE helpers (
    member_id    INTEGER PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    active       INTEGER NOT NULL CHECK (active IN (0, 1)),
    paused_until INTEGER,
    created_at   INTEGER NOT NULL
) STRICT;

CREATE TABLE helper_subjects (
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    label     TEXT NOT NULL,
    PRIMARY KEY (member_id, position)
) STRICT, WITHOUT ROWID;

-- Other networks, which organisers list for when help runs dry here.
CREATE TABLE networks (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    purpose    TEXT NOT NULL,
    url        TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE thanks (
    id          INTEGER PRIMARY KEY,
    giver_id    INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    receiver_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    matter      TEXT NOT NULL,
    reason      TEXT NOT NULL,
    shown       INTEGER NOT NULL CHECK (shown IN (0, 1)),
    at          INTEGER NOT NULL,
    UNIQUE (giver_id, receiver_id, matter)
) STRICT;
CREATE INDEX thanks_by_receiver ON thanks (receiver_id);

CREATE TABLE tips (
    id         INTEGER PRIMARY KEY,
    author_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    title      TEXT NOT NULL,
    body       TEXT NOT NULL,
    category   TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('standing', 'withdrawn')),
    request_id INTEGER REFERENCES help_requests (id) ON DELETE SET NULL,
    doubt_at   INTEGER,                    -- since when it is "peut-être plus à jour"
    asked_at   INTEGER,                    -- when its author was last asked whether it still holds
    checked_at INTEGER NOT NULL,           -- when its author last wrote it or said that it holds
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX tips_by_author ON tips (author_id);
CREATE INDEX tips_by_request ON tips (request_id);

CREATE TABLE tip_tags (
    tip_id   INTEGER NOT NULL REFERENCES tips (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    label    TEXT NOT NULL,
    PRIMARY KEY (tip_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE tip_uses (
    tip_id    INTEGER NOT NULL REFERENCES tips (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    at        INTEGER NOT NULL,
    PRIMARY KEY (tip_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tip_uses_by_member ON tip_uses (member_id);

CREATE TABLE tip_kept (
    tip_id    INTEGER NOT NULL REFERENCES tips (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    at        INTEGER NOT NULL,
    PRIMARY KEY (tip_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tip_kept_by_member ON tip_kept (member_id);

CREATE TABLE tip_doubts (
    id        INTEGER PRIMARY KEY,
    tip_id    INTEGER NOT NULL REFERENCES tips (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    what      TEXT NOT NULL,
    at        INTEGER NOT NULL
) STRICT;
CREATE INDEX tip_doubts_by_tip ON tip_doubts (tip_id);
CREATE INDEX tip_doubts_by_member ON tip_doubts (member_id);

-- Who helped with what became a tip, and whether their name stands there.
CREATE TABLE tip_credits (
    tip_id    INTEGER NOT NULL REFERENCES tips (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    shown     INTEGER NOT NULL CHECK (shown IN (0, 1)),
    PRIMARY KEY (tip_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tip_credits_by_member ON tip_credits (member_id);

-- A tip made of somebody else's words: nothing is published before they agreed.
CREATE TABLE tip_drafts (
    id         INTEGER PRIMARY KEY,
    writer_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL CHECK (kind IN ('message', 'request')),
    payload    TEXT NOT NULL,
    request_id INTEGER REFERENCES help_requests (id) ON DELETE SET NULL,
    asked_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX tip_drafts_by_writer ON tip_drafts (writer_id);
CREATE INDEX tip_drafts_by_request ON tip_drafts (request_id);

CREATE TABLE tip_agreements (
    draft_id  INTEGER NOT NULL REFERENCES tip_drafts (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    agreed    INTEGER CHECK (agreed IN (0, 1)),      -- NULL: not answered yet
    shown     INTEGER NOT NULL DEFAULT 0 CHECK (shown IN (0, 1)),
    PRIMARY KEY (draft_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tip_agreements_by_member ON tip_agreements (member_id);
