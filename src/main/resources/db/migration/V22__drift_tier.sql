-- What lies below the classes in every evaluation, negative ones too: sub-classes, and securities together with their
-- substitutes, each against its own band.
create table driftgate.drift_tier (
  run_id       text not null,
  household_id text not null,
  n            integer not null,
  tier         text not null check (tier in ('SUB_CLASS', 'SECURITY')),
  name         text not null,
  asset_class  text not null,
  sub_class    text check (tier <> 'SUB_CLASS' or sub_class is not null),
  value        numeric(20, 2) not null,
  actual       numeric(12, 8) not null,
  target       numeric(12, 8) not null,
  drift        numeric(12, 8) not null,
  band         numeric(12, 8) not null,
  outside      boolean not null,
  primary key (run_id, household_id, n),
  foreign key (run_id, household_id) references driftgate.drift_report
);

grant select, insert on driftgate.drift_tier to ${app_role};
