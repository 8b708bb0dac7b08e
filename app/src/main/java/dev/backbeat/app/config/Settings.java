package dev.backbeat.app.config;

import dev.backbeat.ingest.redaction.RedactionRules;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What holds for a run: a flag wins over the environment, which wins over `backbeat.yaml`, which wins
/// over the defaults.
///
/// @param store the folder of the store
/// @param format the format of all inputs, absent where it is found out
/// @param output the kind of output
/// @param code checkouts
/// @param coverage reports of coverage tools
/// @param builds labels, or labels with globs
/// @param gapMillis the shortest silence that is told
/// @param redaction what to mask beyond the built-in rules
/// @param file the settings file, where there is one
public record Settings(
        Path store,
        @Nullable String format,
        String output,
        List<Path> code,
        List<Path> coverage,
        List<String> builds,
        long gapMillis,
        RedactionRules redaction,
        @Nullable Path file) {

    /// The folder of the store when nobody says another.
    public static final String DEFAULT_STORE = ".backbeat";

    private static final String DEFAULT_OUTPUT = "terminal";
    private static final long DEFAULT_GAP_MILLIS = 1000;

    /// What flags say; what is absent or empty was not said.
    public record Flags(
            @Nullable String store,
            @Nullable String format,
            @Nullable String output,
            List<String> code,
            List<String> coverage,
            List<String> builds) {

        /// No flag.
        public static Flags none() {
            return new Flags(null, null, null, List.of(), List.of(), List.of());
        }
    }

    /// Brings together what was said.
    ///
    /// @param folder the current folder
    /// @throws BackbeatException `USAGE` when a value is none
    public static Settings of(Path folder, Map<String, String> environment, Flags flags) {
        Optional<Path> file = SettingsFile.find(folder);
        SettingsFile said = file.map(SettingsFile::read).orElse(SettingsFile.EMPTY);
        Path base = file.map(Path::getParent).orElse(folder);
        String store = first(flags.store(), environment.get("BACKBEAT_STORE"));
        Path storeFolder = store != null
                ? folder.resolve(store)
                : said.store() != null ? base.resolve(said.store()) : folder.resolve(DEFAULT_STORE);
        List<Path> code = paths(folder, flags.code(), environment.get("BACKBEAT_CODE"));
        List<Path> coverage = paths(folder, flags.coverage(), environment.get("BACKBEAT_COVERAGE"));
        List<String> builds = flags.builds().isEmpty() ? list(environment.get("BACKBEAT_BUILD"), ",") : flags.builds();
        return new Settings(
                storeFolder,
                first(flags.format(), environment.get("BACKBEAT_FORMAT"), said.format()),
                Objects.requireNonNullElse(
                        first(flags.output(), environment.get("BACKBEAT_OUTPUT"), said.output()), DEFAULT_OUTPUT),
                code.isEmpty() ? absent(said.code()).stream().map(base::resolve).toList() : code,
                coverage.isEmpty()
                        ? absent(said.coverage()).stream().map(base::resolve).toList()
                        : coverage,
                builds.isEmpty() ? absent(said.build()) : builds,
                gapMillis(environment.get("BACKBEAT_GAP_MILLIS"), said.gapMillis()),
                redaction(said.redaction()),
                file.orElse(null));
    }

    private static List<Path> paths(Path folder, List<String> flags, @Nullable String environment) {
        return Stream.concat(flags.stream(), list(environment, File.pathSeparator).stream())
                .map(folder::resolve)
                .toList();
    }

    private static long gapMillis(@Nullable String environment, @Nullable Long file) {
        try {
            long millis = environment != null
                    ? Long.parseLong(environment)
                    : Objects.requireNonNullElse(file, DEFAULT_GAP_MILLIS);
            if (millis >= 1) {
                return millis;
            }
        } catch (NumberFormatException e) {
            throw BackbeatException.withHint(
                            ErrorCode.USAGE,
                            "`%s` is no number of milliseconds".formatted(environment),
                            "set BACKBEAT_GAP_MILLIS to a whole number such as 1000")
                    .causedBy(e);
        }
        throw BackbeatException.withHint(ErrorCode.USAGE, "`gapMillis` is at least 1", "a silence of a second is 1000");
    }

    private static RedactionRules redaction(SettingsFile.@Nullable Redaction said) {
        if (said == null) {
            return RedactionRules.standard();
        }
        try {
            return new RedactionRules(
                    absent(said.keys()),
                    absent(said.patterns()).stream()
                            .map(pattern -> RedactionRules.UserPattern.of(
                                    pattern.id(), pattern.literal(), pattern.expression()))
                            .toList(),
                    Set.copyOf(absent(said.disable())));
        } catch (IllegalArgumentException e) {
            throw BackbeatException.withHint(
                            ErrorCode.USAGE, String.valueOf(e.getMessage()), "mend `redaction` in " + SettingsFile.NAME)
                    .causedBy(e);
        }
    }

    private static <T> List<T> absent(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static List<String> list(@Nullable String text, String separator) {
        return text == null || text.isBlank() ? List.of() : List.of(text.split(Pattern.quote(separator)));
    }

    private static @Nullable String first(@Nullable String... values) {
        for (String value : values) {
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }
}
