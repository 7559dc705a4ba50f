-- Documents that a moderator is deciding upon. They go once that is done, or after a day.

CREATE TABLE drafts (
    id TEXT PRIMARY KEY,
    owner INTEGER NOT NULL, -- 0 for everyone's sources, else the server
    made_at TEXT NOT NULL,
    record TEXT NOT NULL CHECK (json_valid(record)),
    original BLOB NOT NULL,
    text TEXT NOT NULL
);

-- The role whose members may moderate a server's archive, beside those who may manage the server.
ALTER TABLE servers ADD COLUMN moderators INTEGER;
