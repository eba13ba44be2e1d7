-- The weekly digest: what was decided and where it stands, whom it shows, who reads a copy in private.

-- `day` is the local date (ISO) of its schedule. It tells what happened from `since` to `until`, in UTC seconds.
CREATE TABLE digests (
    id         INTEGER PRIMARY KEY,
    day        TEXT NOT NULL UNIQUE,
    since      INTEGER NOT NULL,
    until      INTEGER NOT NULL,
    channel_id INTEGER,                   -- where it stands; NULL: nowhere, or not yet
    message_id INTEGER UNIQUE,
    CHECK ((channel_id IS NULL) = (message_id IS NULL))
) STRICT;

-- Whose name or words stand in one: it is shown anew when they go.
CREATE TABLE digest_names (
    digest_id INTEGER NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    at        INTEGER NOT NULL,
    PRIMARY KEY (digest_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX digest_names_by_member ON digest_names (member_id);

CREATE TABLE digest_subscribers (
    member_id  INTEGER PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL
) STRICT;

-- When a member's introduction first stood for everybody to see; it stays when they change it or it is posted anew. 0: it
-- was known before that was noted, so nobody who has been here for long is greeted as new.
ALTER TABLE profiles ADD COLUMN introduced_at INTEGER;
UPDATE profiles SET introduced_at = 0;
