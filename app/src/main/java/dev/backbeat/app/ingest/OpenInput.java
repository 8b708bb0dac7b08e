package dev.backbeat.app.ingest;

import dev.backbeat.ingest.source.Source;
import dev.backbeat.ingest.stage.InputPass;
import dev.backbeat.ingest.stage.Parsing;
import java.io.IOException;
import java.io.UncheckedIOException;

/// An input whose format is known and whose first chunks are being parsed.
///
/// @param journalled how it is parsed again from its journal
record OpenInput(Source source, Format format, Parsing journalled, InputPass pass) implements Opened {

    @Override
    public void close() {
        try {
            pass.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
