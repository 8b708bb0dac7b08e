package dev.backbeat.analysis.timeline;

import dev.backbeat.analysis.Alike;
import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.Queries;
import dev.backbeat.model.Cell;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Lanes.BarKind;
import dev.backbeat.model.Lanes.Flag;
import dev.backbeat.model.Lanes.LaneKind;
import dev.backbeat.store.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Shows executions with the same beats in the same order as one lane each, its beats where they are on an average.
final class VariantLanes {

    private final Evidence evidence;
    private final Names names;
    private final Map<Integer, Cell> kinds = new HashMap<>();
    private final Map<Integer, Long> executions = new HashMap<>();

    /// What tells a variant from others.
    private record Key(int kind, long beats, long sums, long squares, long cubes) {

        static Key of(Row row) {
            return new Key(
                    row.intAt("sequence_kind"),
                    row.longAt("beats"),
                    row.longAt("sums"),
                    row.longAt("squares"),
                    row.longAt("cubes"));
        }
    }

    private record Variant(Key key, long executions, long example, long took, Alike alike) {}

    private record Beat(String name, long runs, long start, long took, boolean failed) {}

    private VariantLanes(Evidence evidence, Names names) {
        this.evidence = evidence;
        this.names = names;
    }

    static Scene of(Evidence evidence, Names names, int top) {
        return new VariantLanes(evidence, names).draw(top);
    }

    private Scene draw(int top) {
        Scene scene = new Scene();
        evidence.rows(Queries.load(VariantLanes.class, "kinds.sql"), row -> {
            String id = row.textAt("sequence_id").orElse("");
            kinds.put(
                    row.intAt("sequence_kind"),
                    names.sequence(id, row.textAt("sequence_name").orElse(id.isEmpty() ? "?" : id)));
            return true;
        });
        List<Variant> all = evidence.rows(
                Queries.load(VariantLanes.class, "variants.sql"),
                row -> new Variant(
                        Key.of(row),
                        row.longAt("executions"),
                        row.longAt("execution_id"),
                        row.longAt("took_nanos"),
                        Alike.of(row.textAt("examples").orElse(""))));
        all.forEach(variant -> executions.merge(variant.key.kind, variant.executions, Long::sum));
        List<Variant> shown = all.stream().limit(top).toList();
        Map<Key, List<Beat>> beats = beats(shown);
        Drawing drawing = new Drawing();
        long length = 1;
        for (Variant variant : shown) {
            Cell sequence = kinds.getOrDefault(variant.key.kind, Cell.unknown());
            long mean = variant.took / variant.executions;
            scene.variants.add(new Timeline.VariantLine(
                    sequence,
                    OneRun.reference(variant.example, new ExecutionId(variant.example).toString()),
                    new Cell(Cell.count(variant.executions).value(), variant.alike.leads()),
                    variant.executions,
                    executions.getOrDefault(variant.key.kind, variant.executions),
                    variant.key.beats,
                    mean));
            length = Math.max(
                    length, lane(drawing, variant, sequence, mean, beats.getOrDefault(variant.key, List.of())));
        }
        scene.variantsInAll = all.size();
        scene.fact("variants", Cell.count(all.size()));
        scene.fact(
                "executions",
                Cell.count(all.stream().mapToLong(Variant::executions).sum()));
        if (all.size() > shown.size()) {
            scene.fact("variants that are not shown", Cell.count(all.size() - shown.size()));
        }
        scene.lanes = drawing.build(
                "each variant's beats, on an average from its start", 0, length, "no execution in scope has a beat");
        return scene;
    }

    private Map<Key, List<Beat>> beats(List<Variant> shown) {
        Map<Key, List<Beat>> beats = new HashMap<>();
        if (!shown.isEmpty()) {
            String values = shown.stream()
                    .map(variant -> Long.toString(variant.key.sums))
                    .distinct()
                    .collect(Collectors.joining(", "));
            evidence.rows(
                    Queries.load(VariantLanes.class, "variant-beats.sql").replace("{values}", values),
                    row -> beats.computeIfAbsent(Key.of(row), key -> new ArrayList<>())
                            .add(new Beat(
                                    row.textAt("title")
                                            .or(() -> row.textAt("event"))
                                            .orElse("?"),
                                    row.longAt("runs"),
                                    row.longAt("start_nanos"),
                                    row.longAt("took_nanos"),
                                    row.longAt("failed") > 0)));
        }
        return beats;
    }

    /// @return where its last bar ends
    private static long lane(Drawing drawing, Variant variant, Cell sequence, long mean, List<Beat> beats) {
        int lane = drawing.lane(sequence, -1, LaneKind.VARIANT, "%,d executions".formatted(variant.executions));
        int whole = drawing.bar(new Drawing.Bar(
                lane, 0, BarKind.EXECUTION, drawing.name(sequence), 0, mean, variant.executions, mean, 0, -1, -1, -1));
        Packing packing = new Packing();
        long last = mean;
        for (Beat beat : beats) {
            long start = Math.max(0, beat.start / beat.runs);
            long took = Math.max(0, beat.took / beat.runs);
            last = Math.max(last, start + took);
            drawing.bar(new Drawing.Bar(
                    lane,
                    1 + packing.row(start, start + took),
                    BarKind.BEAT,
                    drawing.name(Cell.text(beat.name)),
                    start,
                    took,
                    beat.runs,
                    took,
                    beat.failed ? Flag.FAILED.bit() : 0,
                    whole,
                    -1,
                    -1));
        }
        return last;
    }
}
