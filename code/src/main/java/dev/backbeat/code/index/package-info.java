/// The index of a tree: facts of all its files, cached by content. Begin at [Indexer]. The cache never
/// decides what is true: damaged, missing or locked, it only costs time.
@NullMarked
package dev.backbeat.code.index;

import org.jspecify.annotations.NullMarked;
