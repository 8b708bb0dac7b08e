package dev.backbeat.bench;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.layout.conductorconsole.ConductorConsoleLayout;
import dev.backbeat.ingest.layout.conductorrecorder.ConductorRecorderLayout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The kinds of logs that are measured, each in files of its own.
final class Formats {

    private static final int SAMPLE_BYTES = 64 << 10;

    /// What can be measured.
    static final List<Layout> ALL = List.of(new ConductorConsoleLayout(), new ConductorRecorderLayout());

    private Formats() {}

    /// The layout with this id.
    static Layout of(String id) {
        return ALL.stream()
                .filter(layout -> layout.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no format `" + id + "`"));
    }

    /// The logs of one format in a folder, sorted.
    static List<Path> logs(Path folder, Layout layout) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> logs = files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
            return logs.stream().filter(file -> fits(file, layout)).toList();
        }
    }

    private static boolean fits(Path file, Layout layout) {
        byte[] sample;
        try (InputStream in = Files.newInputStream(file)) {
            sample = in.readNBytes(SAMPLE_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ALL.stream()
                .max(Comparator.comparingInt(each -> each.fit(sample, sample.length)))
                .filter(layout::equals)
                .isPresent();
    }
}
