#!/usr/bin/env bash
# Backs up a server of its own by deploy/postgres/backup.sh while rows are added, and restores it by restore.sh: to a
# moment, and as far as anything is known. Prints which rows there are each time.
# usage: backup-and-restore.sh <deploy/postgres> <an empty folder>
set -euo pipefail

scripts=$1
cd "$2"
export PGHOST=$2 PGPORT=5432 PGUSER=postgres PGDATABASE=postgres

start() {
  pg_ctl --pgdata=data --log=log --wait start >/dev/null
  until [[ $(psql -Atc 'select pg_is_in_recovery()') == f ]]; do sleep 0.1; done
}
stop() {
  pg_ctl --pgdata=data --wait --mode="$1" stop >/dev/null
}
rows() {
  psql -Atc "select string_agg(n::text, ' ' order by n) from t"
}
trap 'stop immediate 2>/dev/null || true' EXIT

mkdir archive
initdb --pgdata=data --username=postgres >/dev/null 2>&1
{
  echo "listen_addresses = ''"
  echo "unix_socket_directories = '$2'"
  echo "archive_mode = on"
  sed -n 's|^#   archive_command|archive_command|p' "$scripts/backup.sh" | sed "s|/mnt/backup/wal|$2/archive|g"
} >>data/postgresql.conf
start
psql -qc 'create table t as select 1 as n'
"$scripts/backup.sh" "$2/backup" >/dev/null
"$scripts/backup.sh" "$2/backup" 2>/dev/null && echo "a backup was overwritten"
psql -qc 'insert into t values (2)'
psql -qAtc 'select pg_switch_wal()' >/dev/null
moment=$(psql -Atc 'select clock_timestamp()')
psql -qc 'insert into t values (3)'
"$scripts/restore.sh" backup data archive 2>/dev/null && echo "a running server was replaced"
stop immediate # what follows the switch is archived by nobody
cp -r archive "archive of then" # before a restore begins another line of time in it

"$scripts/restore.sh" backup data archive "$moment" >/dev/null
start
echo "at the moment: $(rows)"
stop fast
rm -rf data
mv data.before-* data
"$scripts/restore.sh" backup data "archive of then" >/dev/null
start
echo "everything: $(rows)"
