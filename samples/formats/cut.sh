#!/bin/sh
# Cuts the inputs of the golden cases out of the sessions that the storefront recorded. Nothing here is typed by
# hand: a case is lines of a recording, mostly the start-up and one stretch. Run it after recording afresh (and
# look the lines up anew), then `-Dbackbeat.golden=write`, then read what changed.
set -eu
cd "$(dirname "$0")"

# cut <layout id> <case> <recording> <lines for sed>
cut_case() {
    mkdir -p "$1/$2"
    sed -n "$4" "../storefront/$3" >"$1/$2/input.log"
}

recorded() { cut_case conductor-recorder "$1" "sessions/$2.log" "$3"; }
console() { cut_case conductor-console "$1" "console/sessions/$2.log" "$3"; }

recorded nested-publish browse-and-buy '1,95p;509,680p'
recorded two-subscribers-wrong-sequence browse-and-buy '1,95p;2989,3039p'
recorded throws-behind-another handler-failures '1,95p;369,478p'
recorded fails-after-beat handler-failures '1,95p;582,687p'
recorded fails-after-sequence handler-failures '1,95p;1615,1720p'
recorded throws-in-beat-and-breaks-the-next handler-failures '1,95p;1503,1615p'
recorded overlap-ends-in-reverse overlapping '1,95p;305,640p'
recorded overlap-fails-in-the-same-handler overlapping '1,95p;1806,2030p'
recorded never-ends hung '1,95p;408,640p'
recorded begins-in-the-middle handler-failures '640,700p'

# Ends within a character, as a file that is still being written can.
mkdir -p conductor-recorder/ends-within-a-character
head -c 12340 ../storefront/sessions/hung.log >conductor-recorder/ends-within-a-character/input.log

console one-shopper one-shopper '1,$p'
console one-shopper-timed one-shopper-timed '1,330p'
console handler-failures handler-failures '1,$p'
console handler-failures-timed handler-failures-timed '1,$p'
console saved-at-once saved-at-once '1,$p'

# Told by its first bytes, not its name.
mkdir -p conductor-console/gzipped
head -n 120 ../storefront/console/sessions/one-shopper-timed.log | gzip -9n >conductor-console/gzipped/input.log.gz
