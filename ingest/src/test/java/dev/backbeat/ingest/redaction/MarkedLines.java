package dev.backbeat.ingest.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// The lines of a test resource, in which `⟦…⟧` marks what is secret.
record MarkedLines(List<String> lines) {

    private static final Pattern SECRET = Pattern.compile("⟦(.*?)⟧");

    static MarkedLines of(String resource) {
        try (InputStream in = Objects.requireNonNull(MarkedLines.class.getResourceAsStream(resource), resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new MarkedLines(text.lines()
                    .filter(line -> !line.startsWith("# ") && !line.isEmpty())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String input(String line) {
        return SECRET.matcher(line).replaceAll(match -> java.util.regex.Matcher.quoteReplacement(match.group(1)));
    }

    static String expected(String line) {
        return SECRET.matcher(line)
                .replaceAll(match -> "*".repeat(match.group(1).getBytes(StandardCharsets.UTF_8).length));
    }
}
