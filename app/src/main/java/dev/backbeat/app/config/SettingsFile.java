package dev.backbeat.app.config;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// `backbeat.yaml`: what is said once for a project. Every key may be absent.
///
/// @param store the folder of the store, relative to the file
/// @param format the format of all inputs
/// @param output the kind of output
/// @param code checkouts, relative to the file
/// @param coverage reports of coverage tools, relative to the file
/// @param build labels, or labels with globs
/// @param gapMillis the shortest silence that is told, in milliseconds
/// @param redaction what to mask beyond the built-in rules
public record SettingsFile(
        @Nullable String store,
        @Nullable String format,
        @Nullable String output,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<String> code,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<String> coverage,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<String> build,

        @Nullable Long gapMillis,
        @Nullable Redaction redaction) {

    /// The name of the file.
    public static final String NAME = "backbeat.yaml";

    /// A file that says nothing.
    static final SettingsFile EMPTY = new SettingsFile(null, null, null, null, null, null, null, null);

    /// What to mask beyond the built-in rules.
    ///
    /// @param keys keys whose values are secret
    /// @param patterns regular expressions, each behind a literal
    /// @param disable ids of built-in rules that are switched off
    public record Redaction(
            @Nullable List<String> keys,
            @Nullable List<SecretPattern> patterns,
            @Nullable List<String> disable) {

        /// A regular expression behind a literal.
        public record SecretPattern(String id, String literal, String expression) {}
    }

    /// The nearest file in a folder or above it.
    static Optional<Path> find(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            Path file = at.resolve(NAME);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /// Reads a file.
    ///
    /// @throws BackbeatException `USAGE` when it holds an unknown key or a wrong value, naming the line
    static SettingsFile read(Path file) {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            SettingsFile read = mapper.readValue(file, SettingsFile.class);
            return read == null ? EMPTY : read;
        } catch (UnrecognizedPropertyException e) {
            throw BackbeatException.withHint(
                            ErrorCode.USAGE,
                            "there is no setting `%s` (%s)"
                                    .formatted(e.getPropertyName(), place(file, e.getPropertyName())),
                            "the settings here are " + e.getKnownPropertyIds())
                    .causedBy(e);
        } catch (JacksonException e) {
            throw BackbeatException.withHint(
                            ErrorCode.USAGE,
                            "can't be understood: %s (%s)".formatted(firstLine(e), place(file, e)),
                            "its keys are store, format, output, code, coverage, build, gapMillis and redaction")
                    .causedBy(e);
        }
    }

    /// The line of a key; the parser no longer knows it when records are made of what it read.
    private static String place(Path file, String key) {
        Pattern line = Pattern.compile("[\\s{,-]*[\"']?" + Pattern.quote(key) + "[\"']?\\s*:.*");
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (line.matcher(lines.get(i)).matches()) {
                    return file + ":" + (i + 1);
                }
            }
        } catch (IOException e) {
            return file.toString();
        }
        return file.toString();
    }

    private static String place(Path file, JacksonException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return line > 0 ? file + ":" + line : file.toString();
    }

    private static String firstLine(JacksonException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("").strip();
    }
}
