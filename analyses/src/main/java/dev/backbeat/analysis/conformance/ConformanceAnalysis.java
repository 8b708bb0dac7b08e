package dev.backbeat.analysis.conformance;

import dev.backbeat.analysis.Analysis;
import dev.backbeat.analysis.AnalysisSpec;
import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.Resolution;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Finding;
import java.util.ArrayList;
import java.util.List;

/// The analysis `conformance`.
public final class ConformanceAnalysis implements Analysis<ConformanceSettings, Conformance> {

    /// What it is.
    public static final AnalysisSpec<ConformanceSettings> SPEC = new AnalysisSpec<>(
            "conformance",
            "does production do what is documented?",
            "Folds executions into variants, aligns each with the documents of its sequence, and names the smallest"
                    + " set of deviations; says what failed or hung although it was reported as completed.",
            ConformanceSettings.class);

    private static final String NO_EXECUTIONS =
            "no execution fits what was asked; see `backbeat executions`, or read logs with `backbeat analyze <logs>`";
    private static final String NO_DOCUMENTS =
            "no documents of sequences are known, so only failures are told; name the code with"
                    + " `backbeat map --code <dir>`, or write down what runs with `backbeat catalog learn`";

    @Override
    public AnalysisSpec<ConformanceSettings> spec() {
        return SPEC;
    }

    @Override
    public Conformance analyze(Evidence evidence, ConformanceSettings settings, Resolution detail) {
        Asked asked = new Asked(evidence);
        if (settings.model().isGiven()) {
            return ModelCheck.of(asked, settings.model()).answer(settings.top());
        }
        Documents documents = Documents.read(asked);
        Tallies tallies = new Tallies();
        Variants variants = Variants.read(asked);
        Flows flows = new Flows(asked, documents, tallies);
        flows.compare(variants.all());
        Handlers handlers = new Handlers(asked, documents, tallies, variants.all());
        Routing routing = new Routing(asked, documents, tallies);
        handlers.compare(routing);
        List<Conformance.VariantLine> lines = flows.variants();
        long executions =
                variants.all().stream().mapToLong(Variants.Variant::executions).sum();
        List.of(
                        ConfRules.STUCK,
                        ConfRules.HANDLER_FAILED,
                        ConfRules.NEVER_FINISHED,
                        ConfRules.BEAT_FAILED,
                        ConfRules.UNREGISTERED)
                .forEach(rule -> tallies.checked(rule, executions));
        List<Finding> others = new ArrayList<>(routing.compare());
        others.addAll(new Ambient(asked, tallies).find());
        List<Finding> findings = ConfRules.findings(asked, tallies, others);
        List<Conformance.TopicLine> topics = routing.topics();
        return new Conformance(
                executions,
                variants.neverStarted(),
                handlers.cutOff(),
                flows.undocumented(),
                flows.unsettled(),
                flows.retries(),
                flows.sequences(),
                lines.stream().limit(settings.top()).toList(),
                lines.size(),
                findings,
                tallies.checks(),
                executions == 0 ? NO_EXECUTIONS : documents.isEmpty() ? NO_DOCUMENTS : "",
                topics.stream().limit(settings.top()).toList(),
                topics.size(),
                settings.scoresAlone() ? flows.scores().of(settings.top()) : List.of());
    }

    @Override
    public List<Exhibit> present(Conformance answer) {
        if (answer.model() != null) {
            return ModelTables.of(answer, answer.model());
        }
        if (!answer.scores().isEmpty()) {
            return answer.scores().stream().map(ScoreTimeline::of).toList();
        }
        return List.of(
                Tables.summary(answer),
                Tables.findings(answer),
                Tables.sequences(answer),
                Tables.variants(answer),
                TopicTable.of(answer));
    }
}
