package dev.backbeat.code.reach;

/// How code comes to a function, or to a text: the first place that was found.
///
/// @param kind in which manner
/// @param path the file of the place, within the checkout
/// @param line from 1; 0 where no line is known
/// @param onError whether the place stands where errors are handled
public record Way(Kind kind, String path, int line, boolean onError) {

    /// In which manner.
    public enum Kind {
        /// It ran in production.
        RAN,
        /// A sequence that can be played names it.
        PLAYED,
        /// Its name is written in code that can run.
        NAMED,
        /// The object that has it is handed on as a whole.
        HANDED_ON,
        /// An entry of its object is taken by a computed name, or the name is written as text.
        COMPUTED,
        /// Its module is loaded under a computed name.
        LOADED
    }

    /// Whether only running code could tell that it comes there.
    public boolean isDynamic() {
        return kind == Kind.HANDED_ON || kind == Kind.COMPUTED || kind == Kind.LOADED;
    }
}
