-- Reports to the team and what came of them. What is about a person has their id while they are known, and a keyed hash
-- (`Lifecycle.alias`) that stays when they are erased: a case survives sealed until twelve months after it was closed.

CREATE TABLE cases (
    id              INTEGER PRIMARY KEY,
    state           TEXT NOT NULL CHECK (state IN ('draft', 'open', 'taken', 'closed')),
    sort            TEXT NOT NULL,                              -- what it is about, a code of `rules.SORTS`
    urgent          INTEGER NOT NULL CHECK (urgent IN (0, 1)),
    said            TEXT NOT NULL,                              -- what the reporter wrote, without ids of people
    reporter_id     INTEGER REFERENCES members (id) ON DELETE SET NULL,
    reporter_alias  TEXT NOT NULL,
    channel_id      INTEGER,                                    -- the message that it is about, where there is one
    message_id      INTEGER,
    readers         TEXT NOT NULL CHECK (readers IN ('all', 'chosen')),
    began_at        INTEGER NOT NULL,                           -- a draft is thrown away a day later
    opened_at       INTEGER,                                    -- when it was sent
    taken_at        INTEGER,
    referred_at     INTEGER,                                    -- when it went to the referent
    closed_at       INTEGER,
    line_channel_id INTEGER,                                    -- where the organisers' channel says that it waits
    line_message_id INTEGER
) STRICT;
CREATE INDEX cases_by_state ON cases (state, opened_at);
CREATE INDEX cases_by_reporter ON cases (reporter_id);
CREATE INDEX cases_by_line ON cases (line_message_id);

-- Who is in a case, and as what. 'concerned': whom it is about; 'named': mentioned in the report; 'namesake': of the team,
-- called as a word of the report when it was sent; 'reader': chosen by the reporter to handle it; 'referent': of whom the
-- reporter read that it may go to them; 'handler': who took it.
CREATE TABLE case_people (
    id        INTEGER PRIMARY KEY,
    case_id   INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    role      TEXT NOT NULL CHECK (role IN ('concerned', 'named', 'namesake', 'reader', 'referent', 'handler')),
    member_id INTEGER REFERENCES members (id) ON DELETE SET NULL,
    alias     TEXT NOT NULL,
    UNIQUE (case_id, role, alias)
) STRICT;
CREATE INDEX case_people_by_member ON case_people (member_id);
CREATE INDEX case_people_by_alias ON case_people (alias);

-- Append only: what was done, read and said, by whom, about whom, and why.
CREATE TABLE case_acts (
    id           INTEGER PRIMARY KEY,
    case_id      INTEGER REFERENCES cases (id) ON DELETE CASCADE,   -- none: a look into somebody's history
    act          TEXT NOT NULL,                                     -- a code of `rules.ACTS`
    at           INTEGER NOT NULL,
    actor_id     INTEGER REFERENCES members (id) ON DELETE SET NULL,
    actor_alias  TEXT NOT NULL,
    target_id    INTEGER REFERENCES members (id) ON DELETE SET NULL,
    target_alias TEXT,
    reason       TEXT NOT NULL DEFAULT '',
    detail       TEXT NOT NULL DEFAULT '{}'                         -- codes and instants as JSON, never names
) STRICT;
CREATE INDEX case_acts_by_case ON case_acts (case_id, at);
CREATE INDEX case_acts_by_actor ON case_acts (actor_id);
CREATE INDEX case_acts_by_target ON case_acts (target_id);
CREATE INDEX case_acts_by_target_alias ON case_acts (target_alias);

CREATE TRIGGER case_acts_append_only BEFORE UPDATE OF case_id, act, at, actor_alias, target_alias, reason, detail
ON case_acts BEGIN
    SELECT RAISE(ABORT, 'case_acts is append only');
END;

-- What a member may not do for a time: by alias, so that erasing oneself and coming back lifts nothing.
CREATE TABLE restrictions (
    id        INTEGER PRIMARY KEY,
    act_id    INTEGER NOT NULL REFERENCES case_acts (id) ON DELETE CASCADE,     -- by which it was decided
    member_id INTEGER REFERENCES members (id) ON DELETE SET NULL,
    alias     TEXT NOT NULL,
    feature   TEXT NOT NULL,
    until     INTEGER NOT NULL,
    UNIQUE (act_id, feature)
) STRICT;
CREATE INDEX restrictions_by_member ON restrictions (member_id);
CREATE INDEX restrictions_by_alias ON restrictions (alias);

-- One appeal against one act; somebody else than who did it decides.
CREATE TABLE appeals (
    act_id          INTEGER PRIMARY KEY REFERENCES case_acts (id) ON DELETE CASCADE,
    said            TEXT NOT NULL,
    at              INTEGER NOT NULL,
    member_id       INTEGER REFERENCES members (id) ON DELETE SET NULL,
    decision        TEXT CHECK (decision IN ('kept', 'lifted')),
    word            TEXT NOT NULL DEFAULT '',
    decided_at      INTEGER,
    line_channel_id INTEGER,                            -- where the organisers' channel says that it waits
    line_message_id INTEGER
) STRICT;
CREATE INDEX appeals_by_member ON appeals (member_id);

-- Who is no longer brought together with whom because the team decided so. It stands on nobody's own list and in
-- nobody's export, so that neither can tell it from silence; it holds as long as the case is kept.
CREATE TABLE partings (
    act_id    INTEGER PRIMARY KEY REFERENCES case_acts (id) ON DELETE CASCADE,  -- by which it was decided
    author_id INTEGER REFERENCES members (id) ON DELETE SET NULL,               -- who reported it, or is named
    alias     TEXT NOT NULL                                                     -- of whom the act is towards
) STRICT;
CREATE INDEX partings_by_author ON partings (author_id);
CREATE INDEX partings_by_alias ON partings (alias);
