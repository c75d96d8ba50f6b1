#!/usr/bin/env bash
# Puts a backup of backup.sh in the place of a stopped server's data, and what was archived since on top of it, then
# what that server had not archived yet, as far as it is there; the data that was there is put aside. Run it as the
# server's own user; then start the server, and when it is no longer in recovery:
# psql -d headway -c 'select note_restore(now())', before Headway starts.
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
[[ ! -e $data.unfinished ]] || {
  echo "$data.unfinished is left of a restore that broke off; take it away first" >&2
  exit 1
}
data=$(realpath -m "$data") archive=$(realpath "$archive") # the server looks from its own folder
[[ $data$archive$moment != *\'* ]] || {
  echo "A name with a quotation mark cannot be written into the settings" >&2
  exit 1
}
aside=$data.before-$(date -u +%Y%m%d-%H%M%S)
restore="cp \"$archive/%f\" \"%p\""
# what the server had not archived yet when it ended
[[ ! -e $data ]] || restore="$restore 2>/dev/null || cp \"$aside/pg_wal/%f\" \"%p\""
cp -a "$backup" "$data.unfinished"
{
  echo "restore_command = '$restore'"
  echo "recovery_target_action = 'promote'"
  echo "recovery_target_time = '$moment'"
} >>"$data.unfinished/postgresql.auto.conf"
touch "$data.unfinished/recovery.signal"
[[ ! -e $data ]] || mv "$data" "$aside"
mv "$data.unfinished" "$data"
echo "Start the server; these settings are in $data/postgresql.auto.conf and can go when it is back"
