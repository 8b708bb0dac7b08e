#!/bin/sh
# Draws the README's picture anew from what the tool prints of the bundled sample. Needs Node.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
COLUMNS=100 ./backbeat demo --once |
  sed "s|$PWD/||" |
  awk '/^bottlenecks by beat/ { exit } /^(error|warning) / { n++ } n > 4 && /^(error|warning|        )/ { next } { print }' |
  node "$here/terminal.mjs" "./backbeat demo" >"$here/analyze.svg"
