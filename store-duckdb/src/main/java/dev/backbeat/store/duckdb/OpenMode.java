package dev.backbeat.store.duckdb;

/// What a store is opened for.
public enum OpenMode {
    /// To ask and to write; the store is created where there is none.
    READ_WRITE,
    /// To ask only, beside other processes that only ask; there has to be a store.
    READ,
    /// To ask only, as it is, also where an earlier version of Backbeat wrote it: in the views that it has.
    READ_EARLIER
}
