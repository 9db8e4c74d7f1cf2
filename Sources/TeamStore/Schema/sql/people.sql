-- Who somebody is, and what their roles let them do with the schema.

-- A short key for a unit, or for a seat of it: ids may be longer than an index takes.
CREATE FUNCTION unit_key(VARIADIC parts text[]) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(to_jsonb(parts)::text, 'UTF8')), 'hex')
$$;

CREATE FUNCTION zero_hash() RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT repeat('0', 64) $$;

-- Who the session's user is; no row for somebody who is no member.
CREATE FUNCTION me(of_project text) RETURNS SETOF member
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT m.* FROM member m
  WHERE m.project = of_project
    AND (m.login = session_user::text OR (m.login IS NULL AND m.member = session_user::text))
  ORDER BY m.login IS NULL LIMIT 1
$$;

CREATE FUNCTION demand_role(me member, VARIADIC wanted text[]) RETURNS void
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF NOT coalesce(me.roles && wanted, false) THEN
    RAISE EXCEPTION 'the server asks for the role of % here', array_to_string(wanted, ' or ')
      USING ERRCODE = 'TB403';
  END IF;
END $$;

-- The same for the session's user.
CREATE FUNCTION demand_role(of_project text, VARIADIC wanted text[]) RETURNS void
LANGUAGE plpgsql STABLE AS $$
BEGIN
  PERFORM demand_role((SELECT m FROM me(of_project) m), VARIADIC wanted);
END $$;

-- The right to use the schema follows the roles: given with the first, taken with the last. A user
-- who is not there yet gets it from `renew_grants`.
CREATE FUNCTION grant_to(login text, is_member boolean) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  home text := current_schema();
  word text := CASE WHEN is_member THEN 'GRANT' ELSE 'REVOKE' END;
  link text := CASE WHEN is_member THEN 'TO' ELSE 'FROM' END;
  part text;
BEGIN
  IF login IS NULL OR login = current_user::text
    OR NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = login)
  THEN
    RETURN;
  END IF;
  EXECUTE format('%s USAGE ON SCHEMA %I %s %I', word, home, link, login);
  EXECUTE format('%s SELECT ON ALL TABLES IN SCHEMA %I %s %I', word, home, link, login);
  FOREACH part IN ARRAY ARRAY[
    'append(text, bigint, text, text)', 'attach(text, bytea)', 'put_checkpoint(text, bigint, bytea)',
    'begin_batch(text, text)',
    'put_records(text, text, bigint, text)', 'discard_batch(text, text)', 'sweep(text)',
    'claim_lease(text, text, text, boolean)', 'release_lease(text, text, text)',
    'renew_grants(text)', 'me(text)', 'schema_version()']
  LOOP
    EXECUTE format('%s EXECUTE ON FUNCTION %I.%s %s %I', word, home, part, link, login);
  END LOOP;
END $$;

CREATE FUNCTION renew_grants(of_project text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  one member;
BEGIN
  PERFORM demand_role(of_project, 'lead');
  FOR one IN SELECT * FROM member m WHERE m.project = of_project LOOP
    PERFORM grant_to(coalesce(one.login, one.member), cardinality(one.roles) > 0);
  END LOOP;
END $$;

CREATE FUNCTION texts(list jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(part), '{}') FROM jsonb_array_elements_text(list) part
$$;

-- Takes a role event in: who that is from here on, and what they may do with the schema.
CREATE FUNCTION keep_member(of_project text, body jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  id text := body ->> 'member';
  login text := body ->> 'user';
  roles text[] := texts(body -> 'roles');
  old text;
BEGIN
  IF EXISTS (SELECT FROM member m WHERE m.project = of_project AND m.login = body ->> 'user'
    AND m.member <> id)
  THEN
    RAISE EXCEPTION 'the user is bound to another member' USING ERRCODE = 'TB409';
  END IF;
  SELECT coalesce(m.login, m.member) INTO old FROM member m
  WHERE m.project = of_project AND m.member = id;
  INSERT INTO member VALUES (of_project, id, login, roles, texts(body -> 'annotators'))
  ON CONFLICT (project, member) DO UPDATE
  SET login = excluded.login, roles = excluded.roles, annotators = excluded.annotators;
  IF NOT EXISTS (SELECT FROM member m WHERE m.project = of_project AND 'lead' = ANY (m.roles)) THEN
    RAISE EXCEPTION 'no lead would be left' USING ERRCODE = 'TB409';
  END IF;
  IF old <> coalesce(login, id) THEN PERFORM grant_to(old, false); END IF;
  PERFORM grant_to(coalesce(login, id), cardinality(roles) > 0);
END $$;
