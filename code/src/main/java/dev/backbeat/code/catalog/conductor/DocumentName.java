package dev.backbeat.code.catalog.conductor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/// Names of files for sequences, whatever the sequences are called: safe in every file system, never out of their
/// folder, and different for different ids also where a file system knows no case. The name depends on the id
/// alone.
public final class DocumentName {

    private static final String ENDING = ".sequence.json";
    private static final int LONGEST = 80;
    private static final int HASH_BYTES = 5;
    private static final Set<String> RESERVED = Set.of(
            "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
            "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private DocumentName() {}

    /// The name of the file for a sequence: its id where that is a plain name, else what is plain of it and a hash
    /// of the whole.
    public static String of(String id) {
        String plain = id.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_.-]+", "-")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^[.-]+|[.-]+$", "");
        plain = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("[.-]+$", "");
        boolean reserved = RESERVED.contains(plain.replaceAll("\\..*", ""));
        if (plain.isEmpty() || reserved) {
            plain = ("sequence-" + plain).replaceAll("-$", "");
        }
        // Such an end is what a hash looks like, so it gets one.
        boolean ambiguous = plain.matches(".*-[0-9a-f]{%d}".formatted(2 * HASH_BYTES));
        return plain.equals(id) && !ambiguous ? plain + ENDING : plain + "-" + hash(id) + ENDING;
    }

    private static String hash(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
