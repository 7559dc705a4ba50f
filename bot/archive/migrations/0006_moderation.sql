-- What moderators do, kept like the sources: no reading makes it, so no build may lose it.
-- owner is 0 for everyone's sources (the operator's), else the server. Days and moments are ISO, moments in UTC.

-- What a source was before its text was replaced.
CREATE TABLE versions (
    source INTEGER NOT NULL REFERENCES sources (num),
    number INTEGER NOT NULL, -- from 1
    original BLOB NOT NULL,
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    filename TEXT NOT NULL,
    replaced_at TEXT NOT NULL,
    PRIMARY KEY (source, number)
);

-- Which ids a bearer of a name key in a source has had, the first one first, so that ids outlast new readings and come
-- back with what is undone. nth tells two bearers of one key in one source apart.
CREATE TABLE person_ids (
    number INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources (num),
    key TEXT NOT NULL,
    nth INTEGER NOT NULL,
    id TEXT NOT NULL
);
CREATE UNIQUE INDEX person_ids_by_bearer ON person_ids (source, key, nth, id);
CREATE INDEX person_ids_by_id ON person_ids (id);

-- Corrections hang on the source with the span and its words (or the name key), or on a person by id; never on the
-- number of a derived row. They are applied in the order of their numbers whenever a reading is stored.
CREATE TABLE corrections (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    owner INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'rename', 'variant', 'describe', 'speaker', 'date')),
    source INTEGER REFERENCES sources (num),
    sha256 TEXT, -- of the document that it was made on
    begins INTEGER,
    ends INTEGER,
    words TEXT,
    person TEXT,
    value TEXT NOT NULL CHECK (json_valid(value)),
    undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX corrections_by_owner ON corrections (owner, undone);

CREATE TABLE audit (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    owner INTEGER NOT NULL,
    made_by TEXT NOT NULL, -- "discord:" with a moderator's id, "command line", or "forgotten"
    made_at TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL, -- the id of a source or person, the number of a report, or "server"
    source INTEGER REFERENCES sources (num),
    correction INTEGER REFERENCES corrections (number),
    before TEXT NOT NULL CHECK (json_valid(before)),
    after TEXT NOT NULL CHECK (json_valid(after)),
    reason TEXT NOT NULL,
    undoable INTEGER NOT NULL,
    undone_by INTEGER REFERENCES audit (number)
);
CREATE INDEX audit_by_owner ON audit (owner, number);
CREATE INDEX audit_by_source ON audit (source, number) WHERE source IS NOT NULL;

-- What members report as a mistake. Who reported it is not kept.
CREATE TABLE reports (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    guild INTEGER NOT NULL, -- 0 where it was reported outside servers
    owner INTEGER NOT NULL, -- of the source that it is about
    source INTEGER NOT NULL REFERENCES sources (num),
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    shown TEXT NOT NULL,
    words TEXT NOT NULL,
    made_at TEXT NOT NULL,
    outcome TEXT -- null while it is open
);
CREATE INDEX reports_by_guild ON reports (guild, number);
CREATE INDEX reports_by_owner ON reports (owner, number);

-- What is derived from here on.

-- What the reader took out of each text, before any correction, so that correcting need not read again.
CREATE TABLE readings (
    source INTEGER PRIMARY KEY REFERENCES sources (num),
    reading BLOB NOT NULL
);

-- Fingerprints of stretches of words, by which nearly equal texts are found.
CREATE TABLE shingles (
    hash INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES sources (num),
    PRIMARY KEY (hash, source)
) WITHOUT ROWID;
CREATE INDEX shingles_by_source ON shingles (source);

-- How one server's moderators name and describe a person; what the operator sets stands in persons itself.
CREATE TABLE person_labels (
    person INTEGER NOT NULL REFERENCES persons (num),
    guild INTEGER NOT NULL,
    name TEXT,
    role TEXT,
    PRIMARY KEY (person, guild)
) WITHOUT ROWID;

-- Each person of each reading, by place in it, with the words of the descriptions that tell who it is. base is the id
-- of whom it was found to be before corrections.
ALTER TABLE source_persons RENAME TO source_persons_before;
DROP INDEX source_persons_by_key;
DROP INDEX source_persons_by_person;
CREATE TABLE source_persons (
    source INTEGER NOT NULL REFERENCES sources (num),
    place INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES persons (num),
    base TEXT NOT NULL,
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    parts INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (source, place)
) WITHOUT ROWID;
CREATE INDEX source_persons_by_key ON source_persons (key, source);
CREATE INDEX source_persons_by_person ON source_persons (person, source);
CREATE INDEX source_persons_by_base ON source_persons (base);
INSERT INTO source_persons
SELECT source, row_number() OVER (PARTITION BY source) - 1, person, persons.id, before.name, key, parts, ''
FROM source_persons_before AS before JOIN persons ON persons.num = before.person;
DROP TABLE source_persons_before;

-- Whose sources name a person is told by the totals.
ALTER TABLE persons DROP COLUMN guild;

ALTER TABLE sources ADD COLUMN quotations INTEGER NOT NULL DEFAULT 0;
UPDATE sources SET quotations = (SELECT count(*) FROM quotations WHERE quotations.source = sources.num);

-- The rows of a source are numbered by it from now on, and the above filled, by a build that is asked for thus.
UPDATE state SET value = '0' WHERE name = 'reader_version';
