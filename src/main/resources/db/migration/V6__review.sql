-- What the rules found in a version; a later check is a further set of rows.
create table driftgate.rule_check (
  version_id uuid not null references driftgate.proposal_version (id),
  number     integer not null check (number >= 1),
  checked_at timestamptz not null,
  primary key (version_id, number)
);

create table driftgate.finding (
  version_id uuid not null,
  number     integer not null,
  ordinal    integer not null check (ordinal >= 1),
  rule       text not null,
  severity   text not null check (severity in ('INFO', 'WARNING', 'BLOCK')),
  sentence   text not null check (sentence <> ''),
  lines      integer[] not null,
  primary key (version_id, number, ordinal),
  foreign key (version_id, number) references driftgate.rule_check (version_id, number)
);

-- Holding, asking and answering decide nothing.
create table driftgate.review_event (
  id         bigint generated always as identity primary key,
  case_id    text not null references driftgate.rebalancing_case (id),
  version_id uuid not null references driftgate.proposal_version (id),
  kind       text not null check (kind in ('HOLD', 'QUESTION', 'ANSWER')),
  person     text not null check (person <> ''),
  text       text not null check (text <> ''),
  hold_until date,
  at         timestamptz not null,
  check ((kind = 'HOLD') = (hold_until is not null))
);
create index review_event_case on driftgate.review_event (case_id, id);

-- What a reviewer did with each line of the version on the screen.
create table driftgate.line_decision (
  version_id uuid not null,
  line       integer not null,
  person     text not null,
  action     text not null check (action in ('KEEP', 'EXCLUDE', 'CHANGE')),
  quantity   numeric(20, 6) check (quantity > 0),
  reason     text,
  decided_at timestamptz not null,
  primary key (version_id, line, person),
  foreign key (version_id, line) references driftgate.proposal_line (version_id, line),
  check ((action = 'CHANGE') = (quantity is not null)),
  check (action <> 'EXCLUDE' or reason <> '')
);

create table driftgate.sign_off (
  id         bigint generated always as identity primary key,
  version_id uuid not null,
  trade_hash char(64) not null,
  person     text not null check (person not in ('', 'driftgate')),
  tier       text not null check (tier in ('COMPLIANCE')),
  comment    text not null check (comment <> ''),
  signed_at  timestamptz not null,
  unique (version_id, person),
  unique (version_id, tier),
  foreign key (version_id, trade_hash) references driftgate.proposal_version (id, trade_hash)
);

create table driftgate.verdict (
  id              uuid primary key,
  version_id      uuid not null unique,
  trade_hash      char(64) not null,
  decision        text not null check (decision in ('APPROVED', 'DECLINED')),
  decided_by      text not null check (decided_by not in ('', 'driftgate')),
  threshold       text not null check (threshold <> ''),
  proposal_reason text not null check (proposal_reason <> ''),
  comment         text not null check (comment <> ''),
  decided_at      timestamptz not null,
  expires_at      timestamptz,
  unique (id, version_id, trade_hash, decision),
  foreign key (version_id, trade_hash) references driftgate.proposal_version (id, trade_hash),
  check ((decision = 'APPROVED') = (expires_at is not null)),
  check (expires_at > decided_at)
);

create table driftgate.revocation (
  verdict_id uuid primary key references driftgate.verdict (id),
  person     text not null check (person <> ''),
  reason     text not null check (reason <> ''),
  revoked_at timestamptz not null
);

-- The lots in force when the tax reviewer chose other ones than the proposal; the newest selection counts.
create table driftgate.lot_selection (
  version_id uuid not null,
  number     integer not null check (number >= 1),
  trade_hash char(64) not null,
  lot_hash   char(64) not null check (lot_hash ~ '^[0-9a-f]{64}$'),
  person     text not null check (person not in ('', 'driftgate')),
  note       text not null,
  chosen_at  timestamptz not null,
  primary key (version_id, number),
  foreign key (version_id, trade_hash) references driftgate.proposal_version (id, trade_hash)
);

create table driftgate.lot_selection_lot (
  version_id uuid not null,
  number     integer not null,
  line       integer not null,
  ordinal    integer not null check (ordinal >= 1),
  lot_id     text not null check (lot_id ~ '^[^|[:cntrl:]]+$'),
  quantity   numeric(20, 6) not null check (quantity > 0),
  primary key (version_id, number, line, ordinal),
  unique (version_id, number, line, lot_id),
  foreign key (version_id, number) references driftgate.lot_selection (version_id, number),
  foreign key (version_id, line) references driftgate.proposal_line (version_id, line)
);

create table driftgate.consent (
  version_id  uuid primary key,
  trade_hash  char(64) not null,
  given       boolean not null,
  client      text not null check (client <> ''),
  channel     text not null check (channel <> ''),
  said_at     timestamptz not null,
  note        text not null,
  recorded_by text not null check (recorded_by not in ('', 'driftgate')),
  recorded_at timestamptz not null,
  foreign key (version_id, trade_hash) references driftgate.proposal_version (id, trade_hash),
  check (said_at <= recorded_at)
);

-- Unfinished edits of a reviewer; the newest row of a person counts.
create table driftgate.review_draft (
  id         bigint generated always as identity primary key,
  case_id    text not null references driftgate.rebalancing_case (id),
  version    integer not null,
  person     text not null check (person <> ''),
  content    jsonb not null,
  saved_at   timestamptz not null
);
create index review_draft_case on driftgate.review_draft (case_id, person, id desc);

-- Only the newest version of a case can be decided on, by somebody else than its proposer, and only once.
create function driftgate.sign_version() returns trigger language plpgsql as $$
declare v driftgate.proposal_version;
begin
  select * into v from driftgate.proposal_version where id = new.version_id;
  perform driftgate.lock_case(v.case_id);
  if v.proposed_by = new.person then
    raise exception '% proposed this version and cannot sign it', new.person using errcode = 'check_violation';
  end if;
  if exists (select from driftgate.proposal_version n where n.case_id = v.case_id and n.number > v.number) then
    raise exception 'version % of case % is not the newest', v.number, v.case_id using errcode = 'check_violation';
  end if;
  if exists (select from driftgate.verdict where version_id = new.version_id) then
    raise exception 'a verdict stands on version % of case %', v.number, v.case_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger sign_version before insert on driftgate.sign_off
  for each row execute function driftgate.sign_version();

create function driftgate.give_verdict() returns trigger language plpgsql as $$
declare v driftgate.proposal_version;
begin
  select * into v from driftgate.proposal_version where id = new.version_id;
  perform driftgate.lock_case(v.case_id);
  if exists (select from driftgate.proposal_version n where n.case_id = v.case_id and n.number > v.number) then
    raise exception 'version % of case % is not the newest', v.number, v.case_id using errcode = 'check_violation';
  end if;
  if new.decision = 'APPROVED' and not exists (select from driftgate.sign_off s
      where s.version_id = new.version_id and s.trade_hash = new.trade_hash and s.tier = 'COMPLIANCE'
        and s.person = new.decided_by) then
    raise exception 'version % of case % has no sign-off of %', v.number, v.case_id, new.decided_by
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger give_verdict before insert on driftgate.verdict
  for each row execute function driftgate.give_verdict();

-- A newer version takes the approval of the older ones back.
create function driftgate.supersede_approval() returns trigger language plpgsql as $$
begin
  insert into driftgate.revocation (verdict_id, person, reason, revoked_at)
  select d.id, new.proposed_by, 'superseded by version ' || new.number, new.created_at
  from driftgate.verdict d join driftgate.proposal_version v on v.id = d.version_id
  where v.case_id = new.case_id and v.number < new.number and d.decision = 'APPROVED'
  on conflict do nothing;
  return null;
end $$;
create trigger supersede_approval after insert on driftgate.proposal_version
  for each row execute function driftgate.supersede_approval();

-- For the orders: true while an approval stands, that is neither declined nor taken back.
create function driftgate.approval_stands(verdict uuid) returns boolean language sql stable as $$
  select exists (select from driftgate.verdict d where d.id = verdict and d.decision = 'APPROVED')
    and not exists (select from driftgate.revocation r where r.verdict_id = verdict)
$$;

create function driftgate.nothing_after_revocation() returns trigger language plpgsql as $$
begin
  if exists (select from driftgate.verdict d join driftgate.revocation r on r.verdict_id = d.id
      where d.version_id = new.version_id) then
    raise exception 'the approval of version % was taken back', new.version_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger nothing_after_revocation before insert on driftgate.consent
  for each row execute function driftgate.nothing_after_revocation();
create trigger nothing_after_revocation before insert on driftgate.lot_selection
  for each row execute function driftgate.nothing_after_revocation();
create trigger nothing_after_revocation before insert on driftgate.sign_off
  for each row execute function driftgate.nothing_after_revocation();

create function driftgate.add_chosen_lot() returns trigger language plpgsql as $$
declare sold driftgate.proposal_line;
begin
  select * into sold from driftgate.proposal_line where version_id = new.version_id and line = new.line;
  if sold.side <> 'SELL' or new.quantity > sold.quantity - (select coalesce(sum(quantity), 0)
      from driftgate.lot_selection_lot
      where version_id = new.version_id and number = new.number and line = new.line) then
    raise exception 'lot % does not fit into line %', new.lot_id, new.line using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger add_chosen_lot before insert on driftgate.lot_selection_lot
  for each row execute function driftgate.add_chosen_lot();

create function driftgate.finish_selection() returns trigger language plpgsql as $$
begin
  if exists (select from driftgate.proposal_line l where l.version_id = new.version_id and l.side = 'SELL'
      and l.quantity <> (select coalesce(sum(quantity), 0) from driftgate.lot_selection_lot o
        where o.version_id = l.version_id and o.number = new.number and o.line = l.line)) then
    raise exception 'the chosen lots of version % do not add up to its sales', new.version_id
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger finish_selection after insert on driftgate.lot_selection
  deferrable initially deferred for each row execute function driftgate.finish_selection();

grant select, insert on driftgate.rule_check, driftgate.finding, driftgate.review_event, driftgate.line_decision,
  driftgate.sign_off, driftgate.verdict, driftgate.revocation, driftgate.lot_selection, driftgate.lot_selection_lot,
  driftgate.consent, driftgate.review_draft to ${app_role};
