#!/bin/sh
# Alignments of distinct variants beside PM4Py's published seconds, and the folding of executions. Flags: see README.md.
. "$(dirname -- "$0")/java.sh"
bench ConformanceBench "$@"
