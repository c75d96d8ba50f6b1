#!/usr/bin/env bash
# Does what the build of an image does inside it, without an engine: lays out its folder from an archive, lets the JVM write
# its start-up cache, and starts the node of a lifecycle image with it.
# usage: deploy/try-image.sh target/release/headway-….tar.gz      SERVER_PORT is free (18480), /tmp/headway is not there
set -euo pipefail

archive=$(realpath "${1:?usage: deploy/try-image.sh <archive>}")
export SERVER_PORT=${SERVER_PORT:-18480}
folder=$(mktemp -d)
trained=/tmp/headway
node=

end() { # of a database that nobody stopped: its process is the first line of its file
  local file=$1/postgres/data/postmaster.pid
  [[ ! -f $file ]] || kill -INT "$(head -n 1 "$file")" 2>/dev/null || true
}

trap '[[ -z $node ]] || kill "$node" 2>/dev/null || true; end "$trained"; rm -rf "$folder" "$trained"' EXIT
[[ ! -e $trained ]] || {
  echo "$trained is there already" >&2
  exit 1
}

PATH=${JAVA_HOME:+$JAVA_HOME/bin:}$PATH
tar -xzf "$archive" -C "$folder"
cd "$folder"/headway-*
for jar in app/lifecycle-service-*.jar app/projections-*-node.jar; do
  image=$folder/$(basename "$jar" .jar)
  mkdir "$image"
  cp -R app/lib "$image/lib"
  cp "$jar" "$image/node.jar"
  cp deploy/image/{start,migrate,ready,jvm} "$image"
  (cd "$image" && ./start --train >training.log 2>&1) || {
    tail -n 30 "$image/training.log"
    exit 1
  }
  end "$trained"
  [[ -s $image/node.aot ]] || {
    echo "no start-up cache: $image" >&2
    exit 1
  }
  while [[ -f $trained/postgres/data/postmaster.pid ]]; do sleep 0.2; done
  rm -rf "$trained"
  echo "${image##*/}: $(du -h "$image/node.aot" | cut -f 1) of start-up cache"
done

cd "$folder"/lifecycle-service-*
HEADWAY_HOME=$folder/home ./start >"$folder/node.log" 2>&1 &
node=$!
for _ in {1..240}; do
  ! ./ready 2>/dev/null || break
  kill -0 "$node" || {
    tail -n 30 "$folder/node.log"
    exit 1
  }
  sleep 0.5
done
./ready
! grep -i 'aot.*\(mismatch\|error\|disabled\)' "$folder/node.log" || exit 1
kill -TERM "$node"
wait "$node" || [[ $? == 143 ]]
node=
echo "lifecycle-service: started with it, ready, ended by SIGTERM"
