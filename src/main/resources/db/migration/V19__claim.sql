-- A claim of many orders asks what is the same for all of them once. The rules and their sentences are those of V13 and
-- V14; what changes is how often they are looked up.

-- 1. PL/pgSQL keeps the plans of its queries for the session, a function in SQL plans anew in every statement.
--    Whoever holds the lock of a case must also see what others did before it: a transaction that looks at an older snapshot
--    would not see a revocation that was committed meanwhile.
create or replace function driftgate.lock_case(about text) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'case % is not decided on an older view of it: use read committed, not %', about,
      current_setting('transaction_isolation') using errcode = 'check_violation';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('driftgate.case:' || about, 0));
end $$;

create or replace function driftgate.approval_stands(verdict uuid) returns boolean language plpgsql stable
  set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from driftgate.verdict d where d.id = verdict and d.decision = 'APPROVED')
    and not exists (select from driftgate.revocation r where r.verdict_id = verdict);
end $$;

create or replace function driftgate.selection_in_force(version uuid) returns integer language plpgsql stable
  set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((select max(s.number) from driftgate.lot_selection s where s.version_id = version), 0);
end $$;

create or replace function driftgate.lots_of(version uuid, selection integer)
    returns table (line integer, ordinal integer, lot_id text, quantity numeric) language plpgsql stable
  set search_path = pg_catalog, pg_temp as $$
begin
  if selection = 0 then
    return query select o.line, o.ordinal, o.lot_id, o.quantity from driftgate.proposal_lot o
      where o.version_id = version;
  elsif selection > 0 then
    return query select s.line, s.ordinal, s.lot_id, s.quantity from driftgate.lot_selection_lot s
      where s.version_id = version and s.number = selection;
  end if;
end $$;

create or replace function driftgate.lot_hash_of(version uuid, selection integer) returns text language plpgsql stable
  set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select encode(sha256(convert_to(
      'driftgate-lots/1' || chr(10) || 'trades=' || v.trade_hash || chr(10)
        || (select coalesce(string_agg('line=' || o.line || '|lot=' || o.lot_id || '|quantity=' || o.quantity || chr(10),
              '' order by o.line, o.ordinal), '') from driftgate.lots_of(version, selection) o), 'UTF8')), 'hex')
    from driftgate.proposal_version v where v.id = version);
end $$;

create or replace function driftgate.trade_text_of(version uuid) returns text language plpgsql stable
  set search_path = pg_catalog, pg_temp as $$
begin
  return (
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
    from driftgate.proposal_version v where v.id = version);
end $$;

create or replace function driftgate.trade_hash_of(version uuid) returns text language plpgsql stable
  set search_path = pg_catalog, pg_temp as $$
begin
  return encode(sha256(convert_to(driftgate.trade_text_of(version), 'UTF8')), 'hex');
end $$;

-- What the orders of an account brought in or cost, and what its open buys may still cost at their limits.
create function driftgate.cash_effect_of(about text, account text, snapshot uuid) returns numeric language plpgsql stable
  set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(sum(case i.side when 'SELL' then filled.amount else -filled.amount - claimed.amount end), 0)
    from driftgate.order_intent i
    cross join lateral (
      select coalesce(sum(e.quantity * e.price), 0) as amount from driftgate.execution e where e.intent_id = i.id) filled
    cross join lateral (
      select coalesce(sum(greatest(a.quantity - coalesce((select sum(e.quantity) from driftgate.execution e
        where e.intent_id = a.intent_id and e.n = a.n), 0), 0) * i.limit_price), 0) as amount
      from driftgate.attempt a
      where i.side = 'BUY' and a.intent_id = i.id
        and a.n = (select max(b.n) from driftgate.attempt b where b.intent_id = i.id)
        and not exists (select from driftgate.attempt_answer w where w.intent_id = a.intent_id and w.n = a.n
          and w.kind in ('REJECTED', 'NOT_PLACED'))
        and not exists (select from driftgate.order_event w where w.intent_id = a.intent_id and w.n = a.n
          and w.state in ('REJECTED', 'CANCELLED', 'EXPIRED'))
        and not exists (select from driftgate.resolved_order w
          where w.intent_id = a.intent_id and w.n = a.n)) claimed
    where i.case_id = about and i.account_id = account and i.snapshot_id = snapshot);
end $$;

-- As in V13, but a sale is let go after one look.
create or replace function driftgate.fit_to_cash() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare
  o driftgate.order_intent;
  minimum numeric;
begin
  select * into o from driftgate.order_intent where id = new.intent_id;
  if o.side = 'SELL' then
    return null;
  end if;
  select e.minimum_cash into minimum from driftgate.envelope_account e
  where e.version_id = o.version_id and e.account_id = o.account_id;
  if minimum is null or exists (select from driftgate.attempt_answer w
      where w.intent_id = new.intent_id and w.n = new.n and w.kind in ('REJECTED', 'NOT_PLACED')) then
    return null;
  end if;
  if (select greatest(a.cash, a.settled_cash) from driftgate.snapshot_account a
        where a.snapshot_id = o.snapshot_id and a.account_id = o.account_id)
      + driftgate.cash_effect_of(o.case_id, o.account_id, o.snapshot_id) + 0.01 < minimum then
    raise exception 'order % takes account % below its approved minimum cash of %', o.id, o.account_id, minimum
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
drop function driftgate.cash_effect_of(driftgate.order_intent);

-- 2. All claims of one statement, at its end: for each the rules of V13 and then of V14; the approval and the release check
-- are looked up when they differ from those of the claim before. Both locks are held before the first look, the one of
-- sending first as in the application, so what was seen stays so until the end of the transaction.
create function driftgate.claim_orders() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare
  a driftgate.attempt;
  o record;
  d driftgate.verdict;
  c driftgate.release_check;
  stands boolean := false;
  stopped boolean;
  lots_in_force text;
  consented boolean;
  found_stale boolean;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('driftgate.sending', 0));
  perform driftgate.lock_case(i.case_id) from (
    select distinct (select p.case_id from driftgate.order_intent p where p.id = x.intent_id) as case_id
    from claimed x order by 1) i;
  stopped := exists (select from driftgate.open_sending_stop);
  for a in select * from claimed loop
    select i.*, (select coalesce(sum(e.quantity), 0) from driftgate.execution e where e.intent_id = i.id) as filled
      into o from driftgate.order_intent i where i.id = a.intent_id;
    if (o.verdict_id, o.version_id) is distinct from (d.id, d.version_id) then
      select * into d from driftgate.verdict where id = o.verdict_id;
      stands := driftgate.approval_stands(o.verdict_id);
      lots_in_force := driftgate.lot_hash_of(o.version_id, driftgate.selection_in_force(o.version_id));
      consented := exists (select from driftgate.consent y
        where y.version_id = o.version_id and y.trade_hash = o.trade_hash and y.given);
    end if;
    if a.quantity > o.quantity - o.filled or (o.side = 'SELL' and a.n = 1 and a.quantity <> o.quantity) then
      raise exception 'order % is approved for %, not %', o.id, o.quantity, a.quantity
        using errcode = 'check_violation';
    end if;
    if not stands then
      raise exception 'the approval of order % does not stand', o.id using errcode = 'check_violation';
    end if;
    if a.claimed_at >= d.expires_at then
      raise exception 'the approval of order % has expired', o.id using errcode = 'check_violation';
    end if;
    if a.claimed_at < coalesce(d.not_before, d.decided_at + interval '5 minutes') then
      raise exception 'the approval of order % may still be taken back until %', o.id, d.not_before
        using errcode = 'check_violation';
    end if;
    if a.claimed_on <> d.release_day then
      raise exception 'order % is approved for %, not %', o.id, d.release_day, a.claimed_on
        using errcode = 'check_violation';
    end if;
    if o.lot_hash <> lots_in_force then
      raise exception 'order % does not have the lots in force', o.id using errcode = 'check_violation';
    end if;
    if not o.discretionary and not consented then
      raise exception 'order % lacks the consent of the client', o.id using errcode = 'check_violation';
    end if;
    if a.n > 1 and not exists (select from driftgate.attempt_answer w
        where w.intent_id = a.intent_id and w.n = a.n - 1 and w.kind in ('REJECTED', 'NOT_PLACED')
        union all
        select from driftgate.order_event w
        where w.intent_id = a.intent_id and w.n = a.n - 1 and w.state in ('REJECTED', 'CANCELLED')) then
      raise exception 'attempt % of order % is not surely over', a.n - 1, o.id using errcode = 'check_violation';
    end if;
    if stopped then
      raise exception 'sending is stopped, order % is not claimed', a.intent_id using errcode = 'check_violation';
    end if;
    if a.release_check is distinct from c.id then
      select * into c from driftgate.release_check where id = a.release_check;
      found_stale := exists (select from driftgate.release_check l
        where l.case_id = c.case_id and l.id > c.id and l.result = 'STALE');
    end if;
    if c.id is null or c.case_id <> o.case_id or c.version_id <> o.version_id or c.trade_hash <> o.trade_hash
        or c.lot_hash <> o.lot_hash or c.result <> 'READY' then
      raise exception 'order % was not found ready for release', o.id using errcode = 'check_violation';
    end if;
    if least(c.asked_at, c.prices_at) < a.claimed_at - interval '15 minutes' then
      raise exception 'order % was checked on prices of %, more than 15 minutes ago', o.id,
        least(c.asked_at, c.prices_at) using errcode = 'check_violation';
    end if;
    if found_stale then
      raise exception 'order % was found stale later', o.id using errcode = 'check_violation';
    end if;
  end loop;
  return null;
end $$;

-- A claim on a check that does not exist is refused by the rule, in its words; the key holds at commit.
alter table driftgate.attempt alter constraint attempt_release_check_fkey deferrable initially deferred;

drop trigger claim_order on driftgate.attempt;
drop trigger release_order on driftgate.attempt;
drop function driftgate.claim_order();
drop function driftgate.release_order();
create trigger claim_orders after insert on driftgate.attempt
  referencing new table as claimed for each statement execute function driftgate.claim_orders();
