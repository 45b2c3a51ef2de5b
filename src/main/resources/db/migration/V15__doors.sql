-- Whence a person has logged in before: from there they get in even while others try their name elsewhere.
create table driftgate.log_in_address (
  person   text not null,
  address  text not null,
  first_at timestamptz not null default clock_timestamp(),
  primary key (person, address)
);

-- The first administrator of a firm comes by a token that the console showed once; only its hash is kept.
create table driftgate.set_up_token (
  sha256     char(64) primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  made_at    timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  number     bigint generated always as identity
);

-- One row for ever: with it the set-up is closed, whatever becomes of that person.
create table driftgate.first_administrator (
  only_one boolean primary key default true check (only_one),
  person   text not null,
  sha256   char(64) not null references driftgate.set_up_token (sha256),
  made_at  timestamptz not null
);

grant select, insert on driftgate.log_in_address, driftgate.set_up_token, driftgate.first_administrator to ${app_role};
