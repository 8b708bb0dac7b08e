package dev.backbeat.code.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The texts that code which can run writes, with the first place of each.
final class Texts {

    /// A pattern of fewer letters would mean anything.
    private static final int LEAST_LETTERS = 3;

    private final Set<String> names;
    private final Map<String, Way> exact = new HashMap<>();
    private final Map<String, Way> patterns = new HashMap<>();
    private final List<Compiled> compiled = new ArrayList<>();

    /// @param isWide whether most names fit it
    private record Compiled(Pattern pattern, boolean isWide, Way way) {}

    /// @param names all that will be asked for
    Texts(Collection<String> names) {
        this.names = Set.copyOf(names);
    }

    /// Remembers a text, with `*` for what is not known of it.
    ///
    /// @return whether it is new
    boolean add(String text, Way way) {
        if (text.indexOf('*') < 0) {
            return exact.putIfAbsent(text, way) == null;
        }
        if (isTelling(text) && patterns.putIfAbsent(text, way) == null) {
            Pattern pattern = pattern(text);
            long fitting = names.stream()
                    .filter(name -> pattern.matcher(name).matches())
                    .count();
            compiled.add(new Compiled(pattern, fitting * 2 > names.size(), way));
            return true;
        }
        return false;
    }

    /// The first place of a text, or of a pattern that it fits. A pattern that most names fit, such as
    /// `*-symphony`, says nothing of one of them, unless what fills its holes is written somewhere, too.
    Optional<Way> of(String text) {
        Way way = exact.get(text);
        return way != null
                ? Optional.of(way)
                : compiled.stream()
                        .filter(one -> fits(one, text))
                        .map(Compiled::way)
                        .findFirst();
    }

    private boolean fits(Compiled one, String text) {
        Matcher matcher = one.pattern().matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        for (int i = 1; one.isWide() && i <= matcher.groupCount(); i++) {
            String fill = matcher.group(i);
            if (!fill.isEmpty() && !exact.containsKey(fill)) {
                return false;
            }
        }
        return true;
    }

    static boolean isTelling(String pattern) {
        return pattern.chars().filter(Character::isLetterOrDigit).count() >= LEAST_LETTERS;
    }

    /// What a text with `*` for its holes fits; a group for each hole.
    static Pattern pattern(String text) {
        return Pattern.compile(Arrays.stream(text.split("\\*", -1))
                .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
                .collect(Collectors.joining("(.*)")));
    }
}
