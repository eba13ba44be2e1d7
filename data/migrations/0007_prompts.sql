-- Prompts: a question now and then, where people talk.

-- What organisers changed in the bank: their own questions, other words for one of the file, one that they took out.
CREATE TABLE prompt_questions (
    id         INTEGER PRIMARY KEY,
    code       TEXT UNIQUE,                -- the question of the file that it stands for; NULL: one of their own
    theme      TEXT NOT NULL,
    text       TEXT,                       -- NULL: it is not asked here
    changed_at INTEGER NOT NULL
) STRICT;

-- Questions that members proposed.
CREATE TABLE prompt_suggestions (
    id         INTEGER PRIMARY KEY,
    author_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    text       TEXT NOT NULL,
    original   TEXT,                       -- its author's words, once organisers found others
    theme      TEXT,
    named      INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1)),
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'declined', 'withdrawn')),
    word       TEXT NOT NULL DEFAULT '',   -- what organisers said with a no
    reminded   INTEGER NOT NULL DEFAULT 0 CHECK (reminded IN (0, 1)),  -- organisers were asked again
    created_at INTEGER NOT NULL,
    decided_at INTEGER,
    channel_id INTEGER,                    -- where organisers see it
    message_id INTEGER
) STRICT;
CREATE INDEX prompt_suggestions_by_author ON prompt_suggestions (author_id);

-- What was asked. `ref` is the code or the number of a thing, never of a person.
CREATE TABLE prompt_posts (
    id         INTEGER PRIMARY KEY,
    source     TEXT NOT NULL,
    ref        TEXT NOT NULL,
    theme      TEXT,
    at         INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    message_id INTEGER,                    -- NULL until Discord has it
    thread_id  INTEGER                     -- where people answer
) STRICT;
CREATE INDEX prompt_posts_by_time ON prompt_posts (at);

-- Whose words one shows: it is shown anew when they go.
CREATE TABLE prompt_authors (
    post_id   INTEGER PRIMARY KEY REFERENCES prompt_posts (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX prompt_authors_by_member ON prompt_authors (member_id);

-- What the ritual has learnt from the answers (`cogs.prompts.pace.BackOff`); one row.
CREATE TABLE prompt_ritual (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    turn     INTEGER NOT NULL,             -- how many turns there were
    level    TEXT NOT NULL,
    silences INTEGER NOT NULL,
    question TEXT NOT NULL,
    asked_in INTEGER,
    hindered INTEGER NOT NULL
) STRICT;
