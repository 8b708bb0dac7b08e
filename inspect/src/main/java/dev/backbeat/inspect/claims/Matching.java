package dev.backbeat.inspect.claims;

import dev.backbeat.model.Time;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which log a report is about. Its start is not trusted, since analyzers take the time of a build for a
/// record; its end is, and the name of the file that it says it is about.
final class Matching {

    /// Two ends that are nearer than this are the same: some tools know records that have no time for others.
    private static final long NEAR_NANOS = Time.NANOS_PER_SECOND;

    private static final int DEEPEST = 3;

    private final List<Report> reports;
    private final List<Log> logs;

    Matching(List<Report> reports, List<Log> logs) {
        this.reports = reports;
        this.logs = logs;
    }

    /// The log of a report.
    ///
    /// @param log absent where it is not in the store, or there is doubt
    /// @param why how it was found, or why it was not
    /// @param sameExtent whether the report was made of as much as is in the store
    record Match(@Nullable Log log, String why, boolean sameExtent) {

        static Match none(String why) {
            return new Match(null, why, false);
        }
    }

    Match of(Report report) {
        return of(report, 0);
    }

    private Match of(Report report, int depth) {
        String about = Report.FileName.of(report.source().about());
        Optional<Report> other = reports.stream()
                .filter(each ->
                        !about.isEmpty() && each != report && each.shortName().equals(about))
                .findFirst();
        if (other.isPresent() && depth < DEEPEST) {
            Match match = of(other.get(), depth + 1);
            return new Match(match.log(), "by `" + about + "`, " + match.why(), match.sameExtent());
        }
        List<Log> named = logs.stream()
                .filter(log -> !about.isEmpty() && log.shortName().equals(about))
                .toList();
        if (named.isEmpty()) {
            return byTime(report, logs, about);
        }
        if (named.size() == 1 && !Time.isKnown(report.source().endNanos())) {
            return new Match(named.getFirst(), "by the name of the file", false);
        }
        Match match = byTime(report, named, about);
        return match.log() == null
                ? Match.none("`" + about + "` is in the store, but of another time")
                : new Match(match.log(), "by the name of the file", match.sameExtent());
    }

    private static Match byTime(Report report, List<Log> among, String about) {
        long end = report.source().endNanos();
        if (!Time.isKnown(end)) {
            return Match.none(about.isEmpty() ? "the report says neither a file nor a time" : missing(about));
        }
        List<Log> ending = among.stream()
                .filter(log -> Math.abs(log.endNanos() - end) < NEAR_NANOS)
                .toList();
        List<Log> found = ending.size() > 1
                ? ending.stream()
                        .filter(log -> Figures.isSameTime(log.endNanos(), end))
                        .toList()
                : ending;
        if (found.size() == 1) {
            return new Match(found.getFirst(), "by the time of its last record", true);
        }
        List<Log> around = among.stream()
                .filter(log -> log.startNanos() <= end && end <= log.endNanos())
                .toList();
        if (ending.isEmpty() && around.size() == 1) {
            return new Match(around.getFirst(), "by its time, of a part of the log", false);
        }
        return ending.isEmpty() && around.isEmpty()
                ? Match.none(missing(about))
                : Match.none("%d logs in the store are of that time".formatted(Math.max(ending.size(), around.size())));
    }

    private static String missing(String about) {
        return about.isEmpty() ? "no log of that time is in the store" : "`" + about + "` is not in the store";
    }
}
