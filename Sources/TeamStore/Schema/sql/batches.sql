-- What lies beside the log: attachments, checkpoints, batches.

-- Stores what a line names by digest. Before the line, so that none ever names what is not there.
CREATE FUNCTION attach(of_project text, bytes bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  digest text := encode(sha256(bytes), 'hex');
BEGIN
  IF length(bytes) > 16777216 THEN
    RAISE EXCEPTION 'an attachment has 16 MiB at most' USING ERRCODE = 'TB422';
  END IF;
  IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
    PERFORM demand_role(
      of_project, 'lead', 'adjudicator', 'reviewer', 'annotator', 'observer');
  END IF;
  INSERT INTO attachment VALUES (of_project, digest, bytes) ON CONFLICT DO NOTHING;
  RETURN digest;
END $$;

-- Puts a checkpoint down. One that is there is replaced, to carry more signatures, by whoever brought
-- it or by a lead: nobody else takes evidence away.
CREATE FUNCTION put_checkpoint(of_project text, at bigint, bytes bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  is_owner boolean := pg_has_role(session_user, current_user, 'MEMBER');
BEGIN
  IF length(bytes) > 65536 THEN
    RAISE EXCEPTION 'a checkpoint has 64 KiB at most' USING ERRCODE = 'TB422';
  END IF;
  IF NOT is_owner THEN
    PERFORM demand_role(
      of_project, 'lead', 'adjudicator', 'reviewer', 'annotator', 'observer');
  END IF;
  INSERT INTO checkpoint AS c VALUES (of_project, at, bytes, session_user::text)
  ON CONFLICT (project, size) DO UPDATE SET note = excluded.note, login = excluded.login
  WHERE is_owner OR c.login = session_user::text
    OR EXISTS (SELECT FROM me(of_project) m WHERE 'lead' = ANY (m.roles));
  RETURN FOUND;
END $$;

-- Leads bring batches; the owner does who loads a log.
CREATE FUNCTION demand_importer(of_project text) RETURNS void
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
    PERFORM demand_role(of_project, 'lead');
  END IF;
END $$;

-- Begins a batch, all of which comes in this one transaction; false where it is there already.
CREATE FUNCTION begin_batch(of_project text, of_digest text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM demand_importer(of_project);
  INSERT INTO batch (project, digest) VALUES (of_project, of_digest) ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;

-- Adds records, joined by line feeds, from a position on, to a batch that this transaction began.
CREATE FUNCTION put_records(of_project text, of_digest text, first bigint, block text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM demand_importer(of_project);
  IF NOT EXISTS (SELECT FROM batch b WHERE b.project = of_project AND b.digest = of_digest
    AND NOT b.named AND b.upload = pg_current_xact_id()::text)
  THEN
    RAISE EXCEPTION 'a batch that was brought is not changed' USING ERRCODE = 'TB403';
  END IF;
  INSERT INTO batch_record
  SELECT of_project, of_digest, first + r.number - 1, hashtextextended(r.body ->> 'item', 0),
    r.body ->> 'item', r.body ->> 'question', r.body ->> 'annotator', r.line
  FROM (
    SELECT l.line, l.number, l.line::jsonb AS body
    FROM unnest(string_to_array(block, E'\n')) WITH ORDINALITY AS l (line, number)
  ) r;
END $$;

-- Takes a batch away that no event names.
CREATE FUNCTION discard_batch(of_project text, of_digest text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM demand_importer(of_project);
  DELETE FROM batch b WHERE b.project = of_project AND b.digest = of_digest AND NOT b.named;
  IF FOUND THEN
    DELETE FROM batch_record r WHERE r.project = of_project AND r.batch = of_digest;
  END IF;
END $$;

-- Takes away what imports left that did not come to their end, a day ago or more.
CREATE FUNCTION sweep(of_project text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  old text;
BEGIN
  FOR old IN SELECT b.digest FROM batch b WHERE b.project = of_project AND NOT b.named
    AND b.begun < clock_timestamp() - interval '1 day'
  LOOP
    PERFORM discard_batch(of_project, old);
  END LOOP;
END $$;
