"""The tables of a job file, and how it says that it is one."""

from typing import Final

APPLICATION_ID: Final = 0x504D4A42  # "PMJB"
USER_VERSION: Final = 1
TABLES: Final = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE item (
  position INTEGER PRIMARY KEY,           -- from 1, in the order of the list
  pmid INTEGER NOT NULL UNIQUE,
  state TEXT NOT NULL DEFAULT 'pending'
    CHECK (state IN ('pending', 'done', 'gone', 'merged', 'blocked', 'failed')),
  merged_into INTEGER,                    -- the PMID whose page came in its place
  code TEXT, message TEXT,                -- what went wrong last
  attempts INTEGER NOT NULL DEFAULT 0,    -- faults of this item so far
  next_at REAL NOT NULL DEFAULT 0,        -- not before, seconds since 1970
  good_at INTEGER,                        -- good pages of the job when that came first
  refetch INTEGER NOT NULL DEFAULT 0,     -- the page kept is too old
  reread INTEGER NOT NULL DEFAULT 0       -- its listings changed while they were read
);
CREATE INDEX item_waiting ON item (position) WHERE state = 'pending';
CREATE INDEX item_merged ON item (merged_into) WHERE merged_into IS NOT NULL;
CREATE TABLE page (
  pmid INTEGER NOT NULL,                  -- of the article, which a listing belongs to
  kind TEXT NOT NULL CHECK (kind IN ('article', 'cited_by', 'similar_articles')),
  number INTEGER NOT NULL,                -- of a listing's page, from 1
  url TEXT NOT NULL,                      -- that gave the answer, after redirects
  status INTEGER NOT NULL,
  headers TEXT NOT NULL,                  -- JSON: [[name, value], ...]
  coded INTEGER NOT NULL,                 -- 1: the gzip member is as the server sent it
  body BLOB NOT NULL,                     -- one gzip member
  fetched_at REAL NOT NULL,               -- seconds since 1970
  PRIMARY KEY (pmid, kind, number)
);
CREATE TABLE gap (
  pmid INTEGER NOT NULL, kind TEXT NOT NULL,
  reason TEXT NOT NULL,                   -- why the rest of this listing cannot be had
  PRIMARY KEY (pmid, kind)
);
CREATE TABLE host (
  name TEXT PRIMARY KEY,
  good INTEGER NOT NULL DEFAULT 0,        -- pages that it has given
  failures INTEGER NOT NULL DEFAULT 0,    -- requests in a row that gave none
  robots TEXT, robots_at REAL,
  until REAL, length REAL, reason TEXT    -- leave it alone until, for so many seconds
);
"""
