package dev.backbeat.ingest.vocabulary.conductor;

import dev.backbeat.ingest.LogRecord;
import dev.backbeat.model.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a process says about its build: once or twice a session, so regular expressions will do.
final class Versions {

    private static final String CONDUCTOR = "musical-conductor";
    private static final Pattern COMMIT = Pattern.compile("\"commit\":\"([^\"]{1,64})\"");
    private static final Pattern BUILT_AT = Pattern.compile("\"builtAt\":\"([^\"]{1,64})\"");
    private static final Pattern PACKAGE =
            Pattern.compile("\\{\"name\":\"([^\"]{1,214})\",\"version\":\"([^\"]{1,256})\"\\}");

    private Versions() {}

    static Event read(String json, LogRecord record) {
        List<Event.PackageVersion> packages = new ArrayList<>();
        Matcher matcher = PACKAGE.matcher(json);
        while (matcher.find()) {
            packages.add(new Event.PackageVersion(matcher.group(1), matcher.group(2)));
        }
        return new Event.BuildReported(
                record.offset(), record.timeNanos(), first(COMMIT, json), first(BUILT_AT, json), List.copyOf(packages));
    }

    static Event conductor(String version, LogRecord record) {
        List<Event.PackageVersion> packages =
                version.equals("unknown") ? List.of() : List.of(new Event.PackageVersion(CONDUCTOR, version));
        return new Event.BuildReported(record.offset(), record.timeNanos(), null, null, packages);
    }

    private static @Nullable String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
