#!/bin/sh
# Runs once, in the database container, when its volume is empty.
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres \
  -v identity="$PASSWORD_IDENTITY" -v licensing="$PASSWORD_LICENSING" -v support="$PASSWORD_SUPPORT" \
  -v devices="$PASSWORD_DEVICES" -v notifications="$PASSWORD_NOTIFICATIONS" \
  -f /infra/databases.sql
