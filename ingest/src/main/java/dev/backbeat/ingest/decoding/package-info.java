/// Inputs whose records are no lines: a decoding turns such an input into lines of text, once and as a
/// whole, as decompression does, and from there on it is a log like any other.
///
/// Starting point: [Decoding].
@NullMarked
package dev.backbeat.ingest.decoding;

import org.jspecify.annotations.NullMarked;
