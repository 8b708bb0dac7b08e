package dev.backbeat.code.treesitter.draft;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A stretch of code that means something for what is within.
///
/// @param around the next larger one; `null` for the file
/// @param kind what it is
/// @param name its part of the qualified names within; empty where it has none
/// @param after the first node behind it
/// @param depth how many scopes with names are around it, itself included
/// @param inFunction whether a function is around, itself included, whether it has a name or not
/// @param function the qualified name of the innermost function that has one; empty where there is none
/// @param names what the language keeps of it, such as its parameters
public record Scope(
        @Nullable Scope around,
        Kind kind,
        String name,
        int after,
        int depth,
        boolean inFunction,
        String function,
        Set<String> names) {

    /// What a scope is.
    public enum Kind {
        /// The file, with the package as its name.
        FILE,
        /// A function, with a name or without.
        FUNCTION,
        /// A class, or another type with members.
        TYPE,
        /// An object.
        OBJECT,
        /// A group of test cases, whose title is the name; it is no part of qualified names.
        GROUP,
        /// A namespace.
        NAMESPACE
    }

    boolean isNamed() {
        return kind != Kind.GROUP && !name.isEmpty();
    }
}
