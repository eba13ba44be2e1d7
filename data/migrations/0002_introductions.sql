-- Where a member's introduction stands. The card's text is the profile's; a withdrawn introduction has no row.
CREATE TABLE introductions (
    member_id   INTEGER PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    channel_id  INTEGER,                   -- the text channel, or the forum; NULL while none is chosen or it is gone
    message_id  INTEGER,                   -- NULL until Discord has it
    thread_id   INTEGER,                   -- the thread under the card, or the forum post
    forum       INTEGER NOT NULL CHECK (forum IN (0, 1)),
    title       TEXT NOT NULL              -- the thread's name when last written
) STRICT;
CREATE UNIQUE INDEX introductions_by_message ON introductions (message_id);
