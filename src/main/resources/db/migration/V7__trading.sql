-- One row per line of an approved version: what may be sent at most. It is also the order memorandum, so it names who
-- recommended and who placed; the foreign key lets in nothing but a line of exactly that approved content.
create table driftgate.order_intent (
  id             uuid primary key,
  case_id        text not null references driftgate.rebalancing_case (id),
  verdict_id     uuid not null,
  version_id     uuid not null,
  trade_hash     char(64) not null,
  decision       text not null check (decision = 'APPROVED'),
  lot_hash       char(64) not null check (lot_hash ~ '^[0-9a-f]{64}$'),
  snapshot_id    uuid not null,
  line           integer not null,
  account_id     text not null,
  side           text not null check (side in ('BUY', 'SELL')),
  symbol         text not null,
  quantity       numeric(20, 6) not null check (quantity > 0),
  limit_price    numeric(20, 6) not null check (limit_price > 0),
  custodian      text not null check (custodian <> ''),
  discretionary  boolean not null,
  recommended_by text not null check (lower(recommended_by) not in ('', 'driftgate', 'system')),
  placed_by      text not null check (lower(placed_by) not in ('', 'driftgate', 'system')),
  planned_at     timestamptz not null,
  unique (version_id, line),
  foreign key (verdict_id, version_id, trade_hash, decision)
    references driftgate.verdict (id, version_id, trade_hash, decision),
  foreign key (version_id, line) references driftgate.proposal_line (version_id, line)
);
create index order_intent_case on driftgate.order_intent (case_id);

-- The lots in force when the order was planned, in the order in which they are relieved.
create table driftgate.order_lot (
  intent_id uuid not null references driftgate.order_intent (id),
  ordinal   integer not null check (ordinal >= 1),
  lot_id    text not null,
  quantity  numeric(20, 6) not null check (quantity > 0),
  primary key (intent_id, ordinal)
);

-- A claim: committed before the network is touched. Quantity may be smaller than approved, never larger.
create table driftgate.attempt (
  intent_id       uuid not null references driftgate.order_intent (id),
  n               integer not null check (n >= 1),
  client_order_id uuid not null unique,
  quantity        numeric(20, 6) not null check (quantity > 0),
  claimed_at      timestamptz not null,
  claimed_on      date not null,
  claimed_by      text not null,
  recorded_at     timestamptz not null default clock_timestamp(),
  primary key (intent_id, n)
);
create index attempt_day on driftgate.attempt (claimed_on);

create table driftgate.attempt_answer (
  intent_id uuid not null,
  n         integer not null,
  kind      text not null check (kind in ('ACKNOWLEDGED', 'REJECTED', 'UNKNOWN', 'NOT_PLACED')),
  reference text,
  code      text,
  message   text,
  at        timestamptz not null,
  primary key (intent_id, n, kind),
  foreign key (intent_id, n) references driftgate.attempt (intent_id, n),
  check (kind <> 'ACKNOWLEDGED' or reference <> ''),
  check (kind <> 'REJECTED' or code <> '')
);

-- What the custodian said of an order, each thing once.
create table driftgate.order_event (
  id        bigint generated always as identity primary key,
  intent_id uuid not null,
  n         integer not null,
  state     text not null check (state in ('WORKING', 'FILLED', 'REJECTED', 'CANCELLED', 'EXPIRED')),
  reference text not null,
  code      text,
  message   text,
  at        timestamptz not null,
  unique (intent_id, n, state),
  foreign key (intent_id, n) references driftgate.attempt (intent_id, n)
);

create table driftgate.execution (
  custodian    text not null,
  execution_id text not null,
  intent_id    uuid not null,
  n            integer not null,
  quantity     numeric(20, 6) not null check (quantity > 0),
  price        numeric(20, 6) not null check (price > 0),
  executed_at  timestamptz not null,
  received_at  timestamptz not null,
  primary key (custodian, execution_id),
  foreign key (intent_id, n) references driftgate.attempt (intent_id, n)
);
create index execution_intent on driftgate.execution (intent_id, n);

-- Reports that contradict what we sent: kept as they came, never counted.
create table driftgate.execution_quarantine (
  id           bigint generated always as identity primary key,
  custodian    text not null,
  source_id    text not null,
  case_id      text,
  reason       text not null check (reason <> ''),
  content      jsonb not null,
  received_at  timestamptz not null,
  unique (custodian, source_id, reason)
);
create index execution_quarantine_case on driftgate.execution_quarantine (case_id) where case_id is not null;

-- How many facts of a case the last assessment had seen.
create table driftgate.assessment (
  id       bigint generated always as identity primary key,
  case_id  text not null references driftgate.rebalancing_case (id),
  facts    integer not null,
  result   text not null check (result in ('WORKING', 'MORE_TO_SUBMIT', 'REJECTED', 'DONE')),
  at       timestamptz not null
);
create index assessment_case on driftgate.assessment (case_id, id desc);

-- A submission that was refused before any claim, with everything that stood against it.
create table driftgate.submission_refusal (
  id      bigint generated always as identity primary key,
  case_id text not null references driftgate.rebalancing_case (id),
  reason  text not null check (reason <> ''),
  at      timestamptz not null
);

create table driftgate.execution_exception (
  id      bigint generated always as identity primary key,
  case_id text not null references driftgate.rebalancing_case (id),
  sentence text not null check (sentence <> ''),
  at      timestamptz not null
);
create index execution_exception_case on driftgate.execution_exception (case_id, id desc);

create table driftgate.exception_resolution (
  id        bigint generated always as identity primary key,
  case_id   text not null references driftgate.rebalancing_case (id),
  action    text not null check (action in ('RETRY', 'AMEND', 'CANCEL', 'BY_HAND')),
  reference text,
  reason    text not null check (reason <> ''),
  person    text not null check (lower(person) not in ('', 'driftgate', 'system')),
  at        timestamptz not null,
  check (action <> 'BY_HAND' or reference <> '')
);

create table driftgate.resolved_order (
  resolution_id bigint not null references driftgate.exception_resolution (id),
  intent_id     uuid not null,
  n             integer not null,
  primary key (intent_id, n),
  foreign key (intent_id, n) references driftgate.attempt (intent_id, n)
);

create table driftgate.reconciliation (
  id       bigint generated always as identity primary key,
  case_id  text not null references driftgate.rebalancing_case (id),
  orders   integer not null,
  filled   integer not null,
  complete boolean not null,
  at       timestamptz not null
);
create index reconciliation_case on driftgate.reconciliation (case_id, id desc);

create table driftgate.reconciliation_break (
  reconciliation_id bigint not null references driftgate.reconciliation (id),
  number            integer not null,
  kind              text not null check (kind in ('QUANTITY', 'PRICE', 'NOT_SENT', 'QUARANTINED', 'BY_HAND')),
  line              integer,
  sentence          text not null check (sentence <> ''),
  primary key (reconciliation_id, number)
);

-- The blotter of each submission as the custodian's upload would carry it.
create table driftgate.trade_file (
  id         bigint generated always as identity primary key,
  case_id    text not null references driftgate.rebalancing_case (id),
  content    text not null check (content <> ''),
  sha256     char(64) not null check (sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
);

-- An intent is a line of the version, unaltered, while the approval stands.
create function driftgate.plan_order() returns trigger language plpgsql as $$
begin
  if not exists (select from driftgate.proposal_line l
      join driftgate.proposal_version v on v.id = l.version_id
      where l.version_id = new.version_id and l.line = new.line and l.account_id = new.account_id
        and l.side = new.side and l.symbol = new.symbol and l.quantity = new.quantity
        and l.limit_price = new.limit_price and v.case_id = new.case_id) then
    raise exception 'order % is not line % of version %', new.id, new.line, new.version_id
      using errcode = 'check_violation';
  end if;
  if not driftgate.approval_stands(new.verdict_id) then
    raise exception 'the approval of version % does not stand', new.version_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger plan_order before insert on driftgate.order_intent
  for each row execute function driftgate.plan_order();

-- A claim stays inside the envelope and the life of its approval; a consent that is missing or refused forbids it; a
-- further attempt needs the one before to be surely not accepted.
create function driftgate.claim_order() returns trigger language plpgsql as $$
declare o driftgate.order_intent;
begin
  select * into o from driftgate.order_intent where id = new.intent_id;
  perform driftgate.lock_case(o.case_id);
  if new.quantity > o.quantity or (o.side = 'SELL' and new.n = 1 and new.quantity <> o.quantity) then
    raise exception 'order % is approved for %, not %', o.id, o.quantity, new.quantity
      using errcode = 'check_violation';
  end if;
  if not driftgate.approval_stands(o.verdict_id) then
    raise exception 'the approval of order % does not stand', o.id using errcode = 'check_violation';
  end if;
  if new.claimed_at >= (select v.expires_at from driftgate.verdict v where v.id = o.verdict_id) then
    raise exception 'the approval of order % has expired', o.id using errcode = 'check_violation';
  end if;
  if not o.discretionary and not exists (select from driftgate.consent c
      where c.version_id = o.version_id and c.trade_hash = o.trade_hash and c.given) then
    raise exception 'order % lacks the consent of the client', o.id using errcode = 'check_violation';
  end if;
  if new.n > 1 and not exists (select from driftgate.attempt_answer a
      where a.intent_id = new.intent_id and a.n = new.n - 1 and a.kind in ('REJECTED', 'NOT_PLACED')
      union all
      select from driftgate.order_event e
      where e.intent_id = new.intent_id and e.n = new.n - 1 and e.state in ('REJECTED', 'CANCELLED')) then
    raise exception 'attempt % of order % is not surely over', new.n - 1, o.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger claim_order before insert on driftgate.attempt
  for each row execute function driftgate.claim_order();

grant select, insert on driftgate.order_intent, driftgate.order_lot, driftgate.attempt, driftgate.attempt_answer,
  driftgate.order_event, driftgate.execution, driftgate.execution_quarantine, driftgate.assessment,
  driftgate.submission_refusal, driftgate.execution_exception, driftgate.exception_resolution,
  driftgate.resolved_order, driftgate.reconciliation, driftgate.reconciliation_break, driftgate.trade_file
  to ${app_role};
