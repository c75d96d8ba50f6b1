#!/usr/bin/env bash
# Tries an archive of ./headway release as somebody does who has a Java and nothing else of Headway: unpacks it into an empty
# folder, runs it as one process and as many, asks, and ends it by Ctrl-C. Fails if anything is left running.
# usage: deploy/try-archive.sh target/release/headway-….tar.gz      SERVER_PORT, and the four behind it, are free (18480)
set -euo pipefail

archive=$(realpath "${1:?usage: deploy/try-archive.sh <archive>}")
export SERVER_PORT=${SERVER_PORT:-18480}
folder=$(mktemp -d)
export HEADWAY_HOME=$folder/home
api=http://localhost:$SERVER_PORT
service=

end() {
  [[ -n $service ]] || return 0
  kill -INT -- "-$service" 2>/dev/null || true # as a terminal does: all of its group
  for _ in {1..120}; do
    kill -0 "$service" 2>/dev/null || break
    sleep 0.5
  done
  ! kill -0 "$service" 2>/dev/null || fail "it does not end"
  service=
}

fail() {
  echo "FAILED: $1" >&2
  tail -n 40 "$folder"/*.log >&2 || true
  exit 1
}

trap 'end; rm -rf "$folder"' EXIT

serve() { # what to run, and the name of its log
  setsid ./headway run "${@:2}" >"$folder/$1.log" 2>&1 &
  service=$!
  for _ in {1..600}; do
    ! curl -fs -o /dev/null "$api/actuator/health/readiness" || return 0
    kill -0 "$service" 2>/dev/null || fail "it ended"
    sleep 0.5
  done
  fail "it does not become ready"
}

nothing_is_left() {
  for _ in {1..40}; do
    pgrep -f "$folder" >/dev/null || return 0
    sleep 0.5
  done
  pgrep -af "$folder" >&2
  fail "something is still running"
}

ask() {
  curl -fsS -H "Authorization: Bearer $(./headway token "$1")" "${@:2}"
}

tar -xzf "$archive" -C "$folder"
cd "$folder"/headway-*
ls sbom/*.cdx.json >/dev/null
[[ -z $(find . -name '*.java' -o -name pom.xml | head -n 1) ]] || fail "it has sources"

serve one
[[ $(ask viewer "$api/api/v1/partnerships/counts") == *PROSPECT* ]] || fail "no counts"
./headway open | grep -q /sign-in/ || fail "no link"
end
nothing_is_left
echo "one process: ready, asked, ended"

serve many --kafka
registered=$(ask manager "$api/api/v1/partnerships" -H 'Content-Type: application/json' -H 'Idempotency-Key: try' -D "$folder/headers" \
  -d '{"name": "Tried", "partner": {"name": "Northwind Relay", "type": "RESELLER"}, "pattern": "RESELL", "owner": "Alliance desk"}')
[[ $registered =~ \"id\":\"([0-9a-f-]+)\" ]] || fail "not registered"
position=$(sed -n 's/^Headway-Position: *\([0-9]*\).*/\1/ip' "$folder/headers")
ask viewer "$api/api/v1/partnerships/${BASH_REMATCH[1]}" -H "Headway-Position: $position" | grep -q Tried || fail "the other node does not know it"
curl -fsS -o /dev/null -w '%{redirect_url}' "$api/board" | grep -q "^$api/" || fail "the console does not ask who it is"
end
nothing_is_left
echo "many processes: ready, written at one and asked of another, ended"
