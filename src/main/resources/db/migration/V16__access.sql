-- Whose data did a person see? One row for each answer that disclosed something about households, or refused to.
create table driftgate.access (
  id         bigint generated always as identity primary key,
  at         timestamptz not null default clock_timestamp(),
  session    char(64),  -- SHA-256 of the session's id; null for a script, which sends its password with each request
  person     text not null,
  method     text not null,
  path       text not null,
  status     integer not null,
  cases      text[] not null,
  households text[] not null,
  refused    text[] not null  -- what was asked for and not shown: cases of other advisers
);
create index access_households on driftgate.access using gin (households);
create index access_person on driftgate.access (person, at);

grant select, insert on driftgate.access to ${app_role};
