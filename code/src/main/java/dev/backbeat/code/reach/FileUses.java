package dev.backbeat.code.reach;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a file uses, by the part of it that does: a function by its place in
/// [dev.backbeat.code.FileFacts#functions], [#TOP] for what runs when the file is loaded, an object at the
/// top level by [#binding].
///
/// @param uses in order
/// @param acts whether loading the file does something by itself, beyond declaring names
/// @param guards what runs only if a constant is set
/// @param off the constants that are never set: the names of the file's own, `object.entry` for entries
/// @param handled the lines of functions and objects that stand within a `catch`
record FileUses(Map<Integer, List<Use>> uses, boolean acts, List<Guard> guards, Set<String> off, List<Range> handled) {

    static final int TOP = -1;

    /// Copies.
    FileUses {
        uses = Map.copyOf(uses);
        guards = List.copyOf(guards);
        off = Set.copyOf(off);
        handled = List.copyOf(handled);
    }

    /// Lines that run only if a constant is set: `if (FLAGS.drones) { … }`.
    ///
    /// @param constant its name, `object.entry` for an entry
    record Guard(String constant, Range lines) {}

    /// Lines from one to another.
    record Range(int from, int to) {
        boolean has(int line) {
            return from <= line && line <= to;
        }
    }

    /// The part that an object at the top level is.
    static int binding(int index) {
        return TOP - 1 - index;
    }

    List<Use> of(int part) {
        return uses.getOrDefault(part, List.of());
    }
}
