-- Every evaluation, also of households inside their band. Weights are fractions; drift is actual minus target.
create table driftgate.drift_report (
  run_id          text not null references driftgate.run (id),
  household_id    text not null,
  snapshot_id     uuid not null references driftgate.snapshot (id),
  source_hash     text not null,
  basis           text not null check (basis in ('ANY_CLASS', 'TOTAL')),
  total_threshold numeric(12, 8) not null,
  value           numeric(20, 2) not null,
  total_drift     numeric(12, 8) not null,
  outside         boolean not null,
  sentence        text not null,
  measured_at     timestamptz not null,
  primary key (run_id, household_id)
);

create table driftgate.drift_class (
  run_id       text not null,
  household_id text not null,
  n            integer not null,
  asset_class  text not null,
  value        numeric(20, 2) not null,
  actual       numeric(12, 8) not null,
  target       numeric(12, 8) not null,
  drift        numeric(12, 8) not null,
  band         numeric(12, 8) not null,
  outside      boolean not null,
  contributors jsonb not null,
  primary key (run_id, household_id, n),
  foreign key (run_id, household_id) references driftgate.drift_report
);

grant select, insert on driftgate.drift_report, driftgate.drift_class to ${app_role};
