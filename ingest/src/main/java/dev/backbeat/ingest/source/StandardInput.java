package dev.backbeat.ingest.source;

import java.io.InputStream;

/// Standard input, which can be read once.
///
/// @param open the stream
public record StandardInput(InputStream open) implements Source {

    @Override
    public String name() {
        return "-";
    }

    @Override
    public long storedBytes() {
        return -1;
    }
}
