package dev.backbeat.app.cli;

import dev.backbeat.app.engine.Parts;
import dev.backbeat.inspect.ExecutionList;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The verb `executions`.
@Command(name = "executions", description = "lists executions")
final class ExecutionsCommand extends Verb {

    private static final int LIMIT = 50;

    @Option(names = "--session", paramLabel = "<id>", description = "only of this session")
    @Nullable
    String session;

    @Option(names = "--sequence", paramLabel = "<name>", description = "only of this sequence, by name or id")
    @Nullable
    String sequence;

    @Option(names = "--status", paramLabel = "<status>", description = "only with this status, such as incomplete")
    @Nullable
    String status;

    @Option(names = "--limit", paramLabel = "<n>", description = "how many at most (default: 50)")
    int limit = LIMIT;

    @Option(names = "--steps", description = "with each of their beats, as `--output xes` needs it")
    boolean steps;

    @Option(names = "--flow", description = "which beat follows which instead, as `--output dot` draws it")
    boolean flow;

    ExecutionsCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE, "`--limit` is at least 1, not " + limit, "an example is `--limit 100`");
        }
        String wanted = status == null ? null : status(status);
        ExecutionList.Filter filter =
                new ExecutionList.Filter(session == null ? null : Ids.session(session), sequence, wanted, limit);
        return answer(engine -> flow ? engine.flow(filter) : steps ? engine.steps(filter) : engine.executions(filter));
    }

    /// The status as the views say it.
    private static String status(String said) {
        String status = said.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        if (!ExecutionList.STATUSES.contains(status)) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    "there is no status `%s`".formatted(said),
                    "the statuses are " + String.join(", ", ExecutionList.STATUSES));
        }
        return status;
    }
}
