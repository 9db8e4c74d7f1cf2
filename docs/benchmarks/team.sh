#!/usr/bin/env bash
# Measures writers on PostgreSQL beside pgbench, on a server of its own that is removed afterwards.
# Usage: docs/benchmarks/team.sh [PROGRAM]; PROGRAM is Bench, built with optimisation.
set -euo pipefail

bench=$(realpath "${1:-.build/release/Bench}")
programs=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
folder=$(mktemp -d /tmp/tb-bench-XXXXXX)
as=()
if [ "$(id -u)" -eq 0 ]; then
  as=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
  chown nobody:nogroup "$folder"
fi
stop() {
  (cd "$folder" && "${as[@]}" "$programs/pg_ctl" -D data -m immediate stop >/dev/null 2>&1) || true
  rm -rf "$folder"
}
trap stop EXIT

(
  cd "$folder"
  "${as[@]}" "$programs/initdb" -D data -U bench -A trust -E UTF8 --locale=C >/dev/null
  printf '%s\n' "listen_addresses = ''" "unix_socket_directories = '$folder'" >>data/postgresql.conf
  "${as[@]}" "$programs/pg_ctl" -D data -l server.log -w start >/dev/null
)
# pgbench and psql know no schema in an address, so it stays the usual one.
export PATH="$programs:$PATH"
TIEBREAK_BENCH_SERVER="postgresql://bench@/postgres?host=$folder" "$bench" team
