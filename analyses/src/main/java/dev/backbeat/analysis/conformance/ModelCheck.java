package dev.backbeat.analysis.conformance;

import dev.backbeat.analysis.FileValue;
import dev.backbeat.measure.alignment.Aligner;
import dev.backbeat.measure.alignment.Alignment;
import dev.backbeat.measure.alignment.Costs;
import dev.backbeat.measure.alignment.Move;
import dev.backbeat.measure.petri.PetriNet;
import dev.backbeat.measure.petri.PnmlReader;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.ExecutionId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Compares executions with a Petri net.
///
/// The alignment of each variant is the cheapest one at PM4Py's standard costs. Fitness is 1 − deviating moves /
/// moves if nothing fitted, over all executions: A. Adriansyah, *Aligning Observed and Modeled Behavior*, 2014.
final class ModelCheck {

    private static final int NAMED = 5;
    private static final int BEATS = 60;
    private static final double MILLION = 1e6;
    private static final String NO_EXECUTIONS =
            "no completed execution fits what was asked; see `backbeat executions`, or read logs with"
                    + " `backbeat analyze <logs>`";

    private final Asked asked;
    private final String file;
    private final PetriNet model;
    private final Aligner aligner;
    private final List<String> labels;
    private final List<Integer> positions;
    private final ModelPasses passes;
    private final Tallies tallies = new Tallies();
    private final List<Modelled.VariantLine> lines = new ArrayList<>();
    private long executions;
    private long fitting;
    private long unsettled;
    private long deviating;
    private long worstOfAll;
    private double fitness;

    /// What makes executions the same.
    private record Shown(String sequence, ModelLabels.Trace trace) {}

    private ModelCheck(Asked asked, String file, PetriNet model) {
        this.asked = asked;
        this.file = file;
        this.model = model;
        this.aligner = aligner(file, model);
        this.labels = IntStream.range(0, model.net().transitions())
                .mapToObj(transition -> model.label(transition).orElse(""))
                .toList();
        this.positions = IntStream.range(0, labels.size()).boxed().toList();
        this.passes = new ModelPasses(model);
    }

    /// @throws BackbeatException `INPUT` where the file holds no net that can be passed
    static ModelCheck of(Asked asked, FileValue file) {
        try {
            String name = file.name().isEmpty() ? "the model" : file.name();
            return new ModelCheck(asked, name, PnmlReader.read(name, file.open()));
        } catch (IOException e) {
            throw BackbeatException.of(ErrorCode.INTERNAL, "bytes in memory can't be read")
                    .causedBy(e);
        }
    }

    private static Aligner aligner(String file, PetriNet model) {
        if (model.net().labels().isEmpty()) {
            throw BackbeatException.withHint(
                    ErrorCode.INPUT,
                    "no transition of `%s` is visible".formatted(file),
                    "name its transitions like the beats");
        }
        try {
            Aligner aligner = new Aligner(model.net(), Costs.STANDARD);
            if (aligner.alignEmpty().isEmpty()) {
                throw BackbeatException.withHint(
                        ErrorCode.INPUT,
                        "no way through the net of `%s` was found among its first %,d states"
                                .formatted(file, Aligner.SEARCHED_STATES),
                        "see whether its places may fill without an end, and whether its final marking can be reached");
            }
            return aligner;
        } catch (BackbeatException e) {
            throw BackbeatException.withHint(
                            e.code(),
                            "`%s` is not sound: %s".formatted(file, e.getMessage()),
                            e.hint().orElse("look at its initial and final marking"))
                    .causedBy(e);
        }
    }

    /// What executions do in the net.
    Conformance answer(int top) {
        Variants variants = Variants.read(asked);
        List<Variants.Variant> completed = variants.all().stream()
                .filter(variant -> variant.seen().ended())
                .toList();
        completed.forEach(variant -> tallies.ran(variant.sequence(), variant.executions()));
        ModelLabels names = new ModelLabels(model.net().labels());
        Map<Shown, Variants.Variant> merged = new LinkedHashMap<>();
        for (Variants.Variant variant : completed) {
            Shown shown = new Shown(variant.sequence(), names.of(variant.seen()));
            merged.merge(shown, variant, Variants.Variant::with);
        }
        requireMatch(completed, names);
        Map<List<String>, Optional<Alignment>> known = new HashMap<>();
        merged.forEach((shown, variant) -> known.computeIfAbsent(shown.trace().labels(), aligner::align)
                .ifPresentOrElse(
                        alignment -> settled(variant, shown.trace(), alignment),
                        () -> unsettled += variant.executions()));
        return answer(variants, names, top);
    }

    private void requireMatch(List<Variants.Variant> completed, ModelLabels names) {
        if (!completed.isEmpty() && names.matched().isEmpty()) {
            throw BackbeatException.withHint(
                    ErrorCode.INPUT,
                    "none of the %,d labels of `%s` is that of a beat: it has %s; beats are %s"
                            .formatted(
                                    model.net().labels().size(),
                                    file,
                                    some(model.net().labels()),
                                    some(names.unknown())),
                    "name its transitions like the beats, or choose the sequence that it models with `--sequence`");
        }
    }

    static String some(List<String> names) {
        String first = names.stream().limit(NAMED).map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        return names.size() > NAMED ? first + " and %,d more".formatted(names.size() - NAMED) : first;
    }

    private void settled(Variants.Variant variant, ModelLabels.Trace trace, Alignment alignment) {
        List.of(ConfRules.MISSING, ConfRules.EXTRA, ConfRules.REPEATED, ConfRules.OUT_OF_ORDER)
                .forEach(rule -> tallies.checked(rule, variant.executions()));
        StringJoiner words = new StringJoiner(", ");
        Set<Object> counted = new HashSet<>();
        List<Move> moves = alignment.moves();
        for (Deviation deviation : Deviations.explained(moves, positions, labels, trace.labels())) {
            Tally tally = tally(variant, trace, deviation);
            if (counted.add(tally.key())) {
                tallies.add(tally);
            }
            words.add(deviation.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + tally.beat());
        }
        passes.add(moves, variant.executions());
        long shortest = aligner.alignEmpty().map(Alignment::deviations).orElse(0L);
        long deviations = alignment.deviations();
        long worst = trace.labels().size() + shortest;
        executions += variant.executions();
        fitting += deviations == 0 ? variant.executions() : 0;
        deviating += deviations * variant.executions();
        worstOfAll += worst * variant.executions();
        fitness += variant.executions() * (worst == 0 ? 1 : 1 - (double) deviations / worst);
        lines.add(new Modelled.VariantLine(
                variant.name(),
                Flows.beats(variant.seen(), BEATS),
                variant.executions(),
                alignment.cost(),
                deviations,
                worst,
                words.toString(),
                new ExecutionId(variant.execution()),
                asked.place(variant.place()),
                variant.alike()));
    }

    private Tally tally(Variants.Variant variant, ModelLabels.Trace trace, Deviation deviation) {
        Seen.Beat observed = deviation.observed() < 0
                ? null
                : variant.seen().beats().get(trace.beats().get(deviation.observed()));
        String name = deviation.observed() < 0
                ? labels.get(deviation.documented())
                : trace.labels().get(deviation.observed());
        return new Tally(
                ConfRules.of(deviation.kind()),
                variant.sequence(),
                variant.name(),
                name,
                null,
                null,
                place(deviation.documented()),
                ConfRules.OF_MODEL,
                variant.executions(),
                observed == null ? variant.place() : observed.origin().number(),
                variant.execution(),
                variant.alike());
    }

    private @Nullable CodePlace place(int transition) {
        if (transition < 0) {
            return null;
        }
        int line = model.lines().get(transition);
        return new CodePlace("model", file, line, line, null);
    }

    private Conformance answer(Variants variants, ModelLabels names, int top) {
        long all =
                variants.all().stream().mapToLong(Variants.Variant::executions).sum();
        List<Modelled.VariantLine> sorted = lines.stream()
                .sorted(Comparator.comparingLong((Modelled.VariantLine line) -> -line.moves() * line.executions())
                        .thenComparing(Comparator.comparingLong(Modelled.VariantLine::executions)
                                .reversed())
                        .thenComparing(Modelled.VariantLine::sequence)
                        .thenComparing(Modelled.VariantLine::beats))
                .toList();
        List<String> unmatched = model.net().labels().stream()
                .filter(label -> !names.matched().contains(label))
                .toList();
        Modelled modelled = new Modelled(
                model.name(),
                file,
                executions,
                fitting,
                all - executions - unsettled,
                unsettled,
                deviating,
                worstOfAll,
                Math.round(fitness * MILLION),
                model.net().labels().size(),
                unmatched,
                names.unknown(),
                sorted.stream().limit(top).toList(),
                sorted.size(),
                passes.steps(this::place),
                passes.graph());
        return new Conformance(
                all,
                variants.neverStarted(),
                modelled.notCompleted(),
                0,
                unsettled,
                0,
                List.of(),
                List.of(),
                sorted.size(),
                ConfRules.findings(asked, tallies, List.of()),
                tallies.checks(),
                executions + unsettled == 0 ? NO_EXECUTIONS : "",
                List.of(),
                0,
                modelled,
                List.of());
    }
}
