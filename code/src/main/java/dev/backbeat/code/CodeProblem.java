package dev.backbeat.code;

/// Something in the code or its documents that can't be read as it is meant to be.
///
/// @param kind what is wrong
/// @param path the file, within the checkout
/// @param line where, from 1; 0 where that is not known
/// @param message what is wrong, in one sentence without a full stop
public record CodeProblem(Kind kind, String path, int line, String message) {

    /// What is wrong.
    public enum Kind {
        /// A document that is not valid JSON.
        INVALID_JSON,
        /// A sequence without movements.
        NO_MOVEMENTS,
        /// A sequence without a name or an id.
        NO_NAME,
        /// Documents of one sequence that differ.
        CONTRADICTING_SEQUENCES,
        /// An index or a manifest that names a file that is not there.
        MISSING_FILE,
        /// Code that can't be parsed as a whole.
        SYNTAX_ERROR,
        /// A file that was left out.
        LEFT_OUT
    }
}
