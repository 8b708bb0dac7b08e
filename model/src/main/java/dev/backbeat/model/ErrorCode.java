package dev.backbeat.model;

/// What kind of trouble it is; the kind decides the exit code of the command line.
public enum ErrorCode {
    /// A flag, a setting or a combination of them makes no sense.
    USAGE(2),
    /// An input is not there or can't be read.
    INPUT(2),
    /// The store is missing, held by another process, of another version, or not ours.
    STORE(2),
    /// What was asked for is not in the store.
    NOT_FOUND(2),
    /// The environment failed: the disk is full, a permission is missing.
    ENVIRONMENT(3),
    /// A defect of Backbeat.
    INTERNAL(3);

    private final int exitCode;

    ErrorCode(int exitCode) {
        this.exitCode = exitCode;
    }

    /// The exit code of the command line: 2 the user can fix it, 3 our fault or the environment's.
    public int exitCode() {
        return exitCode;
    }
}
