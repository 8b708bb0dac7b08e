package dev.backbeat.app.engine;

import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.FlowLearner;
import dev.backbeat.analysis.LearnedFlow;
import dev.backbeat.code.catalog.DocumentedSequence;
import dev.backbeat.code.catalog.DocumentedSequence.Beat;
import dev.backbeat.code.catalog.DocumentedSequence.Movement;
import dev.backbeat.code.catalog.conductor.DocumentName;
import dev.backbeat.code.catalog.conductor.SequenceWriter;
import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Documents of what production does, to be reviewed and pinned.
///
/// @param documents one a sequence, sorted by the sequence
/// @param exhibits what they hold and what they leave out
public record LearnedCatalog(List<Document> documents, List<Exhibit> exhibits) {

    private static final int LEFT_OUT_SHOWN = 20;
    private static final String EMPTY =
            "no execution fits what was asked; see `backbeat executions`, or read logs with `backbeat analyze <logs>`";

    /// A document.
    ///
    /// @param name its file's name, safe in every file system
    /// @param content its text
    public record Document(String name, String content) {}

    /// Copies.
    public LearnedCatalog {
        documents = List.copyOf(documents);
        exhibits = List.copyOf(exhibits);
    }

    /// The documents of the executions in scope.
    ///
    /// @param leastShare a variant of fewer of the executions of its sequence is left out; from 0 to 1
    static LearnedCatalog of(FlowLearner learner, Evidence evidence, double leastShare) {
        List<LearnedFlow> flows = learner.learn(evidence, leastShare);
        List<Document> documents = flows.stream()
                .filter(flow -> !flow.beats().isEmpty())
                .map(LearnedCatalog::document)
                .toList();
        return new LearnedCatalog(documents, List.of(table(flows), leftOut(flows)));
    }

    private static Document document(LearnedFlow flow) {
        Map<String, Long> origin = new LinkedHashMap<>();
        origin.put("executions", flow.kept());
        origin.put("variants", (long) flow.keptVariants());
        origin.put("executionsLeftOut", flow.executions() - flow.kept());
        origin.put("variantsLeftOut", (long) flow.variants() - flow.keptVariants());
        origin.put("notCompleted", flow.notCompleted());
        origin.put("retries", flow.retries());
        origin.put("repeatedBeats", repeated(flow));
        DocumentedSequence sequence =
                new DocumentedSequence(flow.sequence(), flow.name(), flow.plugin(), "", 1, List.of(), movements(flow));
        return new Document(
                DocumentName.of(flow.sequence()),
                SequenceWriter.write(sequence, "Learned from production by Backbeat: review it, then pin it.", origin));
    }

    /// Beats that run side by side stay in one movement.
    private static List<Movement> movements(LearnedFlow flow) {
        List<Movement> movements = new ArrayList<>();
        List<Beat> beats = new ArrayList<>();
        String name = "";
        String group = "";
        for (LearnedFlow.Beat beat : flow.beats()) {
            boolean together = !group.isEmpty() && group.equals(beat.parallel());
            if (!together && !beats.isEmpty() && !beat.movement().equals(name)) {
                movements.add(movement(name, beats));
                beats.clear();
            }
            name = beats.isEmpty() ? beat.movement() : name;
            group = beat.parallel();
            beats.add(new Beat(
                    beat.number(),
                    beat.event(),
                    beat.title(),
                    beat.handler(),
                    beat.timing(),
                    "",
                    beat.optional(),
                    beat.parallel(),
                    List.of(),
                    0));
        }
        movements.add(movement(name, beats));
        return movements;
    }

    private static Movement movement(String name, List<Beat> beats) {
        String said = name.isBlank() ? "Observed" : name;
        String id = said.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return new Movement(id.isEmpty() ? "movement" : id, said, 0, beats);
    }

    private static long repeated(LearnedFlow flow) {
        return flow.beats().stream().filter(beat -> beat.occurrence() > 1).count();
    }

    private static Exhibit table(List<LearnedFlow> flows) {
        List<List<Cell>> rows = flows.stream()
                .map(flow -> List.of(
                        Cell.code(flow.name()).to(new Reference.ToSequence(flow.sequence())),
                        Cell.count(flow.beats().size()),
                        Cell.count(flow.beats().stream()
                                .filter(LearnedFlow.Beat::optional)
                                .count()),
                        Cell.count(flow.beats().stream()
                                .filter(beat -> !beat.parallel().isEmpty())
                                .count()),
                        Cell.count(repeated(flow)),
                        Cell.count(flow.kept()),
                        Cell.share(flow.kept(), flow.executions()),
                        Cell.count(flow.keptVariants()),
                        Cell.count(flow.variants() - flow.keptVariants()),
                        Cell.count(flow.notCompleted()),
                        flow.beats().isEmpty()
                                ? Cell.text("not written: it has no beats")
                                : Cell.code(DocumentName.of(flow.sequence()))))
                .toList();
        return Exhibit.Table.of(
                "sequences as production carries them out",
                List.of(
                        Exhibit.Column.text("sequence"),
                        Exhibit.Column.number("beats"),
                        Exhibit.Column.number("optional").noted("beats that a variant lacks"),
                        Exhibit.Column.number("any order").noted("beats that ran in more than one order"),
                        Exhibit.Column.number("again").noted("beats that run again though they had not failed"),
                        Exhibit.Column.number("executions").noted("that the document is learned from"),
                        Exhibit.Column.number("share").noted("of the completed executions of the sequence"),
                        Exhibit.Column.number("variants"),
                        Exhibit.Column.number("left out").noted("variants that are rarer than `--min-share`"),
                        Exhibit.Column.number("open")
                                .noted("executions that were not completed: nothing is learned from them"),
                        Exhibit.Column.text("document")),
                rows,
                EMPTY);
    }

    private static Exhibit leftOut(List<LearnedFlow> flows) {
        List<List<Cell>> rows = new ArrayList<>();
        for (LearnedFlow flow : flows) {
            for (LearnedFlow.LeftOut variant : flow.leftOut()) {
                rows.add(List.of(
                        Cell.code(flow.name()).to(new Reference.ToSequence(flow.sequence())),
                        Cell.count(variant.executions()),
                        Cell.share(variant.executions(), flow.executions()),
                        Cell.code(variant.beats())));
            }
        }
        return new Exhibit.Table(
                "variants left out, because they are rare",
                List.of(
                        Exhibit.Column.text("sequence"),
                        Exhibit.Column.number("executions"),
                        Exhibit.Column.number("share"),
                        Exhibit.Column.text("beats")),
                rows.stream().limit(LEFT_OUT_SHOWN).toList(),
                rows.size(),
                flows.isEmpty() ? EMPTY : "none is rarer than `--min-share`");
    }
}
