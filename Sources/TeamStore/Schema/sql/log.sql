-- What comes into the log: every line is checked by the server too.
--
-- The functions that people call set the search path; those that these call run under it.

-- Takes a decision, withdrawal or reopening in, which must stand on the seat's last one.
--
-- `me` is the member who acts; null where nobody is held to anything.
CREATE FUNCTION keep_seat(of_project text, at bigint, body jsonb, me member) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  key text := unit_key(body ->> 'item', body ->> 'question', body ->> 'seat');
  old seat;
  stands boolean;
  newest bigint := coalesce(
    (SELECT max(i.number) FROM import_event i WHERE i.project = of_project), 0);
  has_new_ratings boolean;
  kind text := body ->> 'type';
  status text := CASE
    WHEN body ->> 'type' <> 'decision' THEN body ->> 'type'
    WHEN body ->> 'outcome' = 'escalated' THEN 'escalated' ELSE 'ruled' END;
BEGIN
  SELECT * INTO old FROM seat s WHERE s.project = of_project AND s.unit = key;
  stands := coalesce(old.status IN ('ruled', 'escalated'), false);
  -- That the batch changed the votes of this very unit is for the client to know.
  has_new_ratings := body ->> 'seat' = 'main' AND (body ->> 'batch')::bigint > old.batch
    AND (body ->> 'batch')::bigint <= newest;
  IF (body ->> 'base')::bigint IS DISTINCT FROM coalesce(old.seq, -1)
    OR (kind = 'decision'
      AND coalesce(old.status = 'ruled' AND NOT old.doubted AND NOT has_new_ratings, false))
    OR (kind <> 'decision' AND NOT stands)
  THEN
    RAISE EXCEPTION 'the seat stands at % and not where this was based on', coalesce(old.seq, -1)
      USING ERRCODE = 'TB409';
  END IF;
  IF me.member IS NOT NULL THEN
    IF kind = 'reopen' OR (kind = 'decision' AND old.status = 'escalated') THEN
      PERFORM demand_role(me, 'lead');
    ELSIF kind = 'decision' THEN
      PERFORM demand_role(me, 'lead', 'adjudicator');
    ELSIF old.actor IS DISTINCT FROM body ->> 'actor' THEN
      RAISE EXCEPTION 'the ruling is somebody else''s' USING ERRCODE = 'TB403';
    END IF;
    IF kind = 'decision' AND EXISTS (
      SELECT FROM batch_record r
      WHERE r.project = of_project AND r.place = hashtextextended(body ->> 'item', 0)
        AND r.item = body ->> 'item' AND r.annotator = ANY (me.annotators))
    THEN
      RAISE EXCEPTION 'nobody rules on an item they rated' USING ERRCODE = 'TB403';
    END IF;
  END IF;
  INSERT INTO seat (project, unit, seq, status, actor, batch)
  VALUES (of_project, key, at, status, body ->> 'actor', newest)
  ON CONFLICT (project, unit) DO UPDATE
  SET seq = excluded.seq, status = excluded.status, actor = excluded.actor, doubted = false,
    batch = excluded.batch;
END $$;

-- Notes which rulings a version of the guideline or a migration puts in doubt, as far as they stand.
CREATE FUNCTION keep_doubts(of_project text, body jsonb) RETURNS void
LANGUAGE sql AS $$
  UPDATE seat s SET doubted = true
  FROM jsonb_array_elements(coalesce(
    body -> 'in_doubt',
    (SELECT convert_from(a.content, 'UTF8')::jsonb FROM attachment a
      WHERE a.project = of_project AND a.digest = body -> 'attach' ->> 'sha256'),
    '[]'::jsonb)) AS given (ruling)
  WHERE s.project = of_project AND s.status = 'ruled' AND s.seq = given.ruling::bigint
$$;

-- Takes a proposal of a part of the guideline in, which must stand on the part's last one.
CREATE FUNCTION keep_proposal(of_project text, at bigint, body jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  key text := unit_key(coalesce(body ->> 'clause', body ->> 'section'));
  old bigint := (SELECT p.seq FROM proposal p WHERE p.project = of_project AND p.part = key);
BEGIN
  IF (body ->> 'base')::bigint IS DISTINCT FROM coalesce(old, -1) THEN
    RAISE EXCEPTION 'the part stands at % and not where this was based on', coalesce(old, -1)
      USING ERRCODE = 'TB409';
  END IF;
  INSERT INTO proposal VALUES (of_project, key, at, body ? 'draft')
  ON CONFLICT (project, part) DO UPDATE SET seq = excluded.seq, is_draft = excluded.is_draft;
END $$;

-- A version takes the last proposal of each of its parts, and none that is still being written.
CREATE FUNCTION demand_finished(of_project text, body jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM jsonb_array_elements(body -> 'changes') AS given (change)
    LEFT JOIN proposal p
      ON p.project = of_project AND p.part = unit_key(given.change ->> 'part')
    WHERE p.seq IS DISTINCT FROM (given.change ->> 'seq')::bigint OR p.is_draft)
  THEN
    RAISE EXCEPTION 'a part of the version was changed meanwhile, or is still being written'
      USING ERRCODE = 'TB409';
  END IF;
END $$;

-- May the session's user record this? `checked` is false only for an owner who loads a log that was
-- decided elsewhere. Who acted, and with which role, is asked of the member table; that is what the
-- log's role events say up to the line before.
CREATE FUNCTION admit(of_project text, at bigint, body jsonb, checked boolean) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  kind text := body ->> 'type';
  mine member;
  is_first boolean;
BEGIN
  IF (kind = 'genesis') IS DISTINCT FROM (at = 0)
    OR (kind = 'genesis' AND body ->> 'project' IS DISTINCT FROM of_project)
  THEN
    RAISE EXCEPTION 'this is not the first line of this project' USING ERRCODE = 'TB422';
  END IF;
  IF checked THEN
    SELECT * INTO mine FROM me(of_project) m WHERE cardinality(m.roles) > 0;
    is_first := mine.member IS NULL
      AND NOT EXISTS (SELECT FROM member m WHERE m.project = of_project);
    IF kind = 'genesis' OR (kind = 'role' AND is_first) THEN
      -- Only whoever may make tables here founds a project, as the lead that the first role names.
      IF NOT pg_has_role(session_user, current_user, 'MEMBER')
        OR (kind = 'role' AND (body ->> 'actor' IS DISTINCT FROM body ->> 'member'
          OR body ->> 'user' IS DISTINCT FROM session_user::text))
      THEN
        RAISE EXCEPTION 'only the owner founds a project here' USING ERRCODE = 'TB403';
      END IF;
    ELSIF mine.member IS NULL AND kind <> 'refused' THEN
      RAISE EXCEPTION '% is no member of this project', session_user USING ERRCODE = 'TB403';
    ELSIF body ->> 'actor' IS DISTINCT FROM coalesce(mine.member, session_user::text) THEN
      RAISE EXCEPTION '% may not act as somebody else', session_user USING ERRCODE = 'TB403';
    END IF;
    IF kind IN ('config', 'import', 'publish', 'migrate', 'audit') OR (kind = 'role' AND NOT is_first) THEN
      PERFORM demand_role(mine, 'lead');
    ELSIF kind IN ('clause', 'guideline', 'calibrate') THEN
      PERFORM demand_role(mine, 'lead', 'reviewer');
    ELSIF kind = 'gold' THEN
      PERFORM demand_role(mine, 'lead', 'adjudicator');
    ELSIF kind NOT IN ('genesis', 'role', 'decision', 'withdraw', 'reopen', 'comment', 'flag',
      'refused', 'recovered')
    THEN
      -- What this version of the schema does not know needs the most that it knows.
      PERFORM demand_role(mine, 'lead');
    END IF;
  END IF;
  IF kind = 'role' THEN
    PERFORM keep_member(of_project, body);
  ELSIF kind IN ('decision', 'withdraw', 'reopen') THEN
    PERFORM keep_seat(of_project, at, body, mine);
  ELSIF kind IN ('clause', 'guideline') THEN
    PERFORM keep_proposal(of_project, at, body);
  ELSIF kind IN ('publish', 'migrate') THEN
    IF kind = 'publish' THEN
      PERFORM demand_finished(of_project, body);
    END IF;
    PERFORM keep_doubts(of_project, body);
  ELSIF kind = 'import' THEN
    UPDATE batch b SET named = true WHERE b.project = of_project AND b.digest = body ->> 'digest';
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the batch % is not here', left(body ->> 'digest', 16)
        USING ERRCODE = 'TB422';
    END IF;
    PERFORM keep_import(of_project, body);
  END IF;
END $$;

-- Moves the head, checks each line against the one before, and inserts it; all of it or nothing.
CREATE FUNCTION write_lines(
  of_project text, old_seq bigint, old_hash text, block text, checked boolean)
RETURNS TABLE (
  is_appended boolean, head_seq bigint, head_hash text, known_hash text, is_there boolean)
LANGUAGE plpgsql AS $$
DECLARE
  lines text[] := string_to_array(block, E'\n');
  next text;
  payload text;
  digest text;
  body jsonb;
  previous text := old_hash;
  at bigint := old_seq;
BEGIN
  next := lines[cardinality(lines)];
  UPDATE head h SET seq = old_seq + cardinality(lines), hash = left(right(next, 66), 64)
  WHERE h.project = of_project AND h.seq = old_seq AND h.hash = old_hash;
  IF NOT FOUND THEN
    -- All that the caller has to know of it, so that who lost needs to ask no further.
    RETURN QUERY SELECT false, h.seq, h.hash,
      (SELECT l.hash FROM log l
        WHERE l.project = of_project AND l.seq = old_seq AND l.seq <= h.seq),
      EXISTS (
        SELECT FROM unnest(lines) AS given (words)
        JOIN log l ON l.op = substring(given.words FROM '"op":"([0-9a-f]{32})"')
        WHERE l.project = of_project)
    FROM head h WHERE h.project = of_project;
    RETURN;
  END IF;
  FOREACH next IN ARRAY lines LOOP
    at := at + 1;
    digest := left(right(next, 66), 64);
    payload := left(next, length(next) - 75) || '}';
    IF right(next, 75) IS DISTINCT FROM ',"hash":"' || digest || '"}'
      OR digest <> encode(sha256('\x00'::bytea || convert_to(payload, 'UTF8')), 'hex')
    THEN
      RAISE EXCEPTION 'line % does not have its hash', at USING ERRCODE = 'TB422';
    END IF;
    body := payload::jsonb;
    IF (body ->> 'seq')::bigint IS DISTINCT FROM at OR body ->> 'prev' IS DISTINCT FROM previous
      OR body ? 'sandbox'
    THEN
      RAISE EXCEPTION 'line % does not follow the one before', at USING ERRCODE = 'TB422';
    END IF;
    PERFORM admit(of_project, at, body, checked);
    INSERT INTO log VALUES (of_project, at, body ->> 'op', digest, next);
    previous := digest;
  END LOOP;
  -- A hint for those who listen; who does not listens to the head.
  PERFORM pg_notify('tiebreak_' || left(of_project, 16), at::text);
  RETURN QUERY SELECT true, at, previous, old_hash, true;
END $$;

-- Appends lines, joined by line feeds, where the log still ends at the old head.
CREATE FUNCTION append(of_project text, old_seq bigint, old_hash text, block text)
RETURNS TABLE (
  is_appended boolean, head_seq bigint, head_hash text, known_hash text, is_there boolean)
LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT * FROM write_lines(of_project, old_seq, old_hash, block, true)
$$;

-- The same for a log that was decided elsewhere. The owner's alone.
CREATE FUNCTION load(of_project text, old_seq bigint, old_hash text, block text)
RETURNS TABLE (
  is_appended boolean, head_seq bigint, head_hash text, known_hash text, is_there boolean)
LANGUAGE sql SET search_path FROM CURRENT AS $$
  SELECT * FROM write_lines(of_project, old_seq, old_hash, block, false)
$$;
