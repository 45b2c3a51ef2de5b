-- The demo clock's offset to real time: one row that moves.
create table driftgate.demo_clock (
  only_row      boolean primary key default true check (only_row),
  offset_millis bigint not null,
  moved_at      timestamptz not null default clock_timestamp()
);

-- A user task may be completed only with a row here, written in the transaction of the recorded decision.
create table driftgate.task_decision (
  task_id    text primary key,
  case_id    text not null,
  task       text not null,
  outcome    text not null,
  person     text not null,
  decided_at timestamptz not null
);
create index task_decision_case on driftgate.task_decision (case_id);

grant select, insert, update on driftgate.demo_clock to ${app_role};
grant select, insert on driftgate.task_decision to ${app_role};
