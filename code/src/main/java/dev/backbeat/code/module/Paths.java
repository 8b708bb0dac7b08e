package dev.backbeat.code.module;

import java.util.ArrayDeque;
import java.util.Deque;

/// Paths within a checkout, with `/`.
final class Paths {

    private static final String UP = "..";

    private Paths() {}

    /// The folder of a file; empty for the root.
    static String folder(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }

    /// A path relative to a folder, without `.`; one that leads out of the checkout begins with `..`.
    static String join(String folder, String relative) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + "/" + relative).split("/", -1)) {
            if (part.equals(UP) && !parts.isEmpty() && !parts.getLast().equals(UP)) {
                parts.removeLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
