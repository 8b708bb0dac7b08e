/// Runs the stages over an input: chunks are read in order, redacted, compressed and parsed in parallel,
/// and put back in order before the assembler sees them.
///
/// Starting point: [InputPass]. A chunk is cut where a record starts, so what it means depends on nothing
/// outside of it; all that depends on order (sessions, assembly, silences between chunks) happens in
/// [SessionCutter], on one thread.
@NullMarked
package dev.backbeat.ingest.stage;

import org.jspecify.annotations.NullMarked;
