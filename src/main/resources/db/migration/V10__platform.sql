-- Set once by the demonstration and never taken back: outside its profile the application refuses this database.
create table driftgate.demo_mark (
  marked    boolean primary key check (marked),
  marked_at timestamptz not null default clock_timestamp()
);
grant select, insert on driftgate.demo_mark to ${app_role};
