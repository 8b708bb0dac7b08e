/// Where bytes come from: files, plain or gzipped, and standard input. A source gives a name and a stream;
/// what the bytes mean is none of its business.
///
/// Starting points: [Source], [FileSource], [Discovery] for folders and globs.
@NullMarked
package dev.backbeat.ingest.source;

import org.jspecify.annotations.NullMarked;
