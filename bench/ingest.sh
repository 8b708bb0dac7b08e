#!/bin/sh
# `backbeat analyze` beside `wc -l` and a scan in Node, on a generated log. Flags: see README.md.
. "$(dirname -- "$0")/java.sh"
bench IngestBench "$@"
