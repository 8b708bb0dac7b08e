#!/bin/sh
# Draws the pictures of the README and the docs anew, of the bundled sample. Needs Node and a Chromium.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
COLUMNS=100 ./backbeat demo --once |
  sed "s|$PWD/||" |
  awk '/^bottlenecks by beat/ { exit } /^(error|warning) / { n++ } n > 4 && /^(error|warning|        )/ { next } { print }' |
  node "$here/terminal.mjs" "./backbeat demo" >"$here/analyze.svg"

shots=$(mktemp -d)
trap 'rm -rf "$shots"' EXIT
mvn -q test -pl acceptance -am -Dtest=DashboardTest -Dsurefire.failIfNoSpecifiedTests=false -Dbackbeat.shots="$shots"
cp "$shots/dashboard-home-dark-1280.png" "$here/dashboard-overview.png"
cp "$shots/dashboard-conformance-light-1280.png" "$here/dashboard-conformance.png"
cp "$shots/dashboard-timeline-dark-1280.png" "$here/dashboard-timeline.png"
