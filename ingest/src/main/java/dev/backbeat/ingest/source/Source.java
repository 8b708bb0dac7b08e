package dev.backbeat.ingest.source;

import java.io.IOException;
import java.io.InputStream;

/// Something that bytes can be read from.
public interface Source {

    /// How it was named: a path as it was given, or `-` for standard input.
    String name();

    /// How many bytes it holds as it lies there, -1 where that is not known; for the progress bar only.
    long storedBytes();

    /// Opens it, decompressed.
    ///
    /// @throws IOException when it can't be opened or read
    InputStream open() throws IOException;
}
