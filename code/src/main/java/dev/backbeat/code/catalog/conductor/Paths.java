package dev.backbeat.code.catalog.conductor;

import java.util.ArrayDeque;
import java.util.Deque;

/// Paths within a checkout.
final class Paths {

    private Paths() {}

    /// A path relative to the folder of a file, without `.` and `..`.
    static String beside(String file, String relative) {
        Deque<String> parts = new ArrayDeque<>();
        int slash = file.lastIndexOf('/');
        String joined = (slash < 0 ? "" : file.substring(0, slash + 1)) + relative.replace('\\', '/');
        for (String part : joined.split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
