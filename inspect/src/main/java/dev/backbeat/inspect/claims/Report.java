package dev.backbeat.inspect.claims;

import dev.backbeat.model.Claim;
import dev.backbeat.model.ClaimSource;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Time;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A report in the store.
///
/// @param input the store's number of it
/// @param name the path it was given as
record Report(int input, String name, ClaimSource source, List<Claim> claims) {

    private static final String SOURCES =
            "SELECT s.*, i.name FROM claim_sources s JOIN inputs i ON i.input = s.input ORDER BY s.input";
    private static final String CLAIMS = "SELECT * FROM claims WHERE input = ? ORDER BY ordinal";

    /// How many mounts of one duration are no accident.
    private static final int SUSPICIOUS_MOUNTS = 5;

    /// From how many times its precision on the same duration is no accident.
    private static final int SUSPICIOUS_PRECISION = 10;

    /// Copies.
    Report {
        claims = List.copyOf(claims);
    }

    /// All reports of a store, in the order in which they were read.
    static List<Report> all(Store store) {
        List<Report> reports = new ArrayList<>();
        store.rows(
                SOURCES,
                row -> reports.add(new Report(
                        row.intAt("input"),
                        row.textAt("name").orElse("?"),
                        new ClaimSource(
                                row.textAt("writer").orElse(""),
                                row.textAt("about").orElse(null),
                                row.longAt("start_nanos"),
                                row.longAt("end_nanos"),
                                row.longAt("written_nanos"),
                                row.booleanAt("complete")),
                        List.of())));
        return reports.stream()
                .map(report -> new Report(
                        report.input, report.name, report.source, store.rows(CLAIMS, Report::claim, report.input)))
                .toList();
    }

    private static Claim claim(Row row) {
        return new Claim(
                row.intAt("ordinal"),
                Claim.Kind.valueOf(row.textAt("kind").orElseThrow().toUpperCase(Locale.ROOT)),
                row.textAt("subject").orElse(null),
                row.textAt("text").orElse(null),
                row.longAt("value"),
                Claim.Unit.valueOf(row.textAt("unit").orElseThrow().toUpperCase(Locale.ROOT)),
                row.longAt("value_precision"),
                row.longAt("start_nanos"),
                row.longAt("end_nanos"),
                new Origin(row.intAt("input"), row.longAt("start_offset")),
                row.textAt("pointer").orElse(""));
    }

    Stream<Claim> of(Claim.Kind kind) {
        return claims.stream().filter(claim -> claim.kind() == kind);
    }

    /// The names that it takes for plugins.
    Set<String> plugins() {
        return Stream.of(Claim.Kind.PLUGIN_MOUNTED, Claim.Kind.MOUNT_ATTEMPTS)
                .flatMap(this::of)
                .map(Claim::subject)
                .filter(name -> name != null)
                .collect(Collectors.toSet());
    }

    /// When it says that the build was made.
    Set<Long> buildTimes() {
        return of(Claim.Kind.BUILD_TIME).map(Claim::startNanos).collect(Collectors.toSet());
    }

    /// Whether it gives many mounts one duration that is too long to be an accident.
    boolean isConstant() {
        List<Claim> mounts = of(Claim.Kind.PLUGIN_MOUNT_DURATION)
                .filter(claim -> claim.text() == null)
                .toList();
        return mounts.size() >= SUSPICIOUS_MOUNTS
                && mounts.stream().map(Claim::value).distinct().count() == 1
                && mounts.getFirst().value()
                        >= SUSPICIOUS_PRECISION * mounts.getFirst().precision();
    }

    /// Whether another report is about the same session: of the same file or the same times.
    boolean isBeside(Report other) {
        boolean file = source.about() != null && FileName.of(source.about()).equals(FileName.of(other.source.about()));
        boolean times = Time.isKnown(source.endNanos())
                && source.endNanos() == other.source.endNanos()
                && source.startNanos() == other.source.startNanos();
        return file || times;
    }

    /// The last part of its name.
    String shortName() {
        return FileName.of(name);
    }

    /// The last part of a path of any system.
    static final class FileName {
        private FileName() {}

        static String of(@Nullable String path) {
            String known = path == null ? "" : path;
            String name = known.substring(Math.max(known.lastIndexOf('/'), known.lastIndexOf('\\')) + 1);
            return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        }
    }
}
