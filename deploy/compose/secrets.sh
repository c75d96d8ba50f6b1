#!/usr/bin/env bash
# Makes the passwords of compose.yaml, once; those that are there stay. Nobody but their owner and containers read them.
# usage: deploy/compose/secrets.sh
set -euo pipefail

folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/secrets
mkdir -p "$folder"
chmod 0711 "$folder"
for name in postgres.password spring.datasource.password spring.flyway.password grafana.password; do
  [[ -s $folder/$name ]] || {
    head -c 24 /dev/urandom | base64 | tr -d '\n+/=' >"$folder/$name"
    chmod 0444 "$folder/$name" # containers run as others, and nobody else gets into the folder's parent
  }
done
# a token of role VIEWER that an administrator makes in the console, for whoever reads metrics
[[ -e $folder/metrics.token ]] || : >"$folder/metrics.token"
