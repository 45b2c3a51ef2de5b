-- What people are told and the CRM's record of it. Every table is insert-only: a change is a new row.

-- A letter template as its file stood when it was first used; another content is another row.
create table driftgate.letter_template (
  name          text not null,
  version       text not null,
  sha256        char(64) not null check (sha256 ~ '^[0-9a-f]{64}$'),
  html          text not null,
  text          text not null,
  registered_at timestamptz not null,
  primary key (name, version, sha256)
);

-- Compliance approves exactly one content of one version.
create table driftgate.template_approval (
  name        text not null,
  version     text not null,
  sha256      char(64) not null,
  approved_by text not null,
  approved_at timestamptz not null,
  primary key (name, version, sha256),
  foreign key (name, version, sha256) references driftgate.letter_template (name, version, sha256)
);

-- A mail is claimed here, committed, before the network is touched.
create table driftgate.mail (
  message_id       text primary key,
  kind             text not null,
  run_id           text,
  case_id          text,
  sender           text,
  recipient_name   text not null,
  recipient        text not null,
  subject          text not null,
  text             text not null,
  html             text not null,
  template         text not null,
  template_version text not null,
  template_sha256  char(64) not null,
  composed_at      timestamptz not null,
  foreign key (template, template_version, template_sha256)
    references driftgate.letter_template (name, version, sha256)
);
create index mail_case on driftgate.mail (case_id) where case_id is not null;

-- Letters that a mail server took for a client: at most one for each recipient of a case.
create table driftgate.notice (
  message_id       text primary key references driftgate.mail (message_id),
  case_id          text not null,
  recipient_number int not null,
  partly_completed boolean not null,
  unique (case_id, recipient_number)
);

create table driftgate.mail_attempt (
  message_id text not null references driftgate.mail (message_id),
  n          int not null,
  started_at timestamptz not null,
  primary key (message_id, n)
);

-- The attempt surely brought nothing to the recipient, so another may follow.
create table driftgate.mail_attempt_failed (
  message_id text not null,
  n          int not null,
  problem    text not null,
  failed_at  timestamptz not null,
  primary key (message_id, n),
  foreign key (message_id, n) references driftgate.mail_attempt (message_id, n)
);

-- The mail as it left and the server's last word.
create table driftgate.mail_sent (
  message_id   text primary key references driftgate.mail (message_id),
  server_reply text not null,
  mime         text not null,
  mime_sha256  char(64) not null check (mime_sha256 ~ '^[0-9a-f]{64}$'),
  accepted_at  timestamptz not null
);

-- REFUSED: the server will never take it. IN_DOUBT: it may have gone and is not sent again.
create table driftgate.mail_not_sent (
  message_id text primary key references driftgate.mail (message_id),
  outcome    text not null check (outcome in ('REFUSED', 'IN_DOUBT')),
  reason     text not null,
  decided_at timestamptz not null
);

-- Written with the audit entry about a mail, so that a repeated job adds no second one.
create table driftgate.mail_recorded (
  message_id  text primary key references driftgate.mail (message_id),
  recorded_at timestamptz not null
);

-- A recipient who got no notice, and why.
create table driftgate.suppression (
  case_id          text not null,
  recipient_number int not null,
  recipient        text not null,
  reason           text not null,
  suppressed_at    timestamptz not null,
  primary key (case_id, recipient_number)
);

-- Begun, committed, before the CRM is called: an entry that was begun before is looked for before it is written.
create table driftgate.crm_attempt (
  id         bigint generated always as identity primary key,
  marker     text not null,
  started_at timestamptz not null
);
create index crm_attempt_marker on driftgate.crm_attempt (marker);

create table driftgate.crm_entry (
  marker     text primary key,
  case_id    text not null,
  kind       text not null check (kind in ('DRIFT', 'TRADES', 'NOTICE')),
  crm        text not null,
  crm_id     text not null,
  written_at timestamptz not null
);
create index crm_entry_case on driftgate.crm_entry (case_id);

grant select, insert on driftgate.letter_template, driftgate.template_approval, driftgate.mail, driftgate.notice,
  driftgate.mail_attempt, driftgate.mail_attempt_failed, driftgate.mail_sent, driftgate.mail_not_sent,
  driftgate.mail_recorded, driftgate.suppression, driftgate.crm_attempt,
  driftgate.crm_entry to ${app_role};
