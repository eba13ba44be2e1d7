-- Warm introductions: doors that members could open, people who look for somebody, and who brings whom together.

-- A kind of people or a place that a member could open a door to; never a person. Nobody else is ever shown it.
CREATE TABLE doors (
    id         INTEGER PRIMARY KEY,
    member_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    words      TEXT NOT NULL,
    category   TEXT,                       -- a code of the wording; NULL: not said
    zone       TEXT,                       -- a code of the list of zones; NULL: anywhere, or not said
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX doors_by_member ON doors (member_id);

-- Somebody looks for somebody. `answer_by` was announced when it was asked, before anybody looked who could help.
CREATE TABLE searches (
    id         INTEGER PRIMARY KEY,
    asker_id   INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    who        TEXT NOT NULL,
    why        TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('looking', 'found', 'ended', 'withdrawn')),
    created_at INTEGER NOT NULL,
    answer_by  INTEGER NOT NULL,
    closed_at  INTEGER,
    signed     INTEGER NOT NULL DEFAULT 0 CHECK (signed IN (0, 1)),  -- `why` says who asks: only told with their name
    CHECK ((state = 'looking') = (closed_at IS NULL))
) STRICT;
CREATE INDEX searches_by_asker ON searches (asker_id);
CREATE INDEX searches_by_state ON searches (state, answer_by);

-- Who was asked whether they could introduce somebody, one at a time; why them (codes), and through which door. The asker
-- is never shown this. `knows`: it is somebody who is here, and who is asked first (`intros`).
CREATE TABLE search_asked (
    search_id INTEGER NOT NULL REFERENCES searches (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    at        INTEGER NOT NULL,
    reasons   TEXT NOT NULL DEFAULT '[]',
    door_id   INTEGER REFERENCES doors (id) ON DELETE SET NULL,
    answer    TEXT CHECK (answer IN ('yes', 'talk', 'knows', 'no', 'silent')),  -- NULL: not yet
    PRIMARY KEY (search_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_asked_by_member ON search_asked (member_id, at);
CREATE INDEX search_asked_by_door ON search_asked (door_id);

-- Who brings whom together. Of a search: `two`, the introducer and the asker (`first_id`); `target`, a third who is here
-- (`second_id`), asked before anybody sees anybody. `presented`: the introducer thought of two others. Its thread is a
-- publication.
CREATE TABLE intros (
    id            INTEGER PRIMARY KEY,
    kind          TEXT NOT NULL CHECK (kind IN ('presented', 'two', 'target')),
    search_id     INTEGER REFERENCES searches (id) ON DELETE CASCADE,
    introducer_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    first_id      INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    second_id     INTEGER REFERENCES members (id) ON DELETE SET NULL,
    why           TEXT NOT NULL,           -- of a search: the asker's; else the introducer's
    talk          INTEGER NOT NULL DEFAULT 0 CHECK (talk IN (0, 1)),  -- "let us talk first": nothing is promised
    first_says    TEXT CHECK (first_says IN ('yes', 'no', 'silent')),   -- NULL: not yet, or never asked
    second_says   TEXT CHECK (second_says IN ('yes', 'no', 'silent')),
    state         TEXT NOT NULL CHECK (state IN ('asked', 'open', 'over')),
    created_at    INTEGER NOT NULL,
    answer_by     INTEGER NOT NULL,        -- when, at the latest, the introducer is told how it stands
    opened_at     INTEGER,                 -- when the thread was wanted: everybody had said yes
    closed_at     INTEGER,                 -- when it was over, without a thread or after the last question
    ask_at        INTEGER,                 -- when the asker is asked whether it helped; NULL: not any more
    helped        TEXT CHECK (helped IN ('yes', 'no', 'later')),
    CHECK ((kind = 'presented') = (search_id IS NULL)),
    CHECK (kind <> 'two' OR second_id IS NULL),
    CHECK ((state = 'over') = (closed_at IS NOT NULL))
) STRICT;
CREATE INDEX intros_by_search ON intros (search_id);
CREATE INDEX intros_by_introducer ON intros (introducer_id);
CREATE INDEX intros_by_first ON intros (first_id);
CREATE INDEX intros_by_second ON intros (second_id);
CREATE INDEX intros_by_question ON intros (ask_at) WHERE ask_at IS NOT NULL;

-- Private threads are opened by the kernel now, which calls what they are about `ref`.
UPDATE outbox
   SET reference = json_object('ref', reference ->> 'request')
 WHERE kind = 'help_requests:thread' AND reference ->> 'request' IS NOT NULL AND state IN ('due', 'sending', 'parked');
