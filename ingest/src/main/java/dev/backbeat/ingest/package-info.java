/// From bytes to facts: the contracts of the stages and the words they pass on.
///
/// A [Layout] splits bytes into records, a [Vocabulary] turns the message of a record into events, the
/// assembler in `assembly` turns the events of one session into facts. `stage` runs them over chunks in
/// parallel and in order, redaction and the journal come before everything else. Formats know no analysis.
///
/// Starting points: [Layout] and [Vocabulary] for a new format, [SessionHandler] for what comes out.
@NullMarked
package dev.backbeat.ingest;

import org.jspecify.annotations.NullMarked;
