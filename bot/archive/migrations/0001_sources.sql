-- What is kept for ever: the sources with their documents, and what the archive knows of itself.
--
-- Everything in the later files is derived from these tables by a reading and can be thrown away and made again.
-- Corrections by moderators will get tables of their own in a migration after those. They must survive a new reading,
-- so their key is the owner and sha256 of the source with kind, begins and ends of what they correct (a person by id),
-- never the number of a derived row; they are applied again whenever a reading is stored.

CREATE TABLE state (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE sources (
    num INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    publisher TEXT,
    contributors TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(contributors)),
    published TEXT,
    place TEXT,
    url TEXT,
    rights TEXT,
    language TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('account', 'digest')),
    guild INTEGER CHECK (guild > 0),
    filename TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    added_by TEXT NOT NULL,
    added_at TEXT NOT NULL,
    shipped INTEGER NOT NULL DEFAULT 0,
    withdrawn INTEGER NOT NULL DEFAULT 0,
    passages INTEGER NOT NULL DEFAULT 0,
    -- Who may see it: 0 everyone, else one server; null (withdrawn) equals nothing, so nobody does.
    scope INTEGER GENERATED ALWAYS AS (CASE WHEN withdrawn THEN NULL ELSE coalesce(guild, 0) END) VIRTUAL
);
CREATE UNIQUE INDEX sources_by_bytes ON sources (coalesce(guild, 0), sha256);
CREATE INDEX sources_by_day ON sources (published);
CREATE INDEX sources_by_scope ON sources (scope);
CREATE INDEX sources_by_url ON sources (url) WHERE url IS NOT NULL;

-- Apart from the catalogue, so that reading that does not drag whole documents through the cache.
CREATE TABLE documents (
    source INTEGER PRIMARY KEY REFERENCES sources (num),
    original BLOB NOT NULL,
    text TEXT NOT NULL
);

-- The data files as they were at the last build: what is added later is linked and ranked by the same ones.
CREATE TABLE authority_records (
    id TEXT PRIMARY KEY,
    record TEXT NOT NULL CHECK (json_valid(record))
) WITHOUT ROWID;

CREATE TABLE subjects (
    num INTEGER PRIMARY KEY,
    term TEXT NOT NULL UNIQUE,
    record TEXT NOT NULL CHECK (json_valid(record))
);
