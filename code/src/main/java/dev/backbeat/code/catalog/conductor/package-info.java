/// Documents of the musical conductor: sequences, their index files, and manifests. Begin at
/// [ConductorDocuments].
@NullMarked
package dev.backbeat.code.catalog.conductor;

import org.jspecify.annotations.NullMarked;
