package dev.backbeat.ingest.redaction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A word that makes a key secret when the key ends in it.
///
/// @param text in lower case
/// @param anchor where in the word its rarest four or five bytes begin, which the sieve looks for
/// @param kind how its values look
/// @param whole whether the word must begin at a word boundary (`pin` is in `mapping`)
record KeyWord(byte[] text, int anchor, Kind kind, boolean whole) {

    enum Kind {
        PLAIN,
        /// May be numbered: `password2`.
        PASSWORD,
        /// Also an operating system's name for a folder.
        PWD,
        /// Also what parsers call what they did not expect.
        TOKEN,
        /// Few digits.
        DIGITS,
        /// Several words.
        PHRASE,
        /// A scheme, then credentials.
        AUTHORIZATION,
        /// `name=value` pairs up to the end of the line.
        COOKIE,
        /// A session cookie by name; may stand in a path, before `?`.
        SESSION
    }

    static final List<KeyWord> LONG = List.of(
            of("password", "sswo", Kind.PASSWORD),
            of("passwd", "assw", Kind.PASSWORD),
            of("passphrase", "phra", Kind.PHRASE),
            of("secret", "ecre", Kind.PLAIN),
            of("token", "toke", Kind.TOKEN),
            of("authorization", "hori", Kind.AUTHORIZATION),
            of("credential", "eden", Kind.PLAIN),
            of("credentials", "eden", Kind.PLAIN));

    static final List<KeyWord> ENDING_IN_KEY = endings(List.of(
            "api", "private", "secret", "access", "signing", "encryption", "master", "account", "subscription"));

    static final List<KeyWord> PIN = List.of(
            new KeyWord(bytes("pin"), 0, Kind.DIGITS, true),
            new KeyWord(bytes("cvv"), 0, Kind.DIGITS, true),
            new KeyWord(bytes("cvc"), 0, Kind.DIGITS, true));

    static final List<KeyWord> SSN =
            List.of(new KeyWord(bytes("ssn"), 0, Kind.DIGITS, true), new KeyWord(bytes("pwd"), 0, Kind.PWD, false));

    static final List<KeyWord> COOKIES = List.of(
            of("cookie", "ooki", Kind.COOKIE),
            of("jsessionid", "jses", Kind.SESSION),
            of("phpsessid", "pses", Kind.SESSION));

    /// The words for keys that a user named.
    static List<KeyWord> ofUser(List<String> keys) {
        List<KeyWord> words = new ArrayList<>();
        for (String key : keys) {
            for (String spelling : spellings(key)) {
                words.add(new KeyWord(bytes(spelling), 0, Kind.PLAIN, true));
            }
        }
        return List.copyOf(words);
    }

    /// The word's text from the anchor on.
    String anchored() {
        return new String(text, anchor, text.length - anchor, StandardCharsets.US_ASCII);
    }

    private static Set<String> spellings(String key) {
        String spaced = key.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(key.toLowerCase(Locale.ROOT));
        for (String between : List.of("", "_", "-", ".")) {
            spellings.add(spaced.replaceAll("[_.-]", between));
        }
        return spellings;
    }

    private static List<KeyWord> endings(List<String> qualifiers) {
        List<KeyWord> words = new ArrayList<>();
        for (String qualifier : qualifiers) {
            for (String between : List.of("", "_", "-", ".")) {
                String word = qualifier + between + "key";
                words.add(new KeyWord(bytes(word), word.length() - 3, Kind.PLAIN, false));
            }
        }
        return List.copyOf(words);
    }

    private static KeyWord of(String word, String anchor, Kind kind) {
        return new KeyWord(bytes(word), word.indexOf(anchor), kind, false);
    }

    private static byte[] bytes(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
