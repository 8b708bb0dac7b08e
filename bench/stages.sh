#!/bin/sh
# The stages of the ingest one by one, on one thread. Flags: see README.md.
. "$(dirname -- "$0")/java.sh"
bench Stages "$@"
