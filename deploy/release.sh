#!/usr/bin/env bash
# Puts the distribution archive together from what ./headway release has built: everything that runs, unpacked, with the
# script, the documents, what deploys it, and a bill of materials.
# usage: ./headway release
set -euo pipefail

version=${1:?usage: ./headway release}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=$root/target/release
name=headway-$version
folder=$out/$name

rm -rf "$out"
mkdir -p "$folder/app" "$folder/sbom"
cp -R "$root/lifecycle-service/target/app/." "$folder/app"
rm -f "$folder/app/headway.aot" # belongs to one JVM on one machine; the first run makes it
cp "$root/demo/target/demo-$version.jar" "$folder/app"
cp -R "$root/split/target/lib" "$folder/split"
cp -R "$root/local-broker/target/broker" "$folder/broker"
cp "$root"/{headway,README.md,CONTRIBUTING.md} "$folder"
cp -R "$root/docs" "$root/deploy" "$folder"
rm -rf "$folder"/deploy/{src,target,pom.xml} "$folder/deploy/compose/secrets" # its tests, and whoever's passwords
cp -R "$root/api-contracts/openapi" "$root/api-contracts/asyncapi" "$folder/docs"
mkdir -p "$folder/projections/src/main/resources/db" # where the documents say it is
cp "$root/projections/src/main/resources/db/roles.sql" "$folder/projections/src/main/resources/db"

# what is in it, and of which version (CycloneDX)
maven=mvn
command -v mvn >/dev/null || maven=$root/mvnw
(cd "$root" && "$maven" -B -q cyclonedx:makeAggregateBom)
cp "$root/target/$name.cdx.json" "$folder/sbom"

when=@$(git -C "$root" log -1 --format=%ct 2>/dev/null || echo 0)
tar --sort=name --mtime="$when" --owner=0 --group=0 --numeric-owner --mode=go=u,go-w \
  -C "$out" -cf - "$name" | gzip -n -9 >"$out/$name.tar.gz"
(cd "$out" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
echo "$out/$name.tar.gz"
