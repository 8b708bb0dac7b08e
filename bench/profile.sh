#!/bin/sh
# The whole answer of `profile` over generated stores. Flags: see README.md.
. "$(dirname -- "$0")/java.sh"
bench ProfileBench "$@"
