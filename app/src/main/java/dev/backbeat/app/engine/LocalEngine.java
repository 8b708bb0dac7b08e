package dev.backbeat.app.engine;

import dev.backbeat.analysis.Analysis;
import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.Resolution;
import dev.backbeat.app.ingest.BuildName;
import dev.backbeat.app.ingest.FactCounts;
import dev.backbeat.app.ingest.GrowingInputs;
import dev.backbeat.app.ingest.Ingest;
import dev.backbeat.app.ingest.InputReport;
import dev.backbeat.app.ingest.InputSearch;
import dev.backbeat.app.ingest.JournalFolder;
import dev.backbeat.app.ingest.KeptLog;
import dev.backbeat.app.ingest.Problem;
import dev.backbeat.app.ingest.Progress;
import dev.backbeat.ingest.redaction.RedactionRules;
import dev.backbeat.ingest.redaction.Redactor;
import dev.backbeat.inspect.CodeMap;
import dev.backbeat.inspect.CodeRuns;
import dev.backbeat.inspect.Contradictions;
import dev.backbeat.inspect.CoverageReports;
import dev.backbeat.inspect.DocumentedSequences;
import dev.backbeat.inspect.ExecutionFlow;
import dev.backbeat.inspect.ExecutionList;
import dev.backbeat.inspect.ExecutionSteps;
import dev.backbeat.inspect.ExecutionStory;
import dev.backbeat.inspect.FindingCode;
import dev.backbeat.inspect.HandlerFile;
import dev.backbeat.inspect.HandlerStory;
import dev.backbeat.inspect.InputList;
import dev.backbeat.inspect.Ledger;
import dev.backbeat.inspect.QueryResult;
import dev.backbeat.inspect.RawWindow;
import dev.backbeat.inspect.ScopeNames;
import dev.backbeat.inspect.Search;
import dev.backbeat.inspect.SessionList;
import dev.backbeat.inspect.StoreContent;
import dev.backbeat.inspect.StoreFigures;
import dev.backbeat.inspect.claims.ReportedClaims;
import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.Cell;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Report;
import dev.backbeat.model.Scope;
import dev.backbeat.store.Store;
import dev.backbeat.store.StoredInput;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers in this process, from a store in a folder, which is opened when it is first asked for.
public final class LocalEngine implements Engine {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final String PROFILE = "profile";

    private final Parts parts;
    private final Path folder;
    private final InputStream standardInput;

    /// By their rules; making one costs more than reading a few lines.
    private final Map<RedactionRules, Redactor> redactors = new ConcurrentHashMap<>();

    /// Held while logs are read into a store that others ask.
    private final Object writer = new Object();

    /// Held while handlers are tied to code; logs are read meanwhile.
    private final Object mapper = new Object();

    @Nullable
    private Store store;

    @Nullable
    private GrowingInputs growing;

    /// What was not tied to code when that was done last.
    private List<String> untied = List.of();

    private boolean writing;
    private final KnownAnswers known = new KnownAnswers();

    /// @param folder the store's folder
    public LocalEngine(Parts parts, Path folder, InputStream standardInput) {
        this.parts = parts;
        this.folder = folder;
        this.standardInput = standardInput;
    }

    /// Opens the store to read and to write, and makes it where there is none. From then on questions may
    /// be asked from many threads, while one reads inputs.
    ///
    /// @return its folder
    public Path open() {
        return store(true).folder();
    }

    /// Reads a log that has grown since it was read last.
    public InputReport grown(KeptLog log, AnalyzeRequest manner) {
        synchronized (writer) {
            return changed(() -> grown(store(true), log, manner));
        }
    }

    private InputReport grown(Store open, KeptLog log, AnalyzeRequest manner) {
        GrowingInputs logs = growing == null ? new GrowingInputs() : growing;
        growing = logs;
        return logs.grown(open, manner(manner), log);
    }

    /// Ties to code what logs that grew brought since it was done last: handlers, beats, builds.
    ///
    /// @return whether there was anything
    public boolean mapNew() {
        synchronized (mapper) {
            Store open = store(true);
            if (CodeMapping.remembered(open).isEmpty()) {
                return false;
            }
            List<String> now = CodeMapping.untied(open);
            if (now.equals(untied) || untied.isEmpty() && now.size() == 1) {
                untied = now;
                return false;
            }
            // Remembered first: what can't be tied is not tried again until there is more.
            untied = now;
            return changed(() -> {
                CodeMapping.run(parts.code(), open, List.of());
                untied = CodeMapping.untied(open);
                return true;
            });
        }
    }

    /// The inputs, for programs.
    public List<StoredInput> storedInputs() {
        return store(true).inputs();
    }

    @Override
    public AnalyzeReport analyze(AnalyzeRequest request, Progress progress) {
        long begun = System.nanoTime();
        Ingest.Manner manner = manner(request);
        InputSearch.Found found = InputSearch.find(request.folder(), request.paths());
        Store open = store(true);
        Ingest.Result result = changed(() -> {
            Ingest.Result read = Ingest.run(open, manner, found, standardInput, progress);
            CodeMapping.run(parts.code(), open, request.code(), request.coverage());
            return read;
        });
        JournalLines lines = new JournalLines(open);
        List<Exhibit> exhibits = new ArrayList<>();
        exhibits.add(StoreContent.of(open));
        exhibits.addAll(FindingCode.of(open, List.of(Contradictions.of(open, lines, Scope.everything()))));
        ReportedClaims.findings(open, lines).ifPresent(exhibits::add);
        exhibits.addAll(ask(PROFILE, bottlenecks(request.top()), Scope.everything(), Resolution.STANDARD));
        List<Problem> problems = new ArrayList<>(result.problems());
        if (!request.code().isEmpty()) {
            problems.addAll(CodeMapping.missingCommits(open));
        }
        if (!request.coverage().isEmpty()) {
            problems.addAll(CodeMapping.coverageThatDoesNotFit(open));
        }
        double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
        return AnalyzeReport.of(
                result.inputs(), CodeMapping.mapped(open, result.inputs()), problems, seconds, exhibits);
    }

    @Override
    public Mapped map(List<Path> checkouts, List<Path> coverage, int top) {
        Store open = store(true);
        synchronized (mapper) {
            changed(() -> {
                CodeMapping.run(parts.code(), open, checkouts, coverage);
                return true;
            });
        }
        List<Exhibit> exhibits = new ArrayList<>(CodeMap.of(open, top));
        CoverageReports.of(open).ifPresent(exhibits::add);
        return new Mapped(exhibits, CodeMapping.coverageThatDoesNotFit(open));
    }

    @Override
    public List<Exhibit> documentedSequences() {
        return DocumentedSequences.of(store(false));
    }

    @Override
    public LearnedCatalog learn(Scope scope, double leastShare) {
        Store open = store(false);
        KnownNames.require(open, scope);
        Evidence evidence = Evidence.of(open, new JournalLines(open)).within(scope);
        return LearnedCatalog.of(parts.learner(), evidence, leastShare);
    }

    @Override
    public List<Exhibit> codeRuns() {
        return List.of(CodeRuns.of(store(false)));
    }

    @Override
    public List<Exhibit> inputs() {
        return InputList.of(store(false));
    }

    @Override
    public List<Exhibit> sessions() {
        return SessionList.of(store(false));
    }

    @Override
    public List<Exhibit> sessions(Scope scope, int from, int most) {
        Store open = store(false);
        KnownNames.require(open, scope);
        return SessionList.of(open, scope, from, most);
    }

    @Override
    public List<Exhibit> ledger() {
        return Ledger.of(store(false));
    }

    @Override
    public List<Exhibit> ledger(String input) {
        Store open = store(false);
        return Ledger.of(open, new JournalLines(open), InputList.find(open, input));
    }

    @Override
    public List<Exhibit> executions(ExecutionList.Filter filter) {
        Store open = store(false);
        KnownNames.require(open, filter.scope());
        return ExecutionList.of(open, new JournalLines(open), filter);
    }

    @Override
    public List<Exhibit> steps(ExecutionList.Filter filter) {
        return List.of(ExecutionSteps.of(store(false), filter));
    }

    @Override
    public List<Exhibit> flow(ExecutionList.Filter filter) {
        return List.of(ExecutionFlow.of(ExecutionSteps.of(store(false), filter)));
    }

    @Override
    public List<Exhibit> execution(String id) {
        Store open = store(false);
        return ExecutionStory.of(open, new JournalLines(open), id);
    }

    @Override
    public List<Exhibit> raw(String place, int before, int after) {
        Store open = store(false);
        JournalLines lines = new JournalLines(open);
        return RawWindow.of(lines, RawPlace.of(open, lines, place), before, after);
    }

    @Override
    public List<Exhibit> ask(String analysis, Map<String, String> settings, Scope scope, Resolution detail) {
        Analysis<?, ?> asked = parts.analysis(analysis);
        return scope.equals(Scope.everything())
                ? known.of(
                        new KnownAnswers.Question(analysis, Map.copyOf(settings), detail),
                        () -> ask(asked, settings, scope, detail))
                : ask(asked, settings, scope, detail);
    }

    private <S extends Record, R extends Record> List<Exhibit> ask(
            Analysis<S, R> analysis, Map<String, String> settings, Scope scope, Resolution detail) {
        S known = analysis.spec().settingsOf(settings);
        Store open = store(false);
        KnownNames.require(open, scope);
        Evidence evidence = Evidence.of(open, new JournalLines(open)).within(scope);
        return FindingCode.of(open, analysis.present(analysis.analyze(evidence, known, detail)));
    }

    @Override
    public List<Exhibit> query(String sql) {
        return QueryResult.of(store(false), sql);
    }

    @Override
    public List<Exhibit> claims(@Nullable String report, int top) {
        Store open = store(false);
        JournalLines lines = new JournalLines(open);
        return report == null
                ? ReportedClaims.of(open, lines, top)
                : ReportedClaims.of(
                        open, lines, top, InputList.find(open, report).number());
    }

    @Override
    public List<Exhibit> handler(HandlerKey handler, Scope scope) {
        Store open = store(false);
        KnownNames.require(open, scope);
        JournalLines lines = new JournalLines(open);
        List<Exhibit> story = new ArrayList<>(
                StoreLookups.handlers(open, lines, List.of(handler), scope).getOrDefault(handler, List.of()));
        boolean ran = !story.isEmpty();
        if (!ran && HandlerStory.knows(open, handler)) {
            story.add(HandlerStory.silent());
        }
        story.addAll(HandlerFile.of(open, lines, handler, ran, scope));
        if (story.isEmpty()) {
            throw BackbeatException.withHint(
                    ErrorCode.NOT_FOUND,
                    "no handler `%s` of `%s` is known %s"
                            .formatted(
                                    handler.handler(),
                                    handler.plugin(),
                                    handler.sequence().isEmpty()
                                            ? "outside of sequences"
                                            : "in `" + handler.sequence() + "`"),
                    "`backbeat profile` lists the handlers, with their plugins and sequences");
        }
        return story;
    }

    @Override
    public List<Exhibit> names() {
        return ScopeNames.of(store(false));
    }

    @Override
    public List<Exhibit> content() {
        return List.of(StoreFigures.of(store(false)));
    }

    @Override
    public List<Exhibit> search(String text, int most) {
        return Search.of(store(false), text, most);
    }

    @Override
    public List<Exhibit> source(CodePlace place, int around) {
        return KnownCheckout.source(store(false), place, around);
    }

    @Override
    public List<Exhibit> contradictions(Scope scope) {
        Store open = store(false);
        KnownNames.require(open, scope);
        return FindingCode.of(open, List.of(Contradictions.of(open, new JournalLines(open), scope)));
    }

    @Override
    public List<KnownCheckout> checkouts() {
        return KnownCheckout.of(store(false));
    }

    @Override
    public List<Exhibit> codeMap(int top) {
        return CodeMap.of(store(false), top);
    }

    @Override
    public Answer detailed(Answer answer) {
        Store open = store(false);
        return DetailCollector.detailed(answer, StoreLookups.of(open, new JournalLines(open)));
    }

    @Override
    public Report report(int top) {
        Store open = store(false);
        return ReportParts.of(parts.analyses(), this, open, new JournalLines(open), top);
    }

    @Override
    public Report detailed(Report report) {
        Store open = store(false);
        return DetailCollector.detailed(report, StoreLookups.of(open, new JournalLines(open)));
    }

    @Override
    public List<Exhibit> forget(String input) {
        Store open = store(true);
        StoredInput forgotten =
                changed(() -> open.forget(InputList.find(open, input).number()));
        new JournalFolder(open.folder()).forget(forgotten);
        AnswerFolder.forget(open.folder());
        return said("forgot `%s`: %,d lines and %,d sessions"
                .formatted(forgotten.name(), forgotten.lines(), forgotten.sessions()));
    }

    @Override
    public List<Exhibit> relabel(String input, String build) {
        BuildName name = BuildName.of(build);
        Store open = store(true);
        StoredInput found = InputList.find(open, input);
        int sessions = changed(() -> {
            int told = open.relabel(found.number(), name.label(), name.commit());
            CodeMapping.run(parts.code(), open, List.of());
            return told;
        });
        return said("%,d sessions of `%s` ran the build `%s`".formatted(sessions, found.name(), build));
    }

    @Override
    public List<Exhibit> rebuild(AnalyzeRequest request, Progress progress) {
        close();
        Store from = parts.storeEngine().openEarlier(folder);
        store = from;
        writing = false;
        List<Path> checkouts = CodeMapping.remembered(from);
        List<Path> coverage = CodeMapping.rememberedCoverage(from);
        FactCounts counts = StoreSwap.rebuild(parts.storeEngine(), from, manner(request), progress, this::close);
        AnswerFolder.forget(folder);
        CodeMapping.run(parts.code(), store(true), checkouts, checkouts.isEmpty() ? List.of() : coverage);
        return said("rebuilt %,d sessions, %,d executions, %,d beat runs and %,d handler runs from the journals"
                .formatted(counts.sessions(), counts.executions(), counts.beatRuns(), counts.handlerRuns()));
    }

    private static Map<String, String> bottlenecks(int top) {
        return Map.of("top", Integer.toString(top), "show", "bottlenecks");
    }

    private Ingest.Manner manner(AnalyzeRequest request) {
        return new Ingest.Manner(
                parts.formats(),
                request.format(),
                request.builds(),
                redactors.computeIfAbsent(request.redaction(), Redactor::of),
                request.gapNanos());
    }

    /// Writes; what was known before is not known any more, however it ended.
    private <T> T changed(Supplier<T> write) {
        try {
            return write.get();
        } finally {
            known.forget();
        }
    }

    private static List<Exhibit> said(String sentence) {
        return List.of(new Exhibit.Summary("", List.of(new Exhibit.Summary.Fact("done", Cell.text(sentence)))));
    }

    /// The store, opened to write when anything is to be written.
    private Store store(boolean write) {
        Store open = store;
        if (open != null && (writing || !write)) {
            return open;
        }
        close();
        Store opened = parts.storeEngine().open(folder, write);
        writing = write;
        store = opened;
        return opened;
    }

    @Override
    public void close() {
        known.forget();
        if (growing != null) {
            growing.close();
            growing = null;
        }
        if (store != null) {
            store.close();
            store = null;
        }
    }
}
