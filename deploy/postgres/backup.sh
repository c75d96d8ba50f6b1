#!/usr/bin/env bash
# A base backup of a PostgreSQL of your own, with the log it needs, for restore.sh. Runs on any machine that
# has pg_basebackup of the server's version; the server archives its log by itself:
#   archive_mode = on
#   archive_timeout = 1min
#   archive_command = 'if test -f /mnt/backup/wal/%f; then cmp -s /mnt/backup/wal/%f %p; else cp %p /mnt/backup/wal/%f.new && sync /mnt/backup/wal/%f.new && mv /mnt/backup/wal/%f.new /mnt/backup/wal/%f; fi'
# usage: PGHOST=… PGUSER=… deploy/postgres/backup.sh <folder>      PGUSER may replicate
set -euo pipefail

folder=${1:?usage: deploy/postgres/backup.sh <folder>}
[[ ! -e $folder ]] || {
  echo "$folder is there already" >&2
  exit 1
}
pg_basebackup --pgdata="$folder.unfinished" --wal-method=stream --checkpoint=fast --manifest-checksums=SHA256
pg_verifybackup --quiet "$folder.unfinished"
mv "$folder.unfinished" "$folder"
echo "Backed up into $folder"
