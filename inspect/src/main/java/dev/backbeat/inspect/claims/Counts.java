package dev.backbeat.inspect.claims;

import dev.backbeat.inspect.claims.LogFacts.Took;
import dev.backbeat.model.Claim;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Time;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Holds counts and names against a log.
final class Counts {

    private static final int NAMES_SHOWN = 3;

    private final LogFacts facts;
    private final boolean sameExtent;
    private final Set<String> plugins;
    private final List<LogFacts.Topic> topics;
    private final List<Took> attempted;

    Counts(LogFacts facts, boolean sameExtent) {
        this.facts = facts;
        this.sameExtent = sameExtent;
        this.plugins = facts.plugins();
        this.topics = facts.topics();
        this.attempted = attempted(facts.mounts());
    }

    /// The mounts that the conductor attempted. A host that fails to load a plugin reports a failure
    /// without an attempt, which no analyzer counts; in a log without times the two look the same.
    private static List<Took> attempted(List<Took> mounts) {
        List<Took> timed = mounts.stream()
                .filter(mount -> Time.isKnown(mount.startNanos()))
                .toList();
        return timed.isEmpty() ? mounts : timed;
    }

    /// The plugins that the log mentions.
    Set<String> plugins() {
        return plugins;
    }

    Judgement judge(Claim claim) {
        return switch (claim.kind()) {
            case LINES -> lines(claim);
            case TIMED_RECORDS -> records(claim);
            case PLUGIN_COUNT -> distinct(claim, attempted, "plugin", "plugins");
            case SEQUENCE_COUNT -> distinct(claim, facts.registrations(), "sequence", "sequences");
            case MOUNT_ATTEMPTS -> mounts(claim, attempted, "mount attempt", "mount attempts");
            case PLUGIN_MOUNTED -> mounts(claim, completed(), "completed mount", "completed mounts");
            case SEQUENCE_REGISTRATIONS -> registrations(claim);
            case SEQUENCE_ID -> id(claim);
            case BEAT_RUNS -> runs(claim, facts.beatRuns(), "beat run", "beat runs");
            case MOVEMENT_RUNS -> runs(claim, facts.movementRuns(), "movement run", "movement runs");
            case TOPIC_COUNT ->
                compared(
                        claim,
                        topics.size(),
                        "topic that is subscribed to",
                        "topics that are subscribed to",
                        topics.stream().map(LogFacts.Topic::first).findFirst().orElse(null));
            case TOPIC_SUBSCRIPTIONS -> subscriptions(claim);
            default -> Judgement.cannotTell(claim, "nothing in a log says it");
        };
    }

    private Judgement lines(Claim claim) {
        long lines = facts.log().lines();
        String said = "the log has " + Figures.many(lines, "line", "lines");
        if (claim.value() == lines) {
            return Judgement.agrees(claim, said, facts.log().start());
        }
        return claim.value() < lines
                ? Judgement.cannotTell(claim, said + ", blank ones among them, which such tools do not count")
                : Judgement.contradicted(claim, Rules.FIGURE, said, facts.log().start());
    }

    private Judgement records(Claim claim) {
        long records = facts.log().timedRecords();
        String said = "the log has " + Figures.many(records, "record with a time", "records with a time");
        return claim.value() == records
                ? Judgement.agrees(claim, said, facts.log().start())
                : Judgement.cannotTell(claim, said + ", and which lines begin one is a matter of the tool");
    }

    private Judgement distinct(Claim claim, List<Took> rows, String one, String several) {
        long names = rows.stream().map(Took::subject).distinct().count();
        return compared(claim, names, one, several, first(rows));
    }

    private List<Took> completed() {
        return facts.mounts().stream()
                .filter(mount -> mount.text().equals("completed"))
                .toList();
    }

    private Judgement mounts(Claim claim, List<Took> counted, String one, String several) {
        String plugin = claim.subject();
        if (plugin != null && !plugins.contains(plugin)) {
            return Judgement.contradicted(
                    claim,
                    Rules.NAME,
                    "the log has no plugin of that name, but " + names(plugins),
                    first(facts.mounts()));
        }
        List<Took> rows = counted.stream()
                .filter(mount -> plugin == null || mount.subject().equals(plugin))
                .toList();
        return compared(claim, rows.size(), one, several, first(rows.isEmpty() ? facts.mounts() : rows));
    }

    private Judgement registrations(Claim claim) {
        String name = claim.subject();
        List<Took> rows = facts.registrations().stream()
                .filter(row -> name == null || row.subject().equals(name))
                .toList();
        if (rows.isEmpty() && claim.value() > 0 && name != null) {
            return Judgement.contradicted(
                    claim, Rules.NAME, "the log registers no sequence of that name", first(facts.registrations()));
        }
        return compared(claim, rows.size(), "registration", "registrations", first(rows));
    }

    private Judgement id(Claim claim) {
        List<Took> rows = facts.registrations().stream()
                .filter(row -> row.subject().equals(claim.subject()))
                .toList();
        if (rows.isEmpty()) {
            return Judgement.cannotTell(claim, "the log registers no sequence of that name");
        }
        Set<String> ids = rows.stream().map(Took::text).collect(Collectors.toSet());
        String said = "the log registers it as " + names(ids);
        return ids.contains(String.valueOf(claim.text()))
                ? Judgement.agrees(claim, said, rows.getFirst().origin())
                : Judgement.contradicted(
                        claim, Rules.NAME, said, rows.getFirst().origin());
    }

    private Judgement runs(Claim claim, LogFacts.Runs runs, String one, String several) {
        long count = "completed".equals(claim.text()) ? runs.completed() : runs.started();
        return compared(claim, count, one, several, runs.first());
    }

    private Judgement subscriptions(Claim claim) {
        String subject = claim.subject();
        Pattern pattern = subject == null ? null : glob(subject);
        List<LogFacts.Topic> found = topics.stream()
                .filter(topic ->
                        pattern == null || pattern.matcher(topic.name()).matches())
                .toList();
        long times = found.stream().mapToLong(LogFacts.Topic::times).sum();
        Origin first = found.stream().map(LogFacts.Topic::first).findFirst().orElse(null);
        if (found.isEmpty() && claim.value() > 0) {
            return Judgement.contradicted(claim, Rules.NAME, "the log subscribes to no topic of that name");
        }
        return compared(claim, times, "subscription", "subscriptions", first);
    }

    private static Pattern glob(String subject) {
        return Pattern.compile(
                Stream.of(subject.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    /// Of a part of a log there is less than of the whole.
    private Judgement compared(Claim claim, long actual, String one, String several, @Nullable Origin place) {
        Origin evidence = Objects.requireNonNullElse(place, facts.log().start());
        String said = "the log has " + Figures.many(actual, one, several);
        if (claim.value() == actual) {
            return Judgement.agrees(claim, said, evidence);
        }
        return sameExtent || claim.value() > actual
                ? Judgement.contradicted(claim, Rules.FIGURE, said, evidence)
                : Judgement.cannotTell(claim, said + ", the report is of a part of it");
    }

    private Origin first(List<Took> rows) {
        return rows.isEmpty() ? facts.log().start() : rows.getFirst().origin();
    }

    /// Some names, the first of them where there are many.
    static String names(Set<String> all) {
        List<String> sorted = all.stream().sorted().toList();
        String shown =
                sorted.stream().limit(NAMES_SHOWN).map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        int more = sorted.size() - NAMES_SHOWN;
        return more > 0 ? shown + " and " + Figures.number(more) + " more" : shown;
    }
}
