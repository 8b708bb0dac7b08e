package dev.backbeat.store.duckdb;

/// What DuckDB may use of the machine.
///
/// @param memoryMegabytes how much memory it may take outside the Java heap; what needs more spills to disk
/// @param threads how many threads a question may use
public record DuckDbSettings(int memoryMegabytes, int threads) {

    /// Half a gigabyte and two threads.
    public static final DuckDbSettings DEFAULT = new DuckDbSettings(512, 2);

    /// Checks the numbers.
    public DuckDbSettings {
        if (memoryMegabytes < 1 || threads < 1) {
            throw new IllegalArgumentException("memory and threads have to be at least 1");
        }
    }
}
