#!/usr/bin/env bash
# Run once by PostgreSQL's image, on its first start: the roles, and their passwords out of files.
set -euo pipefail

psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=headway --quiet --file=/roles.sql
for login in headway:spring.datasource.password headway_migrator:spring.flyway.password; do
  # by a variable, so that no quotation mark in it is read as SQL
  psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=headway --quiet \
    --set=login="${login%%:*}" --set=password="$(<"/run/secrets/${login#*:}")" \
    <<<'alter role :"login" password :'"'password'"';'
done
