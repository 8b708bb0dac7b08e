/// From files to the store: which files, which format, what is known already, and what is written.
///
/// Starting points: [InputSearch] for the files, [Ingest] for reading them all, [InputIngest] for one of
/// them, [Rebuild] for reading the journals again. A reading process that dies leaves nothing visible
/// behind; its unfinished journal is swept away by the next one.
@NullMarked
package dev.backbeat.app.ingest;

import org.jspecify.annotations.NullMarked;
