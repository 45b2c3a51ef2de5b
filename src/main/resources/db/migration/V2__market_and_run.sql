-- The market calendar, editable at run time: unscheduled closures are inserted without a release.
-- CLOSED: no trading. EARLY_CLOSE: trading until 13:00. BANK_HOLIDAY: trading, but no settlement.
-- Sources: NYSE holiday announcements (2026-2028 of 23 December 2025); bank holidays of the Federal Reserve.
create table driftgate.market_day (
  day  date primary key,
  kind text not null check (kind in ('CLOSED', 'EARLY_CLOSE', 'BANK_HOLIDAY')),
  name text not null
);

insert into driftgate.market_day (day, kind, name) values
  ('2022-01-17', 'CLOSED', 'Martin Luther King Jr. Day'),
  ('2022-02-21', 'CLOSED', 'Washington''s Birthday'),
  ('2022-04-15', 'CLOSED', 'Good Friday'),
  ('2022-05-30', 'CLOSED', 'Memorial Day'),
  ('2022-06-20', 'CLOSED', 'Juneteenth'),
  ('2022-07-04', 'CLOSED', 'Independence Day'),
  ('2022-09-05', 'CLOSED', 'Labor Day'),
  ('2022-10-10', 'BANK_HOLIDAY', 'Columbus Day'),
  ('2022-11-11', 'BANK_HOLIDAY', 'Veterans Day'),
  ('2022-11-24', 'CLOSED', 'Thanksgiving Day'),
  ('2022-11-25', 'EARLY_CLOSE', 'Day after Thanksgiving'),
  ('2022-12-26', 'CLOSED', 'Christmas Day'),
  ('2023-01-02', 'CLOSED', 'New Year''s Day'),
  ('2023-01-16', 'CLOSED', 'Martin Luther King Jr. Day'),
  ('2023-02-20', 'CLOSED', 'Washington''s Birthday'),
  ('2023-04-07', 'CLOSED', 'Good Friday'),
  ('2023-05-29', 'CLOSED', 'Memorial Day'),
  ('2023-06-19', 'CLOSED', 'Juneteenth'),
  ('2023-07-03', 'EARLY_CLOSE', 'Eve of Independence Day'),
  ('2023-07-04', 'CLOSED', 'Independence Day'),
  ('2023-09-04', 'CLOSED', 'Labor Day'),
  ('2023-10-09', 'BANK_HOLIDAY', 'Columbus Day'),
  ('2023-11-23', 'CLOSED', 'Thanksgiving Day'),
  ('2023-11-24', 'EARLY_CLOSE', 'Day after Thanksgiving'),
  ('2023-12-25', 'CLOSED', 'Christmas Day'),
  ('2024-01-01', 'CLOSED', 'New Year''s Day'),
  ('2024-01-15', 'CLOSED', 'Martin Luther King Jr. Day'),
  ('2024-02-19', 'CLOSED', 'Washington''s Birthday'),
  ('2024-03-29', 'CLOSED', 'Good Friday'),
  ('2024-05-27', 'CLOSED', 'Memorial Day'),
  ('2024-06-19', 'CLOSED', 'Juneteenth'),
  ('2024-07-03', 'EARLY_CLOSE', 'Eve of Independence Day'),
  ('2024-07-04', 'CLOSED', 'Independence Day'),
  ('2024-09-02', 'CLOSED', 'Labor Day'),
  ('2024-10-14', 'BANK_HOLIDAY', 'Columbus Day'),
  ('2024-11-11', 'BANK_HOLIDAY', 'Veterans Day'),
  ('2024-11-28', 'CLOSED', 'Thanksgiving Day'),
  ('2024-11-29', 'EARLY_CLOSE', 'Day after Thanksgiving'),
  ('2024-12-24', 'EARLY_CLOSE', 'Christmas Eve'),
  ('2024-12-25', 'CLOSED', 'Christmas Day'),
  ('2025-01-01', 'CLOSED', 'New Year''s Day'),
  ('2025-01-09', 'CLOSED', 'National day of mourning for President Carter'),
  ('2025-01-20', 'CLOSED', 'Martin Luther King Jr. Day'),
  ('2025-02-17', 'CLOSED', 'Washington''s Birthday'),
  ('2025-04-18', 'CLOSED', 'Good Friday'),
  ('2025-05-26', 'CLOSED', 'Memorial Day'),
  ('2025-06-19', 'CLOSED', 'Juneteenth'),
  ('2025-07-03', 'EARLY_CLOSE', 'Eve of Independence Day'),
  ('2025-07-04', 'CLOSED', 'Independence Day'),
  ('2025-09-01', 'CLOSED', 'Labor Day'),
  ('2025-10-13', 'BANK_HOLIDAY', 'Columbus Day'),
  ('2025-11-11', 'BANK_HOLIDAY', 'Veterans Day'),
  ('2025-11-27', 'CLOSED', 'Thanksgiving Day'),
  ('2025-11-28', 'EARLY_CLOSE', 'Day after Thanksgiving'),
  ('2025-12-24', 'EARLY_CLOSE', 'Christmas Eve'),
  ('2025-12-25', 'CLOSED', 'Christmas Day'),
  ('2026-01-01', 'CLOSED', 'New Year''s Day'),
  ('2026-01-19', 'CLOSED', 'Martin Luther King Jr. Day'),
  ('2026-02-16', 'CLOSED', 'Washington''s Birthday'),
  ('2026-04-03', 'CLOSED', 'Good Friday'),
  ('2026-05-25', 'CLOSED', 'Memorial Day'),
  ('2026-06-19', 'CLOSED', 'Juneteenth'),
  ('2026-07-03', 'CLOSED', 'Independence Day'),
  ('2026-09-07', 'CLOSED', 'Labor Day'),
  ('2026-10-12', 'BANK_HOLIDAY', 'Columbus Day'),
  ('2026-11-11', 'BANK_HOLIDAY', 'Veterans Day'),
  ('2026-11-26', 'CLOSED', 'Thanksgiving Day'),
  ('2026-11-27', 'EARLY_CLOSE', 'Day after Thanksgiving'),
  ('2026-12-24', 'EARLY_CLOSE', 'Christmas Eve'),
  ('2026-12-25', 'CLOSED', 'Christmas Day'),
  ('2027-01-01', 'CLOSED', 'New Year''s Day'),
  ('2027-01-18', 'CLOSED', 'Martin Luther King Jr. Day'),
  ('2027-02-15', 'CLOSED', 'Washington''s Birthday'),
  ('2027-03-26', 'CLOSED', 'Good Friday'),
  ('2027-05-31', 'CLOSED', 'Memorial Day'),
  ('2027-06-18', 'CLOSED', 'Juneteenth'),
  ('2027-07-05', 'CLOSED', 'Independence Day'),
  ('2027-09-06', 'CLOSED', 'Labor Day'),
  ('2027-10-11', 'BANK_HOLIDAY', 'Columbus Day'),
  ('2027-11-11', 'BANK_HOLIDAY', 'Veterans Day'),
  ('2027-11-25', 'CLOSED', 'Thanksgiving Day'),
  ('2027-11-26', 'EARLY_CLOSE', 'Day after Thanksgiving'),
  ('2027-12-24', 'CLOSED', 'Christmas Day'),
  ('2028-01-17', 'CLOSED', 'Martin Luther King Jr. Day'),
  ('2028-02-21', 'CLOSED', 'Washington''s Birthday'),
  ('2028-04-14', 'CLOSED', 'Good Friday'),
  ('2028-05-29', 'CLOSED', 'Memorial Day'),
  ('2028-06-19', 'CLOSED', 'Juneteenth'),
  ('2028-07-03', 'EARLY_CLOSE', 'Eve of Independence Day'),
  ('2028-07-04', 'CLOSED', 'Independence Day'),
  ('2028-09-04', 'CLOSED', 'Labor Day'),
  ('2028-10-09', 'BANK_HOLIDAY', 'Columbus Day'),
  ('2028-11-23', 'CLOSED', 'Thanksgiving Day'),
  ('2028-11-24', 'EARLY_CLOSE', 'Day after Thanksgiving'),
  ('2028-12-25', 'CLOSED', 'Christmas Day');

create table driftgate.run (
  id           text primary key,
  business_day date not null,
  number       integer not null check (number > 0),
  source       text not null check (source in ('SCHEDULE', 'EVENT', 'TRADER')),
  requested_by text not null,
  reason       text not null,
  households   text[] not null,
  state        text not null check (state in ('COLLECTING', 'REVIEWING', 'FINISHED', 'ABORTED')),
  started_at   timestamptz not null,
  finished_at  timestamptz,
  abort_reason text,
  unique (business_day, number),
  check (id = 'R' || to_char(business_day, 'YYYYMMDD') || '-' || number),
  check ((state in ('FINISHED', 'ABORTED')) = (finished_at is not null)),
  check ((state = 'ABORTED') = (abort_reason is not null))
);

-- Every household in scope of a run is in exactly one bucket.
create table driftgate.run_household (
  run_id               text not null references driftgate.run (id),
  household_id         text not null,
  household_name       text not null,
  adviser_id           text not null,
  bucket               text not null check (bucket in
    ('OUT_OF_BAND', 'WITHIN_BAND', 'SET_ASIDE', 'NO_TARGET', 'UNABLE_TO_CHECK', 'ALREADY_OPEN')),
  reason               text not null,
  largest_drift_points numeric,
  snapshot_id          uuid not null,
  primary key (run_id, household_id)
);

create table driftgate.rebalancing_case (
  id             text primary key,
  run_id         text not null references driftgate.run (id),
  household_id   text not null,
  household_name text not null,
  adviser_id     text not null,
  state          text not null,
  state_reason   text,
  snapshot_id    uuid not null,
  opened_at      timestamptz not null,
  closed_at      timestamptz,
  unique (run_id, household_id),
  check (id = run_id || '.' || household_id)
);
create unique index one_open_case_per_household on driftgate.rebalancing_case (household_id) where closed_at is null;
create index case_state on driftgate.rebalancing_case (state, id);

create table driftgate.case_started (
  case_id text primary key references driftgate.rebalancing_case (id),
  at      timestamptz not null
);

create table driftgate.case_completion (
  case_id text primary key references driftgate.rebalancing_case (id),
  state   text not null,
  at      timestamptz not null
);

create function driftgate.keep_closed_case() returns trigger language plpgsql as $$
begin
  raise exception 'case % is closed (%) and never changes again', old.id, old.state;
end $$;
create trigger closed_case_never_changes before update on driftgate.rebalancing_case
  for each row when (old.closed_at is not null) execute function driftgate.keep_closed_case();

grant select, insert, update on driftgate.market_day, driftgate.run, driftgate.rebalancing_case to ${app_role};
grant select, insert on driftgate.run_household, driftgate.case_started, driftgate.case_completion to ${app_role};
