-- Counts for agreement by GROUP BY, over the records of batches as they were imported.
--
-- What these views say of labels is what every client computes into its own tables; a test compares
-- the two. Where some repeats of one annotator in one batch say when they were made and others do not,
-- and where rounds are partly numbers, a client's order is the one that counts.

-- The imports of the log: which batch came when, and how it bears on what came before.
CREATE TABLE import_event (
  project text COLLATE "C" NOT NULL,
  number bigint NOT NULL,
  digest text COLLATE "C" NOT NULL,
  keeps_first boolean NOT NULL,
  is_everything boolean NOT NULL,
  PRIMARY KEY (project, number));

CREATE FUNCTION json_or_empty(words text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN words::jsonb;
EXCEPTION WHEN invalid_text_representation THEN
  RETURN '{}';
END $$;

CREATE FUNCTION keep_import(of_project text, body jsonb) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO import_event
  SELECT of_project, (body ->> 'batch')::bigint, body ->> 'digest',
    coalesce(m.words ->> 'repeats', 'last') = 'first',
    coalesce((m.words ->> 'full')::boolean, false)
  FROM (SELECT json_or_empty(body ->> 'mapping') AS words) m
$$;

-- Every rating of every batch that the log names.
CREATE VIEW brought AS
SELECT i.project, i.number, i.keeps_first, r.item, r.question, r.annotator,
  coalesce(b.body ->> 'origin', 'person') AS origin, coalesce(b.body ->> 'round', '') AS round,
  (b.body ->> 'ordinal')::bigint AS ordinal, (b.body ->> 'at')::timestamptz AS at,
  b.body -> 'value' AS value
FROM import_event i
JOIN batch_record r ON r.project = i.project AND r.batch = i.digest
CROSS JOIN LATERAL (SELECT r.line::jsonb AS body) b
WHERE b.body ->> 'kind' = 'rating';

-- What an import of everything speaks for: the sources of its items, with the origins of its ratings.
CREATE VIEW everything AS
SELECT DISTINCT i.project, i.number, s.source, b.origin
FROM import_event i
JOIN brought b ON b.project = i.project AND b.number = i.number
JOIN LATERAL (
  SELECT coalesce(r.line::jsonb ->> 'source', '') AS source FROM batch_record r
  WHERE r.project = i.project AND r.batch = i.digest AND r.item = b.item AND r.question IS NULL
  LIMIT 1
) s ON true
WHERE i.is_everything;

-- The ratings in force: of each annotator's for a unit, origin and round the last batch's; of those
-- without an annotator all of the last batch that has any; none that a later import of everything of
-- the same source leaves out.
CREATE VIEW rating AS
SELECT f.project, f.item, f.question, f.annotator, f.origin, f.round, f.number, f.ordinal, f.value
FROM (
  SELECT b.*,
    CASE WHEN b.annotator IS NULL
      THEN rank() OVER (
        PARTITION BY b.project, b.item, b.question, b.annotator, b.origin, b.round
        ORDER BY b.number DESC)
      ELSE row_number() OVER (
        PARTITION BY b.project, b.item, b.question, b.annotator, b.origin, b.round
        ORDER BY b.number DESC,
          extract(epoch FROM b.at) * CASE WHEN b.keeps_first THEN -1 ELSE 1 END DESC NULLS LAST,
          b.ordinal * CASE WHEN b.keeps_first THEN -1 ELSE 1 END DESC)
    END AS standing
  FROM brought b
) f
WHERE f.standing = 1 AND NOT EXISTS (
  SELECT FROM everything e
  WHERE e.project = f.project AND e.number > f.number AND e.origin = f.origin
    AND e.source = (
      SELECT coalesce(r.line::jsonb ->> 'source', '')
      FROM import_event i JOIN batch_record r ON r.project = i.project AND r.batch = i.digest
      WHERE i.project = f.project AND r.place = hashtextextended(f.item, 0) AND r.item = f.item
        AND r.question IS NULL
      ORDER BY i.number DESC LIMIT 1));

-- The votes: people's, of each annotator the one of the last round, and not those who declined.
CREATE VIEW vote AS
SELECT v.project, v.item, v.question, v.annotator, v.value, v.value ->> 'label' AS label
FROM (
  SELECT r.*,
    CASE WHEN r.annotator IS NULL THEN 1 ELSE row_number() OVER (
      PARTITION BY r.project, r.item, r.question, r.annotator
      ORDER BY CASE WHEN r.round ~ '^[0-9]{1,18}$' THEN r.round::bigint END DESC NULLS LAST,
        r.round COLLATE "C" DESC)
    END AS standing
  FROM rating r WHERE r.origin = 'person'
) v
WHERE v.standing = 1 AND NOT v.value ? 'abstained';

-- How often each label was given.
CREATE VIEW label_count AS
SELECT v.project, v.question, v.label, count(*) AS votes
FROM vote v WHERE v.label IS NOT NULL GROUP BY v.project, v.question, v.label;

-- How many units got which labels, each as often as it was given: all that coefficients for labels
-- are computed from.
CREATE VIEW unit_pattern AS
SELECT u.project, u.question, u.labels, count(*) AS units
FROM (
  SELECT v.project, v.question, v.item, array_agg(v.label ORDER BY v.label COLLATE "C") AS labels
  FROM vote v WHERE v.label IS NOT NULL GROUP BY v.project, v.question, v.item
) u
GROUP BY u.project, u.question, u.labels;
