-- Where something that a member published stands. The text is the feature's.
CREATE TABLE publications (
    kind       TEXT NOT NULL,
    ref        INTEGER NOT NULL,
    member_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    channel_id INTEGER,                    -- the text channel, or the forum; NULL while none is chosen or it is gone
    message_id INTEGER,                    -- NULL until Discord has it
    thread_id  INTEGER,                    -- the thread under the card, or the forum post
    forum      INTEGER NOT NULL DEFAULT 0 CHECK (forum IN (0, 1)),
    title      TEXT NOT NULL,              -- the thread's name when last written
    PRIMARY KEY (kind, ref)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX publications_by_message ON publications (message_id);
CREATE INDEX publications_by_member ON publications (member_id);

INSERT INTO publications (kind, ref, member_id, channel_id, message_id, thread_id, forum, title)
     SELECT 'introductions:card', member_id, member_id, channel_id, message_id, thread_id, forum, title
       FROM introductions;
DROP TABLE introductions;
-- what waited to be posted says by its reference what it is of
UPDATE outbox SET reference = '{"ref": ' || member_id || '}'
 WHERE kind = 'introductions:card' AND member_id IS NOT NULL AND state IN ('due', 'sending', 'parked');
