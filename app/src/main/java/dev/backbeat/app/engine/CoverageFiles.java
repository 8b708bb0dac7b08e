package dev.backbeat.app.engine;

import dev.backbeat.code.coverage.CoverageReader;
import dev.backbeat.mapping.NamedReport;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the reports of coverage tools that are named, or that lie in a folder that is.
final class CoverageFiles {

    private static final long LARGEST = 512L << 20;
    private static final int HEAD = 4096;
    private static final int DEPTH = 8;

    /// What tools call their reports.
    private static final Pattern NAMES = Pattern.compile(
            "(lcov.*|.*\\.lcov|.*\\.info|coverage-final\\.json|jacoco.*\\.xml|cobertura.*\\.xml|coverage\\.xml)");

    private final List<CoverageReader> readers;

    CoverageFiles(List<CoverageReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /// @throws BackbeatException `USAGE` when there is no such file or it is no report, `INPUT` when it is
    ///     damaged
    List<NamedReport> read(List<Path> paths) {
        List<NamedReport> reports = new ArrayList<>();
        for (Path path : paths.stream().map(Path::normalize).distinct().toList()) {
            if (Files.isDirectory(path)) {
                List<Path> found = in(path);
                if (found.isEmpty()) {
                    throw BackbeatException.withHint(
                            ErrorCode.USAGE, "there is no report of a coverage tool in `%s`".formatted(path), known());
                }
                found.forEach(file -> reports.add(one(file)));
            } else {
                reports.add(one(path));
            }
        }
        return reports;
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.find(
                folder,
                DEPTH,
                (path, attributes) -> attributes.isRegularFile()
                        && NAMES.matcher(path.getFileName().toString()).matches())) {
            return files.sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw BackbeatException.of(ErrorCode.INPUT, "`%s` can't be listed: %s".formatted(folder, e.getMessage()))
                    .causedBy(e);
        }
    }

    private NamedReport one(Path path) {
        try {
            if (!Files.isRegularFile(path)) {
                throw BackbeatException.withHint(
                        ErrorCode.USAGE,
                        "there is no file `%s`".formatted(path),
                        "`--coverage` names the report of a coverage tool, such as `coverage/lcov.info`");
            }
            if (Files.size(path) > LARGEST) {
                throw BackbeatException.of(ErrorCode.INPUT, "`%s` has more than %,d bytes".formatted(path, LARGEST));
            }
            String head;
            try (InputStream stream = Files.newInputStream(path)) {
                head = new String(stream.readNBytes(HEAD), StandardCharsets.UTF_8);
            }
            for (CoverageReader reader : readers) {
                if (reader.mayRead(head)) {
                    return new NamedReport(path.toString(), reader.read(path.toString(), Files.readAllBytes(path)));
                }
            }
            throw BackbeatException.withHint(
                    ErrorCode.USAGE, "`%s` is no report of a coverage tool that is known".formatted(path), known());
        } catch (IOException e) {
            throw BackbeatException.of(ErrorCode.INPUT, "`%s` can't be read: %s".formatted(path, e.getMessage()))
                    .causedBy(e);
        }
    }

    private String known() {
        return "known are " + readers.stream().map(CoverageReader::id).collect(Collectors.joining(", "));
    }
}
