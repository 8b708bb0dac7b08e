package dev.backbeat.ingest.vocabulary.conductor;

import dev.backbeat.ingest.matching.MessagePattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The rules of the resource `rules.tsv`: messages that are silent by name and messages that report trouble.
final class TroubleRules {

    private static final String RESOURCE = "rules.tsv";

    private TroubleRules() {}

    /// What a message of the resource is.
    enum Kind {
        SILENT,
        WARNING,
        ERROR,
        NETWORK
    }

    /// A rule of the resource.
    record TextRule(String name, Kind kind, MessagePattern pattern) {}

    static List<TextRule> load() {
        List<TextRule> rules = new ArrayList<>();
        for (String line : text().split("\n")) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] fields = line.split("\t", 3);
                Kind kind = Kind.valueOf(fields[1].toUpperCase(Locale.ROOT));
                rules.add(new TextRule(fields[0], kind, MessagePattern.of(fields[2])));
            }
        }
        return List.copyOf(rules);
    }

    private static String text() {
        try (InputStream in = TroubleRules.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("resource `" + RESOURCE + "` is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
