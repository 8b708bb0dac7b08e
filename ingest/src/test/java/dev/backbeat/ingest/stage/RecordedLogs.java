package dev.backbeat.ingest.stage;

import dev.backbeat.ingest.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Logs that the storefront recorded.
final class RecordedLogs {

    static final String STARTED = "🎼 EventBus: Using internal conductor (legacy mode)";

    private static final Path STOREFRONT =
            Path.of(System.getProperty("backbeat.root", "..")).toAbsolutePath().resolve("samples/storefront");

    /// A log and how it is laid out.
    record Recorded(String file, Layout layout) {

        byte[] bytes() {
            try {
                return Files.readAllBytes(STOREFRONT.resolve(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static final Recorded SHOPPING = new Recorded("sessions/browse-and-buy.log", ReadInput.RECORDER);
    static final Recorded OVERLAPPING = new Recorded("sessions/overlapping.log", ReadInput.RECORDER);
    static final Recorded FAILURES = new Recorded("sessions/handler-failures.log", ReadInput.RECORDER);
    static final Recorded UNTIMED = new Recorded("console/sessions/handler-failures.log", ReadInput.CONSOLE);
    static final Recorded TIMED = new Recorded("console/sessions/handler-failures-timed.log", ReadInput.CONSOLE);
    static final Recorded UNSHOWN = new Recorded("console/sessions/saved-at-once.log", ReadInput.CONSOLE);

    private RecordedLogs() {}

    static List<Recorded> all() {
        return List.of(SHOPPING, OVERLAPPING, FAILURES, UNTIMED, TIMED, UNSHOWN);
    }
}
