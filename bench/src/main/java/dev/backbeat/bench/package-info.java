/// Measures Backbeat beside its peers: ingest end to end, its stages one by one, and the logs they are fed.
///
/// Begin at [dev.backbeat.bench.IngestBench]; the scripts in `bench/` start the mains of this package
/// straight from their sources, with the libraries of the built app as class path. Nothing here is a
/// test: the figures depend on the machine, so they are printed beside a peer of the same run and beside
/// how busy it was.
@NullMarked
package dev.backbeat.bench;

import org.jspecify.annotations.NullMarked;
