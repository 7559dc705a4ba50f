-- Figures: numbers of people, of things or of a measure, as the sources state them. All of it is derived.

CREATE TABLE figures (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources (num),
    passage INTEGER NOT NULL REFERENCES passages (id),
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    text TEXT NOT NULL,
    least REAL, -- the bounds that the account states, both inclusive; null where it states none
    most REAL,
    approximate INTEGER NOT NULL,
    counted TEXT, -- the words for what is counted; null where there are none
    counted_begins INTEGER,
    counted_ends INTEGER,
    unit TEXT NOT NULL, -- the word of these that names it ("soldiers"); '' where there are none
    measure INTEGER NOT NULL, -- 1 where that is a stretch of time, a length, a weight
    clause TEXT NOT NULL, -- the words of its sentence that tell of it, without other figures and what these count
    sentence_begins INTEGER NOT NULL,
    sentence_ends INTEGER NOT NULL,
    -- Who states it: whoever says what it stands in, as that is corrected; else as it was read; else the account.
    quotation INTEGER REFERENCES quotations (id) DEFERRABLE INITIALLY DEFERRED,
    speaker TEXT,
    person INTEGER REFERENCES persons (num),
    -- The date expression of its sentence that says when. Dates are stored again whenever one of them is corrected.
    date INTEGER REFERENCES dates (id) DEFERRABLE INITIALLY DEFERRED,
    CHECK (least <= most)
);
CREATE INDEX figures_by_source ON figures (source);
CREATE INDEX figures_by_passage ON figures (passage);
CREATE INDEX figures_by_quotation ON figures (quotation) WHERE quotation IS NOT NULL;
CREATE INDEX figures_by_person ON figures (person) WHERE person IS NOT NULL;
CREATE INDEX figures_by_date ON figures (date) WHERE date IS NOT NULL;

-- The words by which figures are found: what is counted, what is told of it, and the whole sentence.
CREATE VIEW figure_surroundings AS
SELECT
    figures.id AS id,
    coalesce(figures.counted, '') AS counted,
    figures.clause AS clause,
    substr(passages.text, sentence_begins - passages.begins + 1, sentence_ends - sentence_begins) AS sentence
FROM figures JOIN passages ON passages.id = figures.passage;

CREATE VIRTUAL TABLE figure_words USING fts5 (
    counted,
    clause,
    sentence,
    content = 'figure_surroundings',
    content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2'
);

-- Figures found ahead for each subject, with where its words stand: 1 in what is counted, 2 in the clause, 3 elsewhere
-- in the sentence.
CREATE TABLE subject_figures (
    subject INTEGER NOT NULL REFERENCES subjects (num),
    figure INTEGER NOT NULL REFERENCES figures (id),
    tier INTEGER NOT NULL CHECK (tier IN (1, 2, 3)),
    PRIMARY KEY (subject, figure)
) WITHOUT ROWID;
CREATE INDEX subject_figures_by_figure ON subject_figures (figure, subject);

-- How many figures there are about each subject, those of the third tier left out.
CREATE TABLE figure_totals (
    subject INTEGER NOT NULL REFERENCES subjects (num),
    guild INTEGER NOT NULL,
    figures INTEGER NOT NULL,
    PRIMARY KEY (subject, guild)
) WITHOUT ROWID;
