-- Run last.

-- What functions and tables are given by default is taken back; what log and attachments hold is not
-- changed by their owner either, who would first have to give themselves the right.
DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA %I FROM PUBLIC', current_schema());
  EXECUTE format('REVOKE ALL ON SCHEMA %I FROM PUBLIC', current_schema());
  EXECUTE format(
    'REVOKE UPDATE, DELETE, TRUNCATE ON log, attachment FROM %I', current_user);
END $$;
