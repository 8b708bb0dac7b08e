package dev.backbeat.app.ingest;

/// Is told how far long work is.
public interface Progress {

    /// Work has begun on so many bytes.
    void begin(long totalBytes);

    /// An input was begun.
    void input(String name);

    /// So many bytes are done.
    void done(long bytes);

    /// The work is over.
    void end();

    /// Nobody listens.
    static Progress none() {
        return new Progress() {
            @Override
            public void begin(long totalBytes) {}

            @Override
            public void input(String name) {}

            @Override
            public void done(long bytes) {}

            @Override
            public void end() {}
        };
    }
}
