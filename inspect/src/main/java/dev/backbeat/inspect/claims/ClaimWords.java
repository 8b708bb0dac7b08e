package dev.backbeat.inspect.claims;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Claim;
import dev.backbeat.model.Time;

/// Claims in words.
final class ClaimWords {

    private ClaimWords() {}

    /// What is claimed.
    static String of(Claim.Kind kind) {
        return switch (kind) {
            case LINES -> "lines of the log";
            case TIMED_RECORDS -> "records with a time";
            case SESSION_START -> "session's start";
            case SESSION_END -> "session's end";
            case SESSION_DURATION -> "session's duration";
            case PLUGIN_COUNT -> "plugins";
            case MOUNT_ATTEMPTS -> "mount attempts";
            case PLUGIN_MOUNTED -> "mounts";
            case PLUGIN_MOUNT_DURATION -> "mount's duration";
            case SEQUENCE_COUNT -> "sequences";
            case SEQUENCE_REGISTRATIONS -> "registrations";
            case SEQUENCE_ID -> "sequence's id";
            case SEQUENCE_RUN -> "execution";
            case BEAT_RUNS -> "beat runs";
            case BEAT_DURATION -> "beat's duration";
            case MOVEMENT_RUNS -> "movement runs";
            case MOVEMENT_DURATION -> "movement's duration";
            case TOPIC_COUNT -> "topics";
            case TOPIC_SUBSCRIPTIONS -> "subscriptions";
            case GAP -> "silence";
            case HOTSPOT -> "hotspot";
            case TIMELINE_EVENTS -> "events of a timeline";
            case BUILD_COMMIT -> "commit";
            case BUILD_TIME -> "time of the build";
            case PACKAGE_VERSION -> "version";
            case ALERT -> "alert";
        };
    }

    /// What a name of such a claim is the name of.
    static String named(Claim.Kind kind) {
        return switch (kind) {
            case SEQUENCE_REGISTRATIONS, SEQUENCE_RUN, BEAT_DURATION, MOVEMENT_DURATION -> "sequences";
            case SEQUENCE_ID -> "sequence ids";
            case TOPIC_SUBSCRIPTIONS -> "topics";
            default -> "plugins";
        };
    }

    /// The name that a claim uses.
    static String name(Claim claim) {
        String name = claim.kind() == Claim.Kind.SEQUENCE_ID ? claim.text() : claim.subject();
        return name == null ? "?" : name;
    }

    /// Of whom, and which.
    static String subject(Claim claim) {
        String subject = claim.subject() == null ? "" : claim.subject();
        String text = claim.text() == null ? "" : claim.text();
        return switch (claim.kind()) {
            case BEAT_DURATION -> (subject + (text.equals("average") ? " average" : ", beat " + text)).strip();
            case MOVEMENT_DURATION -> (subject + (text.equals("average") ? " average" : ", " + text)).strip();
            case PLUGIN_MOUNT_DURATION, BEAT_RUNS, MOVEMENT_RUNS -> (subject + " " + text).strip();
            default -> subject;
        };
    }

    /// What it says.
    static Cell said(Claim claim) {
        return switch (claim.unit()) {
            case COUNT -> Cell.count(claim.value());
            case NANOS -> Cell.duration(claim.value());
            case NONE -> {
                if (Time.isKnown(claim.startNanos()) || Time.isKnown(claim.endNanos())) {
                    yield Cell.instant(Time.isKnown(claim.startNanos()) ? claim.startNanos() : claim.endNanos());
                }
                yield claim.text() == null ? Cell.unknown() : Cell.code(claim.text());
            }
        };
    }

    /// The whole claim, behind a word such as `says`.
    static String sentence(Claim claim) {
        String subject = subject(claim);
        return switch (claim.unit()) {
            case COUNT -> Figures.number(claim.value()) + " " + of(claim.kind()) + behind(claim, subject);
            case NANOS -> took(claim, subject);
            case NONE ->
                "the " + of(claim.kind()) + behind(claim, subject) + " is `"
                        + (claim.text() == null ? time(claim) : claim.text()) + "`";
        };
    }

    private static String behind(Claim claim, String subject) {
        boolean outcome = claim.kind() == Claim.Kind.BEAT_RUNS || claim.kind() == Claim.Kind.MOVEMENT_RUNS;
        return subject.isEmpty() ? "" : outcome ? " " + subject : " of `" + subject + "`";
    }

    private static String took(Claim claim, String subject) {
        String duration = Figures.duration(claim.value());
        return switch (claim.kind()) {
            case GAP, HOTSPOT -> "a " + of(claim.kind()) + " takes " + duration;
            case SESSION_DURATION -> "the session takes " + duration;
            default -> "the " + of(claim.kind()) + behind(claim, subject) + " is " + duration;
        };
    }

    private static String time(Claim claim) {
        return Time.iso(Time.isKnown(claim.startNanos()) ? claim.startNanos() : claim.endNanos());
    }
}
