-- What a portfolio source reported, kept whole and unchanged. The rows of one snapshot arrive by COPY in the transaction
-- that inserts its header; the large tables carry no foreign key of their own. Column n keeps the source's order.
create table driftgate.snapshot (
  id            uuid primary key,
  run_id        text not null references driftgate.run (id),
  case_id       text references driftgate.rebalancing_case (id),
  origin        text not null,
  source_hash   text not null check (source_hash ~ '^[0-9a-f]{64}$'),
  households    integer not null,
  business_time timestamptz not null,
  collected_at  timestamptz not null default clock_timestamp()
);
create unique index one_snapshot_per_run on driftgate.snapshot (run_id) where case_id is null;
create index snapshot_case on driftgate.snapshot (case_id) where case_id is not null;

create table driftgate.snapshot_security (
  snapshot_id uuid not null references driftgate.snapshot (id),
  symbol      text not null,
  name        text not null,
  asset_class text not null,
  kind        text not null check (kind in ('STOCK', 'ETF', 'MUTUAL_FUND')),
  price       numeric(20, 6) not null,
  priced_at   timestamptz not null,
  primary key (snapshot_id, symbol)
);

create table driftgate.snapshot_model_target (
  snapshot_id uuid not null references driftgate.snapshot (id),
  model       text not null,
  symbol      text not null,
  weight      numeric(12, 8) not null,
  primary key (snapshot_id, model, symbol)
);

create table driftgate.snapshot_substitute (
  snapshot_id uuid not null references driftgate.snapshot (id),
  n           integer not null,
  symbol      text not null,
  substitute  text not null,
  identical   boolean not null,
  primary key (snapshot_id, n)
);

create table driftgate.snapshot_household (
  snapshot_id   uuid not null references driftgate.snapshot (id),
  household_id  text not null,
  n             integer not null,
  name          text not null,
  adviser_id    text not null,
  adviser_email text not null,
  model         text,
  approval_mode text not null check (approval_mode in ('HOUSEHOLD', 'TRADE')),
  life_event    text,
  unreconciled  text,
  primary key (snapshot_id, household_id)
);

create table driftgate.snapshot_recipient (
  snapshot_id  uuid not null,
  household_id text not null,
  n            integer not null,
  name         text not null,
  email        text not null,
  primary key (snapshot_id, household_id, n),
  foreign key (snapshot_id, household_id) references driftgate.snapshot_household
);

create table driftgate.snapshot_tax_unit (
  snapshot_id        uuid not null,
  household_id       text not null,
  n                  integer not null,
  tax_unit_id        text not null,
  filing_status      text not null,
  long_term_rate     numeric not null,
  short_term_rate    numeric not null,
  gain_budget        numeric(20, 2),
  realized_short_ytd numeric(20, 2) not null,
  realized_long_ytd  numeric(20, 2) not null,
  carryforward_short numeric(20, 2) not null,
  carryforward_long  numeric(20, 2) not null,
  primary key (snapshot_id, household_id, n),
  foreign key (snapshot_id, household_id) references driftgate.snapshot_household
);

create table driftgate.snapshot_account (
  snapshot_id      uuid not null,
  household_id     text not null,
  n                integer not null,
  account_id       text not null,
  tax_unit_id      text not null,
  owner            text not null,
  owner_birth_date date,
  registration     text not null,
  custodian        text not null,
  status           text not null,
  discretionary    boolean not null,
  held_away        boolean not null,
  cash             numeric(20, 2) not null,
  settled_cash     numeric(20, 2) not null,
  primary key (snapshot_id, household_id, n),
  unique (snapshot_id, account_id),
  foreign key (snapshot_id, household_id) references driftgate.snapshot_household
);

create table driftgate.snapshot_position (
  snapshot_id  uuid not null,
  household_id text not null,
  account_id   text not null,
  n            integer not null,
  symbol       text not null,
  quantity     numeric(20, 6) not null,
  primary key (snapshot_id, household_id, account_id, n)
);

create table driftgate.snapshot_lot (
  snapshot_id  uuid not null,
  household_id text not null,
  account_id   text not null,
  position     integer not null,
  n            integer not null,
  lot_id       text not null,
  symbol       text not null,
  quantity     numeric(20, 6) not null,
  unit_cost    numeric(20, 6) not null,
  acquired     date not null,
  primary key (snapshot_id, household_id, account_id, position, n)
);

create table driftgate.snapshot_cash_need (
  snapshot_id  uuid not null,
  household_id text not null,
  n            integer not null,
  account_id   text not null,
  kind         text not null check (kind in ('WITHDRAWAL', 'RMD', 'CONTRIBUTION')),
  amount       numeric(20, 2) not null,
  due          date not null,
  primary key (snapshot_id, household_id, n),
  foreign key (snapshot_id, household_id) references driftgate.snapshot_household
);

create table driftgate.snapshot_restriction (
  snapshot_id  uuid not null,
  household_id text not null,
  n            integer not null,
  account_id   text,
  symbol       text,
  kind         text not null check (kind in ('NO_SELL', 'NO_BUY', 'LOCKED')),
  reason       text not null,
  primary key (snapshot_id, household_id, n),
  foreign key (snapshot_id, household_id) references driftgate.snapshot_household
);

create table driftgate.snapshot_recent_trade (
  snapshot_id  uuid not null,
  household_id text not null,
  n            integer not null,
  account_id   text not null,
  traded       date not null,
  symbol       text not null,
  side         text not null check (side in ('BUY', 'SELL')),
  quantity     numeric(20, 6) not null,
  price        numeric(20, 6) not null,
  primary key (snapshot_id, household_id, n)
);

create table driftgate.snapshot_open_order (
  snapshot_id  uuid not null,
  household_id text not null,
  n            integer not null,
  account_id   text not null,
  symbol       text not null,
  side         text not null check (side in ('BUY', 'SELL')),
  quantity     numeric(20, 6) not null,
  entered      date not null,
  primary key (snapshot_id, household_id, n),
  foreign key (snapshot_id, household_id) references driftgate.snapshot_household
);

-- What validation found; a finding without a household made the snapshot unusable.
create table driftgate.snapshot_finding (
  snapshot_id  uuid not null references driftgate.snapshot (id),
  n            integer not null,
  rule         text not null,
  household_id text,
  account      text,
  field        text,
  sentence     text not null,
  primary key (snapshot_id, n)
);

grant select, insert on
  driftgate.snapshot, driftgate.snapshot_security, driftgate.snapshot_model_target, driftgate.snapshot_substitute,
  driftgate.snapshot_household, driftgate.snapshot_recipient, driftgate.snapshot_tax_unit, driftgate.snapshot_account,
  driftgate.snapshot_position, driftgate.snapshot_lot, driftgate.snapshot_cash_need, driftgate.snapshot_restriction,
  driftgate.snapshot_recent_trade, driftgate.snapshot_open_order, driftgate.snapshot_finding
to ${app_role};
