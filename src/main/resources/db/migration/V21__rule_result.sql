-- Every rule of a check with what it measured and which row of which table decided, also where it let the trades pass.
create table driftgate.rule_result (
  version_id     uuid not null,
  number         integer not null,
  ordinal        integer not null check (ordinal >= 1),
  rule           text not null check (rule <> ''),
  rule_row       text not null check (rule_row <> ''),
  outcome        text not null check (outcome in ('PASS', 'WARN', 'BLOCK')),
  subject        text not null,
  actual         numeric(20, 6) not null,
  rule_limit     numeric(20, 6) not null,
  lines          integer[] not null,
  because        text not null,
  effective_from date,
  effective_to   date,
  decided_by     text not null check (decided_by <> ''),
  decision_hash  char(64) not null check (decision_hash ~ '^[0-9a-f]{64}$'),
  primary key (version_id, number, ordinal),
  foreign key (version_id, number) references driftgate.rule_check (version_id, number),
  check (effective_from <= effective_to)
);

grant select, insert on driftgate.rule_result to ${app_role};
