#!/bin/sh
# How long pages take in a browser, and how fluid the timeline is, over generated stores: pages.sh [<sizes>].
. "$(dirname -- "$0")/java.sh"
stores=$(mktemp -d)
trap 'rm -rf "$stores"' EXIT
bench StoreFill --beats "${1:-10k,100k,1m}" --keep "$stores"
cd "$root"
mvn -q test -pl acceptance -am -Dtest=PageFigures -Dsurefire.failIfNoSpecifiedTests=false -Dbackbeat.stores="$stores" |
  grep '^|'
