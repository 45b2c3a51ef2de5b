-- The lots that the custodian says an execution relieved; what it says twice and differently stays side by side.
create table driftgate.relieved_lot (
  custodian    text not null,
  execution_id text not null,
  lot_id       text not null check (lot_id <> ''),
  quantity     numeric(20, 6) not null check (quantity > 0),
  intent_id    uuid not null,
  n            integer not null,
  received_at  timestamptz not null,
  primary key (custodian, execution_id, lot_id, quantity),
  foreign key (custodian, execution_id) references driftgate.execution (custodian, execution_id),
  foreign key (intent_id, n) references driftgate.attempt (intent_id, n)
);
create index relieved_lot_intent on driftgate.relieved_lot (intent_id, n);

alter table driftgate.reconciliation_break drop constraint reconciliation_break_kind_check;
alter table driftgate.reconciliation_break add constraint reconciliation_break_kind_check check (kind in
  ('QUANTITY', 'PRICE', 'ACCOUNT', 'LOTS', 'QUARANTINED', 'EXPIRED', 'NOT_SENT', 'DECIDED', 'BY_HAND'));

grant select, insert on driftgate.relieved_lot to ${app_role};
