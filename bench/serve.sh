#!/bin/sh
# How long the server takes for what the dashboard asks, over generated stores. Flags: see README.md.
. "$(dirname -- "$0")/java.sh"
bench ServeBench "$@"
