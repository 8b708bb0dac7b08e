package dev.backbeat.app.engine;

import dev.backbeat.analysis.Resolution;
import dev.backbeat.app.ingest.Problem;
import dev.backbeat.app.ingest.Progress;
import dev.backbeat.inspect.ExecutionList;
import dev.backbeat.model.Answer;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Report;
import dev.backbeat.model.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that can be asked of Backbeat. Answers are exhibits; trouble is a
/// [dev.backbeat.model.BackbeatException]. An `input` is its number, its name, or an ending of its name.
public interface Engine extends AutoCloseable {

    /// Reads logs into the store and says what they hold.
    AnalyzeReport analyze(AnalyzeRequest request, Progress progress);

    /// The inputs.
    List<Exhibit> inputs();

    /// The sessions.
    List<Exhibit> sessions();

    /// Some of the sessions, in the order of their beginnings, and how many there are.
    ///
    /// @param scope of these sessions, or of those that ran such; what ran in them is counted within it
    /// @param from how many are passed over
    /// @param most how many at most
    List<Exhibit> sessions(Scope scope, int from, int most);

    /// What became of the lines of all inputs.
    List<Exhibit> ledger();

    /// What became of the lines of one input.
    List<Exhibit> ledger(String input);

    /// Executions.
    List<Exhibit> executions(ExecutionList.Filter filter);

    /// Executions with each of their beats.
    List<Exhibit> steps(ExecutionList.Filter filter);

    /// Which beat follows which in executions, and how often.
    List<Exhibit> flow(ExecutionList.Filter filter);

    /// One execution, by its id or its request's id.
    List<Exhibit> execution(String id);

    /// Raw lines around an origin (`input:offset`) or a line of an input (`name:line`).
    List<Exhibit> raw(String place, int before, int after);

    /// What an analysis answers.
    List<Exhibit> ask(String analysis, Map<String, String> settings, Scope scope, Resolution detail);

    /// What a question in SQL over the views answers.
    List<Exhibit> query(String sql);

    /// What reports of other tools claim, and whether the logs agree.
    ///
    /// @param report one of them; `null` for all
    /// @param top how many claims are shown at most
    List<Exhibit> claims(@Nullable String report, int top);

    /// An answer with what lies behind its references, within limits.
    Answer detailed(Answer answer);

    /// Every answer there is, without what lies behind it.
    ///
    /// @param top how many findings are to be looked at first
    Report report(int top);

    /// The same with what lies behind its references, within limits.
    Report detailed(Report report);

    /// Everything known about a handler.
    ///
    /// @param scope its runs are those in these executions
    List<Exhibit> handler(HandlerKey handler, Scope scope);

    /// What is tied to code, as it stands.
    ///
    /// @param top how many rows a table has at most
    List<Exhibit> codeMap(int top);

    /// Removes an input and what was derived from it.
    List<Exhibit> forget(String input);

    /// Ties what is stored to code, without reading logs again.
    ///
    /// @param checkouts their folders; none for those that were given last
    /// @param coverage reports of coverage tools; none to keep what is known
    /// @param top how many rows a table has at most
    Mapped map(List<Path> checkouts, List<Path> coverage, int top);

    /// What is tied to code, and what of the reports does not fit.
    record Mapped(List<Exhibit> exhibits, List<Problem> problems) {

        /// Copies.
        public Mapped {
            exhibits = List.copyOf(exhibits);
            problems = List.copyOf(problems);
        }
    }

    /// The sequences that documents describe, and whether they ran.
    List<Exhibit> documentedSequences();

    /// Documents of what production does.
    ///
    /// @param leastShare a variant of fewer of the completed executions of its sequence is left out; from 0 to 1
    LearnedCatalog learn(Scope scope, double leastShare);

    /// How often functions ran that are mapped.
    List<Exhibit> codeRuns();

    /// Says which build an input's sessions ran: `label` or `label@commit`.
    List<Exhibit> relabel(String input, String build);

    /// Derives the store from its journals again.
    List<Exhibit> rebuild(AnalyzeRequest manner, Progress progress);

    /// What can be named in a scope.
    List<Exhibit> names();

    /// What the store holds, in figures.
    List<Exhibit> content();

    /// What has a text in its name.
    ///
    /// @param most how many of each kind at most
    List<Exhibit> search(String text, int most);

    /// Lines of code of a checkout that the store knows; a file that is no source of it is not shown.
    List<Exhibit> source(CodePlace place, int around);

    /// What was reported as completed, and yet failed or never ended.
    ///
    /// @param scope of these executions
    List<Exhibit> contradictions(Scope scope);

    /// The checkouts that the store knows.
    List<KnownCheckout> checkouts();

    @Override
    void close();
}
