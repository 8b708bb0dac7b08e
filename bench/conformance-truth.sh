#!/bin/sh
# What `conformance` finds in each recorded session beside what was planted there: precision and recall per kind.
#
#   conformance-truth.sh [STORE]   a store of ../shared/data/renderx/logs with its code mapped; default: .backbeat
#   BACKBEAT                       the command (default: the launcher beside this folder)
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
data=${BACKBEAT_SHARED:-$here/../../shared/data}/renderx
[ -r "$data/ground-truth.json" ] || { echo "skipped: $data is not there" >&2; exit 0; }
exec node "$here/node/conformance-truth.mjs" "${BACKBEAT:-$here/../backbeat}" "${1:-.backbeat}" "$data"
