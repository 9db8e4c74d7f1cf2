-- Who is looking at what.

-- Claims, renews or takes over a lease of ten minutes, by the server's clock, for the session's user.
CREATE FUNCTION claim_lease(
  of_project text, of_item text, of_question text, is_taking boolean)
RETURNS TABLE (is_granted boolean, by_holder text, left_for bigint, at_fence bigint, took text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  now timestamptz := clock_timestamp();
  fresh timestamptz := clock_timestamp() + interval '10 minutes';
  mine text;
  old lease;
BEGIN
  SELECT m.member INTO mine FROM me(of_project) m WHERE cardinality(m.roles) > 0;
  IF mine IS NULL THEN
    RAISE EXCEPTION '% is no member of this project', session_user USING ERRCODE = 'TB403';
  END IF;
  INSERT INTO lease
  VALUES (of_project, unit_key(of_item, of_question), of_item, of_question, mine, fresh, 0)
  ON CONFLICT DO NOTHING;
  IF FOUND THEN
    RETURN QUERY SELECT true, mine, 600000::bigint, 0::bigint, NULL::text;
    RETURN;
  END IF;
  SELECT * INTO old FROM lease l
  WHERE l.project = of_project AND l.unit = unit_key(of_item, of_question) FOR UPDATE;
  IF old.holder <> mine AND old.until >= now AND NOT is_taking THEN
    RETURN QUERY SELECT false, old.holder,
      (extract(epoch FROM old.until - now) * 1000)::bigint, old.fence, NULL::text;
    RETURN;
  END IF;
  UPDATE lease l
  SET holder = mine, until = fresh, fence = old.fence + (old.holder <> mine)::int
  WHERE l.project = of_project AND l.unit = old.unit;
  RETURN QUERY SELECT true, mine, 600000::bigint, old.fence + (old.holder <> mine)::int,
    CASE WHEN old.holder <> mine AND old.until >= now THEN old.holder END;
END $$;

CREATE FUNCTION release_lease(of_project text, of_item text, of_question text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  UPDATE lease l SET until = clock_timestamp() - interval '1 millisecond'
  WHERE l.project = of_project AND l.unit = unit_key(of_item, of_question)
    AND l.holder = (SELECT m.member FROM me(of_project) m)
$$;
