package dev.backbeat.output.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the page is made of: a script that draws the answer, and its style sheet.
///
/// @param script JavaScript
/// @param style CSS
public record Bundle(String script, String style) {

    private static final Pattern BREAKS_OUT = Pattern.compile("</script|<script|<!--|</style|\r");

    /// Refuses what would end the element that it is put into, or what browsers would hash differently.
    public Bundle {
        for (String part : new String[] {script, style}) {
            if (BREAKS_OUT.matcher(part.toLowerCase(Locale.ROOT)).find()) {
                throw new IllegalArgumentException("it would not stay within its element of a page");
            }
        }
    }

    /// The source that a content security policy allows for exactly this text.
    static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }
}
