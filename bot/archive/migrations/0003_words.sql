-- The index of words. Nothing is stored twice: the words themselves stand in passages and quotations.

CREATE VIRTUAL TABLE passage_words USING fts5 (
    text,
    content = 'passages',
    content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2'
);

-- A quotation with its surroundings: what it is about is said around it more often than in it. The lead of a source is
-- its title and first two passages.
CREATE VIEW quotation_surroundings AS
SELECT
    quotations.id AS id,
    quotations.text AS quotation,
    passages.text AS passage,
    coalesce(before.text, '') || ' ' || coalesce(after.text, '') AS neighbours,
    sources.title || ' ' || coalesce(first.text, '') || ' ' || coalesce(second.text, '') AS lead,
    passages.subjects AS subjects
FROM quotations
JOIN passages ON passages.id = quotations.passage
JOIN sources ON sources.num = quotations.source
LEFT JOIN passages AS before ON before.id = passages.id - 1 AND before.source = passages.source
LEFT JOIN passages AS after ON after.id = passages.id + 1 AND after.source = passages.source
LEFT JOIN passages AS first ON first.source = passages.source AND first.number = 1
LEFT JOIN passages AS second ON second.source = passages.source AND second.number = 2;

CREATE VIRTUAL TABLE quotation_words USING fts5 (
    quotation,
    passage,
    neighbours,
    lead,
    subjects,
    content = 'quotation_surroundings',
    content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2'
);

-- Quotations ranked ahead for each subject, so that asking for a subject is looking up.
CREATE TABLE subject_quotations (
    subject INTEGER NOT NULL REFERENCES subjects (num),
    cost REAL NOT NULL, -- the smaller, the better, as with bm25()
    quotation INTEGER NOT NULL REFERENCES quotations (id),
    PRIMARY KEY (subject, cost, quotation)
) WITHOUT ROWID;
CREATE INDEX subject_quotations_by_quotation ON subject_quotations (quotation, subject);

CREATE TABLE subject_totals (
    subject INTEGER NOT NULL REFERENCES subjects (num),
    guild INTEGER NOT NULL,
    quotations INTEGER NOT NULL,
    PRIMARY KEY (subject, guild)
) WITHOUT ROWID;
