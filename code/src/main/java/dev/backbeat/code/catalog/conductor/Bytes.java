package dev.backbeat.code.catalog.conductor;

/// A search in bytes.
final class Bytes {

    private Bytes() {}

    /// Whether some bytes hold others.
    static boolean contains(byte[] content, byte[] part) {
        int last = content.length - part.length;
        for (int i = 0; i <= last; i++) {
            if (content[i] == part[0] && matches(content, i, part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] content, int at, byte[] part) {
        for (int i = 1; i < part.length; i++) {
            if (content[at + i] != part[i]) {
                return false;
            }
        }
        return true;
    }
}
