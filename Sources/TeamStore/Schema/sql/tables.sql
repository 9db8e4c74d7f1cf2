-- What one schema of PostgreSQL holds of a project, version 1.
--
-- Run as the owner with search_path set to the schema and pg_temp. Every key begins with `project`
-- and contains the column that a distributed engine spreads the table by: `project`, or `place` for
-- the records of batches (docs/scaling.md).
--
-- The wall: people hold SELECT on the tables and EXECUTE on the functions, and nothing else. All that
-- is written is written by the functions, as the owner, after they asked who the session's user is
-- (docs/team.md). Texts are compared by their bytes.

CREATE FUNCTION schema_version() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 4';

-- The log's last position. Moved by compare-and-swap, in the transaction that inserts the lines.
CREATE TABLE head (
  project text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  hash text COLLATE "C" NOT NULL,
  PRIMARY KEY (project));

-- The lines of the log, byte for byte, without their line feeds.
CREATE TABLE log (
  project text COLLATE "C" NOT NULL,
  seq bigint NOT NULL CHECK (seq >= 0),
  op text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  line text COLLATE "C" NOT NULL,
  PRIMARY KEY (project, seq),
  UNIQUE (project, op));

CREATE TABLE attachment (
  project text COLLATE "C" NOT NULL,
  digest text COLLATE "C" NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (project, digest));

-- Batches by the digest of their lines. `named` once an import event names them: then they stay.
CREATE TABLE batch (
  project text COLLATE "C" NOT NULL,
  digest text COLLATE "C" NOT NULL,
  named boolean NOT NULL DEFAULT false,
  begun timestamptz NOT NULL DEFAULT clock_timestamp(),
  upload text NOT NULL DEFAULT pg_current_xact_id()::text,
  PRIMARY KEY (project, digest));

-- The lines of batches in their order, without their line feeds, and what is asked for in them.
CREATE TABLE batch_record (
  project text COLLATE "C" NOT NULL,
  batch text COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  place bigint NOT NULL,
  item text COLLATE "C" NOT NULL,
  question text COLLATE "C",
  annotator text COLLATE "C",
  line text COLLATE "C" NOT NULL,
  PRIMARY KEY (project, batch, position, place));

CREATE INDEX batch_record_of_item ON batch_record (project, place);

-- Signed notes of what the log was, by its size. By whom they were brought is in `login`.
CREATE TABLE checkpoint (
  project text COLLATE "C" NOT NULL,
  size bigint NOT NULL,
  note bytea NOT NULL,
  login text COLLATE "C" NOT NULL,
  PRIMARY KEY (project, size));

-- What the role events come to.
CREATE TABLE member (
  project text COLLATE "C" NOT NULL,
  member text COLLATE "C" NOT NULL,
  login text COLLATE "C",
  roles text[] NOT NULL,
  annotators text[] NOT NULL,
  PRIMARY KEY (project, member));

-- What the decisions, withdrawals and reopenings come to: one row a seat.
CREATE TABLE seat (
  project text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  status text COLLATE "C" NOT NULL,
  actor text COLLATE "C" NOT NULL,
  -- Whether a version of the guideline, or a migration, puts the ruling in doubt: then it may be ruled
  -- on again.
  doubted boolean NOT NULL DEFAULT false,
  -- The newest batch that had come in by then: whoever has seen a newer one may rule on it again.
  batch bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (project, unit));

-- The last proposal of each part of the guideline, and whether its words are still being written.
CREATE TABLE proposal (
  project text COLLATE "C" NOT NULL,
  part text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  is_draft boolean NOT NULL,
  PRIMARY KEY (project, part));

-- Who is looking at what. A courtesy, in no hash.
CREATE TABLE lease (
  project text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  item text COLLATE "C" NOT NULL,
  question text COLLATE "C" NOT NULL,
  holder text COLLATE "C" NOT NULL,
  until timestamptz NOT NULL,
  fence bigint NOT NULL,
  PRIMARY KEY (project, unit));
