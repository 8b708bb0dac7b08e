package dev.backbeat.model;

/// A line that could not be read.
///
/// @param offset where it begins in its input
/// @param length its length in bytes
/// @param reason why it could not be read
public record Rejected(long offset, long length, Reason reason) {

    /// Why a line could not be read.
    public enum Reason {
        /// Its bytes are no UTF-8.
        NOT_UTF8("the bytes are not UTF-8"),
        /// It holds NUL bytes.
        BINARY("the line holds NUL bytes"),
        /// It is longer than the limit.
        TOO_LONG("the line is longer than 1 MiB"),
        /// The input ends within it.
        TRUNCATED("the input ends within the line"),
        /// It can't be read as its format says, or stands behind something that can't.
        MALFORMED("the line is not of the format");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /// The reason in words.
        public String text() {
            return text;
        }
    }
}
