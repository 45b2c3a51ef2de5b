-- The record of every step. The application role may insert and select, nothing else.
create schema if not exists audit;

create table audit.entry (
  id            bigint generated always as identity primary key,
  event         text not null,
  actor         text not null,
  run_id        text,
  case_id       text,
  facts         jsonb not null,
  source_hash   text check (source_hash ~ '^[0-9a-f]{64}$'),
  business_time timestamptz not null,
  recorded_time timestamptz not null default clock_timestamp()
);
create index entry_case on audit.entry (case_id, id) where case_id is not null;
create index entry_run on audit.entry (run_id, id);
create index entry_event on audit.entry (event, id);

grant usage on schema driftgate, audit to ${app_role};
grant select, insert on audit.entry to ${app_role};
