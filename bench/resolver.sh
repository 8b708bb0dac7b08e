#!/bin/sh
# Compares Backbeat's mappings with what the TypeScript compiler finds in the same checkout: resolver/README.md.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)

[ -d "$here/resolver/node_modules/typescript" ] || npm ci --silent --prefix "$here/resolver" >&2
exec node "$here/resolver/main.mjs" "$@"
