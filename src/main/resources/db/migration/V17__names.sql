-- The functions behind the gate look names up in the system's catalogue only, whatever the session's search path says:
-- otherwise a role that may create an operator in another schema could put its own "=" into a rule. Everything of ours is
-- written with its schema.
do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('driftgate', 'audit')
  loop
    execute format('alter function %s set search_path = pg_catalog, pg_temp', f);
  end loop;
end $$;
