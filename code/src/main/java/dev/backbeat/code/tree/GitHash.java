package dev.backbeat.code.tree;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.jgit.lib.ObjectId;

/// The id that git gives to a content, so that a file of the work tree and the same file of a commit share
/// one.
public final class GitHash {

    private GitHash() {}

    /// Forty hexadecimal digits.
    public static String of(byte[] content) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
        // JGit's own digest looks for collisions on the way, which takes four times as long.
        digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest(content));
    }

    /// The same of a text.
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Whether it is such an id.
    public static boolean is(String text) {
        return ObjectId.isId(text);
    }
}
