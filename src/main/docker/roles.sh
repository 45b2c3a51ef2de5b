#!/bin/bash
# Runs once, on an empty database volume: an owner that migrates and an application role that cannot change the record.
set -euo pipefail
: "${OWNER_PASSWORD:?}" "${APP_PASSWORD:?}"
psql -v ON_ERROR_STOP=1 -h /var/run/postgresql -U "$POSTGRES_USER" -d "$POSTGRES_DB" \
  -v owner_password="$OWNER_PASSWORD" -v app_password="$APP_PASSWORD" <<'SQL'
create role driftgate_owner login password :'owner_password';
create role driftgate_app login password :'app_password';
create database driftgate owner driftgate_owner;
\connect driftgate
grant create, usage on schema public to driftgate_app;
SQL
