-- What moderators have set for their server. Kept, like the sources: no reading makes it, so no build may lose it.

CREATE TABLE servers (
    guild INTEGER PRIMARY KEY CHECK (guild > 0),
    plain INTEGER NOT NULL DEFAULT 0 CHECK (plain IN (0, 1)),
    graphic TEXT NOT NULL DEFAULT 'show' CHECK (graphic IN ('show', 'spoiler'))
);
