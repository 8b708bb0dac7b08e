package dev.backbeat.inspect;

import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Exhibit.Document.Block;
import dev.backbeat.model.Place;
import dev.backbeat.store.RawLines;
import java.util.List;
import java.util.Optional;

/// A raw line within its neighbours, redacted, as a listing.
public final class RawExcerpt {

    private RawExcerpt() {}

    /// The line of a place, marked, and so many before and after it; empty where the journal does not have
    /// it.
    public static Optional<Exhibit> of(RawLines rawLines, Place place, int around) {
        List<RawLines.RawLine> lines = rawLines.around(place.origin(), around, around);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        long wanted = lines.stream()
                .filter(RawLines.RawLine::wanted)
                .mapToLong(RawLines.RawLine::number)
                .findFirst()
                .orElse(0);
        Block.Listing listing = new Block.Listing(
                "log",
                place.toString(),
                lines.getFirst().number(),
                wanted,
                lines.stream().map(RawLines.RawLine::text).toList());
        return Optional.of(new Exhibit.Document("the line and its neighbours, redacted", List.of(listing)));
    }
}
