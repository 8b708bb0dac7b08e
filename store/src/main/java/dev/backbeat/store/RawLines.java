package dev.backbeat.store;

import dev.backbeat.model.Origin;
import dev.backbeat.model.Place;
import java.util.List;

/// The raw lines behind origins, redacted, as the journal keeps them.
public interface RawLines {

    /// The line at `origin` and its neighbours, in order; empty where the journal does not have it.
    ///
    /// @param before how many lines before it
    /// @param after how many lines after it
    List<RawLine> around(Origin origin, int before, int after);

    /// The name of the origin's input and the number of its line.
    Place place(Origin origin);

    /// A raw line.
    ///
    /// @param number from 1
    /// @param wanted whether it is the one that was asked for
    record RawLine(long number, String text, boolean wanted) {}
}
