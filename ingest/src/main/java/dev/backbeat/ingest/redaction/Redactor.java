package dev.backbeat.ingest.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Masks secrets in UTF-8 text in place: every byte of a secret becomes `*`, nothing moves.
///
/// Immutable and safe for threads. Takes time linear in the text. Redacting redacted text changes
/// nothing. Bytes that are no UTF-8 are passed over.
public final class Redactor {

    private static final Redactor STANDARD = new Redactor(RedactionRules.standard());

    private final Sieve sieve;
    private final Finder[][] findersByLane;

    private Redactor(RedactionRules rules) {
        Sieve.Builder builder = new Sieve.Builder();
        findersByLane = new Finder[Lane.values().length][];
        Arrays.fill(findersByLane, new Finder[0]);
        Finders.of(rules).forEach((lane, finders) -> {
            finders.forEach(finder -> finder.announce(builder));
            findersByLane[lane.ordinal()] = finders.toArray(Finder[]::new);
        });
        sieve = builder.build();
    }

    /// A redactor of the built-in rules with these changes.
    public static Redactor of(RedactionRules rules) {
        return new Redactor(rules);
    }

    /// A redactor of all built-in rules.
    public static Redactor standard() {
        return STANDARD;
    }

    /// The ids of the built-in rules, see [RedactionRule].
    public static List<String> ruleIds() {
        return Arrays.stream(RedactionRule.values()).map(RedactionRule::id).toList();
    }

    /// Masks the secrets in `buffer[from, to)`, which is cut at the boundaries of records: a secret that
    /// is cut in two may go unseen.
    ///
    /// @return how many secrets were masked
    /// @throws IndexOutOfBoundsException when the range is not in the buffer
    public int redact(byte[] buffer, int from, int to) {
        Objects.checkFromToIndex(from, to, buffer.length);
        int place = sieve.next(buffer, from, to);
        if (place >= to) {
            return 0;
        }
        return redact(new Window(buffer, from, to), buffer, place);
    }

    /// Goes on from the first interesting place.
    int redact(Window text, byte[] buffer, int first) {
        int to = text.to();
        int place = first;
        int secrets = 0;
        while (place < to) {
            secrets += mask(text, place, sieve.lanes(buffer, place, to));
            place = to - place <= 2 ? to : sieve.next(buffer, place + 2, to);
        }
        return secrets;
    }

    /// The same text with its secrets masked. A masked character beyond ASCII becomes as many `*` as it has
    /// bytes.
    public String redact(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return redact(bytes, 0, bytes.length) == 0 ? text : new String(bytes, StandardCharsets.UTF_8);
    }

    private int mask(Window text, int at, int lanes) {
        int secrets = 0;
        for (int rest = lanes; rest != 0; rest &= rest - 1) {
            for (Finder finder : findersByLane[Integer.numberOfTrailingZeros(rest)]) {
                secrets += finder.mask(text, at);
            }
        }
        return secrets;
    }
}
