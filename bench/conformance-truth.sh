#!/bin/sh
# What `conformance` finds in each recorded session beside what was planted there: precision and recall per kind.
# Fails where something planted is not found, or a finding is neither planted nor in the reviewed list beside this.
#
#   conformance-truth.sh --code CHECKOUT   reads ../shared/data/renderx/logs with the code of a checkout of RenderX
#   conformance-truth.sh STORE             asks a store that holds them already; default: .backbeat
#   BACKBEAT                               the command (default: the launcher beside this folder)
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
data=${BACKBEAT_SHARED:-$here/../../shared/data}/renderx
backbeat=${BACKBEAT:-$here/../backbeat}
[ -r "$data/ground-truth.json" ] || { echo "skipped: $data is not there" >&2; exit 0; }
store=${1:-.backbeat}
if [ "$store" = --code ]; then
  temp=$(mktemp -d)
  trap 'rm -rf "$temp"' EXIT
  store=$temp/store
  "$backbeat" analyze "$data/logs" --code "${2:?--code needs a checkout}" --store "$store" > "$temp/analyze.txt"
fi
node "$here/node/conformance-truth.mjs" "$backbeat" "$store" "$data" "$here/truth/renderx-conformance.json"
