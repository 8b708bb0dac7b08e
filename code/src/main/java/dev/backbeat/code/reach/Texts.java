package dev.backbeat.code.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The texts that code which can run writes, with the first place of each.
final class Texts {

    /// A pattern of fewer letters would mean anything.
    private static final int LEAST_LETTERS = 3;

    private final Map<String, Way> exact = new HashMap<>();
    private final Map<String, Way> patterns = new HashMap<>();
    private final List<Compiled> compiled = new ArrayList<>();

    private record Compiled(Pattern pattern, Way way) {}

    /// Remembers a text, with `*` for what is not known of it.
    ///
    /// @return whether it is new
    boolean add(String text, Way way) {
        if (text.indexOf('*') < 0) {
            return exact.putIfAbsent(text, way) == null;
        }
        if (isTelling(text) && patterns.putIfAbsent(text, way) == null) {
            compiled.add(new Compiled(pattern(text), way));
            return true;
        }
        return false;
    }

    /// The first place of a text, or of a pattern that it fits.
    Optional<Way> of(String text) {
        Way way = exact.get(text);
        return way != null
                ? Optional.of(way)
                : compiled.stream()
                        .filter(one -> one.pattern().matcher(text).matches())
                        .map(Compiled::way)
                        .findFirst();
    }

    static boolean isTelling(String pattern) {
        return pattern.chars().filter(Character::isLetterOrDigit).count() >= LEAST_LETTERS;
    }

    /// What a text with `*` for its holes fits.
    static Pattern pattern(String text) {
        return Pattern.compile(Arrays.stream(text.split("\\*", -1))
                .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
                .collect(Collectors.joining(".*")));
    }
}
