#!/bin/sh
# The code index of checkouts, cold and warm, beside universal-ctags. Flags: see README.md.
. "$(dirname -- "$0")/java.sh"
bench IndexBench "$@"
