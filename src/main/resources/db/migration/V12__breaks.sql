-- Differences that the first list did not tell apart: what a person or the end of the day explains, and what nobody does.
alter table driftgate.reconciliation_break drop constraint reconciliation_break_kind_check;
alter table driftgate.reconciliation_break add constraint reconciliation_break_kind_check check (kind in
  ('QUANTITY', 'PRICE', 'ACCOUNT', 'QUARANTINED', 'EXPIRED', 'NOT_SENT', 'DECIDED', 'BY_HAND'));

-- What a person found out about the breaks of a reconciliation; without it the case does not go on.
create table driftgate.break_resolution (
  reconciliation_id bigint primary key references driftgate.reconciliation (id),
  note              text not null check (note <> ''),
  person            text not null check (lower(person) not in ('', 'driftgate', 'system')),
  at                timestamptz not null
);

-- Quarantined reports that no task shows, told to the trading desk by mail.
create table driftgate.quarantine_told (
  quarantine_id bigint primary key references driftgate.execution_quarantine (id),
  message_id    text not null check (message_id <> ''),
  at            timestamptz not null
);

grant select, insert on driftgate.break_resolution, driftgate.quarantine_told to ${app_role};
