-- The gate, complete: envelope, tiers, overrides, undo, self-approval, and what an order must prove before its claim.

-- 1. The envelope. Format 1 is what versions from before this migration were hashed as; a new version is format 2.
alter table driftgate.proposal_version add column hash_format integer not null default 1 check (hash_format in (1, 2));
alter table driftgate.proposal_version alter column hash_format set default 2;
alter table driftgate.proposal_version
  add column order_type text not null default 'LIMIT' check (order_type = 'LIMIT'),
  add column duration text not null default 'DAY' check (duration = 'DAY'),
  add column cash_rule text not null default 'BUYS_SHRINK' check (cash_rule = 'BUYS_SHRINK');

-- What the trades may lead to in each traded account. Without a maximum the gains of the account are not taxed.
create table driftgate.envelope_account (
  version_id       uuid not null references driftgate.proposal_version (id),
  account_id       text not null check (account_id ~ '^[^|[:cntrl:]]+$'),
  minimum_cash     numeric(20, 2) not null check (minimum_cash >= 0),
  maximum_net_gain numeric(20, 2),
  primary key (version_id, account_id)
);

create function driftgate.add_envelope() returns trigger language plpgsql as $$
begin
  if not exists (select from driftgate.proposal_line l
      where l.version_id = new.version_id and l.account_id = new.account_id) then
    raise exception 'version % does not trade account %', new.version_id, new.account_id
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger add_envelope before insert on driftgate.envelope_account
  for each row execute function driftgate.add_envelope();

-- The bytes of docs/canonical-bytes.md, the same as TradeHash writes.
create function driftgate.trade_text_of(version uuid) returns text language sql stable as $$
  select 'driftgate-trades/' || v.hash_format || chr(10) || 'case=' || v.case_id || chr(10)
      || 'version=' || v.number || chr(10)
      || case v.hash_format when 1 then 'order=DAY' || chr(10)
         else 'type=' || v.order_type || chr(10) || 'duration=' || v.duration || chr(10)
           || 'cash=' || v.cash_rule || chr(10)
           || (select coalesce(string_agg('account=' || a.account_id || '|minimum-cash=' || a.minimum_cash
                || '|maximum-net-gain=' || coalesce(a.maximum_net_gain::text, 'none') || chr(10), ''
                order by convert_to(a.account_id, 'UTF8')), '')
              from driftgate.envelope_account a where a.version_id = v.id) end
      || (select coalesce(string_agg('line=' || l.line || '|account=' || l.account_id || '|side=' || l.side
            || '|symbol=' || l.symbol || '|quantity=' || l.quantity || '|limit=' || l.limit_price || chr(10), ''
            order by l.line), '')
          from driftgate.proposal_line l where l.version_id = v.id)
  from driftgate.proposal_version v where v.id = version
$$;

create or replace function driftgate.trade_hash_of(version uuid) returns text language sql stable as $$
  select encode(sha256(convert_to(driftgate.trade_text_of(version), 'UTF8')), 'hex')
$$;

-- The lots of selection number, 0 for those of the proposal; the same bytes as LotHash writes.
create function driftgate.lots_of(version uuid, selection integer)
    returns table (line integer, ordinal integer, lot_id text, quantity numeric) language sql stable as $$
  select o.line, o.ordinal, o.lot_id, o.quantity from driftgate.proposal_lot o
  where selection = 0 and o.version_id = version
  union all
  select s.line, s.ordinal, s.lot_id, s.quantity from driftgate.lot_selection_lot s
  where selection > 0 and s.version_id = version and s.number = selection
$$;

create function driftgate.lot_hash_of(version uuid, selection integer) returns text language sql stable as $$
  select encode(sha256(convert_to(
    'driftgate-lots/1' || chr(10) || 'trades=' || v.trade_hash || chr(10)
      || (select coalesce(string_agg('line=' || o.line || '|lot=' || o.lot_id || '|quantity=' || o.quantity || chr(10),
            '' order by o.line, o.ordinal), '') from driftgate.lots_of(version, selection) o), 'UTF8')), 'hex')
  from driftgate.proposal_version v where v.id = version
$$;

create function driftgate.selection_in_force(version uuid) returns integer language sql stable as $$
  select coalesce(max(number), 0) from driftgate.lot_selection where version_id = version
$$;

-- What an account gains when these lots are sold at the estimated prices: each lot rounded as the assessment does.
create function driftgate.net_gain_of(version uuid, selection integer, account text) returns numeric
    language sql stable as $$
  select coalesce(sum(round(o.quantity * l.estimated_price, 2) - round(o.quantity * s.unit_cost, 2)), 0)
  from driftgate.proposal_version v
  join driftgate.proposal_line l on l.version_id = v.id and l.account_id = account
  join driftgate.lots_of(version, selection) o on o.line = l.line
  join driftgate.snapshot_lot s on s.snapshot_id = v.snapshot_id and s.account_id = account
    and s.symbol = l.symbol and s.lot_id = o.lot_id
  where v.id = version
$$;

-- Cash of an account after the trades when every buy fills at its limit, from the cash of one snapshot.
create function driftgate.cash_at_collar(version uuid, snapshot uuid, account text) returns numeric
    language sql stable as $$
  select coalesce((select a.cash from driftgate.snapshot_account a
      where a.snapshot_id = snapshot and a.account_id = account), 0)
    + coalesce((select sum(case l.side when 'SELL' then round(l.quantity * l.estimated_price, 2)
        else -round(l.quantity * l.limit_price, 2) end)
      from driftgate.proposal_line l where l.version_id = version and l.account_id = account), 0)
$$;

create or replace function driftgate.begin_version() returns trigger language plpgsql as $$
begin
  perform driftgate.lock_case(new.case_id);
  if new.hash_format <> 2 then
    raise exception 'a new version is hashed in format 2' using errcode = 'check_violation';
  end if;
  if new.kind = 'REDUCTION' and new.proposed_by is distinct from
      (select p.proposed_by from driftgate.proposal_version p where p.id = new.previous) then
    raise exception 'a reduction keeps the proposer of the version before' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- A reduction leaves no account shorter of cash and no tax unit with a higher gain; legs that pay for each other move
-- together, because a sale without its buy is no reduction of cash and a buy without its sale is short of it.
create function driftgate.check_reduction(reduced driftgate.proposal_version) returns void language plpgsql as $$
declare
  before driftgate.proposal_version;
  short text;
begin
  select * into before from driftgate.proposal_version where id = reduced.previous;
  select t.account_id into short
  from (select distinct account_id from driftgate.proposal_line where version_id = before.id) t
  left join driftgate.envelope_account e on e.version_id = before.id and e.account_id = t.account_id
  where driftgate.cash_at_collar(reduced.id, before.snapshot_id, t.account_id) + 0.01
      < least(coalesce(e.minimum_cash, 0), driftgate.cash_at_collar(before.id, before.snapshot_id, t.account_id))
  limit 1;
  if short is not null then
    raise exception 'the reduction leaves account % short of cash', short using errcode = 'check_violation';
  end if;
  select a.tax_unit_id into short
  from driftgate.snapshot_account a
  left join driftgate.envelope_account o on o.version_id = before.id and o.account_id = a.account_id
  left join driftgate.envelope_account n on n.version_id = reduced.id and n.account_id = a.account_id
  where a.snapshot_id = before.snapshot_id and before.hash_format > 1
    and (o.version_id is not null or n.version_id is not null)
  group by a.tax_unit_id
  having sum(coalesce(n.maximum_net_gain, 0)) > sum(coalesce(o.maximum_net_gain, 0)) + 0.01
  limit 1;
  if short is not null then
    raise exception 'the reduction raises the gain of tax unit %', short using errcode = 'check_violation';
  end if;
end $$;

create or replace function driftgate.finish_version() returns trigger language plpgsql as $$
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
  if new.lot_hash <> driftgate.lot_hash_of(new.id, 0) then
    raise exception 'the lot hash of version % is not that of its lots', new.id using errcode = 'check_violation';
  end if;
  if exists (select from driftgate.proposal_line l where l.version_id = new.id and not exists (
      select from driftgate.envelope_account a where a.version_id = new.id and a.account_id = l.account_id)) then
    raise exception 'version % has no envelope for one of its accounts', new.id using errcode = 'check_violation';
  end if;
  if new.kind = 'REDUCTION' then
    perform driftgate.check_reduction(new);
  end if;
  return null;
end $$;

create or replace function driftgate.finish_selection() returns trigger language plpgsql as $$
declare over text;
begin
  if exists (select from driftgate.proposal_line l where l.version_id = new.version_id and l.side = 'SELL'
      and l.quantity <> (select coalesce(sum(quantity), 0) from driftgate.lot_selection_lot o
        where o.version_id = l.version_id and o.number = new.number and o.line = l.line)) then
    raise exception 'the chosen lots of version % do not add up to its sales', new.version_id
      using errcode = 'check_violation';
  end if;
  if new.lot_hash <> driftgate.lot_hash_of(new.version_id, new.number) then
    raise exception 'the lot hash of selection % is not that of its lots', new.number using errcode = 'check_violation';
  end if;
  select e.account_id into over from driftgate.envelope_account e
  where e.version_id = new.version_id
    and driftgate.net_gain_of(new.version_id, new.number, e.account_id) > e.maximum_net_gain + 0.01
  limit 1;
  if over is not null then
    raise exception 'the chosen lots realise more gain in account % than was approved', over
      using errcode = 'check_violation';
  end if;
  return null;
end $$;

-- 2. What the firm has settled for itself. Only the owner of the tables writes here, never the application's own role.
create table driftgate.firm_setting (
  id      bigint generated always as identity primary key,
  key     text not null check (key in ('review.self-approval')),
  value   text not null,
  set_by  text not null check (set_by <> ''),
  set_at  timestamptz not null default clock_timestamp()
);

create function driftgate.self_approval() returns boolean language sql stable as $$
  select coalesce((select value = 'true' from driftgate.firm_setting
    where key = 'review.self-approval' order by id desc limit 1), false)
$$;

-- 3. Who must sign a version: recorded once, before anybody signs.
create table driftgate.review_requirement (
  version_id  uuid primary key,
  trade_hash  char(64) not null,
  tiers       text[] not null
    check (cardinality(tiers) between 1 and 3 and tiers <@ array ['ADVISER', 'COMPLIANCE', 'COMPLIANCE_2']
      and array_position(tiers, null) is null
      and (not tiers @> array ['COMPLIANCE_2'] or tiers @> array ['COMPLIANCE'])),
  because     text not null check (because <> ''),
  recorded_at timestamptz not null,
  foreign key (version_id, trade_hash) references driftgate.proposal_version (id, trade_hash)
);
insert into driftgate.review_requirement
  select id, trade_hash, array ['COMPLIANCE'], 'made before tiers were recorded', created_at
  from driftgate.proposal_version;

create function driftgate.require_review() returns trigger language plpgsql as $$
declare v driftgate.proposal_version;
begin
  select * into v from driftgate.proposal_version where id = new.version_id;
  perform driftgate.lock_case(v.case_id);
  if exists (select from driftgate.sign_off where version_id = new.version_id)
      or exists (select from driftgate.verdict where version_id = new.version_id) then
    raise exception 'version % is signed already; its tiers stand', new.version_id using errcode = 'check_violation';
  end if;
  if (select count(distinct t) from unnest(new.tiers) t) <> cardinality(new.tiers) then
    raise exception 'a tier is required twice' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger require_review before insert on driftgate.review_requirement
  for each row execute function driftgate.require_review();

-- The first tier that nobody has signed yet, in the order of the requirement.
create function driftgate.next_tier(version uuid) returns text language sql stable as $$
  select t.tier from driftgate.review_requirement r, unnest(r.tiers) with ordinality as t (tier, place)
  where r.version_id = version and not exists (
    select from driftgate.sign_off s where s.version_id = version and s.tier = t.tier)
  order by t.place limit 1
$$;

-- Whether a person wrote these trades; otherwise a source did, and its nominal proposer is the recommending adviser.
create function driftgate.made_by_hand(version uuid) returns boolean language sql stable as $$
  with recursive root as (
    select id, kind, previous from driftgate.proposal_version where id = version
    union all
    select p.id, p.kind, p.previous from driftgate.proposal_version p join root r on p.id = r.previous
    where r.kind = 'REDUCTION')
  select bool_or(kind = 'CHANGE') from root
$$;

-- 4. A finding that forbids approval, set aside by a named person with a reason. The client's own word (RESTRICTION, and
-- the consent that a version lacks) and what cannot be computed are never overridden.
create table driftgate.finding_override (
  version_id    uuid not null,
  trade_hash    char(64) not null,
  rule          text not null check (rule in ('CASH_NEED')),
  person        text not null check (lower(person) not in ('', 'driftgate', 'system')),
  reason        text not null check (length(btrim(reason)) >= 10),
  overridden_at timestamptz not null,
  primary key (version_id, rule),
  foreign key (version_id, trade_hash) references driftgate.proposal_version (id, trade_hash)
);

create function driftgate.is_blocked(version uuid, about text) returns boolean language sql stable as $$
  select exists (select from driftgate.finding f where f.version_id = version and f.severity = 'BLOCK' and f.rule = about
    and f.number = (select max(c.number) from driftgate.rule_check c where c.version_id = version))
$$;

create function driftgate.override_finding() returns trigger language plpgsql as $$
declare
  v driftgate.proposal_version;
  before driftgate.proposal_version;
begin
  select * into v from driftgate.proposal_version where id = new.version_id;
  select * into before from driftgate.proposal_version where id = v.previous;
  perform driftgate.lock_case(v.case_id);
  if v.kind <> 'CHANGE' or v.proposed_by <> new.person then
    raise exception 'an override makes a version of its own, proposed by %', new.person
      using errcode = 'check_violation';
  end if;
  if before.proposed_by = new.person then
    raise exception '% proposed the version and cannot override its findings', new.person
      using errcode = 'check_violation';
  end if;
  if not driftgate.is_blocked(before.id, new.rule) then
    raise exception 'rule % does not forbid version %', new.rule, before.number using errcode = 'check_violation';
  end if;
  if exists (select from driftgate.sign_off where version_id = new.version_id) then
    raise exception 'version % is signed already', v.number using errcode = 'check_violation';
  end if;
  if exists ((select line, account_id, side, symbol, quantity, limit_price from driftgate.proposal_line
        where version_id = v.id)
      except (select line, account_id, side, symbol, quantity, limit_price from driftgate.proposal_line
        where version_id = before.id)) or v.line_count <> before.line_count then
    raise exception 'an override changes no trade' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger override_finding before insert on driftgate.finding_override
  for each row execute function driftgate.override_finding();

-- 5. Sign-offs and verdicts.
alter table driftgate.sign_off drop constraint sign_off_tier_check;
alter table driftgate.sign_off add constraint sign_off_tier_check
  check (tier in ('ADVISER', 'COMPLIANCE', 'COMPLIANCE_2'));
alter table driftgate.verdict
  add column not_before timestamptz,
  add column release_day date,
  add column self_approved boolean not null default false;
alter table driftgate.verdict add constraint verdict_undo check (decision <> 'APPROVED'
  or (not_before >= decided_at + interval '5 minutes' and not_before < expires_at)) not valid;

-- The proposer never signs what a person wrote. What a source proposed, the household's adviser may sign as ADVISER.
create or replace function driftgate.sign_version() returns trigger language plpgsql as $$
declare
  v driftgate.proposal_version;
  next text;
begin
  select * into v from driftgate.proposal_version where id = new.version_id;
  perform driftgate.lock_case(v.case_id);
  if v.proposed_by = new.person and not driftgate.self_approval()
      and (new.tier <> 'ADVISER' or driftgate.made_by_hand(v.id)) then
    raise exception '% proposed this version and cannot sign it', new.person using errcode = 'check_violation';
  end if;
  if exists (select from driftgate.finding_override o where o.version_id = v.id and o.person = new.person) then
    raise exception '% overrode a finding of this version and cannot sign it', new.person
      using errcode = 'check_violation';
  end if;
  if exists (select from driftgate.proposal_version n where n.case_id = v.case_id and n.number > v.number) then
    raise exception 'version % of case % is not the newest', v.number, v.case_id using errcode = 'check_violation';
  end if;
  if exists (select from driftgate.verdict where version_id = new.version_id) then
    raise exception 'a verdict stands on version % of case %', v.number, v.case_id using errcode = 'check_violation';
  end if;
  next := driftgate.next_tier(new.version_id);
  if next is distinct from new.tier then
    raise exception 'version % of case % waits for the sign-off of tier %, not %', v.number, v.case_id,
      coalesce(next, 'none'), new.tier using errcode = 'check_violation';
  end if;
  if new.tier = 'ADVISER' and new.person is distinct from
      (select c.adviser_id from driftgate.rebalancing_case c where c.id = v.case_id) then
    raise exception '% is not the adviser of this household', new.person using errcode = 'check_violation';
  end if;
  return new;
end $$;

create function driftgate.check_approval(given driftgate.verdict, v driftgate.proposal_version) returns void
    language plpgsql as $$
declare missing text;
begin
  if not exists (select from driftgate.review_requirement r where r.version_id = v.id) then
    raise exception 'nobody recorded who must sign version % of case %; it has no sign-off', v.number, v.case_id
      using errcode = 'check_violation';
  end if;
  if not exists (select from driftgate.sign_off s where s.version_id = v.id and s.trade_hash = given.trade_hash
      and s.person = given.decided_by) then
    raise exception 'version % of case % has no sign-off of %', v.number, v.case_id, given.decided_by
      using errcode = 'check_violation';
  end if;
  missing := driftgate.next_tier(v.id);
  if missing is not null then
    raise exception 'version % of case % lacks the sign-off of tier %', v.number, v.case_id, missing
      using errcode = 'check_violation';
  end if;
  select f.rule into missing from driftgate.finding f
  where f.version_id = v.id and f.severity = 'BLOCK' and driftgate.is_blocked(v.id, f.rule)
    and not exists (select from driftgate.finding_override o where o.version_id = v.id and o.rule = f.rule)
  limit 1;
  if missing is not null then
    raise exception 'rule % forbids version % of case %', missing, v.number, v.case_id
      using errcode = 'check_violation';
  end if;
end $$;

-- An approval may be taken back for at least five minutes before anything of it is claimed.
create or replace function driftgate.give_verdict() returns trigger language plpgsql as $$
declare v driftgate.proposal_version;
begin
  select * into v from driftgate.proposal_version where id = new.version_id;
  perform driftgate.lock_case(v.case_id);
  if exists (select from driftgate.proposal_version n where n.case_id = v.case_id and n.number > v.number) then
    raise exception 'version % of case % is not the newest', v.number, v.case_id using errcode = 'check_violation';
  end if;
  new.self_approved := false;
  if new.decision = 'APPROVED' then
    perform driftgate.check_approval(new, v);
    new.not_before := coalesce(new.not_before, new.decided_at + interval '5 minutes');
    new.self_approved := exists (select from driftgate.sign_off s where s.version_id = v.id
      and s.person = v.proposed_by and (s.tier <> 'ADVISER' or driftgate.made_by_hand(v.id)));
  end if;
  return new;
end $$;

-- 6. Undo.
create function driftgate.is_claimed(version uuid) returns boolean language sql stable as $$
  select exists (select from driftgate.attempt a join driftgate.order_intent o on o.id = a.intent_id
    where o.version_id = version)
$$;

alter table driftgate.revocation
  add column kind text not null default 'TAKEN_BACK' check (kind in ('TAKEN_BACK', 'SUPERSEDED'));

create function driftgate.take_back() returns trigger language plpgsql as $$
declare v driftgate.proposal_version;
begin
  select p.* into v from driftgate.proposal_version p join driftgate.verdict d on d.version_id = p.id
  where d.id = new.verdict_id and d.decision = 'APPROVED';
  if v.id is null then
    raise exception 'only an approval can be taken back' using errcode = 'check_violation';
  end if;
  perform driftgate.lock_case(v.case_id);
  if new.kind = 'SUPERSEDED' and not exists (select from driftgate.proposal_version n
      where n.case_id = v.case_id and n.number > v.number) then
    raise exception 'no newer version than % exists', v.number using errcode = 'check_violation';
  end if;
  if new.kind = 'TAKEN_BACK' and driftgate.is_claimed(v.id) then
    raise exception 'orders of version % are claimed; its approval can no longer be taken back', v.number
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger take_back before insert on driftgate.revocation
  for each row execute function driftgate.take_back();

create or replace function driftgate.supersede_approval() returns trigger language plpgsql as $$
begin
  insert into driftgate.revocation (verdict_id, person, reason, revoked_at, kind)
  select d.id, new.proposed_by, 'superseded by version ' || new.number, new.created_at, 'SUPERSEDED'
  from driftgate.verdict d join driftgate.proposal_version v on v.id = d.version_id
  where v.case_id = new.case_id and v.number < new.number and d.decision = 'APPROVED'
    and not exists (select from driftgate.revocation r where r.verdict_id = d.id)
  on conflict do nothing;
  return null;
end $$;

create function driftgate.nothing_after_claim() returns trigger language plpgsql as $$
begin
  if driftgate.is_claimed(new.version_id) then
    raise exception 'orders of version % are claimed; its lots stand', new.version_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger nothing_after_claim before insert on driftgate.lot_selection
  for each row execute function driftgate.nothing_after_claim();

-- 7. Orders.
create or replace function driftgate.plan_order() returns trigger language plpgsql as $$
begin
  if not exists (select from driftgate.proposal_line l
      join driftgate.proposal_version v on v.id = l.version_id
      where l.version_id = new.version_id and l.line = new.line and l.account_id = new.account_id
        and l.side = new.side and l.symbol = new.symbol and l.quantity = new.quantity
        and l.limit_price = new.limit_price and v.case_id = new.case_id and v.snapshot_id = new.snapshot_id) then
    raise exception 'order % is not line % of version %', new.id, new.line, new.version_id
      using errcode = 'check_violation';
  end if;
  if not driftgate.approval_stands(new.verdict_id) then
    raise exception 'the approval of version % does not stand', new.version_id using errcode = 'check_violation';
  end if;
  if not exists (select from driftgate.snapshot_account a where a.snapshot_id = new.snapshot_id
      and a.account_id = new.account_id and a.discretionary = new.discretionary
      and lower(a.custodian) = new.custodian) then
    raise exception 'order % does not have the custodian and discretion of account %', new.id, new.account_id
      using errcode = 'check_violation';
  end if;
  if new.lot_hash <> driftgate.lot_hash_of(new.version_id, driftgate.selection_in_force(new.version_id)) then
    raise exception 'order % does not have the lots in force', new.id using errcode = 'check_violation';
  end if;
  if new.placed_by <> (select d.decided_by from driftgate.verdict d where d.id = new.verdict_id)
      or new.recommended_by <> (select c.adviser_id from driftgate.rebalancing_case c where c.id = new.case_id) then
    raise exception 'order % does not name who recommended and who approved it', new.id
      using errcode = 'check_violation';
  end if;
  return new;
end $$;

create function driftgate.plan_lot() returns trigger language plpgsql as $$
declare o driftgate.order_intent;
begin
  select * into o from driftgate.order_intent where id = new.intent_id;
  if not exists (select from driftgate.lots_of(o.version_id, driftgate.selection_in_force(o.version_id)) f
      where f.line = o.line and f.ordinal = new.ordinal and f.lot_id = new.lot_id and f.quantity = new.quantity) then
    raise exception 'lot % is not approved for order %', new.lot_id, new.intent_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger plan_lot before insert on driftgate.order_lot
  for each row execute function driftgate.plan_lot();

create function driftgate.finish_order() returns trigger language plpgsql as $$
begin
  if new.side = 'SELL' and new.quantity <> (select coalesce(sum(quantity), 0) from driftgate.order_lot
      where intent_id = new.id) then
    raise exception 'the lots of order % do not add up', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger finish_order after insert on driftgate.order_intent
  deferrable initially deferred for each row execute function driftgate.finish_order();

create function driftgate.filled_of(intent uuid) returns numeric language sql stable as $$
  select coalesce(sum(quantity), 0) from driftgate.execution where intent_id = intent
$$;

create or replace function driftgate.claim_order() returns trigger language plpgsql as $$
declare
  o driftgate.order_intent;
  d driftgate.verdict;
begin
  select * into o from driftgate.order_intent where id = new.intent_id;
  perform driftgate.lock_case(o.case_id);
  select * into d from driftgate.verdict where id = o.verdict_id;
  if new.quantity > o.quantity - driftgate.filled_of(o.id)
      or (o.side = 'SELL' and new.n = 1 and new.quantity <> o.quantity) then
    raise exception 'order % is approved for %, not %', o.id, o.quantity, new.quantity
      using errcode = 'check_violation';
  end if;
  if not driftgate.approval_stands(o.verdict_id) then
    raise exception 'the approval of order % does not stand', o.id using errcode = 'check_violation';
  end if;
  if new.claimed_at >= d.expires_at then
    raise exception 'the approval of order % has expired', o.id using errcode = 'check_violation';
  end if;
  if new.claimed_at < coalesce(d.not_before, d.decided_at + interval '5 minutes') then
    raise exception 'the approval of order % may still be taken back until %', o.id, d.not_before
      using errcode = 'check_violation';
  end if;
  if new.claimed_on <> d.release_day then
    raise exception 'order % is approved for %, not %', o.id, d.release_day, new.claimed_on
      using errcode = 'check_violation';
  end if;
  if o.lot_hash <> driftgate.lot_hash_of(o.version_id, driftgate.selection_in_force(o.version_id)) then
    raise exception 'order % does not have the lots in force', o.id using errcode = 'check_violation';
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

-- What an order has done and may still do to the cash of its account: fills at their price, a working buy at its limit.
create function driftgate.cash_effect_of(o driftgate.order_intent) returns numeric language sql stable as $$
  select case o.side when 'SELL' then 1 else -1 end
      * coalesce((select sum(e.quantity * e.price) from driftgate.execution e where e.intent_id = o.id), 0)
    - case o.side when 'SELL' then 0 else coalesce((
        select greatest(a.quantity - coalesce((select sum(e.quantity) from driftgate.execution e
          where e.intent_id = a.intent_id and e.n = a.n), 0), 0) * o.limit_price
        from driftgate.attempt a
        where a.intent_id = o.id and a.n = (select max(b.n) from driftgate.attempt b where b.intent_id = o.id)
          and not exists (select from driftgate.attempt_answer w where w.intent_id = a.intent_id and w.n = a.n
            and w.kind in ('REJECTED', 'NOT_PLACED'))
          and not exists (select from driftgate.order_event w where w.intent_id = a.intent_id and w.n = a.n
            and w.state in ('REJECTED', 'CANCELLED', 'EXPIRED'))
          and not exists (select from driftgate.resolved_order w where w.intent_id = a.intent_id and w.n = a.n)), 0) end
$$;

-- Buys shrink to the cash that is there: at commit nothing claimed takes an account below its approved minimum.
create function driftgate.fit_to_cash() returns trigger language plpgsql as $$
declare
  o driftgate.order_intent;
  minimum numeric;
begin
  select * into o from driftgate.order_intent where id = new.intent_id;
  select e.minimum_cash into minimum from driftgate.envelope_account e
  where e.version_id = o.version_id and e.account_id = o.account_id;
  if o.side = 'SELL' or minimum is null or exists (select from driftgate.attempt_answer w
      where w.intent_id = new.intent_id and w.n = new.n and w.kind in ('REJECTED', 'NOT_PLACED')) then
    return null;
  end if;
  if (select greatest(a.cash, a.settled_cash) from driftgate.snapshot_account a
        where a.snapshot_id = o.snapshot_id and a.account_id = o.account_id)
      + (select sum(driftgate.cash_effect_of(s)) from driftgate.order_intent s where s.case_id = o.case_id
        and s.account_id = o.account_id and s.snapshot_id = o.snapshot_id) + 0.01 < minimum then
    raise exception 'order % takes account % below its approved minimum cash of %', o.id, o.account_id, minimum
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger fit_to_cash after insert on driftgate.attempt
  deferrable initially deferred for each row execute function driftgate.fit_to_cash();

grant select on driftgate.firm_setting to ${app_role};
grant select, insert on driftgate.envelope_account, driftgate.review_requirement, driftgate.finding_override
  to ${app_role};
