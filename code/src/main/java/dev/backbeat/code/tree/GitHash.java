package dev.backbeat.code.tree;

import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/// The id that git gives to a content, so that a file of the work tree and the same file of a commit share
/// one.
public final class GitHash {

    private GitHash() {}

    /// Forty hexadecimal digits.
    public static String of(byte[] content) {
        try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            return formatter.idFor(Constants.OBJ_BLOB, content).name();
        }
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
