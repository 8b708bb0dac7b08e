/// The journal: the redacted input, kept in append-only zstd blocks, one file an input. The store is derived
/// from it and can be rebuilt; an origin leads back into it.
///
/// Starting points: [JournalWriter], [JournalReader]. A block is written whole with its own checksum, so a
/// killed process leaves at most one broken block at the end, which reading stops at.
@NullMarked
package dev.backbeat.ingest.journal;

import org.jspecify.annotations.NullMarked;
