-- The kill switch: one person stops all sending, two different people start it again. Rows are never changed.
create table driftgate.sending_stop (
  id         bigint generated always as identity primary key,
  person     text not null check (lower(person) not in ('', 'driftgate', 'system')),
  reason     text not null check (btrim(reason) <> ''),
  stopped_at timestamptz not null
);

create table driftgate.sending_restart (
  stop_id   bigint not null references driftgate.sending_stop (id),
  person    text not null check (lower(person) not in ('', 'driftgate', 'system')),
  reason    text not null check (btrim(reason) <> ''),
  agreed_at timestamptz not null,
  primary key (stop_id, person)
);
create unique index sending_restart_person on driftgate.sending_restart (stop_id, lower(person));

-- The stops that two people have not ended yet; one is enough to keep everything from being sent.
create view driftgate.open_sending_stop as
  select s.* from driftgate.sending_stop s
  where (select count(*) from driftgate.sending_restart r where r.stop_id = s.id) < 2;

-- A stop waits for the claims that are being made and is seen by every later one: they hold this lock shared.
create function driftgate.change_sending() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('driftgate.sending', 0));
  if tg_table_name = 'sending_restart' then
    if not exists (select from driftgate.open_sending_stop s where s.id = new.stop_id) then
      raise exception 'stop % of sending is over', new.stop_id using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
create trigger change_sending before insert on driftgate.sending_stop
  for each row execute function driftgate.change_sending();
create trigger change_sending before insert on driftgate.sending_restart
  for each row execute function driftgate.change_sending();

-- Which case met which stop, once.
create table driftgate.stopped_case (
  stop_id bigint not null references driftgate.sending_stop (id),
  case_id text not null references driftgate.rebalancing_case (id),
  met_at  timestamptz not null,
  primary key (stop_id, case_id)
);

-- What the portfolio source said of a household before its release, and what that meant for the approved content.
create table driftgate.release_check (
  id           bigint generated always as identity primary key,
  case_id      text not null references driftgate.rebalancing_case (id),
  version_id   uuid not null,
  trade_hash   char(64) not null,
  lot_hash     char(64) not null check (lot_hash ~ '^[0-9a-f]{64}$'),
  result       text not null check (result in ('READY', 'STALE')),
  reasons      text[] not null,
  origin       text not null check (origin <> ''),
  source_hash  char(64) not null check (source_hash ~ '^[0-9a-f]{64}$'),
  asked_at     timestamptz not null,
  prices_at    timestamptz not null,
  tax_approved numeric(20, 2),
  tax_now      numeric(20, 2),
  findings     text[] not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  foreign key (version_id, trade_hash) references driftgate.proposal_version (id, trade_hash),
  check ((result = 'READY') = (cardinality(reasons) = 0))
);
create index release_check_case on driftgate.release_check (case_id, id desc);

-- The proof that a claim rests on; claims of earlier releases have none.
alter table driftgate.attempt add column release_check bigint references driftgate.release_check (id);

-- No claim while sending is stopped, and none without the newest check of exactly this content on data of these minutes.
create function driftgate.release_order() returns trigger language plpgsql as $$
declare
  o driftgate.order_intent;
  c driftgate.release_check;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('driftgate.sending', 0));
  if exists (select from driftgate.open_sending_stop) then
    raise exception 'sending is stopped, order % is not claimed', new.intent_id using errcode = 'check_violation';
  end if;
  select * into o from driftgate.order_intent where id = new.intent_id;
  select * into c from driftgate.release_check where id = new.release_check;
  if c.id is null or c.case_id <> o.case_id or c.version_id <> o.version_id or c.trade_hash <> o.trade_hash
      or c.lot_hash <> o.lot_hash or c.result <> 'READY' then
    raise exception 'order % was not found ready for release', o.id using errcode = 'check_violation';
  end if;
  if least(c.asked_at, c.prices_at) < new.claimed_at - interval '15 minutes' then
    raise exception 'order % was checked on prices of %, more than 15 minutes ago', o.id,
      least(c.asked_at, c.prices_at) using errcode = 'check_violation';
  end if;
  if exists (select from driftgate.release_check n where n.case_id = o.case_id and n.id > c.id and n.result = 'STALE') then
    raise exception 'order % was found stale later', o.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger release_order before insert on driftgate.attempt
  for each row execute function driftgate.release_order();

grant select, insert on driftgate.sending_stop, driftgate.sending_restart, driftgate.stopped_case,
  driftgate.release_check to ${app_role};
grant select on driftgate.open_sending_stop to ${app_role};
