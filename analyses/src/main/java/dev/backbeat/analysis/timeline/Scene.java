package dev.backbeat.analysis.timeline;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Lanes;
import java.util.ArrayList;
import java.util.List;

/// What is shown, while it is put together.
final class Scene {

    final List<Exhibit.Summary.Fact> facts = new ArrayList<>();
    final List<Timeline.Step> path = new ArrayList<>();
    final List<Timeline.Aligned> aligned = new ArrayList<>();
    final List<Timeline.VariantLine> variants = new ArrayList<>();
    long variantsInAll;
    Lanes lanes = empty("nothing is in scope; `backbeat executions` lists what there is");

    static Lanes empty(String why) {
        return new Lanes(
                "what ran when",
                0,
                1,
                List.of(),
                List.of(),
                List.of(),
                Lanes.Bars.none(),
                Lanes.Marks.none(),
                Lanes.Links.none(),
                0,
                why);
    }

    void fact(String label, Cell cell) {
        facts.add(new Exhibit.Summary.Fact(label, cell));
    }
}
