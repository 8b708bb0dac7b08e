package dev.backbeat.app.cli;

import dev.backbeat.app.engine.Parts;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The verb `query`.
@Command(name = "query", description = "asks the views in SQL, read only")
final class QueryCommand extends Verb {

    @Parameters(paramLabel = "<sql>", description = "a SELECT over the views that `backbeat views` lists")
    String sql = "";

    QueryCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        return answer(engine -> engine.query(sql));
    }
}
