package dev.backbeat.ingest.stage;

/// A piece of an input, cut where a record starts.
///
/// @param bytes at least `length` bytes, owned by whoever holds the chunk
/// @param length how many of them belong to it
/// @param offset where it begins in the input
/// @param midLine whether it begins within a line that is too long to be read as one
/// @param last whether the input ends with it
record Chunk(byte[] bytes, int length, long offset, boolean midLine, boolean last) {}
