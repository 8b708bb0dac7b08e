#!/bin/sh
# How long lines that are sent take until their beats are in the answers. Flags: see README.md.
. "$(dirname -- "$0")/java.sh"
bench LiveBench "$@"
