package dev.backbeat.analysis.coverage;

import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What to do about a handler, from what is known of it: no store, no clock.
final class Verdicts {

    /// Below this nothing is called dead.
    static final int SURE = 70;

    private static final int UNREACHED = 95;
    private static final int LESS_FOR_OPEN = 10;
    private static final int LESS_FOR_SHORT = 10;
    private static final int RUNS_WITHOUT_IT = 50;
    private static final int ASKED_FOR = 30;
    private static final int NAMED = 20;
    private static final int HARDLY = 10;
    private static final long SHORT_DAYS = 7;
    private static final int FEW = 4;
    /// Of no success in n trials the rate is at most 3/n, at 95 %.
    private static final double RULE_OF_THREE = 3;

    private static final Pattern SCHEDULED = Pattern.compile(
            "(?i)cron|schedul|hourly|daily|nightly|weekly|month|quarter|yearly|annual|year-?end|midnight|interval|timer");
    private static final Pattern ON_ERROR = Pattern.compile(
            "(?i)error|fail|fallback|rollback|compensat|retr(y|ies)|recover|abort|dead-?letter|timeout|exhaust|rescue");

    /// What is known of a handler that did not run.
    ///
    /// @param way how code comes to it; `null` where nothing does, or where that is not known
    /// @param wayPath the place where it does
    /// @param reason the way in words, or why there is none; begins with `unknown` where that is not known
    /// @param open whether only running code could tell all that is loaded
    /// @param sequenceExecutions how often its sequence began
    /// @param observed how long was looked
    record Known(
            HandlerKey key,
            @Nullable String way,
            String wayPath,
            boolean onError,
            String reason,
            boolean open,
            long sequenceExecutions,
            Coverage.Observed observed) {}

    private Verdicts() {}

    /// A handler that ran.
    static Coverage.Verdict keep(long runs, Coverage.Observed observed) {
        return new Coverage.Verdict(
                Coverage.Advice.KEEP, 0, "ran %,d time%s in %s".formatted(runs, runs == 1 ? "" : "s", span(observed)));
    }

    /// A handler that did not run.
    static Coverage.Verdict silent(Known known) {
        List<String> reasons = new ArrayList<>(List.of(known.reason()));
        int sure = known.way() == null ? unreached(known, reasons) : reached(known, reasons);
        reasons.add("not seen in " + span(known.observed()));
        boolean dead = known.way() == null && sure >= SURE;
        return new Coverage.Verdict(
                dead ? Coverage.Advice.REMOVE : Coverage.Advice.WATCH, sure, String.join("; ", reasons));
    }

    private static int unreached(Known known, List<String> reasons) {
        if (known.reason().startsWith("unknown")) {
            return 0;
        }
        int sure = UNREACHED;
        if (known.open()) {
            sure -= LESS_FOR_OPEN;
            reasons.add("some modules are loaded by names that only running code can tell");
        }
        if (days(known.observed()) < SHORT_DAYS) {
            sure -= LESS_FOR_SHORT;
        }
        return known.observed().executions() == 0 ? 0 : sure;
    }

    private static int reached(Known known, List<String> reasons) {
        String names = known.key().handler() + " " + known.key().sequence() + " " + known.wayPath();
        boolean hardly = false;
        if (SCHEDULED.matcher(names).find()) {
            reasons.add("its name or its caller's speaks of a schedule, which may be rarer than what was seen");
            hardly = true;
        }
        if (known.onError() || ON_ERROR.matcher(names).find()) {
            reasons.add("it is reached where errors are handled");
            hardly = true;
        }
        long runs = known.sequenceExecutions();
        if (runs >= FEW) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "its sequence began %,d times without it: at most %.2g %% of executions reach it (95 %%)",
                    runs,
                    Math.min(1, RULE_OF_THREE / runs) * 100));
        } else if (runs > 0) {
            reasons.add("its sequence began only %,d time%s".formatted(runs, runs == 1 ? "" : "s"));
        }
        return switch (String.valueOf(known.way())) {
            case "handed_on", "computed", "loaded" -> HARDLY;
            case "played" -> hardly ? HARDLY : runs >= FEW ? RUNS_WITHOUT_IT : ASKED_FOR;
            default -> hardly ? HARDLY : NAMED;
        };
    }

    /// How long was looked, in words.
    static String span(Coverage.Observed observed) {
        String sessions = "%,d session%s".formatted(observed.sessions(), observed.sessions() == 1 ? "" : "s");
        if (!Time.isKnown(observed.firstNanos()) || !Time.isKnown(observed.lastNanos())) {
            return sessions;
        }
        long nanos = observed.lastNanos() - observed.firstNanos();
        long days = TimeUnit.NANOSECONDS.toDays(nanos);
        long hours = TimeUnit.NANOSECONDS.toHours(nanos);
        String length = days >= 2
                ? "%,d days".formatted(days)
                : hours >= 2
                        ? "%,d hours".formatted(hours)
                        : minutes(Math.max(1, TimeUnit.NANOSECONDS.toMinutes(nanos)));
        return "%s, %s".formatted(sessions, length);
    }

    private static String minutes(long minutes) {
        return "%,d minute%s".formatted(minutes, minutes == 1 ? "" : "s");
    }

    private static long days(Coverage.Observed observed) {
        return Time.isKnown(observed.firstNanos()) && Time.isKnown(observed.lastNanos())
                ? TimeUnit.NANOSECONDS.toDays(observed.lastNanos() - observed.firstNanos())
                : 0;
    }
}
