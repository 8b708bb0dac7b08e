package dev.backbeat.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A recorded log, ready to be repeated at other times: it knows where its ISO times, its epoch milliseconds
/// and the random endings of its request ids stand. A copy has exactly as many bytes.
final class LogTemplate {

    private static final int ISO_LENGTH = 24;
    private static final int EPOCH_DIGITS = 13;
    private static final long DAY_MILLIS = 86_400_000L;
    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final Pattern EPOCH = Pattern.compile("(?<![0-9.])(\\d{13})(?![0-9])(?:-([a-z0-9]{4,12})\\b)?");

    private final byte[] original;
    private final byte[] copy;
    private final int[] isoAt;
    private final long[] isoMillis;
    private final int[] epochAt;
    private final long[] epochMillis;
    private final int[] randomAt;
    private final int[] randomLength;
    private long formattedDay = Long.MIN_VALUE;
    private final byte[] formattedDate = new byte[10];

    private LogTemplate(byte[] original) {
        this.original = original;
        this.copy = original.clone();
        // One char per byte, so that positions in the text are positions in the bytes.
        String text = new String(original, StandardCharsets.ISO_8859_1);
        this.isoAt =
                ISO.matcher(text).results().mapToInt(found -> found.start()).toArray();
        this.isoMillis = Arrays.stream(isoAt)
                .mapToLong(
                        at -> Instant.parse(text.substring(at, at + ISO_LENGTH)).toEpochMilli())
                .toArray();
        IntStream.Builder epochs = IntStream.builder();
        IntStream.Builder randoms = IntStream.builder();
        IntStream.Builder lengths = IntStream.builder();
        Matcher epoch = EPOCH.matcher(text);
        while (epoch.find()) {
            long millis = Long.parseLong(epoch.group(1));
            if (millis >= startMillis() - DAY_MILLIS && millis <= endMillis() + DAY_MILLIS) {
                epochs.add(epoch.start());
                if (epoch.group(2) != null) {
                    randoms.add(epoch.start(2));
                    lengths.add(epoch.end(2) - epoch.start(2));
                }
            }
        }
        this.epochAt = epochs.build().toArray();
        this.epochMillis = Arrays.stream(epochAt)
                .mapToLong(at -> Long.parseLong(text.substring(at, at + EPOCH_DIGITS)))
                .toArray();
        this.randomAt = randoms.build().toArray();
        this.randomLength = lengths.build().toArray();
    }

    /// Reads a log and finds its times.
    static LogTemplate read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 0 && bytes[bytes.length - 1] != '\n') {
            bytes = Arrays.copyOf(bytes, bytes.length + 1);
            bytes[bytes.length - 1] = '\n';
        }
        LogTemplate template = new LogTemplate(bytes);
        if (template.isoAt.length == 0) {
            throw new IOException("no times in `" + file.getFileName() + "`");
        }
        return template;
    }

    /// The earliest time of the log.
    long startMillis() {
        return Arrays.stream(isoMillis).min().orElse(0);
    }

    /// The latest time of the log.
    long endMillis() {
        return Arrays.stream(isoMillis).max().orElse(0);
    }

    /// The same log, later. The array is used again by the next call.
    ///
    /// @param shiftMillis how much later
    /// @param seed makes the random parts of request ids others
    byte[] shifted(long shiftMillis, long seed) {
        for (int i = 0; i < isoAt.length; i++) {
            writeIso(isoAt[i], isoMillis[i] + shiftMillis);
        }
        for (int i = 0; i < epochAt.length; i++) {
            writeDigits(epochAt[i], EPOCH_DIGITS, epochMillis[i] + shiftMillis);
        }
        for (int i = 0; i < randomAt.length; i++) {
            for (int at = 0; at < randomLength[i]; at++) {
                int position = randomAt[i] + at;
                int turn = (int) Long.remainderUnsigned((seed + at + 1) * 0x9E3779B97F4A7C15L >>> 8, 36);
                copy[position] = (byte) ALPHABET.charAt((ALPHABET.indexOf(original[position]) + turn) % 36);
            }
        }
        return copy;
    }

    private void writeIso(int at, long millis) {
        long day = Math.floorDiv(millis, DAY_MILLIS);
        if (day != formattedDay) {
            byte[] date = Instant.ofEpochMilli(millis).toString().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(date, 0, formattedDate, 0, formattedDate.length);
            formattedDay = day;
        }
        System.arraycopy(formattedDate, 0, copy, at, formattedDate.length);
        int ofDay = (int) Math.floorMod(millis, DAY_MILLIS);
        writeDigits(at + 11, 2, ofDay / 3_600_000);
        writeDigits(at + 14, 2, ofDay / 60_000 % 60);
        writeDigits(at + 17, 2, ofDay / 1_000 % 60);
        writeDigits(at + 20, 3, ofDay % 1_000);
    }

    private void writeDigits(int at, int digits, long value) {
        long rest = value;
        for (int i = at + digits - 1; i >= at; i--) {
            copy[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
