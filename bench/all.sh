#!/bin/sh
# Every bench there is. With BACKBEAT_BENCH_LARGE=yes also the ingest of 10 GB, for its memory.
set -eu
here=$(dirname -- "$0")
"$here/stages.sh"
"$here/ingest.sh"
"$here/profile.sh"
"$here/index.sh"
"$here/conformance.sh"
"$here/serve.sh"
"$here/live.sh"
"$here/pages.sh"
[ -z "${BACKBEAT_BENCH_LARGE:-}" ] || "$here/ingest.sh" --size 10g --runs 1
