-- A version that says less gain than its own lots realise is no envelope: the person who approves it is shown both. A
-- selection of other lots was held to the maximum already, the lots of the version itself were not.
create function driftgate.finish_gain() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare over text;
begin
  select e.account_id into over from driftgate.envelope_account e
  where e.version_id = new.id and driftgate.net_gain_of(new.id, 0, e.account_id) > e.maximum_net_gain + 0.01
  limit 1;
  if over is not null then
    raise exception 'the lots of version % realise more gain in account % than it says', new.id, over
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger finish_gain after insert on driftgate.proposal_version
  deferrable initially deferred for each row execute function driftgate.finish_gain();
