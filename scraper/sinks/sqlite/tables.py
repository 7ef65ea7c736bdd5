"""The tables, and how a file says that they are ours."""

from typing import Final

APPLICATION_ID: Final = 0x504D5243  # "PMRC"
USER_VERSION: Final = 1
TABLES: Final = """
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,               -- of this file; a record that is replaced keeps it
  pmid TEXT UNIQUE,                     -- null where the page does not say it
  kind TEXT, pmcid TEXT, doi TEXT, bookaccession TEXT,
  title TEXT, vernacular_title TEXT, abstract TEXT,
  journal_title TEXT, journal_medline_ta TEXT, journal_issn TEXT, journal_nlm_unique_id TEXT,
  citation TEXT, volume TEXT, issue TEXT, pages TEXT, start_page TEXT, end_page TEXT,
  pub_date TEXT, pub_year INTEGER, article_date TEXT,       -- dates in ISO 8601: 2003-04
  publication_status TEXT, free_full_text TEXT, retracted INTEGER,
  layout TEXT, url TEXT, source TEXT, retrieved_at TEXT,    -- where the record came from
  record TEXT NOT NULL                  -- all of it, as JSON
);

CREATE TABLE authors (
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  position INTEGER NOT NULL,            -- from 0, as in all tables
  name TEXT NOT NULL, last_name TEXT, fore_name TEXT, initials TEXT, suffix TEXT,
  collective_name TEXT, orcid TEXT, equal_contrib INTEGER,
  PRIMARY KEY (article_id, position)
) WITHOUT ROWID;

CREATE TABLE affiliations (
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  position INTEGER NOT NULL,
  affiliation TEXT NOT NULL,
  PRIMARY KEY (article_id, position)
) WITHOUT ROWID;

CREATE TABLE author_affiliations (
  article_id INTEGER NOT NULL,
  author INTEGER NOT NULL,              -- position of the author
  affiliation INTEGER NOT NULL,         -- position of the affiliation
  PRIMARY KEY (article_id, author, affiliation),
  FOREIGN KEY (article_id, author) REFERENCES authors ON DELETE CASCADE,
  FOREIGN KEY (article_id, affiliation) REFERENCES affiliations ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE mesh_headings (
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  position INTEGER NOT NULL,
  descriptor_name TEXT NOT NULL, major_topic INTEGER NOT NULL,
  PRIMARY KEY (article_id, position)
) WITHOUT ROWID;

CREATE TABLE mesh_qualifiers (
  article_id INTEGER NOT NULL,
  heading INTEGER NOT NULL,             -- position of the heading
  position INTEGER NOT NULL,
  qualifier_name TEXT NOT NULL, major_topic INTEGER NOT NULL,
  PRIMARY KEY (article_id, heading, position),
  FOREIGN KEY (article_id, heading) REFERENCES mesh_headings ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE publication_types (
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  position INTEGER NOT NULL,
  publication_type TEXT NOT NULL,
  PRIMARY KEY (article_id, position)
) WITHOUT ROWID;

CREATE TABLE keywords (
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  position INTEGER NOT NULL,
  keyword TEXT NOT NULL,
  PRIMARY KEY (article_id, position)
) WITHOUT ROWID;

CREATE TABLE citations (                -- an article's links to others
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  type TEXT NOT NULL,                   -- cited_by, similar_articles, references, or a notice's
  position INTEGER NOT NULL,            --   RefType: CommentIn, RetractionOf; from 0 in each list
  pmid TEXT, pmcid TEXT, doi TEXT,      -- of the other one
  title TEXT, citation TEXT,
  PRIMARY KEY (article_id, type, position)
) WITHOUT ROWID;

CREATE TABLE listings (
  id INTEGER PRIMARY KEY,
  source TEXT, total INTEGER, page INTEGER, page_size INTEGER,
  query TEXT, linkname TEXT, from_uid TEXT,
  record TEXT NOT NULL
);

CREATE TABLE listing_items (
  listing_id INTEGER REFERENCES listings ON DELETE CASCADE,  -- null for a line of --items
  position INTEGER,
  source TEXT,
  pmid TEXT, title TEXT, citation TEXT, doi TEXT, snippet TEXT,
  record TEXT                           -- of a line of --items
);

CREATE VIRTUAL TABLE articles_fts USING fts5 (
  title, abstract, content = 'articles', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2'
);
"""

INDEXES: Final = """
CREATE INDEX articles_doi ON articles (doi);
CREATE INDEX articles_pub_year ON articles (pub_year);
CREATE INDEX authors_last_name ON authors (last_name, initials);
CREATE INDEX authors_orcid ON authors (orcid) WHERE orcid IS NOT NULL;
CREATE INDEX author_affiliations_affiliation ON author_affiliations (article_id, affiliation);
CREATE INDEX mesh_headings_descriptor_name ON mesh_headings (descriptor_name);
CREATE INDEX mesh_qualifiers_qualifier_name ON mesh_qualifiers (qualifier_name);
CREATE INDEX publication_types_type ON publication_types (publication_type);
CREATE INDEX keywords_keyword ON keywords (keyword);
CREATE INDEX citations_pmid ON citations (pmid, type);
CREATE INDEX listing_items_listing_id ON listing_items (listing_id, position);
CREATE INDEX listing_items_pmid ON listing_items (pmid);

INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
CREATE TRIGGER articles_inserted AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts (rowid, title, abstract) VALUES (new.id, new.title, new.abstract);
END;
CREATE TRIGGER articles_deleted AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, abstract)
  VALUES ('delete', old.id, old.title, old.abstract);
END;
CREATE TRIGGER articles_updated AFTER UPDATE OF id, title, abstract ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, abstract)
  VALUES ('delete', old.id, old.title, old.abstract);
  INSERT INTO articles_fts (rowid, title, abstract) VALUES (new.id, new.title, new.abstract);
END;
"""
"""What is made behind the first records, which takes half the time that it takes before them."""
