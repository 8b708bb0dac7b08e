/// Documents of the musical conductor: sequences, their index files, and manifests.
@NullMarked
package dev.backbeat.code.catalog.conductor;

import org.jspecify.annotations.NullMarked;
