-- Decisions of one sitting share a session; each is still a record of its own.
alter table driftgate.verdict add column session uuid;
create index verdict_session on driftgate.verdict (session) where session is not null;
