-- What was read: derived from the documents, emptied and filled again by every build.
-- begins and ends are code point offsets into documents.text; days are ISO; width is the number of days of an interval.

CREATE TABLE passages (
    id INTEGER PRIMARY KEY, -- the passages of one source follow each other without a gap
    source INTEGER NOT NULL REFERENCES sources (num),
    number INTEGER NOT NULL,
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    text TEXT NOT NULL,
    subjects TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX passages_by_number ON passages (source, number);
CREATE INDEX passages_by_offset ON passages (source, begins);

CREATE TABLE persons (
    num INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT,
    guild INTEGER NOT NULL -- 0, or the server from whose sources alone the person is known
);

-- Whom a source names, by the fullest form in it; key is that form's name key, parts the number of its words.
CREATE TABLE source_persons (
    source INTEGER NOT NULL REFERENCES sources (num),
    person INTEGER NOT NULL REFERENCES persons (num),
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    parts INTEGER NOT NULL,
    PRIMARY KEY (source, person, name)
) WITHOUT ROWID;
CREATE INDEX source_persons_by_key ON source_persons (key, parts, person);
CREATE INDEX source_persons_by_person ON source_persons (person, source);

-- One row a form of a name and owner; preferred and variant forms are the authority file's, so everyone's.
CREATE TABLE name_forms (
    num INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES persons (num),
    guild INTEGER NOT NULL,
    form TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('preferred', 'variant', 'mentioned')),
    mentions INTEGER NOT NULL DEFAULT 0,
    sources INTEGER NOT NULL DEFAULT 0 -- in how many it is the fullest form
);
CREATE UNIQUE INDEX name_forms_by_person ON name_forms (person, guild, form);

-- sort: 'whole' and 'part' hold name keys, 'sound' holds sound keys.
CREATE TABLE name_keys (
    key TEXT NOT NULL,
    sort TEXT NOT NULL CHECK (sort IN ('whole', 'part', 'sound')),
    form INTEGER NOT NULL REFERENCES name_forms (num),
    person INTEGER NOT NULL REFERENCES persons (num),
    PRIMARY KEY (key, sort, form)
) WITHOUT ROWID;

-- Kept as sources come and go: counting a frequent name afresh would take longer than answering.
CREATE TABLE person_totals (
    person INTEGER NOT NULL REFERENCES persons (num),
    guild INTEGER NOT NULL,
    mentions INTEGER NOT NULL DEFAULT 0,
    sources INTEGER NOT NULL DEFAULT 0,
    quotations INTEGER NOT NULL DEFAULT 0,
    dates INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (person, guild)
) WITHOUT ROWID;
CREATE INDEX person_totals_by_mentions ON person_totals (guild, mentions);

CREATE TABLE mentions (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources (num),
    passage INTEGER NOT NULL REFERENCES passages (id),
    person INTEGER NOT NULL REFERENCES persons (num),
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX mentions_by_person ON mentions (person, id);
CREATE INDEX mentions_by_source ON mentions (source, person);

CREATE TABLE descriptions (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources (num),
    passage INTEGER NOT NULL REFERENCES passages (id),
    person INTEGER NOT NULL REFERENCES persons (num),
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX descriptions_by_person ON descriptions (person, id);

CREATE TABLE ties (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources (num),
    passage INTEGER NOT NULL REFERENCES passages (id),
    person INTEGER NOT NULL REFERENCES persons (num),
    kind TEXT NOT NULL,
    other INTEGER REFERENCES persons (num),
    other_name TEXT NOT NULL,
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX ties_by_person ON ties (person, id);

-- Quotations (direct, fragment) and sentences that report speech (indirect).
CREATE TABLE quotations (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources (num),
    passage INTEGER NOT NULL REFERENCES passages (id),
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('direct', 'fragment', 'indirect')),
    indirect INTEGER GENERATED ALWAYS AS (kind = 'indirect') VIRTUAL,
    speaker TEXT,
    speaker_as_written TEXT,
    person INTEGER REFERENCES persons (num),
    utterance INTEGER,
    cue TEXT
);
CREATE INDEX quotations_by_person ON quotations (person, indirect, id);
CREATE INDEX quotations_by_source ON quotations (source);

CREATE TABLE dates (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources (num),
    passage INTEGER NOT NULL REFERENCES passages (id),
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    text TEXT NOT NULL,
    earliest TEXT NOT NULL,
    latest TEXT NOT NULL,
    reason TEXT NOT NULL,
    kind TEXT NOT NULL,
    approximate INTEGER NOT NULL,
    sentence_begins INTEGER NOT NULL,
    sentence_ends INTEGER NOT NULL,
    CHECK (earliest <= latest)
);
CREATE INDEX dates_by_interval ON dates (earliest, latest, id);
CREATE INDEX dates_by_source ON dates (source);

-- The different intervals, few beside the dates, each with how many dates have it.
CREATE TABLE intervals (
    earliest TEXT NOT NULL,
    latest TEXT NOT NULL,
    guild INTEGER NOT NULL,
    width INTEGER NOT NULL,
    dates INTEGER NOT NULL,
    PRIMARY KEY (earliest, latest, guild)
) WITHOUT ROWID;
CREATE INDEX intervals_by_width ON intervals (width, earliest);

-- Dates in sentences that name the person.
CREATE TABLE person_dates (
    person INTEGER NOT NULL REFERENCES persons (num),
    earliest TEXT NOT NULL,
    width INTEGER NOT NULL,
    date INTEGER NOT NULL REFERENCES dates (id),
    PRIMARY KEY (person, earliest, width, date)
) WITHOUT ROWID;
CREATE INDEX person_dates_by_date ON person_dates (date);
