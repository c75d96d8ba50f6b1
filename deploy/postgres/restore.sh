#!/usr/bin/env bash
# Puts a backup of backup.sh in the place of a stopped server's data, and what was archived since on top of it;
# the data that was there is put aside. Run it as the server's own user; then start the server, and when it is
# no longer in recovery: psql -d headway -c 'select note_restore(now())', before Headway starts.
# usage: deploy/postgres/restore.sh <backup> <data folder> <archive> ['2026-11-28 14:00:00+00']
set -euo pipefail

usage="usage: deploy/postgres/restore.sh <backup> <data folder> <archive> [moment]"
backup=${1:?$usage} data=${2:?$usage} archive=${3:?$usage} moment=${4:-}
[[ -f $backup/backup_label ]] || {
  echo "There is no backup in $backup" >&2
  exit 1
}
[[ ! -e $data/postmaster.pid ]] || {
  echo "Stop the server of $data first" >&2
  exit 1
}
cp -a "$backup" "$data.unfinished"
{
  echo "restore_command = 'cp $archive/%f %p'"
  echo "recovery_target_action = 'promote'"
  echo "recovery_target_time = '$moment'"
} >>"$data.unfinished/postgresql.auto.conf"
touch "$data.unfinished/recovery.signal"
[[ ! -e $data ]] || mv "$data" "$data.before-$(date -u +%Y%m%d-%H%M%S)"
mv "$data.unfinished" "$data"
echo "Start the server; these settings are in $data/postgresql.auto.conf and can go when it is back"
