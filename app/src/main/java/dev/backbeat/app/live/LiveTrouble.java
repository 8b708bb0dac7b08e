package dev.backbeat.app.live;

/// Why lines are not taken.
///
/// @param kind which limit or rule it is
/// @param message what
/// @param hint what to do about it
public record LiveTrouble(Kind kind, String message, String hint) implements Taking {

    /// Which limit or rule it is.
    public enum Kind {
        /// There are as many sources as there may be.
        TOO_MANY_SOURCES,
        /// The source is as long as it may be.
        SOURCE_FULL,
        /// The source is known with another format.
        OTHER_FORMAT,
        /// The source is a file that is followed.
        FOLLOWED
    }
}
