package dev.backbeat.testkit.naive;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of a log, cut into its parts.
///
/// Two shapes are known:
///
/// - *console export* (what the browser saves): `EventBus.ts:70 2026-11-22T21:01:59.238Z   🎼 text`. The
///   anchor in front names the file that called the console, which is nearly always the logging shim. It
///   can be missing (a line that was never scrolled into view starts with a blank). The time is printed
///   by the program, not by the browser; what prints without the shim has no time.
/// - *recorder*: `[2026-11-22T21:16:10.310Z] LOG 2026-11-22T21:16:10.310Z %c🎼 text color: #007BFF;`. The
///   bracket is the recorder's clock, the second time the program's. Styling marks (`%c`) stay in the
///   text, the styles stand behind it.
///
/// The text comes without terminal escapes, without `%c`, and without the indentation that shows nesting
/// when the conductor runs in development mode (two blanks a level, *behind* the time).
///
/// @param number line number in the file, the first is 1
/// @param shimmed whether the program's own time stands in front of the text: only lines that passed the
///     conductor's logging shim have it. Echoes (the title of a console group repeats a beat's start),
///     stack rows and printed objects do not
/// @param epochMillis the program's time, else the recorder's, else `NO_TIME`
/// @param text the message
record NaiveLine(int number, boolean shimmed, long epochMillis, String text) {

    /// The time of a line that has none.
    static final long NO_TIME = Long.MIN_VALUE;

    private static final String ISO = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z";
    private static final Pattern ESCAPES = Pattern.compile("\u001B\\[[0-9;]*[A-Za-z]");
    private static final Pattern RECORDER = Pattern.compile("\\[(" + ISO + ")\\] [A-Z]+ ?(.*)");
    private static final Pattern ANCHOR = Pattern.compile("[^\\s\\[]\\S*:\\d+ (.*)");
    private static final Pattern SHIM = Pattern.compile("\\s*(" + ISO + ") (.*)");

    static NaiveLine of(int number, String raw) {
        String rest = ESCAPES.matcher(raw).replaceAll("");
        long time = NO_TIME;
        Matcher recorder = RECORDER.matcher(rest);
        Matcher anchor = ANCHOR.matcher(rest);
        if (recorder.matches()) {
            time = millis(recorder.group(1));
            rest = recorder.group(2);
        } else if (anchor.matches() && !SHIM.matcher(rest).matches()) {
            rest = anchor.group(1);
        }
        Matcher shim = SHIM.matcher(rest);
        boolean shimmed = shim.matches();
        if (shimmed) {
            time = millis(shim.group(1));
            rest = shim.group(2);
        }
        return new NaiveLine(number, shimmed, time, rest.replace("%c", "").strip());
    }

    private static long millis(String iso) {
        return Instant.parse(iso).toEpochMilli();
    }
}
