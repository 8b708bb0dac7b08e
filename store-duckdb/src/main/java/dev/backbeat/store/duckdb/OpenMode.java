package dev.backbeat.store.duckdb;

/// What a store is opened for.
public enum OpenMode {
    /// To ask and to write; the store is created where there is none.
    READ_WRITE,
    /// To ask only, beside other processes that only ask; there has to be a store.
    READ
}
