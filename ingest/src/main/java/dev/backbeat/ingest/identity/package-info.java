/// Identities made of content: the hash that tells contents apart, and who an execution is.
///
/// An identity never depends on thread or arrival order, so the same log gives the same identities whenever
/// and however it is read.
@NullMarked
package dev.backbeat.ingest.identity;

import org.jspecify.annotations.NullMarked;
