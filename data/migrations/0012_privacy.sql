-- What a person decides about their data, and how long it stays.

-- `paused_at`: since when they rest by their own wish. They are in the state 'left' then, hidden as somebody who left is;
-- while they are on the server `left_at` is the same instant, and a later one once they really left.
ALTER TABLE members ADD COLUMN paused_at INTEGER;
-- The UTC dates (ISO) of their last act, and of the word that nothing was heard of them for long.
ALTER TABLE members ADD COLUMN seen_on TEXT;
ALTER TABLE members ADD COLUMN warned_on TEXT;

-- Who doesn't want to be counted in figures, nor brought together with anybody.
CREATE TABLE objections (
    member_id INTEGER PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    at        INTEGER NOT NULL
) STRICT;

-- A tip may outlive its author, who left it without a name: then nobody is its author, nor its card's.
CREATE TABLE tips_anew (
    id         INTEGER PRIMARY KEY,
    author_id  INTEGER REFERENCES members (id) ON DELETE CASCADE,
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
INSERT INTO tips_anew
     SELECT id, author_id, title, body, category, state, request_id, doubt_at, asked_at, checked_at, created_at,
            updated_at FROM tips;

-- The tables that refer to it are made anew too: to drop it would empty them.
CREATE TABLE tip_tags_anew (
    tip_id   INTEGER NOT NULL REFERENCES tips_anew (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    label    TEXT NOT NULL,
    PRIMARY KEY (tip_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO tip_tags_anew SELECT tip_id, position, label FROM tip_tags;
DROP TABLE tip_tags;

CREATE TABLE tip_uses_anew (
    tip_id    INTEGER NOT NULL REFERENCES tips_anew (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    at        INTEGER NOT NULL,
    PRIMARY KEY (tip_id, member_id)
) STRICT, WITHOUT ROWID;
INSERT INTO tip_uses_anew SELECT tip_id, member_id, at FROM tip_uses;
DROP TABLE tip_uses;

CREATE TABLE tip_kept_anew (
    tip_id    INTEGER NOT NULL REFERENCES tips_anew (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    at        INTEGER NOT NULL,
    PRIMARY KEY (tip_id, member_id)
) STRICT, WITHOUT ROWID;
INSERT INTO tip_kept_anew SELECT tip_id, member_id, at FROM tip_kept;
DROP TABLE tip_kept;

CREATE TABLE tip_doubts_anew (
    id        INTEGER PRIMARY KEY,
    tip_id    INTEGER NOT NULL REFERENCES tips_anew (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    what      TEXT NOT NULL,
    at        INTEGER NOT NULL
) STRICT;
INSERT INTO tip_doubts_anew SELECT id, tip_id, member_id, what, at FROM tip_doubts;
DROP TABLE tip_doubts;

-- Who helped with what became a tip, and whether their name stands there.
CREATE TABLE tip_credits_anew (
    tip_id    INTEGER NOT NULL REFERENCES tips_anew (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    shown     INTEGER NOT NULL CHECK (shown IN (0, 1)),
    PRIMARY KEY (tip_id, member_id)
) STRICT, WITHOUT ROWID;
INSERT INTO tip_credits_anew SELECT tip_id, member_id, shown FROM tip_credits;
DROP TABLE tip_credits;

DROP TABLE tips;
ALTER TABLE tips_anew RENAME TO tips;
ALTER TABLE tip_tags_anew RENAME TO tip_tags;
ALTER TABLE tip_uses_anew RENAME TO tip_uses;
ALTER TABLE tip_kept_anew RENAME TO tip_kept;
ALTER TABLE tip_doubts_anew RENAME TO tip_doubts;
ALTER TABLE tip_credits_anew RENAME TO tip_credits;
CREATE INDEX tips_by_author ON tips (author_id);
CREATE INDEX tips_by_request ON tips (request_id);
CREATE INDEX tip_uses_by_member ON tip_uses (member_id);
CREATE INDEX tip_kept_by_member ON tip_kept (member_id);
CREATE INDEX tip_doubts_by_tip ON tip_doubts (tip_id);
CREATE INDEX tip_doubts_by_member ON tip_doubts (member_id);
CREATE INDEX tip_credits_by_member ON tip_credits (member_id);

CREATE TABLE publications_anew (
    kind       TEXT NOT NULL,
    ref        INTEGER NOT NULL,
    member_id  INTEGER REFERENCES members (id) ON DELETE CASCADE,
    channel_id INTEGER,                    -- the text channel, or the forum; NULL while none is chosen or it is gone
    message_id INTEGER,                    -- NULL until Discord has it
    thread_id  INTEGER,                    -- the thread under the card, or the forum post
    forum      INTEGER NOT NULL DEFAULT 0 CHECK (forum IN (0, 1)),
    title      TEXT NOT NULL,              -- the thread's name when last written
    PRIMARY KEY (kind, ref)
) STRICT, WITHOUT ROWID;
INSERT INTO publications_anew
     SELECT kind, ref, member_id, channel_id, message_id, thread_id, forum, title FROM publications;
DROP TABLE publications;
ALTER TABLE publications_anew RENAME TO publications;
CREATE UNIQUE INDEX publications_by_message ON publications (message_id);
CREATE INDEX publications_by_member ON publications (member_id);

-- Whoever erases themselves may leave their tips: those that others can see on Discord, listed here with their words. What
-- is inserted here is nobody's from that moment. Once when they say so, and again when a copy from before is put back.
CREATE VIEW bequests AS
     SELECT tips.author_id AS member_id, tips.id AS ref,
            json_array(tips.title, tips.body, (
                SELECT group_concat(label, char(10))
                  FROM (SELECT label FROM tip_tags WHERE tip_id = tips.id ORDER BY position)
            )) AS words
       FROM tips JOIN publications ON publications.kind = 'tips:card' AND publications.ref = tips.id
      WHERE tips.author_id IS NOT NULL AND tips.state = 'standing' AND publications.message_id IS NOT NULL;
CREATE TRIGGER bequests_are_nobodys INSTEAD OF INSERT ON bequests
BEGIN
    UPDATE publications SET member_id = NULL WHERE kind = 'tips:card' AND ref = new.ref;
    UPDATE documents SET member_id = NULL WHERE kind = 'tip' AND ref = new.ref;
    UPDATE tips SET author_id = NULL, asked_at = NULL WHERE id = new.ref;
END;
