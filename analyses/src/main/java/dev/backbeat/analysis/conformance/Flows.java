package dev.backbeat.analysis.conformance;

import dev.backbeat.analysis.Alike;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.HandlerKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Compares each variant with the documents of its sequence.
final class Flows {

    private final Asked asked;
    private final Documents documents;
    private final Tallies tallies;
    private final Map<String, Conformance.SequenceLine> sequences = new LinkedHashMap<>();
    private final List<Conformance.VariantLine> variants = new ArrayList<>();
    private final Scores scores = new Scores();
    private long undocumented;
    private long unsettled;
    private long retries;

    /// The document that a variant fits best, and how.
    private record Best(Deviations document, Deviations.Fit fit) {}

    Flows(Asked asked, Documents documents, Tallies tallies) {
        this.asked = asked;
        this.documents = documents;
        this.tallies = tallies;
    }

    void compare(List<Variants.Variant> all) {
        all.forEach(variant -> tallies.ran(variant.sequence(), variant.executions()));
        for (Variants.Variant variant : all) {
            if (documents.has(variant.build())) {
                compare(variant);
            }
        }
    }

    private void compare(Variants.Variant variant) {
        tallies.checked(ConfRules.UNDOCUMENTED, variant.executions());
        List<Deviations> known = documents.of(variant.build(), variant.sequence());
        if (known.isEmpty()) {
            undocumented += variant.executions();
            tallies.add(tally(ConfRules.UNDOCUMENTED, variant, "", null, variant.place()));
            return;
        }
        Seen seen = variant.seen().withoutRetries();
        retries += (variant.seen().beats().size() - seen.beats().size()) * variant.executions();
        Optional<Best> best = known.stream()
                .flatMap(document -> document.of(seen).map(fit -> new Best(document, fit)).stream())
                .min(Comparator.comparingLong(one -> one.fit().moves()));
        best.ifPresentOrElse(one -> settled(variant, seen, one), () -> unsettled += variant.executions());
    }

    private void settled(Variants.Variant variant, Seen seen, Best best) {
        Deviations.Fit fit = best.fit();
        Flow flow = best.document().flow();
        List.of(ConfRules.MISSING, ConfRules.EXTRA, ConfRules.REPEATED, ConfRules.OUT_OF_ORDER)
                .forEach(rule -> tallies.checked(rule, variant.executions()));
        StringJoiner words = new StringJoiner(", ");
        Set<Object> counted = new HashSet<>();
        for (Deviation deviation : fit.deviations()) {
            Flow.Beat documented =
                    deviation.documented() < 0 ? null : flow.beats().get(deviation.documented());
            Seen.Beat observed = deviation.observed() < 0 ? null : seen.beats().get(deviation.observed());
            String name = documented != null ? documented.name() : observed == null ? "" : observed.name();
            long place = observed == null ? variant.place() : observed.origin().number();
            Tally tally = tally(ConfRules.of(deviation.kind()), variant, name, at(flow, documented), place);
            // An execution counts once, however often it deviates in the same way.
            if (counted.add(tally.key())) {
                tallies.add(tally);
            }
            words.add(deviation.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + name);
        }
        int documentCount = documents.of(variant.build(), variant.sequence()).size();
        Conformance.SequenceLine line = new Conformance.SequenceLine(
                variant.sequence(),
                variant.name(),
                flow.beats().getFirst().place(),
                documentCount,
                variant.executions(),
                fit.moves() == 0 ? variant.executions() : 0,
                1,
                fit.moves() * variant.executions(),
                fit.worst() * variant.executions(),
                variant.alike(),
                fit.moves() == 0 ? variant.alike() : Alike.NONE);
        sequences.merge(variant.sequence(), line, Flows::sum);
        scores.lay(variant, seen, flow, fit);
        variants.add(new Conformance.VariantLine(
                variant.sequence(),
                beats(variant.seen()),
                variant.executions(),
                tallies.executionsOf(variant.sequence()),
                words.toString(),
                fit.moves(),
                fit.worst(),
                new ExecutionId(variant.execution()),
                asked.place(variant.place()),
                variant.alike()));
    }

    private static Documents.@Nullable Documented at(Flow flow, Flow.@Nullable Beat beat) {
        return beat == null ? null : new Documents.Documented(flow, beat);
    }

    private Tally tally(
            String rule, Variants.Variant variant, String beat, Documents.@Nullable Documented documented, long place) {
        HandlerKey handler = null;
        if (documented != null && documented.beat().handler() != null) {
            String plugin = documented.flow().plugin();
            handler = new HandlerKey(
                    plugin == null ? variant.plugin() : plugin,
                    documented.flow().sequence(),
                    documented.beat().handler());
        }
        return new Tally(
                rule,
                variant.sequence(),
                variant.name(),
                beat,
                handler,
                handler == null
                        ? null
                        : documents
                                .code(variant.build(), handler.sequence(), handler.handler())
                                .orElse(null),
                documented == null ? null : documented.beat().place(),
                "",
                variant.executions(),
                place,
                variant.execution(),
                variant.alike());
    }

    private static Conformance.SequenceLine sum(Conformance.SequenceLine a, Conformance.SequenceLine b) {
        return new Conformance.SequenceLine(
                a.sequence(),
                a.name(),
                a.document(),
                Math.max(a.documents(), b.documents()),
                a.executions() + b.executions(),
                a.conforming() + b.conforming(),
                a.variants() + b.variants(),
                a.deviations() + b.deviations(),
                a.worst() + b.worst(),
                a.alike().with(b.alike()),
                a.conform().with(b.conform()));
    }

    /// The beats of an execution as people say them; a longer one is cut.
    private static String beats(Seen seen) {
        return beats(seen, 12);
    }

    static String beats(Seen seen, int most) {
        StringJoiner words = new StringJoiner(" → ");
        seen.beats().stream().limit(most).forEach(beat -> words.add(beat.name() + (beat.failed() ? " ✗" : "")));
        if (seen.beats().size() > most) {
            words.add("%,d more".formatted(seen.beats().size() - most));
        }
        return words + (seen.ended() ? "" : " …");
    }

    List<Conformance.SequenceLine> sequences() {
        return sequences.values().stream()
                .sorted(Comparator.comparingDouble((Conformance.SequenceLine line) ->
                                -(double) line.deviations() / Math.max(1, line.worst()))
                        .thenComparing(Conformance.SequenceLine::sequence))
                .toList();
    }

    List<Conformance.VariantLine> variants() {
        return variants.stream()
                .sorted(Comparator.comparingLong((Conformance.VariantLine line) -> -line.moves() * line.executions())
                        .thenComparing(Comparator.comparingLong(Conformance.VariantLine::executions)
                                .reversed())
                        .thenComparing(Conformance.VariantLine::sequence)
                        .thenComparing(Conformance.VariantLine::beats))
                .toList();
    }

    Scores scores() {
        return scores;
    }

    long undocumented() {
        return undocumented;
    }

    long unsettled() {
        return unsettled;
    }

    long retries() {
        return retries;
    }
}
