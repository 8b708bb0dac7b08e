package dev.backbeat.output.sarif;

import dev.backbeat.model.HandlerKey;
import dev.backbeat.output.Located;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// What stays the same of a finding from one run to the next.
final class Fingerprint {

    private static final int BYTES = 16;

    private Fingerprint() {}

    static String of(Located finding) {
        String handler = finding.handlerKey().map(HandlerKey::toString).orElse("");
        String file = finding.code().isEmpty() ? "" : finding.code().getFirst().path();
        String about = String.join("\n", finding.sequence(), finding.beat(), handler, file);
        // What is about nothing that has a name is known by its words, without the figures in them.
        String words = about.isBlank() ? finding.message().replaceAll("\\d[\\d,.]*", "#") : "";
        String whole = String.join("\n", finding.rule(), about, words);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }
}
