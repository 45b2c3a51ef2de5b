-- What our engine says of each proposal of a source, measured by the firm's policy: dollars a year, drift as a fraction.
-- Written with the version and never changed.
create table driftgate.proposal_analysis (
  version_id         uuid primary key references driftgate.proposal_version (id),
  source             text not null check (source in ('OWN', 'ORION')),
  objective          numeric(20, 2),
  own_objective      numeric(20, 2),
  plan_objective     numeric(20, 2),
  bound              numeric(20, 2),
  gap                numeric(20, 2) generated always as (plan_objective - bound) stored,
  greedy_objective   numeric(20, 2),
  keeps_rules        boolean,
  greedy_keeps_rules boolean,
  marginal_tax       numeric(20, 2),
  cost               numeric(20, 2),
  netted_tax         numeric(20, 2) not null,
  drift_before       numeric(12, 8) not null check (drift_before >= 0),
  drift_after        numeric(12, 8) not null check (drift_after >= 0),
  millis             bigint not null check (millis >= 0),
  policy_hash        char(64) not null check (policy_hash ~ '^[0-9a-f]{64}$'),
  flags              text[] not null,
  check (num_nulls(objective, plan_objective, greedy_objective, keeps_rules, greedy_keeps_rules, marginal_tax, cost)
    in (0, 7)),
  check (objective is not null or (num_nonnulls(own_objective, bound) = 0 and cardinality(flags) > 0))
);

-- It belongs to what a source proposed, and to the moment in which that was written.
create function driftgate.add_analysis() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from driftgate.proposal_version v where v.id = new.version_id and v.kind = 'ORIGINAL'
      and v.xmin = pg_current_xact_id()::xid) then
    raise exception 'version % is not a proposal that is being written', new.version_id
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger add_analysis before insert on driftgate.proposal_analysis
  for each row execute function driftgate.add_analysis();

grant select, insert on driftgate.proposal_analysis to ${app_role};
