package dev.backbeat.app.cli;

import dev.backbeat.app.engine.Parts;
import dev.backbeat.inspect.ExecutionList;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.ExecutionSet;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Scope;
import java.util.List;
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

    @Option(names = "--handler", paramLabel = "<name>", description = "only where a handler of this name ran")
    @Nullable
    String handler;

    @Option(names = "--plugin", paramLabel = "<name>", description = "only where a handler of this owner ran")
    @Nullable
    String plugin;

    @Option(
            names = "--handler-outcome",
            paramLabel = "<outcome>",
            description = "only where it ended so: changed, unchanged, failed or never_ended")
    @Nullable
    String outcome;

    @Option(
            names = "--like",
            paramLabel = "<execution>",
            description = "only what did the same: its beats in its order, to its end, in its build")
    @Nullable
    String like;

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
        boolean handled = handler != null || plugin != null;
        ExecutionSet which = new ExecutionSet(
                sequence,
                null,
                session == null ? null : Ids.session(session),
                wanted,
                handled ? new HandlerKey(said(plugin), "", said(handler)) : null,
                outcome == null ? null : outcome(outcome),
                like == null ? List.of() : List.of(Ids.execution(like)));
        ExecutionList.Filter filter =
                new ExecutionList.Filter(which, Scope.everything(), 0, limit, ExecutionList.Order.OLDEST);
        return answer(engine -> flow ? engine.flow(filter) : steps ? engine.steps(filter) : engine.executions(filter));
    }

    private static String said(@Nullable String name) {
        return name == null ? "" : name;
    }

    /// The outcome as the views say it.
    private static String outcome(String said) {
        String outcome = folded(said);
        if (!ExecutionList.HANDLER_OUTCOMES.contains(outcome)) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    "no handler ends as `%s`".formatted(said),
                    "the outcomes of handlers are " + String.join(", ", ExecutionList.HANDLER_OUTCOMES));
        }
        return outcome;
    }

    private static String folded(String said) {
        return said.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    /// The status as the views say it.
    private static String status(String said) {
        String status = folded(said);
        if (!ExecutionList.STATUSES.contains(status)) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    "there is no status `%s`".formatted(said),
                    "the statuses are " + String.join(", ", ExecutionList.STATUSES));
        }
        return status;
    }
}
