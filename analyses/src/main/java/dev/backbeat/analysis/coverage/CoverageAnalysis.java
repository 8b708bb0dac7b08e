package dev.backbeat.analysis.coverage;

import dev.backbeat.analysis.Analysis;
import dev.backbeat.analysis.AnalysisSpec;
import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.Resolution;
import dev.backbeat.model.Exhibit;
import java.util.List;

/// The analysis `coverage`.
public final class CoverageAnalysis implements Analysis<CoverageSettings, Coverage> {

    /// What it is.
    public static final AnalysisSpec<CoverageSettings> SPEC = new AnalysisSpec<>(
            "coverage",
            "which handlers run in production, which are tested, which are dead?",
            "Sets how often each handler ran beside what tests reach it, and follows the code from what runs to tell"
                    + " what nothing leads to.",
            CoverageSettings.class);

    @Override
    public AnalysisSpec<CoverageSettings> spec() {
        return SPEC;
    }

    @Override
    public Coverage analyze(Evidence evidence, CoverageSettings settings, Resolution detail) {
        Runs runs = Runs.read(evidence);
        Reach reach = Reach.read(evidence);
        Handlers handlers = new Handlers(evidence, runs, reach, settings.hot());
        List<Coverage.Handler> all = handlers.all();
        CovRules rules = CovRules.of(all, reach);
        return new Coverage(
                runs.observed(),
                all,
                handlers.paths(all),
                rules.findings(),
                rules.checks(),
                handlers.hasCode(),
                reach.reports().size(),
                settings.top(),
                all.isEmpty() ? handlers.absence() : "");
    }

    @Override
    public List<Exhibit> present(Coverage answer) {
        return List.of(
                Tables.summary(answer),
                Tables.quadrants(answer),
                Tables.findings(answer),
                Tables.gaps(answer),
                Tables.silent(answer),
                Tables.handlers(answer),
                Tables.paths(answer),
                Tables.files(answer));
    }
}
