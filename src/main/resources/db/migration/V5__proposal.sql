-- Versions of the trades of a case. Rows are never changed; a change is a new version that names the one before.
create table driftgate.proposal_version (
  id               uuid primary key,
  case_id          text not null references driftgate.rebalancing_case (id),
  number           integer not null check (number >= 1),
  kind             text not null check (kind in ('ORIGINAL', 'REDUCTION', 'CHANGE')),
  previous         uuid,
  previous_number  integer generated always as (nullif(number - 1, 0)) stored,
  proposed_by      text not null check (proposed_by not in ('', 'driftgate')),
  origin           text not null check (origin <> ''),
  source_reference text,
  source_hash      char(64) check (source_hash ~ '^[0-9a-f]{64}$'),
  snapshot_id      uuid not null references driftgate.snapshot (id),
  reason           text not null check (reason <> ''),
  line_count       integer not null check (line_count >= 1),
  trade_hash       char(64) not null check (trade_hash ~ '^[0-9a-f]{64}$'),
  lot_hash         char(64) not null check (lot_hash ~ '^[0-9a-f]{64}$'),
  data_complete    boolean not null check (data_complete),
  created_at       timestamptz not null,
  unique (case_id, number),
  unique (id, trade_hash),
  unique (id, case_id, number),
  check ((number = 1) = (previous is null)),
  check (kind = 'ORIGINAL' or previous is not null),
  foreign key (previous, case_id, previous_number) references driftgate.proposal_version (id, case_id, number)
);

create table driftgate.proposal_line (
  version_id      uuid not null references driftgate.proposal_version (id),
  line            integer not null check (line >= 1),
  account_id      text not null check (account_id ~ '^[^|[:cntrl:]]+$'),
  side            text not null check (side in ('BUY', 'SELL')),
  symbol          text not null check (symbol ~ '^[^|[:cntrl:]]+$'),
  quantity        numeric(20, 6) not null check (quantity > 0 and quantity = trunc(quantity)),
  estimated_price numeric(20, 6) not null check (estimated_price > 0),
  limit_price     numeric(20, 6) not null check (limit_price > 0),
  primary key (version_id, line)
);

-- The lots of a sale in the order in which they are relieved.
create table driftgate.proposal_lot (
  version_id uuid not null,
  line       integer not null,
  ordinal    integer not null check (ordinal >= 1),
  lot_id     text not null check (lot_id ~ '^[^|[:cntrl:]]+$'),
  quantity   numeric(20, 6) not null check (quantity > 0),
  primary key (version_id, line, ordinal),
  unique (version_id, line, lot_id),
  foreign key (version_id, line) references driftgate.proposal_line (version_id, line)
);

create table driftgate.proposal_reason (
  version_id uuid not null,
  line       integer not null,
  ordinal    integer not null check (ordinal >= 1),
  code       text not null check (code <> ''),
  sentence   text not null check (sentence <> ''),
  primary key (version_id, line, ordinal),
  foreign key (version_id, line) references driftgate.proposal_line (version_id, line)
);

-- One writer at a time for the versions and decisions of a case.
create function driftgate.lock_case(about text) returns void language sql as
$$ select pg_advisory_xact_lock(hashtextextended('driftgate.case:' || about, 0)) $$;

-- The same bytes as TradeHash in the proposal room.
create function driftgate.trade_hash_of(version uuid) returns text language sql stable as $$
  select encode(sha256(convert_to(
    'driftgate-trades/1' || chr(10) || 'case=' || v.case_id || chr(10) || 'version=' || v.number || chr(10)
      || 'order=DAY' || chr(10)
      || (select coalesce(string_agg('line=' || l.line || '|account=' || l.account_id || '|side=' || l.side
            || '|symbol=' || l.symbol || '|quantity=' || l.quantity || '|limit=' || l.limit_price || chr(10), ''
            order by l.line), '')
          from driftgate.proposal_line l where l.version_id = v.id), 'UTF8')), 'hex')
  from driftgate.proposal_version v where v.id = version
$$;

create function driftgate.begin_version() returns trigger language plpgsql as $$
begin
  perform driftgate.lock_case(new.case_id);
  if new.kind = 'REDUCTION' and new.proposed_by is distinct from
      (select p.proposed_by from driftgate.proposal_version p where p.id = new.previous) then
    raise exception 'a reduction keeps the proposer of the version before' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger begin_version before insert on driftgate.proposal_version
  for each row execute function driftgate.begin_version();

-- A finished version takes no further line; a reduction holds only lines of the version before, none larger.
create function driftgate.add_line() returns trigger language plpgsql as $$
declare v driftgate.proposal_version;
begin
  select * into v from driftgate.proposal_version where id = new.version_id;
  if (select count(*) from driftgate.proposal_line where version_id = new.version_id) >= v.line_count then
    raise exception 'version % is complete and takes no further line', new.version_id using errcode = 'check_violation';
  end if;
  if v.kind = 'REDUCTION' and not exists (
      select from driftgate.proposal_line o where o.version_id = v.previous and o.line = new.line
        and o.account_id = new.account_id and o.side = new.side and o.symbol = new.symbol
        and o.limit_price = new.limit_price and o.quantity >= new.quantity) then
    raise exception 'line % is not part of the version that it reduces', new.line using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger add_line before insert on driftgate.proposal_line
  for each row execute function driftgate.add_line();

create function driftgate.add_lot() returns trigger language plpgsql as $$
declare sold driftgate.proposal_line;
begin
  select * into sold from driftgate.proposal_line where version_id = new.version_id and line = new.line;
  if sold.side <> 'SELL' or new.quantity > sold.quantity - (select coalesce(sum(quantity), 0)
      from driftgate.proposal_lot where version_id = new.version_id and line = new.line) then
    raise exception 'lot % does not fit into line %', new.lot_id, new.line using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger add_lot before insert on driftgate.proposal_lot
  for each row execute function driftgate.add_lot();

-- At commit a version is whole: every line there, every sale covered by its lots, the hash that of its rows.
create function driftgate.finish_version() returns trigger language plpgsql as $$
begin
  if new.line_count <> (select count(*) from driftgate.proposal_line where version_id = new.id) then
    raise exception 'version % lacks lines', new.id using errcode = 'check_violation';
  end if;
  if exists (select from driftgate.proposal_line l where l.version_id = new.id and l.side = 'SELL'
      and l.quantity <> (select coalesce(sum(quantity), 0) from driftgate.proposal_lot o
        where o.version_id = l.version_id and o.line = l.line)) then
    raise exception 'the lots of version % do not add up to its sales', new.id using errcode = 'check_violation';
  end if;
  if new.trade_hash <> driftgate.trade_hash_of(new.id) then
    raise exception 'the hash of version % is not that of its lines', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger finish_version after insert on driftgate.proposal_version
  deferrable initially deferred for each row execute function driftgate.finish_version();

grant select, insert on driftgate.proposal_version, driftgate.proposal_line, driftgate.proposal_lot,
  driftgate.proposal_reason to ${app_role};
